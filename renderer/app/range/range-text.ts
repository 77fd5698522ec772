import type { Formatter } from '../../format/formatter.ts'
import type { RangeChoice } from './range-choice.ts'

/** "Last 30 days", "This month", or the dates. */
export function rangeName(range: RangeChoice, format: Formatter): string {
  const t = format.texts.filters
  switch (range.kind) {
    case 'last':
      return t.lastDays({ count: range.days })
    case 'named':
      return t.ranges[range.name]
    case 'dates':
      return format.dateRange(range.from, range.to)
  }
}
