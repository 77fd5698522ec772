import { DAY_MINUTES, MINUTE_MS } from '../foundation/minutes.ts'
import { offsetAt } from '../time/zone.ts'
import type { Plan, Shift, TimeRange } from './plan.ts'
import { instantOfWallTime } from './week-clock.ts'

/** The shifts of a dated plan by the wall clock of another zone, without any of which a clock change leaves nothing. */
export function shiftsInZone(plan: Plan, timeZone: string): readonly Shift[] {
  if (plan.timeZone === timeZone) return plan.shifts
  const minuteOf = (day: number, minute: number): number => {
    const instant = instantOfWallTime(plan.timeZone, day, minute)
    return (instant + offsetAt(instant, timeZone)) / MINUTE_MS
  }
  return plan.shifts
    .map((shift): Shift => {
      const day = Math.floor(minuteOf(shift.day, shift.startMinute) / DAY_MINUTES)
      const range = ({ startMinute, endMinute }: TimeRange): TimeRange => ({
        startMinute: minuteOf(shift.day, startMinute) - day * DAY_MINUTES,
        endMinute: minuteOf(shift.day, endMinute) - day * DAY_MINUTES,
      })
      return { ...shift, ...range(shift), day, breaks: shift.breaks.map(range).filter(isSomething) }
    })
    .filter(isSomething)
}

function isSomething({ startMinute, endMinute }: TimeRange): boolean {
  return endMinute > startMinute
}
