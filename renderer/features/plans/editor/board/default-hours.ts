import type { Shift } from '../../../../../shared/plan/plan.ts'
import { DAY_MINUTES } from '../../../../../shared/plan/plan.ts'
import { WHOLE_DAY, type Hours } from './axis.ts'

/** Hours of the day that the board can show, the widest first. */
export const HOURS = [
  { id: 'whole', hours: WHOLE_DAY },
  { id: 'long', hours: { fromMinute: 360, toMinute: 1320 } },
  { id: 'office', hours: { fromMinute: 480, toMinute: 1080 } },
] as const satisfies readonly { readonly id: string; readonly hours: Hours }[]

/** So few of the visitors may come at hours that are not shown at first. */
const UNSEEN_SHARE = 0.02

interface Week {
  readonly shifts: readonly Shift[]
  /** Expected in each quarter-hour, and the minute of the week at which it begins. */
  readonly visitors: ArrayLike<number>
  readonly weekMinutes: readonly number[]
}

/** The fewest hours that show every shift and nearly all visitors: bars have the more room. */
export function defaultHours({ shifts, visitors, weekMinutes }: Week): Hours {
  return HOURS.findLast(({ hours }) => showsAll(shifts, hours) && shareOutside({ visitors, weekMinutes }, hours) <= UNSEEN_SHARE)?.hours ?? WHOLE_DAY
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
