import type { HoursChoice } from '../../../app/staffing-blocks/hours-choice.ts'
import type { CoverageReport } from '../report.ts'
import { countedCoverage } from '../counted-text.ts'

/** What the hours of a choice count together: the sums of their cells. */
export function countedInHours(
  byDayHour: CoverageReport['byDayHour'],
  { dayIndices, startHour, endHour }: HoursChoice,
): { readonly visitors: number; readonly missed: number; readonly rate: number } {
  const cells = dayIndices.flatMap((day) => byDayHour[day]!.slice(startHour, endHour))
  const visitors = cells.reduce((sum, cell) => sum + cell.totalPageviews, 0)
  const missed = cells.reduce((sum, cell) => sum + cell.missedOpportunities, 0)
  return { visitors, missed, rate: countedCoverage({ visitors, missed }) }
}
