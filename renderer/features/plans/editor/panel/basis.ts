import type { Plan } from '../../../../../shared/plan/plan.ts'
import { poolsOf } from '../../../../../shared/predict/plan-pools.ts'
import { warningText } from '../../../../../shared/predict/model/warning-text.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import type { PredictionReport } from '../../plan-types.ts'

/** What a prediction rests on and how far it is to be trusted, in sentences. */
export function predictionBasis({ inputs }: PredictionReport, plan: Plan, format: Formatter): readonly string[] {
  const pools = poolsOf(inputs, plan)
  const weeks = Math.round(Math.max(0, ...pools.map(({ model }) => model.weeks)))
  const { wape, origins } = inputs.forecastAccuracy
  const { everybody } = inputs.attendance
  const { planPanel: t } = format.texts
  const warnings = new Set(pools.flatMap(({ model }) => model.warnings.map((warning) => warningText(warning, format))))
  return [
    t.learned({ count: weeks, until: format.instant(inputs.origin, inputs.timeZone) }),
    ...(wape === null || origins === 0 ? [] : [t.accuracy({ count: origins, rate: format.rate(100 * wape) })]),
    t.attendance({ count: everybody.shifts, rate: format.rate(100 * everybody.shows) }),
    ...warnings,
  ]
}
