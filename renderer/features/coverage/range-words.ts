import type { Formatter } from '../../format/formatter.ts'
import type { RangeChoice } from './coverage-view.ts'

/** "Last 30 days", or the dates. */
export function rangeName(range: RangeChoice, format: Formatter): string {
  return range.kind === 'last' ? `Last ${range.days} days` : format.dateRange(range.from, range.to)
}
