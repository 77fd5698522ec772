import type { WeekBands } from '../../../../shared/predict/types.ts'
import type { Formatter } from '../../../format/formatter.ts'
import { hoursText, type WeekTotals } from '../editor/panel/panel-figures.ts'

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
  const band =
    bands === null
      ? ''
      : ` (${Math.round(100 * bands.coverageRate.lower80)}–${Math.round(100 * bands.coverageRate.upper80)})`
  const coverage =
    totals.visitors > 0
      ? `${format.rate((100 * totals.covered) / totals.visitors)}${band} covered`
      : 'no visitors expected'
  const loose = [
    ...(openShifts === 0
      ? []
      : [`${format.count(openShifts)} ${openShifts === 1 ? 'shift has' : 'shifts have'} nobody yet`]),
    ...(brokenRules === 0
      ? []
      : [`${format.count(brokenRules)} ${brokenRules === 1 ? 'rule is' : 'rules are'} broken`]),
  ]
  const predicted =
    unknown === null
      ? `Predicted for the week of ${format.date(firstDate)}: ${coverage}, with ${hoursText(hours)} agent-hours.`
      : `${unknown.text} The week has ${hoursText(hours)} agent-hours.`
  return [predicted, ...(loose.length === 0 ? [] : [`Not settled: ${loose.join(', ')}. You can publish all the same.`])]
}
