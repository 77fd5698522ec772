import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { PlannedAgent } from '../../store/plan-store-records.ts'
import type { SourceAgent } from '../roles/plan-agents-query.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { AgentEntry } from './plan-services.ts'
import { readCache } from './read-cache.ts'

/** Agents of the source with what the user said of them, and those the user added, by name. */
export async function listAgents(deps: ServiceDependencies, workspaceId: string): Promise<readonly AgentEntry[]> {
  // First what is the user's: it says whether there is such a workspace.
  const planned = new Map((await deps.data.work().listPlannedAgents(workspaceId)).map((agent) => [agent.id, agent]))
  const known = await agentsOfSource(deps, workspaceId)
  const inSource = new Set(known.map(({ id }) => id))
  const added = [...planned.values()].filter(({ id }) => !inSource.has(id))
  const entries = [...known.map((agent) => entryOf(agent, planned.get(agent.id))), ...added.map(entryOfAdded)]
  return entries.toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1))
}

/** A workspace that was never synced has plans and no agents of a source. */
async function agentsOfSource(deps: ServiceDependencies, workspaceId: string): Promise<readonly SourceAgent[]> {
  try {
    return await readCache(deps, workspaceId, (reader) => reader.agents(workspaceId))
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'not-found') return []
    throw thrown
  }
}

function entryOf(agent: SourceAgent, planned: PlannedAgent | undefined): AgentEntry {
  return {
    id: agent.id,
    name: planned?.name ?? agent.name ?? agent.id,
    sourceName: agent.name,
    inSource: true,
    present: agent.present,
    inactiveSince: agent.inactiveSince === null ? null : new Date(agent.inactiveSince).toISOString(),
    sourcePools: agent.pools,
    lastOnline: agent.lastOnline === null ? null : new Date(agent.lastOnline).toISOString(),
    // Of pools alone the source knows something: what the user leaves out follows it.
    rules: { pools: agent.pools, ...planned?.rules },
    edited: planned !== undefined,
  }
}

function entryOfAdded({ id, name, rules }: PlannedAgent): AgentEntry {
  return { id, name: name ?? id, sourceName: null, inSource: false, present: true, inactiveSince: null, sourcePools: null, lastOnline: null, rules, edited: true }
}
