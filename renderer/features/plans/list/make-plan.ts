import { datedExtent, toDated, toWeekly } from '../../../../shared/plan/starting-points.ts'
import type { Plan, PlanKind } from '../../../../shared/plan/plan.ts'
import { addDays, formatLocalDate } from '../../../../shared/time/local.ts'
import type { useTRPCClient } from '../../../rpc.ts'
import { weekOf } from '../plan-route.ts'

export type PlanStart = 'typical' | 'last-week' | 'plan' | 'empty'

export interface PlanWish {
  readonly start: PlanStart
  /** The plan that is copied, where `start` says so. */
  readonly sourceId: string
  readonly name: string
  readonly poolId: string | null
  readonly timeZone: string
  readonly kind: PlanKind
  /** Of a plan of real weeks: the date on which the first begins, and how many. */
  readonly firstDate: string
  readonly weeks: number
  /** The date on which this week begins. */
  readonly thisWeek: string
  /** 0 = Sunday. */
  readonly firstDayOfWeek: number
}

type Client = ReturnType<typeof useTRPCClient>
type MadePlan = Parameters<Client['plans']['create']['mutate']>[0]['plan']

const newId = (): string => crypto.randomUUID()

/** Makes a plan as wished, and answers its id. */
export async function makePlan(client: Client, workspaceId: string, wish: PlanWish): Promise<string> {
  if (wish.start === 'plan') return copyPlan(client, workspaceId, wish)
  const { name, poolId, timeZone } = wish
  const pattern: Plan = { name, timeZone, poolId, kind: 'weekly', shifts: wish.start === 'empty' ? [] : await shiftsOf(client, workspaceId, wish) }
  return create(client, { workspaceId, plan: asKind(pattern, wish) })
}

async function shiftsOf(client: Client, workspaceId: string, { start, poolId, timeZone, thisWeek }: PlanWish): Promise<Plan['shifts']> {
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

async function copyPlan(client: Client, workspaceId: string, wish: PlanWish): Promise<string> {
  const { plan, settings } = await client.plans.get.query({ workspaceId, planId: wish.sourceId })
  if (plan.kind === wish.kind) return (await client.plans.duplicate.mutate({ workspaceId, planId: wish.sourceId, name: wish.name })).id
  return create(client, { workspaceId, plan: { ...asKind(plan, wish), name: wish.name }, settings: settings as MadeSettings })
}

/** A pattern as real weeks, or the first of real weeks as a pattern. */
export function asKind(plan: Plan, { kind, firstDate, weeks, firstDayOfWeek }: Pick<PlanWish, 'kind' | 'firstDate' | 'weeks' | 'firstDayOfWeek'>): Plan {
  if (plan.kind === kind) return plan
  if (kind === 'dated') return toDated(plan, { firstDate, weeks, newId })
  const extent = datedExtent(plan)
  return toWeekly(plan, { firstDate: extent === null ? firstDate : weekOf(formatLocalDate(extent.firstDay), firstDayOfWeek), newId })
}

async function create(client: Client, request: { readonly workspaceId: string; readonly plan: Plan; readonly settings?: MadeSettings }): Promise<string> {
  return (await client.plans.create.mutate({ ...request, plan: request.plan as MadePlan })).id
}

type MadeSettings = NonNullable<Parameters<Client['plans']['create']['mutate']>[0]['settings']>
