import type { Formatter } from '../format/formatter.ts'
import type { RangeChoice } from './range-choice.ts'
import { RANGE_TITLES } from './named-range.ts'

/** "Last 30 days", "This month", or the dates. */
export function rangeName(range: RangeChoice, format: Formatter): string {
  switch (range.kind) {
    case 'last':
      return `Last ${range.days} days`
    case 'named':
      return RANGE_TITLES[range.name]
    case 'dates':
      return format.dateRange(range.from, range.to)
  }
}
