import { type AgentFile, readAgentFile } from '../../electron/backend/agent-files/read-agent-file.ts'
import { csvSheet } from '../../electron/backend/rosters/csv-sheet.ts'
import type { KnownAgent } from '../../shared/roster/match-names.ts'
import { parseLocalDate } from '../../shared/time/local.ts'

type Agents = readonly (Omit<KnownAgent, 'email'> & Partial<Pick<KnownAgent, 'email'>>)[]

/** What a table of text about agents is read as, by a computer in Europe in March 2026. */
export function readAgentText(text: string, agents: Agents): AgentFile {
  return readAgentFile([csvSheet(text, 'agents')], {
    agents: agents.map((agent) => ({ email: null, ...agent })),
    chosen: {},
    remembered: {},
    timeZone: 'Europe/Berlin',
    dateOrder: null,
    usualOrder: 'dmy',
    today: parseLocalDate('2026-03-01'),
  })
}

/** The time off of such a table. */
export function readTimeOffText(text: string, agents: Agents) {
  const read = readAgentText(text, agents)
  if (read.kind !== 'time-off') throw new Error('It is no time off.')
  return read.entries.map(({ agentId, kind, from, to, part, note }) => ({ agentId, kind, from, to, part, note }))
}

/** The availability of such a table, by agent. */
export function readAvailabilityText(text: string, agents: Agents) {
  const read = readAgentText(text, agents)
  if (read.kind !== 'availability') throw new Error('It is no availability.')
  return read.entries.map(({ agentId, availability }) => ({ agentId, availability }))
}

/** What of such a table was left out, as "3:5 called-off Rejected". */
export function leftOutOf(text: string, agents: Agents): readonly string[] {
  return readAgentText(text, agents).notUnderstood.map((one) => `${one.row}:${one.column} ${one.why} ${one.text}`)
}
