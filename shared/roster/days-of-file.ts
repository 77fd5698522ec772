import type { FoundAbsence, FoundRoster, FoundShift } from './roster.ts'

const WEEK = 7
/** Day 0 was a Thursday. */
const MONDAYS_AHEAD = 3

/**
 * The days that a file is about: those of its shifts, and the weeks next to them in which somebody is only away. Longer absences, and those
 * that are further off, reach beyond what the file plans. null: it has no shift.
 */
export function daysOfFile(
  shifts: readonly Pick<FoundShift, 'day'>[],
  absences: readonly Pick<FoundAbsence, 'firstDay' | 'lastDay'>[],
): FoundRoster['days'] {
  let [first, last] = [Infinity, -Infinity]
  for (const { day } of shifts) [first, last] = [Math.min(first, day), Math.max(last, day)]
  if (first === Infinity) return null
  const short = absences
    .filter(({ firstDay, lastDay }) => lastDay - firstDay < WEEK)
    .toSorted((one, other) => one.firstDay - other.firstDay)
  for (const { firstDay, lastDay } of short) if (lastDay > last && weekOf(firstDay) <= weekOf(last) + 1) last = lastDay
  for (const { firstDay, lastDay } of short.toReversed())
    if (firstDay < first && weekOf(lastDay) >= weekOf(first) - 1) first = firstDay
  return { first, last }
}

function weekOf(day: number): number {
  return Math.floor((day + MONDAYS_AHEAD) / WEEK)
}
