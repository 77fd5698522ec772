import { DAY_NAMES } from '../../../shared/coverage/index.ts'
import type { PredictedWeek, PredictOutput } from '../../../shared/contract/prediction-output.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { hourCellsOf } from '../../../shared/predict/assemble/hour-cells.ts'
import type { WeekBands, WeekPrediction } from '../../../shared/predict/types.ts'
import type { PlanReport } from '../roles/prediction-queries.ts'
import type { WorkApi } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { accuracyOutput, weekRange } from './forecast.ts'
import { chooseWeek } from './forecast-week.ts'
import { choosePlan } from './plan-choice.ts'
import type { PlanChoice, PredictAnswer, PredictRequest } from './prediction-services.ts'
import { publishedPlans } from './published-plans.ts'
import { computeFromCache } from './read-cache.ts'
import { refuseUnknownPast } from '../roles/refuse-unknown-past.ts'

/** The coverage that a plan would give in a week of the chosen workspace, beside what it is compared with. */
export async function predict(deps: ServiceDependencies, request: PredictRequest): Promise<PredictAnswer> {
  const { workspace, query, marks } = await chooseWeek(deps, request)
  const plan = await planOf(deps.data.work(), workspace.id, request.plan)
  const baseline = request.baseline === 'typical' ? null : await planOf(deps.data.work(), workspace.id, request.baseline)
  const week = { firstDate: query.week, timeZone: query.timeZone }
  const published = await publishedPlans(deps.data.work(), workspace.id)
  const report = await computeFromCache(deps, workspace.id, (computer) =>
    computer.predict({
      ...query,
      poolId: query.poolId === undefined ? (plan.poolId ?? undefined) : query.poolId,
      visitorsPerAgent: request.visitorsPerAgent,
      published,
      plan,
      baseline: baseline ?? 'typical',
    }),
  )
  refuseUnknownPast(report, query.week)
  return {
    output: predictOutput(report, week),
    workspace: workspace.name,
    organization: report.organization,
    pool: report.pool,
    marks,
    planName: plan.name,
    hasShifts: plan.shifts.length > 0,
    baselineName: baseline?.name ?? null,
    poolNames: report.pools.map(({ poolId, name }) => ({ poolId, name })),
  }
}

async function planOf(work: WorkApi, workspaceId: string, choice: PlanChoice): Promise<Plan> {
  if (choice.kind === 'given') return choice.plan
  const { id } = await choosePlan(work, workspaceId, choice.id)
  return (await work.readPlan(workspaceId, id)).plan
}

/** A prediction as it is printed. */
export function predictOutput(report: PlanReport, { firstDate, timeZone }: { readonly firstDate: string; readonly timeZone: string }): PredictOutput {
  const { plan, baseline, bands, baselineBands, starts } = report
  return {
    range: weekRange({ firstDate, timeZone, origin: report.origin }),
    week: predictedWeek(plan, bands),
    byDayHour: byDayHour(report, timeZone),
    slots: starts.map((start, slot) => ({
      start: new Date(start).toISOString(),
      visitors: plan.visitors[slot]!,
      agents: plan.agents[slot]!,
      openAgents: plan.openAgents[slot]!,
      covered: plan.covered[slot]!,
      coverageRate: rateOf(plan.covered[slot]!, plan.visitors[slot]!),
    })),
    baseline: predictedWeek(baseline, baselineBands),
    difference: { ...bands.difference },
    model: {
      pools: report.pools.map(({ poolId, includes = [], holdingMinutes, availability, visitorsPerAgent, attendance, weeks, warnings }) => ({
        poolId,
        includes: [...includes],
        holdingMinutes,
        availability,
        visitorsPerAgent,
        attendance,
        weeks,
        warnings: warnings.map(({ text }) => text),
        warningKinds: warnings.map(({ kind }) => kind),
      })),
    },
    forecast: accuracyOutput(report.forecastAccuracy),
    unknownAgents: [...report.unknownAgents],
    inactiveAgents: [...report.inactiveAgents],
    starvedPools: [...report.starvedPools],
  }
}

function predictedWeek({ totals: { visitors, covered } }: WeekPrediction, { coverageRate: band }: Pick<WeekBands, 'coverageRate'>): PredictedWeek {
  return {
    visitors,
    covered,
    missed: Math.max(0, visitors - covered),
    coverageRate: rateOf(covered, visitors),
    lower80: 100 * band.lower80,
    upper80: 100 * band.upper80,
    lower95: 100 * band.lower95,
    upper95: 100 * band.upper95,
  }
}

/** Visits of the hours of the week, and the agents online in them on average; an hour that a clock change skips has none. */
function byDayHour({ plan, starts }: PlanReport, timeZone: string): PredictOutput['byDayHour'] {
  const sums = Array.from({ length: DAY_NAMES.length * 24 }, () => ({ visitors: 0, covered: 0, agents: 0, openAgents: 0, slots: 0 }))
  hourCellsOf(starts, timeZone).forEach((cell, slot) => {
    const sum = sums[cell]!
    sum.visitors += plan.visitors[slot]!
    sum.covered += plan.covered[slot]!
    sum.agents += plan.agents[slot]!
    sum.openAgents += plan.openAgents[slot]!
    sum.slots += 1
  })
  const cells = sums.map(({ visitors, covered, agents, openAgents, slots }) => ({
    visitors,
    covered,
    coverageRate: rateOf(covered, visitors),
    agents: agents / Math.max(1, slots),
    openAgents: openAgents / Math.max(1, slots),
  }))
  return DAY_NAMES.map((_, day) => cells.slice(day * 24, (day + 1) * 24))
}

/** 100 where nobody comes, as in every report. */
function rateOf(covered: number, visitors: number): number {
  return visitors <= 0 ? 100 : Math.min(100, (100 * covered) / visitors)
}
