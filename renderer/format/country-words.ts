import type { CountryFilter } from '../../shared/coverage/types.ts'
import type { Formatter } from './formatter.ts'

/** Countries named before the rest are counted. */
const NAMED = 2

/** "All countries", "Without China and Russia", "Only Canada and 3 more" */
export function ruleWords(filter: CountryFilter | null, format: Formatter): string {
  if (filter === null || filter.countries.length === 0) return 'All countries'
  const names = filter.countries.map((code) => format.country(code.toUpperCase()))
  const list = names.length <= NAMED ? names.join(' and ') : `${names[0]} and ${names.length - 1} more`
  return `${filter.mode === 'allowlist' ? 'Only' : 'Without'} ${list}`
}
