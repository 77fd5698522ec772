import { dayOfWeekOfDay } from '../../time/local.ts'
import type { PlanKind, Shift } from '../plan.ts'

/** Days in a row on which somebody begins a shift. */
export interface ConsecutiveDays {
  readonly days: number
  readonly shiftIds: readonly string[]
  /** A weekly pattern without a day off: it never ends. */
  readonly endless: boolean
}

interface Week {
  readonly kind: PlanKind
  readonly firstDay: number
}

/** The runs of days that touch a week, each in its full length: a weekly pattern goes round, a dated plan goes on outside the week. */
export function consecutiveDays(shifts: readonly Shift[], { kind, firstDay }: Week): readonly ConsecutiveDays[] {
  const byDay = idsByDay(shifts)
  return kind === 'weekly' ? consecutiveInPattern(byDay, dayOfWeekOfDay(firstDay)) : consecutiveByDate(byDay, firstDay)
}

const known = new WeakMap<readonly Shift[], ReadonlyMap<number, readonly string[]>>()

/** Remembered, for the same shifts are looked at in week after week. */
function idsByDay(shifts: readonly Shift[]): ReadonlyMap<number, readonly string[]> {
  const found = known.get(shifts)
  if (found) return found
  const byDay = new Map<number, string[]>()
  for (const { day, id } of shifts) {
    const ids = byDay.get(day)
    if (ids) ids.push(id)
    else byDay.set(day, [id])
  }
  known.set(shifts, byDay)
  return byDay
}

function consecutiveInPattern(
  byDay: ReadonlyMap<number, readonly string[]>,
  firstDayOfWeek: number,
): readonly ConsecutiveDays[] {
  if (byDay.size === 7) return [{ days: 7, shiftIds: [...byDay.values()].flat(), endless: true }]
  const runs: ConsecutiveDays[] = []
  for (let step = 0; step < 7; step++) {
    const day = (firstDayOfWeek + step) % 7
    if (byDay.has(day) && !byDay.has((day + 6) % 7)) runs.push(consecutiveFrom(day, (each) => byDay.get(each % 7)))
  }
  return runs
}

function consecutiveByDate(
  byDay: ReadonlyMap<number, readonly string[]>,
  firstDay: number,
): readonly ConsecutiveDays[] {
  const runs: ConsecutiveDays[] = []
  for (let day = firstDay; day < firstDay + 7; day++) {
    if (!byDay.has(day) || (day > firstDay && byDay.has(day - 1))) continue
    let first = day
    while (byDay.has(first - 1)) first--
    runs.push(consecutiveFrom(first, (each) => byDay.get(each)))
  }
  return runs
}

function consecutiveFrom(first: number, idsOn: (day: number) => readonly string[] | undefined): ConsecutiveDays {
  const shiftIds: string[] = []
  let day = first
  for (let ids = idsOn(day); ids; ids = idsOn(++day)) shiftIds.push(...ids)
  return { days: day - first, shiftIds, endless: false }
}
