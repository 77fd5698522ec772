import type { Plan } from '../../../../../shared/plan/plan.ts'
import { poolsOf } from '../../../../../shared/predict/shared-pool-notes.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import type { PredictionReport } from '../../plan-types.ts'

/** What a prediction rests on and how far it is to be trusted, in sentences. */
export function predictionBasis({ inputs }: PredictionReport, plan: Plan, format: Formatter): readonly string[] {
  const pools = poolsOf(inputs, plan)
  const weeks = Math.round(Math.max(0, ...pools.map(({ model }) => model.weeks)))
  const { wape, origins } = inputs.forecastAccuracy
  const warnings = new Set(pools.flatMap(({ model }) => model.warnings.map(({ text }) => text)))
  return [
    `Learned from ${weeks} ${weeks === 1 ? 'week' : 'weeks'} of visits and sessions, up to ${format.instant(inputs.origin, inputs.timeZone)}.`,
    ...(wape === null || origins === 0
      ? []
      : [
          `Forecasts of the last ${origins} weeks were off by ${format.rate(100 * wape)} of the visitors of a quarter-hour on average.`,
        ]),
    `Planned time is counted as far as people really tend to be online: of ${format.count(inputs.attendance.everybody.shifts)} past shifts, ${format.rate(100 * inputs.attendance.everybody.shows)} were worked.`,
    ...warnings,
  ]
}
