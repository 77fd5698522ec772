import type { Plan, Shift } from '../../../../../shared/plan/plan.ts'
import type { AgentEntry, TimeOffEntry } from '../../plan-types.ts'
import { shiftPlaces, type BoardWeek, type Placed } from './board-week.ts'
import { layInLanes } from './lanes.ts'
import { awayPlaces, type Away } from './away.ts'
import { NO_OFF_TIMES, type OffTimes } from './off-times.ts'
import type { WeekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { cityOf } from '../../../../../shared/time/zone-city.ts'

/** Somebody who can have a row. */
export interface BoardAgent {
  readonly id: string
  readonly name: string
  /** IANA zone in which the agent lives; null: the plan's. */
  readonly timeZone: string | null
  /** Deactivated when the week begins: keeps what is planned, and is given no more. Absent: active. */
  readonly isInactive?: boolean
}

interface ShownIn {
  readonly plan: Plan
  /** Instant at which the week begins. */
  readonly weekStart: number
}

/** Who gets a row: agents of the plan's pool who are still there and active, and whoever has a shift. */
export function shownAgents(
  agents: readonly AgentEntry[],
  { plan: { poolId, shifts }, weekStart }: ShownIn,
  { texts }: Formatter,
): readonly BoardAgent[] {
  const planned = new Set(shifts.map(({ agentId }) => agentId))
  return agents
    .map((agent) => ({
      ...agent,
      isInactive: agent.inactiveSince !== null && Date.parse(agent.inactiveSince) <= weekStart,
    }))
    .filter(
      ({ id, present, isInactive, rules }) =>
        planned.has(id) || (present && !isInactive && (poolId === null || (rules.pools ?? [poolId]).includes(poolId))),
    )
    .map(({ id, name, isInactive, rules }) => ({
      id,
      name: isInactive ? texts.planBoard.deactivated({ name }) : name,
      timeZone: rules.timeZone ?? null,
      isInactive,
    }))
}

/** Who can be given a shift. */
export function assignable(agents: readonly BoardAgent[]): readonly BoardAgent[] {
  return agents.filter(({ isInactive }) => isInactive !== true)
}

export interface PlacedInLane extends Placed {
  readonly lane: number
}

/** One agent of the board, or the open shifts. */
export interface BoardRow {
  /** null: the open shifts. */
  readonly agentId: string | null
  readonly name: string
  /** null: the plan's. */
  readonly timeZone: string | null
  readonly places: readonly PlacedInLane[]
  /** When the agent is away, in minutes of the week, by start. */
  readonly away: readonly Away[]
  readonly lanes: number
  /** When the agent cannot work by the rules on the agent. */
  readonly off: OffTimes
  /** Where rows are grouped: the one pool that the agent serves; null: several, or all. Absent: rows are not grouped. */
  readonly poolId?: string | null
}

interface RowsOptions {
  readonly week: BoardWeek
  readonly agents: readonly BoardAgent[]
  readonly timeOff: readonly TimeOffEntry[]
  readonly offOf: (agentId: string) => OffTimes
  /** Rows of the plan as it was a moment ago: those of which nothing changed are taken over, and need not be drawn again. */
  readonly before?: readonly BoardRow[] | null
}

/** The rows of the board: the agents in their order, then whoever else has shifts, then the open shifts. */
export function boardRows(
  plan: Plan,
  { week, agents, timeOff, offOf, before = null }: RowsOptions,
  { texts: { planBoard: t } }: Formatter,
): readonly BoardRow[] {
  const awayOf = awayByAgent(timeOff)
  const byAgent = Map.groupBy(plan.shifts, (shift) => shift.agentId)
  const known = new Set(agents.map(({ id }) => id))
  const strangers = [...byAgent.keys()].filter((id): id is string => id !== null && !known.has(id)).toSorted()
  const people = [
    ...agents,
    ...strangers.map((id) => ({ id, name: t.notInSource({ id: id.slice(0, 8) }), timeZone: null })),
  ]
  const sources: readonly RowSource[] = [
    ...people.map(({ id, name, timeZone }) => ({
      agentId: id,
      name,
      timeZone: timeZone === plan.timeZone ? null : timeZone,
      off: offOf(id),
      timeOff: awayOf.get(id) ?? [],
      shifts: byAgent.get(id) ?? [],
      week,
    })),
    {
      agentId: null,
      name: t.unassignedRow,
      timeZone: null,
      off: NO_OFF_TIMES,
      timeOff: [],
      shifts: byAgent.get(null) ?? [],
      week,
    },
  ]
  const rowOf = new Map(before?.map((row) => [row.agentId, row]))
  return sources.map((source) => {
    const known = rowOf.get(source.agentId)
    const knownSource = known === undefined ? undefined : sourceOf.get(known)
    if (known !== undefined && knownSource !== undefined && isSameSource(knownSource, source)) return known
    const row = boardRow(source)
    sourceOf.set(row, source)
    return row
  })
}

const awayOfAll = new WeakMap<readonly TimeOffEntry[], ReadonlyMap<string, readonly TimeOffEntry[]>>()

/** By agent; remembered, for public holidays of a large team are many, and an edit changes none. */
function awayByAgent(timeOff: readonly TimeOffEntry[]): ReadonlyMap<string, readonly TimeOffEntry[]> {
  const known = awayOfAll.get(timeOff)
  if (known) return known
  const made = Map.groupBy(timeOff, ({ agentId }) => agentId)
  awayOfAll.set(timeOff, made)
  return made
}

/** What a row follows from. */
interface RowSource extends Pick<BoardRow, 'agentId' | 'name' | 'timeZone' | 'off'> {
  readonly timeOff: readonly TimeOffEntry[]
  readonly shifts: readonly Shift[]
  readonly week: BoardWeek
}

const sourceOf = new WeakMap<BoardRow, RowSource>()

function isSameSource(one: RowSource, other: RowSource): boolean {
  return (
    one.name === other.name &&
    one.timeZone === other.timeZone &&
    one.off === other.off &&
    one.week === other.week &&
    areSameObjects(one.shifts, other.shifts) &&
    areSameObjects(one.timeOff, other.timeOff)
  )
}

function areSameObjects(some: readonly object[], others: readonly object[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index])
}

function boardRow({ agentId, name, timeZone, off, timeOff, shifts, week }: RowSource): BoardRow {
  const places = shifts.flatMap((shift) => shiftPlaces(week, shift))
  const { laneOf, count } = layInLanes(
    places.map((place) => ({ id: placedKey(place), start: place.start, end: place.end })),
  )
  return {
    agentId,
    name,
    timeZone,
    off,
    away: awayPlaces(timeOff, week),
    places: places
      .map((place) => ({ ...place, lane: laneOf.get(placedKey(place))! }))
      .toSorted((a, b) => a.start - b.start || a.lane - b.lane),
    lanes: count,
  }
}

function placedKey({ shift, isRest }: Placed): string {
  return isRest ? `${shift.id} rest` : shift.id
}

/** What is under each name: "38 h", "38 h · Berlin time", and of unassigned shifts "3 · 12 h". */
export function rowDetails(
  rows: readonly BoardRow[],
  hours: WeekHours,
  format: Formatter,
): ReadonlyMap<string | null, string> {
  const { planBoard: t, figures } = format.texts
  return new Map(
    rows.map(({ agentId, timeZone }) => {
      if (agentId === null)
        return [
          null,
          hours.openShifts === 0
            ? t.none
            : t.countAndHours({ count: format.count(hours.openShifts), hours: format.hours(hours.openMinutes / 60) }),
        ]
      const own = hours.byAgent.get(agentId)
      return [
        agentId,
        [
          ...(own === undefined ? [] : [figures.hours({ hours: format.hours(own.workedMinutes / 60) })]),
          ...(timeZone === null ? [] : [t.cityTime({ city: cityOf(timeZone) })]),
        ].join(' · '),
      ]
    }),
  )
}
