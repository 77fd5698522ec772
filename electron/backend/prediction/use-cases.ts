import type { z } from 'zod'
import type { Plan } from '../../../shared/plan/plan.ts'
import { reachesInto } from '../../../shared/plan/assumptions/assumed-time.ts'
import { isWithoutEffect } from '../../../shared/plan/assumptions/assumption.ts'
import { withAssumptions } from '../../../shared/plan/assumptions/with-assumptions.ts'
import { addDays, localRange } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import type { PlanChoice, predictInput, predictionInput, sensitivityInput, startingShiftsInput } from './inputs.ts'
import { predictOutput } from './predict-output.ts'
import { refuseUnknownPast } from './unknown-past.ts'
import { weekQueryOf } from './week-query.ts'

/** Everything that predicting plans of a week takes, whichever pool they are for: the page evaluates plans by itself. */
export async function predictionInputs(
  context: BackendContext,
  { visitorsPerAgent, ...request }: z.output<typeof predictionInput>,
) {
  const query = {
    ...(await weekQueryOf(context, request)),
    visitorsPerAgent,
    published: await context.data.work().publishedPlans(request.workspaceId),
  }
  const { inputs, unknownPast, revision } = await computeFromCache(context, query.workspaceId, (computer) =>
    computer.predictionInputs(query),
  )
  return {
    inputs,
    /** Not null: nothing is known before the week, so that the inputs' figures are no prediction. */
    unknownPast,
    revision,
  }
}

/** Shifts to start a plan with. Their ids are new in no plan: who stores them gives them new ones. */
export async function startingShifts(
  context: BackendContext,
  { from, kind, ...request }: z.output<typeof startingShiftsInput>,
) {
  const query = { ...(await weekQueryOf(context, request)), from, kind }
  return computeFromCache(context, query.workspaceId, (computer) => computer.startingShifts(query))
}

/** The coverage that a plan would give in a week, beside what it is compared with. Throws 'not-found' where nothing is known before the week. */
export async function predictPlan(
  context: BackendContext,
  { plan: choice, baseline: compared, visitorsPerAgent, assumptions, ...request }: z.output<typeof predictInput>,
) {
  const query = await weekQueryOf(context, request)
  const plan = withAssumptions(await planOf(context, query.workspaceId, choice), assumptions)
  const baseline = compared === 'typical' ? null : await planOf(context, query.workspaceId, compared)
  const published = await context.data.work().publishedPlans(query.workspaceId)
  const report = await computeFromCache(context, query.workspaceId, (computer) =>
    computer.predict({
      ...query,
      poolId: query.poolId === undefined ? (plan.poolId ?? undefined) : query.poolId,
      visitorsPerAgent,
      published,
      plan,
      baseline: baseline ?? 'typical',
    }),
  )
  refuseUnknownPast(report, query.week)
  const week = { ...localRange(query.week, addDays(query.week, 6), query.timeZone), timeZone: plan.timeZone }
  const assumed = (plan.assumptions ?? []).filter((one) => !isWithoutEffect(one))
  return {
    output: predictOutput(report, { firstDate: query.week, timeZone: query.timeZone }),
    /** What the plan assumes that changes anything. */
    assumptions: assumed.filter((one) => reachesInto(one, week)),
    /** What it assumes of other weeks, which changes nothing in this one. */
    assumedElsewhere: assumed.filter((one) => !reachesInto(one, week)),
    organization: report.organization,
    /** null: all. */
    pool: report.pool,
    planName: plan.name,
    /** Whether the plan has any, in whatever week. */
    hasShifts: plan.shifts.length > 0,
    /** null: the typical week. */
    baselineName: baseline?.name ?? null,
    poolNames: report.pools.map(({ poolId, name }) => ({ poolId, name })),
    /** What people should know of each pool's model; the output has it in English. */
    modelWarnings: report.pools.map(({ poolId, warnings }) => ({ poolId, warnings: [...warnings] })),
  }
}

/** What is left of a plan's coverage when more visitors come and agents are absent. Throws as `predictPlan`. */
export async function planSensitivity(
  context: BackendContext,
  { plan: choice, visitorsPerAgent, assumptions, ...request }: z.output<typeof sensitivityInput>,
) {
  const query = await weekQueryOf(context, request)
  const work = context.data.work()
  const plan = withAssumptions(await planOf(context, query.workspaceId, choice), assumptions)
  const published = await work.publishedPlans(query.workspaceId)
  const poolId = query.poolId === undefined ? (plan.poolId ?? undefined) : query.poolId
  const [{ settings }, found] = await Promise.all([
    workspaceById(work, query.workspaceId),
    computeFromCache(context, query.workspaceId, (computer) =>
      computer.sensitivity({ ...query, poolId, visitorsPerAgent, published, plan }),
    ),
  ])
  /** 0-100. */
  return { sensitivity: found, target: settings.targetCoverage }
}

/** The plan that is meant. Throws 'not-found' where there is no such plan. */
export async function planOf({ data }: BackendContext, workspaceId: string, choice: PlanChoice): Promise<Plan> {
  return choice.kind === 'given' ? choice.plan : (await data.work().readPlan(workspaceId, choice.id)).plan
}
