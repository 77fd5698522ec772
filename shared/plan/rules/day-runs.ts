import { dayOfWeekOfDay } from '../../time/local.ts'
import type { PlanKind, Shift } from '../plan.ts'

/** Days in a row on which somebody begins a shift. */
export interface DayRun {
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
export function longestRuns(shifts: readonly Shift[], { kind, firstDay }: Week): readonly DayRun[] {
  const byDay = new Map<number, string[]>()
  for (const { day, id } of shifts) byDay.set(day, [...(byDay.get(day) ?? []), id])
  return kind === 'weekly' ? weeklyRuns(byDay, dayOfWeekOfDay(firstDay)) : datedRuns(byDay, firstDay)
}

function weeklyRuns(byDay: ReadonlyMap<number, readonly string[]>, firstDayOfWeek: number): readonly DayRun[] {
  if (byDay.size === 7) return [{ days: 7, shiftIds: [...byDay.values()].flat(), endless: true }]
  const runs: DayRun[] = []
  for (let step = 0; step < 7; step++) {
    const day = (firstDayOfWeek + step) % 7
    if (byDay.has(day) && !byDay.has((day + 6) % 7)) runs.push(runFrom(day, (each) => byDay.get(each % 7)))
  }
  return runs
}

function datedRuns(byDay: ReadonlyMap<number, readonly string[]>, firstDay: number): readonly DayRun[] {
  const runs: DayRun[] = []
  for (let day = firstDay; day < firstDay + 7; day++) {
    if (!byDay.has(day) || (day > firstDay && byDay.has(day - 1))) continue
    let first = day
    while (byDay.has(first - 1)) first--
    runs.push(runFrom(first, (each) => byDay.get(each)))
  }
  return runs
}

function runFrom(first: number, idsOn: (day: number) => readonly string[] | undefined): DayRun {
  const shiftIds: string[] = []
  let day = first
  for (let ids = idsOn(day); ids; ids = idsOn(++day)) shiftIds.push(...ids)
  return { days: day - first, shiftIds, endless: false }
}
