import { randomUUID } from 'node:crypto'
import { rulesFromFile, type ReadRules } from '../../../shared/contract/rules-file.ts'
import type { PlannedAgent } from '../../store/plan-store-records.ts'
import type { WorkStore } from '../../store/work-store.ts'
import { forgetRosterNames } from '../rosters/remembered-names.ts'
import type { AgentAvailability } from './availability-csv.ts'
import { newTimeOff } from '../time-off/new-time-off.ts'

/** What the work thread does with agents: what the user entered of them. */
export function agentFunctions(storeOf: (id: string) => WorkStore) {
  return {
    listPlannedAgents: (id: string) => storeOf(id).plannedAgents.list(),
    /** In the place of what was said of the agent before; where nothing is said, nothing is kept. */
    savePlannedAgent(id: string, agent: PlannedAgent): void {
      const { plannedAgents } = storeOf(id)
      if (agent.name === null && Object.keys(agent.rules).length === 0) plannedAgents.remove(agent.id)
      else plannedAgents.save(agent)
    },
    /** Saves the agents of the text of a rules file, all or none; returns their ids. Throws 'invalid-input' that names what is wrong in it. */
    importRules(id: string, text: string): readonly string[] {
      const { plannedAgents, timeOff } = storeOf(id)
      const { rules, names } = rulesFromFile(text)
      const agents = plannedFrom({ rules, names }, plannedAgents.list())
      if (agents.length > 0) plannedAgents.save(...agents)
      const away = newTimeOff(
        Object.entries(rules.timeOff ?? {}).flatMap(([agentId, entries]) =>
          entries.map((entry) => ({ ...entry, agentId, id: randomUUID() })),
        ),
        timeOff.list(),
      )
      if (away.length > 0) timeOff.save(...away)
      return agents.map((agent) => agent.id)
    },
    /** In the place of the availability that the agents had; all or none. */
    saveAvailability(id: string, all: readonly AgentAvailability[]): void {
      const { plannedAgents } = storeOf(id)
      const before = new Map(plannedAgents.list().map((agent) => [agent.id, agent]))
      const changed = all.map(({ agentId, availability }): PlannedAgent => {
        const { name = null, rules = {} } = before.get(agentId) ?? {}
        return { id: agentId, name, rules: { ...rules, availability } }
      })
      if (changed.length > 0) plannedAgents.save(...changed)
    },
    /** With the names by which rosters meant the agent, and with the time off where nothing else knows them. false: nothing was said of the agent. */
    forgetAgent(id: string, agentId: string, { withTimeOff }: { readonly withTimeOff: boolean }): boolean {
      const store = storeOf(id)
      forgetRosterNames(store, agentId)
      const away = withTimeOff ? store.timeOff.list().filter((entry) => entry.agentId === agentId) : []
      if (away.length > 0) store.timeOff.remove(...away.map((entry) => entry.id))
      // Last: until then the agent is listed, and can be removed once more.
      return store.plannedAgents.remove(agentId)
    },
  }
}

/** The agents of a rules file; one that the file does not name keeps the name it has. */
export function plannedFrom(
  { rules, names }: Pick<ReadRules, 'rules' | 'names'>,
  before: readonly PlannedAgent[],
): readonly PlannedAgent[] {
  const namesBefore = new Map(before.map(({ id, name }) => [id, name]))
  return Object.entries(rules.agents).map(([id, own]) => ({
    id,
    name: (Object.hasOwn(names, id) ? names[id] : namesBefore.get(id)) ?? null,
    rules: own,
  }))
}
