import type { Plan } from '../../../../shared/plan/plan.ts'
import type { Published } from '../../../../shared/plan/rules/rule-types.ts'
import type { PlanRules } from '../../../../shared/plan/rules/rules.ts'
import type { RpcClient } from '../../../app/rpc/procedures.ts'

interface PublishedForOptions {
  readonly workspaceId: string
  readonly plan: Pick<Plan, 'poolId' | 'timeZone'>
  readonly rules: PlanRules
}

/** What holds in the place of a plan, for its rule on notice; null: it has none. */
export async function publishedFor(
  client: RpcClient,
  { workspaceId, plan: { poolId, timeZone }, rules: { noticeDays = null } }: PublishedForOptions,
): Promise<Published | null> {
  if (noticeDays === null) return null
  return client.plans.publishedShifts.query({ workspaceId, poolId, timeZone, days: noticeDays })
}
