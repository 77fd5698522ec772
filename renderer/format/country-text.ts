import type { CountryFilter } from '../../shared/coverage/types.ts'
import type { Formatter } from './formatter.ts'

/** Countries named before the rest are counted. */
const NAMED = 2

/** "All countries", "Without China and Russia", "Only Canada and 3 more" */
export function ruleText(filter: CountryFilter | null, format: Formatter): string {
  const t = format.texts.filters
  if (filter === null || filter.countries.length === 0) return t.allCountries
  const names = filter.countries.map((code) => format.country(code.toUpperCase()))
  const countries =
    names.length <= NAMED ? format.list(names) : t.countryAndMore({ country: names[0]!, count: names.length - 1 })
  return filter.mode === 'allowlist' ? t.onlyCountries({ countries }) : t.withoutCountries({ countries })
}
