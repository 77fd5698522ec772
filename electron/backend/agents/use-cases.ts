import type { z } from 'zod'
import { hasPlanRules, rulesFromFile, rulesToText } from '../../../shared/contract/rules-file.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { HolidayPlace } from '../../../shared/plan/rules/rule-types.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import type { PlannedAgent } from '../../store/plan-store-records.ts'
import type { BackendContext } from '../core/context.ts'
import { refuseUnknownPlaces } from '../holidays/calendars.ts'
import { readCache } from '../threads/read-cache.ts'
import { availabilityToCsv } from './availability-csv.ts'
import type { agentInput, exportRulesInput, importRulesInput, saveAgentInput } from './inputs.ts'
import type { SourceAgent } from './source-agents.ts'

export type AgentEntry = ReturnType<typeof sourceEntry>

/** Agents of the source with what the user said of them, and those the user added, by name. */
export async function listAgents(context: BackendContext, workspaceId: string): Promise<readonly AgentEntry[]> {
  // First what is the user's: it says whether there is such a workspace.
  const planned = new Map((await context.data.work().listPlannedAgents(workspaceId)).map((agent) => [agent.id, agent]))
  const known = await agentsOfSource(context, workspaceId)
  const inSource = new Set(known.map(({ id }) => id))
  const added = [...planned.values()].filter(({ id }) => !inSource.has(id))
  const entries = [...known.map((agent) => sourceEntry(agent, planned.get(agent.id))), ...added.map(addedEntry)]
  return entries.toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : 1))
}

export async function saveAgent(
  context: BackendContext,
  { workspaceId, agentId, name, rules }: z.output<typeof saveAgentInput>,
) {
  await refuseUnknownPlaces(context, placesIn([rules]))
  return context.data.work().savePlannedAgent(workspaceId, { id: agentId, name, rules })
}

/** Forgets what was entered of an agent: one of the source falls back on what the source says, another is gone with the time off. */
export async function removeAgent(context: BackendContext, { workspaceId, agentId }: z.output<typeof agentInput>) {
  const inSource = (await agentsOfSource(context, workspaceId)).some(({ id }) => id === agentId)
  return { removed: await context.data.work().forgetAgent(workspaceId, agentId, { withTimeOff: !inSource }) }
}

function placesIn(all: readonly AgentRules[]): readonly HolidayPlace[] {
  return all.flatMap(({ holidayCalendar }) => holidayCalendar ?? [])
}

/** What the user said of agents, and of a plan where it is asked for, as a rules file. */
export async function exportRules({ data }: BackendContext, { workspaceId, plan }: z.output<typeof exportRulesInput>) {
  const planned = await data.work().listPlannedAgents(workspaceId)
  const away = Map.groupBy(await data.work().listTimeOff(workspaceId), ({ agentId }) => agentId)
  const known = new Set(planned.map(({ id }) => id))
  const others = [...away.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: null, rules: {} }))
  return { fileName: 'rules.json', text: rulesToText([...planned, ...others], Object.fromEntries(away), plan) }
}

/** The agents' rules of a rules file, which replace those of before. Throws 'invalid-input' that names what is wrong in it. */
export async function importRules(context: BackendContext, { workspaceId, text }: z.output<typeof importRulesInput>) {
  const known = new Set((await listAgents(context, workspaceId)).map(({ id }) => id))
  await refuseUnknownPlaces(context, placesIn(Object.values(rulesFromFile(text).rules.agents)))
  const ids = await context.data.work().importRules(workspaceId, text)
  return {
    /** How many agents the file names, and those of them whom the workspace did not know; they were added. */
    agents: ids.length,
    added: ids.filter((id) => !known.has(id)),
    /** Whether it has rules for a plan besides, which belong to a plan and were not taken. */
    hasPlanRules: hasPlanRules(text),
  }
}

/** Every agent's availability as CSV. */
export async function exportAvailability(context: BackendContext, workspaceId: string) {
  const { text, rows } = availabilityToCsv(await listAgents(context, workspaceId))
  return { fileName: 'availability.csv', text, rows }
}

/** A workspace that was never synced has plans and no agents of a source. */
async function agentsOfSource(context: BackendContext, workspaceId: string): Promise<readonly SourceAgent[]> {
  try {
    return await readCache(context, workspaceId, (reader) => reader.agents(workspaceId))
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'not-found') return []
    throw thrown
  }
}

function sourceEntry(agent: SourceAgent, planned: PlannedAgent | undefined) {
  // Of pools alone the source knows something: what the user leaves out follows it.
  const rules: AgentRules = { pools: agent.pools, ...planned?.rules }
  return {
    id: agent.id,
    /** As plans show it: the user's, else the source's, else the id. */
    name: planned?.name ?? agent.name ?? agent.id,
    sourceName: agent.name,
    inSource: true,
    /** false: the source had the agent and has not any more. */
    present: agent.present,
    /** The source calls the agent deactivated since that instant: part of the past, and of no plan from then on. null: active. */
    inactiveSince: agent.inactiveSince === null ? null : new Date(agent.inactiveSince).toISOString(),
    /** Pools that the source says the agent serves; null: not known, which counts as all. */
    sourcePools: agent.pools,
    lastOnline: agent.lastOnline === null ? null : new Date(agent.lastOnline).toISOString(),
    /** In the history that is kept: how long the agent has been there, as far as is known. */
    firstOnline: agent.firstOnline === null ? null : new Date(agent.firstOnline).toISOString(),
    /** What the user said; pools, where the user said nothing of them, as the source has them. */
    rules,
    /** Whether the user said something of the agent. */
    edited: planned !== undefined,
  }
}

function addedEntry({ id, name, rules }: PlannedAgent): AgentEntry {
  return {
    id,
    name: name ?? id,
    sourceName: null,
    inSource: false,
    present: true,
    inactiveSince: null,
    sourcePools: null,
    lastOnline: null,
    firstOnline: null,
    rules,
    edited: true,
  }
}
