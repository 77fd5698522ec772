import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { AgentEntry } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { readCache } from '../threads/read-cache.ts'
import type { CacheOverview } from '../workspaces/cache-overview.ts'
import type { PlanSurroundings } from './plan-warnings.ts'

/** What the workspace knows, with its agents as they are listed. */
export async function surroundingsOf(
  context: BackendContext,
  workspaceId: string,
  agents: readonly AgentEntry[],
): Promise<PlanSurroundings> {
  const overview = await overviewOf(context, workspaceId)
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
