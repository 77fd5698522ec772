import type { ChangedOutput, NameMatchOutput, NotUnderstoodOutput } from '../../../shared/contract/roster-output.ts'
import type { AppError } from '../../../shared/foundation/errors.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import { MOST_AVAILABLE_RANGES } from '../../../shared/plan/rules/rules-schema.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import type { DateOrder } from '../../../shared/roster/date-text.ts'
import type { OrderReason } from '../../../shared/roster/date-order.ts'
import { type ChosenNames, type KnownAgent, matchNames, peopleInFile } from '../../../shared/roster/match-names.ts'
import type { Person, Place, ReadOptions, Remark, Sheet, UnusedColumn, WhyNot } from '../../../shared/roster/roster.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { type FoundAvailability, readAvailability, type ReadAvailability } from '../agents/read-availability.ts'
import { unreadable } from '../rosters/roster-failures.ts'
import { readTimeOff, type ReadTimeOff } from '../time-off/read-time-off.ts'

/** How a file about agents is to be read, and whom it can name. */
export interface AgentFileOptions extends ReadOptions {
  readonly agents: readonly KnownAgent[]
  readonly chosen: ChosenNames
  readonly remembered: ChosenNames
}

interface ReadRows {
  /** Below the header. */
  readonly rows: number
  readonly matches: readonly NameMatchOutput[]
  readonly notUnderstood: readonly NotUnderstoodOutput[]
  readonly notUnderstoodCount: number
  readonly changed: readonly ChangedOutput[]
  readonly changedCount: number
  readonly unusedColumns: readonly UnusedColumn[]
}

/** Time off of one row, or of one part of it. `agentId` null: several agents could be meant. */
export interface TimeOffRow extends Place, Omit<StoredTimeOff, 'id' | 'agentId'> {
  readonly inFile: string
  readonly agentId: string | null
}

/** When an agent can work; null: at any time, empty: never. */
export interface AvailabilityRow extends Place {
  readonly inFile: string
  readonly agentId: string | null
  readonly availability: NonNullable<AgentRules['availability']> | null
}

/** What a file says of agents: when they are away, or when they can work. */
export type AgentFile =
  | (ReadRows & {
      readonly kind: 'time-off'
      readonly dateOrder: DateOrder
      readonly dateOrderBy: OrderReason
      readonly entries: readonly TimeOffRow[]
    })
  | (ReadRows & { readonly kind: 'availability'; readonly entries: readonly AvailabilityRow[] })

/** As many are listed; of more it is said how many. */
const MOST_LISTED = 1_000

/** Reads a table of time off or of availability, whichever it is. Throws AppError 'invalid-input' for another one. */
export function readAgentFile(sheets: readonly Sheet[], options: AgentFileOptions): AgentFile {
  const availability = readAvailability(sheets)
  if (availability !== null) return ofAvailability(availability, options)
  const timeOff = readTimeOff(sheets, options)
  if (timeOff !== null) return ofTimeOff(timeOff, options)
  throw noTable()
}

function noTable(): AppError {
  return unreadable(
    'No table of time off or availability was found in the file.',
    'For time off, give a table with the columns agent, kind, from, to, start, end and note; for availability one with agent, day, start and end.',
  )
}

function ofTimeOff(read: ReadTimeOff, options: AgentFileOptions): AgentFile {
  const { agentOf, ...rows } = readRows(read, read.found, options)
  return {
    kind: 'time-off',
    ...rows,
    dateOrder: read.order,
    dateOrderBy: read.reason,
    entries: read.found.flatMap(({ person, firstDay, lastDay, ...found }) => {
      const agent = agentOf(person)
      return agent === null ? [] : { ...found, ...agent, from: formatLocalDate(firstDay), to: formatLocalDate(lastDay) }
    }),
  }
}

function ofAvailability(read: ReadAvailability, options: AgentFileOptions): AgentFile {
  const { agentOf, ...rows } = readRows(read, read.found, options)
  const keyOf = (agent: NonNullable<ReturnType<typeof agentOf>>): string => agent.agentId ?? `? ${agent.inFile}`
  // Who has a row that was not understood keeps all of what is there: half a week would be a wrong one.
  const unclear = new Set(read.unclear.flatMap((person) => agentOf(person) ?? []).map(keyOf))
  const found = new Map<string, AvailabilityRow>()
  for (const { person, when, row, column } of read.found) {
    const agent = agentOf(person)
    if (agent === null || unclear.has(keyOf(agent))) continue
    const before = found.get(keyOf(agent))
    const availability = withRow(before?.availability, when)
    if ((availability?.length ?? 0) > MOST_AVAILABLE_RANGES) throw tooManyRanges(agent.inFile)
    found.set(keyOf(agent), { row, column, ...before, ...agent, availability })
  }
  return { kind: 'availability', ...rows, entries: [...found.values()] }
}

function withRow(
  before: AvailabilityRow['availability'] | undefined,
  when: FoundAvailability['when'],
): AvailabilityRow['availability'] {
  if (when === 'any-time') return null
  return when === 'never' ? (before ?? []) : [...(before ?? []), ...when]
}

function tooManyRanges(inFile: string): AppError {
  return unreadable(
    `The file has more than ${MOST_AVAILABLE_RANGES} time ranges for "${inFile}".`,
    'Give each agent a row per time range of a weekday.',
  )
}

/** Who is meant by the names of a table, and which rows name nobody of the workspace. */
function readRows(
  read: Pick<ReadTimeOff, 'rows' | 'personColumn' | 'notUnderstood' | 'changed' | 'unused'> &
    Partial<Pick<ReadAvailability, 'unclear'>>,
  found: readonly (Place & { readonly person: Person })[],
  { agents, chosen, remembered }: AgentFileOptions,
) {
  const people = peopleInFile([...found.map(({ person }) => person), ...(read.unclear ?? [])])
  const matches = matchNames(people, { agents, chosen, remembered })
  const byName = new Map(matches.map((match) => [match.inFile, match]))
  const agentOf = (person: Person) => {
    const { inFile, agentId, how } = byName.get(people.nameOf(person))!
    return agentId === null && how !== 'ambiguous' ? null : { inFile, agentId }
  }
  const unknown = new Map<number, Remark<WhyNot>>()
  for (const { person, row } of found)
    if (agentOf(person) === null)
      unknown.set(row, { row, column: read.personColumn, text: people.nameOf(person), why: 'unknown-agent' })
  const notUnderstood = [...read.notUnderstood, ...unknown.values()].toSorted((one, other) => one.row - other.row)
  return {
    agentOf,
    rows: read.rows,
    matches: matches.map(({ candidates, ...match }) => ({ ...match, candidates: [...candidates] })),
    notUnderstood: notUnderstood.slice(0, MOST_LISTED),
    notUnderstoodCount: notUnderstood.length,
    changed: read.changed.slice(0, MOST_LISTED),
    changedCount: read.changed.length,
    unusedColumns: read.unused.slice(0, MOST_LISTED),
  }
}

/** "HH:MM" of the part of a day; null: whole days. */
export function partTexts(part: StoredTimeOff['part']): { readonly start: string | null; readonly end: string | null } {
  return part === null
    ? { start: null, end: null }
    : { start: formatWallTime(part.startMinute), end: formatWallTime(part.endMinute) }
}
