import { coveragePercent } from '../../../shared/foundation/rate.ts'
import { assumptionTexts } from '../../../shared/plan/assumptions/assumption-text.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Rules } from '../../../shared/plan/rules/rules.ts'
import { expectedIntervals } from '../../../shared/predict/assemble/plan-intervals.ts'
import { assumedInputs } from '../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { weekHours, type WeekHours } from '../../../shared/plan/staffing/week-hours.ts'
import { weekClock } from '../../../shared/plan/week-clock.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { weekBands } from '../../../shared/predict/plan-prediction/week-bands.ts'
import type { WeekBands } from '../../../shared/predict/types.ts'
import { weekOfCycle } from '../../../shared/plan/rotation/rotation.ts'
import { addDays, parseLocalDate } from '../../../shared/time/local.ts'
import { predictionBasis } from '../../features/plans/editor/panel/basis.ts'
import { signedCount, signedVisitors } from '../../format/signed.ts'
import { panelFigures } from '../../features/plans/editor/panel/panel-figures.ts'
import type { AgentEntry, PredictionReport, TimeOffEntry } from '../../features/plans/plan-types.ts'
import { checkedRules } from '../../features/plans/rules/plan-rules.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import type { Figure } from '../figures.tsx'
import type { Fact } from '../sheet.tsx'
import { unknownNewcomers, type Problem, planProblems } from './plan-problems.ts'
import { checkRules, type RuleReport } from '../../../shared/plan/rules/check-rules.ts'
import { minimumLine } from '../../features/plans/editor/strips/minimum-line.ts'
import { checkedText, hourFigures } from './hour-figures.ts'
import { rosterModel, type Roster } from '../../app/roster/roster-model.ts'
import { weekHoursModel, type HourFigures } from './week-hours-model.ts'

export type PlanState = keyof Formatter['texts']['paperPlan']['states']

export interface PlanPrintInput {
  readonly plan: Plan
  readonly state: PlanState
  readonly firstDate: string
  readonly agents: readonly AgentEntry[]
  readonly rules: Rules
  /** Of the workspace: drawn in the roster. */
  readonly timeOff: readonly TimeOffEntry[]
  /** What dates are called that are known not to be usual. */
  readonly names: ReadonlyMap<string, string>
  /** null: the workspace was never synced. */
  readonly overview: Overview | null
  /** null: nothing can be predicted, for the reason that is given. */
  readonly prediction: PredictionReport | null
  readonly notPredicted: string | null
}

export interface PlanPrint {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly figures: readonly Figure[]
  readonly roster: Roster
  /** null: see `notPredicted`. */
  readonly hours: readonly HourFigures[] | null
  readonly notPredicted: string | null
  /** 0-100. */
  readonly target: number
  readonly problems: readonly Problem[]
  /** In the place of problems. */
  readonly noProblems: string
  /** Which rules were checked, or that none is set. */
  readonly checked: string
  readonly basis: readonly string[]
  readonly record: readonly Fact[]
}

const USUAL_TARGET = 90

/** Everything that a plan's document says, computed as its editor does. */
export function planPrint(input: PlanPrintInput, format: Formatter): PlanPrint {
  const { plan, firstDate, agents, rules, prediction, overview } = input
  const { paperPlan: t } = format.texts
  const weekStart = weekClock(plan.timeZone, firstDate).start
  const names = new Map(
    agents.map(({ id, name, inactiveSince }) => [
      id,
      inactiveSince !== null && Date.parse(inactiveSince) <= weekStart ? t.deactivated({ name }) : name,
    ]),
  )
  const agentName = (agentId: string): string => names.get(agentId) ?? agentId
  const hours = weekHours(plan, { rules, firstDate })
  const checked = checkRules(plan, { rules, firstDate })
  const target = overview?.settings.targetCoverage ?? USUAL_TARGET
  const predicted =
    prediction === null ? null : predictedPart({ plan, firstDate, target, report: prediction, hours, checked }, format)
  const poolName = (poolId: string): string => overview?.pools.find(({ id }) => id === poolId)?.name ?? poolId
  const problems = planProblems({ plan, firstDate, violations: checked.violations, hours, agentName, poolName }, format)
  const checks = checkedRules(rules, plan.poolId)
  return {
    title: plan.name,
    facts: planFacts(input, format),
    figures: [...(predicted?.figures ?? []), ...hourFigures(hours, { problems, hasRules: checks.length > 0 }, format)],
    roster: rosterModel({ plan, firstDate, agentName, names: input.names, timeOff: input.timeOff }, format),
    hours: predicted?.hours ?? null,
    notPredicted: input.notPredicted,
    target,
    problems,
    noProblems: checks.length === 0 ? t.everyShiftAssigned : t.noIssues,
    checked: checkedText(checks, format),
    basis:
      prediction === null
        ? []
        : [...predictionBasis(prediction, plan, format), ...unknownNewcomers(plan, agents, format)],
    record: prediction === null ? [] : accuracyFacts(prediction, format),
  }
}

function planFacts({ plan, state, firstDate, overview, agents }: PlanPrintInput, format: Formatter): readonly Fact[] {
  const { paperPlan: t } = format.texts
  const assumed = assumptionTexts(plan, format, {
    agentName: (agentId) => agents.find(({ id }) => id === agentId)?.name ?? agentId,
    poolName: (poolId) => overview?.pools.find(({ id }) => id === poolId)?.name ?? poolId,
  })
  const pool =
    plan.poolId === null ? t.allPools : (overview?.pools.find(({ id }) => id === plan.poolId)?.name ?? plan.poolId)
  return [
    [t.organization, overview?.organization ?? overview?.workspace.name ?? t.unknown],
    [t.pool, pool],
    [t.week, format.dateRange(firstDate, addDays(firstDate, 6))],
    [t.timeZone, t.zone({ city: cityOf(plan.timeZone), zone: plan.timeZone })],
    [t.plan, t.kindAndState({ kind: kindText(plan, firstDate, format), state: t.states[state] })],
    ...(assumed.length === 0 ? [] : [[t.assumptions, assumed.join('; ')] as const]),
  ]
}

function kindText({ kind, rotation }: Plan, firstDate: string, format: Formatter): string {
  const { paperPlan: t } = format.texts
  if (rotation === undefined) return kind === 'weekly' ? t.repeating : t.specific
  const week = weekOfCycle(rotation, parseLocalDate(firstDate))
  return t.rotationWeek({ week: format.count(week), weeks: format.count(rotation.cycleWeeks) })
}

interface PredictedInput {
  readonly plan: Plan
  readonly firstDate: string
  readonly target: number
  readonly report: PredictionReport
  readonly hours: WeekHours
  readonly checked: RuleReport
}

function predictedPart(
  { plan, firstDate, target, report: { inputs }, hours, checked }: PredictedInput,
  format: Formatter,
): { readonly figures: readonly Figure[]; readonly hours: readonly HourFigures[] } {
  const { paperPlan: t } = format.texts
  const usual = createPlanPredictor(inputs, { poolId: plan.poolId })
  const predictor = createPlanPredictor(assumedInputs(inputs, plan), { poolId: plan.poolId })
  const intervals = expectedIntervals(plan, inputs)
  const prediction = predictor.predict(intervals)
  const bands = weekBands(inputs, { schedule: intervals, baseline: 'typical', poolId: plan.poolId, world: plan })
  const { coverage, interval, visitors, missed } = panelFigures(
    { totals: prediction.totals, baseline: null, bands, hours },
    format,
  )
  return {
    figures: [
      {
        label: t.coverage,
        value: coverage,
        note: interval === null ? null : t.range({ range: interval }),
      },
      recovered({ plan: prediction.totals, typical: usual.typicalWeek().totals, bands }, format),
      { label: t.expected, value: visitors, note: t.missed({ count: missed }) },
    ],
    hours: weekHoursModel({
      prediction,
      bands,
      needed: predictor.agentsNeeded(target / 100),
      minimum: minimumLine(checked, inputs.starts)?.people ?? null,
      starts: inputs.starts,
      timeZone: inputs.timeZone,
      firstDate,
    }),
  }
}

interface Totals {
  readonly visitors: number
  readonly covered: number
}

interface RecoveredInput {
  readonly plan: Totals
  readonly typical: Totals
  readonly bands: WeekBands
}

/** Visitors who are covered, more or fewer than in the typical week. */
function recovered({ plan, typical, bands: { difference } }: RecoveredInput, format: Formatter): Figure {
  const rate = (totals: Totals): number => coveragePercent(totals, 100)
  const { paperPlan: t } = format.texts
  const points = format.signedPoints(rate(plan) - rate(typical))
  return {
    label: t.gained,
    value: t.visitors(signedVisitors(plan.covered - typical.covered, format)),
    note:
      difference === null
        ? points
        : t.pointsAndRange({
            points,
            from: signedCount(difference.lower80, format),
            to: signedCount(difference.upper80, format),
          }),
  }
}

/** How well the forecaster did on past weeks, which it forecast from what was known before each. */
function accuracyFacts(
  { inputs: { forecastAccuracy: accuracy } }: PredictionReport,
  format: Formatter,
): readonly Fact[] {
  const { paperPlan: t } = format.texts
  if (accuracy.origins === 0) return [[t.weeksTried, t.noWeeksTried]]
  const share = (value: number | null): string => (value === null ? '–' : format.rate(100 * value))
  return [
    [t.weeksTried, format.count(accuracy.origins)],
    [t.error, share(accuracy.wape)],
    [t.bias, accuracy.bias === null ? '–' : biasText(accuracy.bias, format)],
    [t.hitRate, share(accuracy.holds80)],
    [t.hitRate95, share(accuracy.holds95)],
  ]
}

function biasText(bias: number, format: Formatter): string {
  const { paperPlan: t } = format.texts
  if (Math.abs(bias) < 0.005) return t.noBias
  const rate = format.rate(100 * Math.abs(bias))
  return bias > 0 ? t.tooMany({ rate }) : t.tooFew({ rate })
}
