import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { ruleWords } from '../../format/country-words.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Overview } from './report.ts'

/** Codes written out before they are only counted. */
const CODES = 3

/** What the country filter does, in few words. */
export function countryWords(chosen: CountryFilter | null, overview: Pick<Overview, 'hasCountry' | 'countryRule'>, format: Formatter): string {
  if (!overview.hasCountry) return 'Country filter off'
  const filter = chosen ?? overview.countryRule
  if (filter === null || filter.countries.length < 2) return ruleWords(filter, format)
  // Names fill the header; codes do not.
  const codes = filter.countries.length <= CODES ? filter.countries.join(', ').toUpperCase() : `${filter.countries.length} countries`
  return `${filter.mode === 'allowlist' ? 'Only' : 'Without'} ${codes}`
}
