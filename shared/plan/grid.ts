import { DAY_MINUTES } from '../foundation/minutes.ts'
import { GRID_MINUTES, type Plan, type PlanKind, type Shift, type TimeRange } from './plan.ts'

/** The shortest shift and the shortest break. */
export const MIN_RANGE_MINUTES = GRID_MINUTES
/** The longest shift: round the clock. */
export const MAX_SHIFT_MINUTES = DAY_MINUTES

/** The minute of the grid nearest to one; halves go up. */
export function snapMinute(minute: number): number {
  // Adding 0 turns the -0 that a small negative number rounds to into 0, which JSON would do as well.
  return Math.round(minute / GRID_MINUTES) * GRID_MINUTES + 0
}

/** Whether a minute stands on the grid. */
export function isOnGrid(minute: number): boolean {
  return Number.isInteger(minute) && minute % GRID_MINUTES === 0
}

/** A day of a plan of this kind: weekly patterns go round, dated ones go on. */
export function normalDay(day: number, kind: PlanKind): number {
  return kind === 'weekly' ? ((day % 7) + 7) % 7 : day
}

/** Minutes on the wall clock from beginning to end. */
export function lengthOf(range: TimeRange): number {
  return range.endMinute - range.startMinute
}

/** The same time range by another clock: `minutes` later. */
export function shiftedRange<Range extends TimeRange>(range: Range, minutes: number): Range {
  if (minutes === 0) return range
  return { ...range, startMinute: range.startMinute + minutes, endMinute: range.endMinute + minutes }
}

/** The shifts of a plan that have these ids, in the plan's order. */
export function shiftsWithIds(plan: Plan, ids: Iterable<string>): readonly Shift[] {
  const wanted = new Set(ids)
  if (wanted.size === 1) {
    // The usual edit: of a long plan a look at each name is quicker than a set's.
    const [id] = wanted
    for (const shift of plan.shifts) if (shift.id === id) return [shift]
    return []
  }
  const found: Shift[] = []
  for (const shift of plan.shifts) {
    if (found.length === wanted.size) break
    if (wanted.has(shift.id)) found.push(shift)
  }
  return found
}
