import { DAY_MINUTES, HOUR_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { WHOLE_DAY, type Hours } from './axis.ts'

/** Hours of the day that the board can show, the widest first. */
export const HOURS = [
  { id: 'whole', hours: WHOLE_DAY },
  { id: 'long', hours: { fromMinute: 360, toMinute: 1320 } },
  { id: 'office', hours: { fromMinute: 480, toMinute: 1080 } },
] as const satisfies readonly { readonly id: string; readonly hours: Hours }[]

/** A day of fewer hours would leave no room beside its shifts. */
const LEAST_HOURS = 8
/** So few of the visitors may come at hours that are not shown at first. */
const UNSEEN_SHARE = 0.02

interface Week {
  readonly shifts: readonly Shift[]
  /** Expected in each quarter-hour, and the minute of the week at which it begins. */
  readonly visitors: ArrayLike<number>
  readonly weekMinutes: readonly number[]
}

/** The working hours of a plan: from an hour before its first shift of the day to an hour after its last. Without shifts, the fewest hours that show nearly all visitors. */
export function defaultHours({ shifts, visitors, weekMinutes }: Week): Hours {
  if (shifts.length > 0) return workingHours(shifts)
  return (
    HOURS.findLast(({ hours }) => shareOutside({ visitors, weekMinutes }, hours) <= UNSEEN_SHARE)?.hours ?? WHOLE_DAY
  )
}

function workingHours(shifts: readonly Shift[]): Hours {
  const starts = Math.min(...shifts.map(({ startMinute }) => startMinute))
  const ends = Math.max(...shifts.map(({ endMinute }) => endMinute))
  // Whoever works over midnight works in all of the day's hours, as far as one column shows it.
  if (ends > DAY_MINUTES) return WHOLE_DAY
  const fromMinute = Math.max(0, Math.floor(starts / HOUR_MINUTES) * HOUR_MINUTES - HOUR_MINUTES)
  const toMinute = Math.min(DAY_MINUTES, Math.ceil(ends / HOUR_MINUTES) * HOUR_MINUTES + HOUR_MINUTES)
  const missing = Math.max(0, LEAST_HOURS * HOUR_MINUTES - (toMinute - fromMinute))
  const later = Math.min(DAY_MINUTES, toMinute + Math.floor(missing / 2 / HOUR_MINUTES) * HOUR_MINUTES)
  const earlier = Math.max(0, Math.min(fromMinute, later - LEAST_HOURS * HOUR_MINUTES))
  return { fromMinute: earlier, toMinute: Math.max(later, earlier + LEAST_HOURS * HOUR_MINUTES) }
}

/** Whether hours show all of every shift. */
export function showsAll(shifts: readonly Shift[], hours: Hours): boolean {
  return shifts.every((shift) => isInside(shift, hours))
}

function isInside({ startMinute, endMinute }: Shift, { fromMinute, toMinute }: Hours): boolean {
  return (fromMinute === 0 && toMinute === DAY_MINUTES) || (startMinute >= fromMinute && endMinute <= toMinute)
}

function shareOutside({ visitors, weekMinutes }: Omit<Week, 'shifts'>, { fromMinute, toMinute }: Hours): number {
  let all = 0
  let outside = 0
  weekMinutes.forEach((minute, slot) => {
    const ofDay = minute % DAY_MINUTES
    all += visitors[slot]!
    if (ofDay < fromMinute || ofDay >= toMinute) outside += visitors[slot]!
  })
  return all > 0 ? outside / all : 0
}
