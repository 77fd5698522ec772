import { toErrorReport } from '../../../shared/contract/errors.ts'
import { inactiveOf, plannedInactive } from '../../../shared/plan/inactive-agents.ts'
import { shiftOccurrences, weeksOfDated } from '../../../shared/plan/occurrences.ts'
import type { Plan, PlannedSpell } from '../../../shared/plan/plan.ts'
import { plannedSpells } from '../../../shared/plan/spells.ts'
import type { CacheOverview } from '../roles/app-queries.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { nextMonday } from './forecast-week.ts'
import { listAgents } from './plan-agents.ts'
import type { AgentEntry } from './plan-services.ts'
import { readCache } from './read-cache.ts'

/** As many are named; of more it is said how many. */
const MOST_NAMED = 10

/** The pool and the agents of a plan that the workspace does not know, and agents who are deactivated, in words. They may be new or return, so nothing is refused for them. */
export async function unknownInPlan(deps: ServiceDependencies, workspaceId: string, plan: Plan): Promise<readonly string[]> {
  const [overview, agents] = await Promise.all([overviewOf(deps, workspaceId), listAgents(deps, workspaceId)])
  // Before the first sync nobody can be told from somebody new.
  if (overview === null || overview.now === null) return []
  const known = new Set(agents.map(({ id }) => id))
  const unknown = [...new Set(plan.shifts.flatMap(({ agentId }) => agentId ?? []))].filter((id) => !known.has(id)).toSorted()
  return [...unknownPool(plan.poolId, overview), ...unknownAgents(unknown), ...deactivatedAgents(plan, agents, overview.now)]
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

/** Of a weekly plan those who are deactivated now; of a dated one those with shifts after they were. */
function deactivatedAgents(plan: Plan, agents: readonly AgentEntry[], now: number): readonly string[] {
  const inactive = inactiveOf(agents)
  const spells = plan.kind === 'weekly' ? plannedSpells(plan, { firstDate: nextMonday(now, plan.timeZone) }) : datedSpells(plan)
  const ids = new Set(plannedInactive(spells, inactive))
  const names = agents.flatMap(({ id, name }) => (ids.has(id) ? [name === id ? id : `${name} (${id})`] : []))
  if (names.length === 0) return []
  return [`${names.length === 1 ? 'One agent' : `${names.length} agents`} of the plan ${names.length === 1 ? 'is' : 'are'} deactivated, and from then on ${names.length === 1 ? 'counts' : 'count'} as nobody: ${named(names)}.`]
}

function datedSpells(plan: Plan): readonly PlannedSpell[] {
  const span = weeksOfDated(plan)
  return span === null ? [] : shiftOccurrences(plan, span).map(({ spell }) => spell)
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
