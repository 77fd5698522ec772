import type { PlannedInterval } from '../../plan/plan.ts'
import { blocksOf } from '../attendance/blocks.ts'
import { addPresence, profileFor, type WeekGrid } from '../attendance/expected-presence.ts'
import type { AttendanceModel } from '../types.ts'
import type { Serving } from './serving-classes.ts'

/** One person of a plan: an agent with all of their intervals, or one interval of an open shift. */
export interface PresenceRow {
  readonly agentId: string | null
  /** Chance of being online at each slot. */
  readonly presence: Float64Array
  /** Slots [from, to) outside of which the chance is 0. */
  readonly from: number
  readonly to: number
  /** How far the person serves each class of pools, 0-1. */
  readonly serves: Float64Array
}

/** Makes rows from planned intervals. */
export interface RowMaker {
  readonly grid: WeekGrid
  readonly attendance: AttendanceModel
  readonly serves: (agentId: string | null) => Serving
}

/** The persons of a plan by key: `agent:<id>`, or `open:<shift>` with one row for each of its intervals. */
export function intervalsByPerson(
  intervals: readonly PlannedInterval[],
): ReadonlyMap<string, readonly PlannedInterval[]> {
  const byPerson = new Map<string, PlannedInterval[]>()
  intervals.forEach((interval) => {
    const key = personOf(interval)
    const own = byPerson.get(key)
    if (own) own.push(interval)
    else byPerson.set(key, [interval])
  })
  return byPerson
}

/** Who works an interval: an agent, or somebody of its own for each time that an open shift is worked. */
export function personOf({ agentId, shiftId, start }: PlannedInterval): string {
  return agentId === null ? `open:${start}:${shiftId}` : `agent:${agentId}`
}

/** The row of one person. */
export function rowOf(intervals: readonly PlannedInterval[], { grid, attendance, serves }: RowMaker): PresenceRow {
  const { agentId } = intervals[0]!
  const presence = new Float64Array(grid.count)
  const profile = profileFor(attendance, agentId)
  for (const block of blocksOf(intervals)) addPresence(presence, { block, profile, grid })
  let from = 0
  while (from < grid.count && presence[from] === 0) from += 1
  let to = grid.count
  while (to > from && presence[to - 1] === 0) to -= 1
  return { agentId, presence, from, to, serves: serves(agentId).shares }
}
