import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { CacheOverview } from '../roles/app-queries.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listAgents } from './plan-agents.ts'
import { readCache } from './read-cache.ts'

/** As many are named; of more it is said how many. */
const MOST_NAMED = 10

/** The pool and the agents of a plan that the workspace does not know, in words. They may be new, so nothing is refused for them. */
export async function unknownInPlan(deps: ServiceDependencies, workspaceId: string, plan: Plan): Promise<readonly string[]> {
  const [overview, agents] = await Promise.all([overviewOf(deps, workspaceId), listAgents(deps, workspaceId)])
  // Before the first sync nobody can be told from somebody new.
  if (overview === null || overview.now === null) return []
  const known = new Set(agents.map(({ id }) => id))
  const unknown = [...new Set(plan.shifts.flatMap(({ agentId }) => agentId ?? []))].filter((id) => !known.has(id)).toSorted()
  return [...unknownPool(plan.poolId, overview), ...unknownAgents(unknown)]
}

function unknownPool(poolId: string | null, { pools }: CacheOverview): readonly string[] {
  if (poolId === null || pools.some(({ id }) => id === poolId)) return []
  const there = pools.length === 0 ? 'The source names no pools.' : `There are: ${named(pools.map(({ id, name }) => (name === null ? id : `${id} (${name})`)))}.`
  return [`The plan is for the pool "${poolId}", which this workspace does not know. ${there}`]
}

function unknownAgents(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return []
  return [`${ids.length === 1 ? 'One agent' : `${ids.length} agents`} of the plan ${ids.length === 1 ? 'is' : 'are'} not known to this workspace: ${named(ids)}.`]
}

function named(names: readonly string[]): string {
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more` : names.join(', ')
}

async function overviewOf(deps: ServiceDependencies, workspaceId: string): Promise<CacheOverview | null> {
  try {
    return await readCache(deps, workspaceId, (reader) => reader.overview(workspaceId))
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'not-found') return null
    throw thrown
  }
}
