import { dataProblemText } from '../../../shared/coverage/data-problem-text.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { CoverageReport } from './report.ts'

/** The report with each visitor as what the page is worth, for charts that show counts; as it is without rules. */
export function reportByValue(report: CoverageReport): CoverageReport {
  if (report.value === null) return report
  const { totals, hourly, byDayHour, byDayOfWeek, daily, problemHours } = report.value
  return { ...report, totals, hourly, byDayHour, byDayOfWeek, daily, problemHours }
}

export interface ValueFigures {
  readonly rate: string
  /** null: nobody said what a visitor is worth. */
  readonly missedWorth: string | null
  /** What is not counted by rules yet, or why nothing is; null: all is. */
  readonly basis: string | null
}

/** Coverage by what visitors are worth, beside the plain one; null: there are no rules of pages, or nobody came. */
export function valueFigures({ value, dataProblems }: CoverageReport, format: Formatter): ValueFigures | null {
  if (value === null || value.totals.totalPageviews === 0) return null
  const { totals, missedWorth, countedShare } = value
  const off = dataProblems.find(({ kind }) => kind === 'page-rules-off')
  const basis =
    off === undefined
      ? format.texts.coverage.pagesKnown({ share: format.rate(100 * countedShare) })
      : dataProblemText(off, format)
  return {
    rate: format.rate(totals.coverageRate),
    missedWorth: missedWorth === null ? null : format.money(missedWorth),
    basis: countedShare < 1 ? basis : null,
  }
}
