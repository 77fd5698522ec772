import { coveragePercent } from '../../../../shared/foundation/rate.ts'
import type { WeekBands } from '../../../../shared/predict/types.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { WeekTotals } from '../editor/panel/panel-figures.ts'

interface PublishSummaryInput {
  readonly firstDate: string
  /** Why nothing can be predicted for the week; null: something can. */
  readonly unknown: { readonly text: string } | null
  readonly totals: WeekTotals
  /** null: still being drawn. */
  readonly bands: WeekBands | null
  readonly hours: number
  readonly openShifts: number
  readonly brokenRules: number
}

/** What is about to be published, in sentences: what it predicts, and what is not settled yet. */
export function publishSummary(
  { firstDate, unknown, totals, bands, hours, openShifts, brokenRules }: PublishSummaryInput,
  format: Formatter,
): readonly string[] {
  const { publish: t } = format.texts
  return [...predicted(), ...unsettled()]

  function predicted(): readonly string[] {
    if (unknown !== null) return [unknown.text, t.notPredicted({ hours: format.agentHours(hours) })]
    const values = { date: format.date(firstDate), hours: format.agentHours(hours) }
    const percent = coveragePercent(totals)
    if (percent === null) return [t.predictedNobody(values)]
    const rate = format.rate(percent)
    if (bands === null) return [t.predicted({ ...values, rate })]
    const { lower80, upper80 } = bands.coverageRate
    return [t.predictedRange({ ...values, rate, from: format.rate(100 * lower80), to: format.rate(100 * upper80) })]
  }

  function unsettled(): readonly string[] {
    if (openShifts > 0 && brokenRules > 0)
      return [t.unassignedAndViolations({ shifts: openShifts, count: brokenRules })]
    if (openShifts > 0) return [t.unassigned({ count: openShifts })]
    return brokenRules > 0 ? [t.violations({ count: brokenRules })] : []
  }
}
