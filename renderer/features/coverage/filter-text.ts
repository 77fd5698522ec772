import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { ruleText } from '../../format/country-text.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Overview } from './report.ts'

/** Codes written out before they are only counted. */
const CODES = 3

/** What the country filter does, in few words. */
export function countryText(
  chosen: CountryFilter | null,
  overview: Pick<Overview, 'hasCountry' | 'countryRule'>,
  format: Formatter,
): string {
  const t = format.texts.coverage
  if (!overview.hasCountry) return t.countriesOff
  const filter = chosen ?? overview.countryRule
  if (filter === null || filter.countries.length < 2) return ruleText(filter, format)
  // Names fill the header; codes do not.
  const codes =
    filter.countries.length <= CODES
      ? filter.countries.join(', ').toUpperCase()
      : t.countryCount({ count: filter.countries.length })
  const { onlyCountries, withoutCountries } = format.texts.filters
  return (filter.mode === 'allowlist' ? onlyCountries : withoutCountries)({ countries: codes })
}
