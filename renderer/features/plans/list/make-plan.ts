import { rotationFromWeekly, type RotationTemplate } from '../../../../shared/plan/rotation/rotation-templates.ts'
import { datedDays, toDated, toWeekly, withoutRotation } from '../../../../shared/plan/starting-points.ts'
import type { Plan, PlanKind } from '../../../../shared/plan/plan.ts'
import { addDays, formatLocalDate, weekStartOf } from '../../../../shared/time/local.ts'
import type { Inputs, RpcClient } from '../../../app/rpc/procedures.ts'

export type PlanStart = 'typical' | 'last-week' | 'plan' | 'empty'

export interface NewPlanOptions {
  readonly start: PlanStart
  /** The plan that is copied, where `start` says so. */
  readonly sourceId: string
  readonly name: string
  readonly poolId: string | null
  readonly timeZone: string
  readonly kind: PlanKind | 'rotation'
  readonly rotation: RotationChoice
  /** Of a plan of real weeks: the date on which the first begins, and how many. */
  readonly firstDate: string
  readonly weeks: number
  /** The date on which this week begins. */
  readonly thisWeek: string
  /** 0 = Sunday. */
  readonly firstDayOfWeek: number
}

/** How a rotation is filled. */
export interface RotationChoice {
  readonly template: RotationTemplate
  readonly cycleWeeks: number
  readonly isStaggered: boolean
}

/** A and B weeks: what most rotations are. */
export const FIRST_ROTATION: RotationChoice = { template: 'weeks', cycleWeeks: 2, isStaggered: true }

type MadePlan = Inputs['plans']['create']['plan']

const newId = (): string => crypto.randomUUID()

/** Makes a plan, and answers its id. */
export async function makePlan(client: RpcClient, workspaceId: string, options: NewPlanOptions): Promise<string> {
  if (options.start === 'plan') return copyPlan(client, workspaceId, options)
  const { name, poolId, timeZone } = options
  const pattern: Plan = {
    name,
    timeZone,
    poolId,
    kind: 'weekly',
    shifts: options.start === 'empty' ? [] : await chosenShifts(client, workspaceId, options),
  }
  return create(client, { workspaceId, plan: asKind(pattern, options) })
}

async function chosenShifts(
  client: RpcClient,
  workspaceId: string,
  { start, poolId, timeZone, thisWeek }: NewPlanOptions,
): Promise<Plan['shifts']> {
  const isTypical = start === 'typical'
  const { shifts } = await client.prediction.startingShifts.query({
    workspaceId,
    week: addDays(thisWeek, isTypical ? 7 : -7),
    timeZone,
    from: isTypical ? 'typical' : 'worked',
    ...(poolId === null ? {} : { poolId }),
  })
  return shifts
}

async function copyPlan(client: RpcClient, workspaceId: string, options: NewPlanOptions): Promise<string> {
  const { plan, settings } = await client.plans.get.query({ workspaceId, planId: options.sourceId })
  const isSameKind = plan.rotation === undefined ? plan.kind === options.kind : options.kind === 'rotation'
  if (isSameKind)
    return (await client.plans.duplicate.mutate({ workspaceId, planId: options.sourceId, name: options.name })).id
  return create(client, {
    workspaceId,
    plan: { ...asKind(plan, options), name: options.name },
    settings: settings as MadeSettings,
  })
}

/** A pattern as real weeks, or the first of real weeks as a pattern. */
export function asKind(
  plan: Plan,
  options: Pick<NewPlanOptions, 'kind' | 'rotation' | 'firstDate' | 'weeks' | 'firstDayOfWeek'>,
): Plan {
  const { kind, rotation, firstDate, weeks, firstDayOfWeek } = options
  if (kind === 'rotation') {
    const weekly = asKind(plan, { ...options, kind: 'weekly' })
    return rotationFromWeekly(weekly, { ...rotation, anchor: firstDate, weeks, newId })
  }
  if (plan.kind === kind) return withoutRotation(plan)
  if (kind === 'dated') return toDated(plan, { firstDate, weeks, newId })
  const planDays = datedDays(plan)
  return toWeekly(plan, {
    firstDate: planDays === null ? firstDate : weekStartOf(formatLocalDate(planDays.firstDay), firstDayOfWeek),
    newId,
  })
}

async function create(
  client: RpcClient,
  request: { readonly workspaceId: string; readonly plan: Plan; readonly settings?: MadeSettings },
): Promise<string> {
  return (await client.plans.create.mutate({ ...request, plan: request.plan as MadePlan })).id
}

type MadeSettings = NonNullable<Inputs['plans']['create']['settings']>
