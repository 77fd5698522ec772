import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { readCache } from '../threads/read-cache.ts'
import type { CacheOverview } from '../workspaces/cache-overview.ts'
import { type PlanSurroundings, planWarnings } from './plan-warnings.ts'

/** What whoever imports a plan should know of it, in words. Nothing of it keeps the plan out. */
export async function importWarnings(
  context: BackendContext,
  workspaceId: string,
  plan: Plan,
): Promise<readonly string[]> {
  return planWarnings(plan, await surroundingsOf(context, workspaceId))
}

/** What the workspace knows. */
export async function surroundingsOf(context: BackendContext, workspaceId: string): Promise<PlanSurroundings> {
  const [overview, agents] = await Promise.all([overviewOf(context, workspaceId), listAgents(context, workspaceId)])
  return {
    now: overview?.now ?? null,
    pools: (overview?.pools ?? []).map(({ id, name }) => ({ id, name })),
    agents: agents.map(({ id, name, inactiveSince }) => ({ id, name, inactiveSince })),
  }
}

async function overviewOf(context: BackendContext, workspaceId: string): Promise<CacheOverview | null> {
  try {
    return await readCache(context, workspaceId, (reader) => reader.overview(workspaceId))
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'not-found') return null
    throw thrown
  }
}
