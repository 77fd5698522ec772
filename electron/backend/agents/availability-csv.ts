import { AppError } from '../../../shared/foundation/errors.ts'
import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { formatWallTime, parseWallTime } from '../../../shared/plan/wall-time.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import { plain, weekdayOf } from '../../../shared/roster/words.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { toCsv } from '../core/csv.ts'
import { csvSheet } from '../rosters/csv-sheet.ts'

const HEADER = ['agent', 'name', 'day', 'start', 'end'] as const
const ANY_TIME = 'any time'
const NEVER = 'never'

type Availability = NonNullable<AgentRules['availability']>

/** An agent's availability; null: any time, empty: never. */
export interface AgentAvailability {
  readonly agentId: string
  readonly availability: Availability | null
}

interface NamedAgent {
  readonly id: string
  readonly name: string
}

/** Availability as CSV, a row a range; "any time" and "never" are rows of their own. Agents of whom nothing is said are left out. */
export function availabilityToCsv(agents: readonly (NamedAgent & { readonly rules: AgentRules })[]): string {
  return toCsv(
    HEADER,
    agents.flatMap(({ id, name, rules: { availability } }) => {
      if (availability === undefined) return []
      if (availability === null || availability.length === 0)
        return [[id, name, availability === null ? ANY_TIME : NEVER, '', '']]
      return availability.map(({ dayOfWeek, startMinute, endMinute }) => [
        id,
        name,
        DAY_NAMES[dayOfWeek]!,
        formatWallTime(startMinute),
        formatWallTime(endMinute),
      ])
    }),
  )
}

/**
 * Availability from the text of a CSV file with a header: any separator, weekdays in any language that rosters are read in. `agent` is an id
 * or a name; without it `name` is taken. Throws AppError 'invalid-input' that names the line and what is wrong in it.
 */
export function availabilityFromCsv(text: string, agents: readonly NamedAgent[]): readonly AgentAvailability[] {
  const [header = [], ...rows] = csvSheet(text, '').rows
  const columns = HEADER.map((name) => header.findIndex((cell) => cell.trim().toLowerCase() === name))
  const found = new Map<string, Availability | null>()
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue
    const fail = (reason: string): AppError =>
      new AppError({
        code: 'invalid-input',
        message: `Line ${index + 2} of the file ${reason}.`,
        kept: 'Nothing of the file was taken.',
        next: `Its columns are ${HEADER.join(', ')}; a day is a weekday, "${ANY_TIME}" or "${NEVER}", times are HH:MM.`,
      })
    const [agent, name, day, start, end] = columns.map((column) =>
      column === -1 ? '' : harmfulAgain(row[column] ?? ''),
    ) as [string, string, string, string, string]
    const agentId = agentOf(agent === '' ? name : agent, agents, fail)
    const said = plain(day)
    const before = found.get(agentId)
    if (said === ANY_TIME) found.set(agentId, null)
    else if (said === NEVER) found.set(agentId, before ?? [])
    else found.set(agentId, [...(before ?? []), rangeOf({ day: said, start: start.trim(), end: end.trim() }, fail)])
  }
  return [...found].map(([agentId, availability]) => ({ agentId, availability }))
}

interface WrittenRange {
  readonly day: string
  readonly start: string
  readonly end: string
}

function rangeOf({ day, start, end }: WrittenRange, fail: (reason: string) => AppError): Availability[number] {
  const dayOfWeek = weekdayOf(day)
  if (dayOfWeek === undefined) throw fail(`has the day "${day}", which is no weekday`)
  const [from, to] = [parseWallTime(start), parseWallTime(end)]
  if (from === null || to === null) throw fail(`has times that cannot be read: "${start}" to "${end}"`)
  const startMinute = from % DAY_MINUTES
  return { dayOfWeek, startMinute, endMinute: to > startMinute ? to : to + DAY_MINUTES }
}

function agentOf(named: string, agents: readonly NamedAgent[], fail: (reason: string) => AppError): string {
  if (named.trim() === '') throw fail('names no agent')
  if (agents.some(({ id }) => id === named)) return named
  const found = agents.filter(({ name }) => name.toLowerCase() === named.trim().toLowerCase())
  if (found.length === 1) return found[0]!.id
  throw fail(
    found.length === 0 ? `names "${named}", who is no agent` : `names "${named}", and several agents are called so`,
  )
}
