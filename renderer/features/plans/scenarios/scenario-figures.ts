import { HOURS_PER_WEEK } from '../../../../shared/foundation/hour-of-week.ts'
import { coveragePercent } from '../../../../shared/foundation/rate.ts'
import { weekHours } from '../../../../shared/plan/staffing/week-hours.ts'
import { findViolations } from '../../../../shared/plan/rules/check-rules.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import type { Rules } from '../../../../shared/plan/rules/rules.ts'
import { expectedIntervals } from '../../../../shared/predict/assemble/plan-intervals.ts'
import { assumedInputs, type AssumedWorld } from '../../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import type { Schedule } from '../../../../shared/predict/plan-prediction/schedule.ts'
import type { PredictionInputs, WeekBands, WeekPrediction } from '../../../../shared/predict/types.ts'
import { checkedRules } from '../rules/plan-rules.ts'
import type { Formatter } from '../../../format/formatter.ts'
import { signedCount, signedVisitors } from '../../../format/signed.ts'

/** One of several plans side by side; the first is the typical week. */
export interface Scenario {
  readonly id: string
  readonly name: string
  readonly poolId: string | null
  readonly schedule: Schedule
  /** What its plan assumes; null: the typical week. */
  readonly world: AssumedWorld | null
  readonly week: WeekPrediction
  /** null: the typical week has none of them. */
  readonly hours: number | null
  readonly cost: number | null
  /** How many rules it breaks; null: none is set. */
  readonly broken: number | null
}

/** Bands, or why there are none. */
export type ScenarioBands = WeekBands | 'failed'

interface ScenarioInput {
  readonly id: string
  readonly plan: Plan
  readonly rules: Rules
  readonly inputs: PredictionInputs
}

/** The typical week, as what the others are compared with. */
export function typicalScenario(
  inputs: PredictionInputs,
  { poolId, name }: { readonly poolId: string | null; readonly name: string },
): Scenario {
  return {
    id: 'typical',
    name,
    poolId,
    schedule: 'typical',
    world: null,
    week: createPlanPredictor(inputs, { poolId }).typicalWeek(),
    hours: null,
    cost: null,
    broken: null,
  }
}

export function predictScenario({ id, plan, rules, inputs }: ScenarioInput): Scenario {
  const week = { firstDate: inputs.firstDate }
  const schedule = expectedIntervals(plan, inputs)
  const { workedMinutes, cost } = weekHours(plan, { rules, ...week })
  const violations = findViolations(plan, rules, week).length
  const prediction = createPlanPredictor(assumedInputs(inputs, plan), { poolId: plan.poolId }).predict(schedule)
  return {
    id,
    name: plan.name,
    poolId: plan.poolId,
    schedule,
    world: plan,
    week: prediction,
    hours: workedMinutes / 60,
    cost,
    broken: violations === 0 && checkedRules(rules, plan.poolId).length === 0 ? null : violations,
  }
}

export const SCENARIO_COLUMNS = [
  'plan',
  'coverage',
  'range',
  'change',
  'changeRange',
  'missed',
  'hours',
  'cost',
  'violations',
] as const

/** A scenario as a row of the table. `bands` null: still being drawn. */
export function scenarioRow(
  scenario: Scenario,
  {
    typical,
    bands,
    format,
  }: { readonly typical: Scenario; readonly bands: ScenarioBands | null; readonly format: Formatter },
): readonly string[] {
  const { visitors, covered } = scenario.week.totals
  const isTypical = scenario.schedule === 'typical'
  const rate = coveragePercent(scenario.week.totals)
  const before = coveragePercent(typical.week.totals)
  const drawn = bands === 'failed' ? null : bands
  const difference = drawn?.difference ?? null
  const { scenarios: t } = format.texts
  const missing = bands === 'failed' ? t.noRange : '…'
  const percent = (share: number): string => format.count(Math.round(100 * share))
  return [
    scenario.name,
    rate === null ? '–' : format.rate(rate),
    drawn === null
      ? missing
      : t.rateRange({ from: percent(drawn.coverageRate.lower80), to: format.rate(100 * drawn.coverageRate.upper80) }),
    isTypical || rate === null || before === null
      ? '–'
      : t.changeBy({
          points: format.signedPoints(rate - before),
          ...signedVisitors(covered - typical.week.totals.covered, format),
        }),
    isTypical
      ? '–'
      : difference === null
        ? missing
        : t.changeBetween({
            from: signedCount(difference.lower80, format),
            to: signedCount(difference.upper80, format),
          }),
    format.count(Math.round(visitors - covered)),
    scenario.hours === null ? '–' : format.hours(scenario.hours),
    scenario.cost === null ? '–' : format.money(Math.round(scenario.cost)),
    scenario.broken === null ? (isTypical ? '–' : t.noRules) : format.count(scenario.broken),
  ]
}

/** Coverage (0-100) of each hour of the week, in the order of time from its first date; null where nobody is expected. */
export function coverageByHour(
  { visitors, covered }: WeekPrediction,
  weekMinutes: readonly number[],
): readonly (number | null)[] {
  const sums = Array.from({ length: HOURS_PER_WEEK }, () => ({ visitors: 0, covered: 0 }))
  weekMinutes.forEach((minute, slot) => {
    const hour = sums[Math.floor(minute / 60)]!
    hour.visitors += visitors[slot]!
    hour.covered += covered[slot]!
  })
  return sums.map((hour) => coveragePercent(hour))
}
