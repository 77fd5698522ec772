import type { Plan, Shift } from '../../../../../shared/plan/plan.ts'
import { placesOf, type BoardWeek, type Placed } from './board-week.ts'
import { lanesOf } from './lanes.ts'

/** Somebody who can have a row. */
export interface BoardAgent {
  readonly id: string
  readonly name: string
  /** IANA zone in which the agent lives; null: the plan's. */
  readonly timeZone: string | null
  /** Deactivated when the week begins: keeps what is planned, and is given no more. Absent: active. */
  readonly isInactive?: boolean
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
  readonly lanes: number
}

/** The rows of the board: the agents in their order, then whoever else has shifts, then the open shifts. */
export function boardRows(plan: Plan, { week, agents }: { readonly week: BoardWeek; readonly agents: readonly BoardAgent[] }): readonly BoardRow[] {
  const byAgent = Map.groupBy(plan.shifts, (shift) => shift.agentId)
  const known = new Set(agents.map(({ id }) => id))
  const strangers = [...byAgent.keys()].filter((id): id is string => id !== null && !known.has(id)).toSorted()
  const people = [...agents, ...strangers.map((id) => ({ id, name: `${id.slice(0, 8)} (not in the source)`, timeZone: null }))]
  return [
    ...people.map(({ id, name, timeZone }) => rowOf({ agentId: id, name, timeZone: timeZone === plan.timeZone ? null : timeZone }, byAgent.get(id) ?? [], week)),
    rowOf({ agentId: null, name: 'Open shifts', timeZone: null }, byAgent.get(null) ?? [], week),
  ]
}

function rowOf(who: Pick<BoardRow, 'agentId' | 'name' | 'timeZone'>, shifts: readonly Shift[], week: BoardWeek): BoardRow {
  const places = shifts.flatMap((shift) => placesOf(week, shift))
  const { laneOf, count } = lanesOf(places.map((place) => ({ id: keyOf(place), start: place.start, end: place.end })))
  return {
    ...who,
    places: places.map((place) => ({ ...place, lane: laneOf.get(keyOf(place))! })).toSorted((a, b) => a.start - b.start || a.lane - b.lane),
    lanes: count,
  }
}

function keyOf({ shift, isRest }: Placed): string {
  return isRest ? `${shift.id} rest` : shift.id
}
