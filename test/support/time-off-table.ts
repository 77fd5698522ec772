import { csvSheet } from '../../electron/backend/rosters/csv-sheet.ts'
import { readTimeOff } from '../../electron/backend/time-off/read-time-off.ts'
import type { KnownAgent } from '../../shared/roster/match-names.ts'
import { parseLocalDate } from '../../shared/time/local.ts'

type Agents = readonly (Omit<KnownAgent, 'email'> & Partial<Pick<KnownAgent, 'email'>>)[]

/** The time off of a table of text. */
export function readTimeOffText(text: string, agents: Agents) {
  return readTimeOffTable(text, agents).entries
}

/** What a table of text is read as, by a computer in Europe in March 2026. */
export function readTimeOffTable(text: string, agents: Agents) {
  return readTimeOff([csvSheet(text, 'time off')], {
    agents: agents.map((agent) => ({ email: null, ...agent })),
    timeZone: 'Europe/Berlin',
    dateOrder: null,
    usualOrder: 'dmy',
    today: parseLocalDate('2026-03-01'),
  })
}
