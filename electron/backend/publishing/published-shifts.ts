import type { z } from 'zod'
import { intervalsInForce } from '../../../shared/plan/published-plans.ts'
import type { Published } from '../../../shared/plan/rules/rule-types.ts'
import type { PlanRules } from '../../../shared/plan/rules/rules.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import type { publishedShiftsInput } from './inputs.ts'

/** The shifts that hold from today on for so many days, of the plans of one pool (null: those for all pools). */
export async function listPublishedShifts(
  { data, clock }: BackendContext,
  { workspaceId, poolId, timeZone, days }: z.output<typeof publishedShiftsInput>,
): Promise<Published> {
  const now = clock()
  const published = (await data.work().publishedPlans(workspaceId)).filter(({ plan }) => plan.poolId === poolId)
  const today = localDateOf(now, timeZone)
  // A plan of another zone may be a day apart, and what began yesterday may still be going on.
  const weeks = Array.from({ length: Math.ceil((days + 2) / 7) + 1 }, (_, week) => addDays(today, 7 * week - 2))
  return {
    now,
    intervals: intervalsInForce(published, () => weeks).map(({ agentId, start, end }) => ({ agentId, start, end })),
  }
}

/** What a plan's rules on notice are checked against; null: it has none. */
export async function publishedForNotice(
  context: BackendContext,
  {
    workspaceId,
    plan: { poolId, timeZone },
    rules: { noticeDays = null },
  }: {
    readonly workspaceId: string
    readonly plan: { readonly poolId: string | null; readonly timeZone: string }
    readonly rules: PlanRules
  },
): Promise<Published | null> {
  return noticeDays === null ? null : listPublishedShifts(context, { workspaceId, poolId, timeZone, days: noticeDays })
}
