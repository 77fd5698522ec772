import { DAY_MINUTES, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../../shared/foundation/minutes.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import type { Formatter } from '../../../../format/formatter.ts'

const LAST_MINUTE = 7 * DAY_MINUTES - 15

/** The minute of the week, by the wall clock, at which each instant lies; where the clock is set back two instants share one. */
export function weekMinutesOf(starts: readonly number[], clock: WeekClock): readonly number[] {
  let interval = 0
  return starts.map((start) => {
    while (clock.intervals[interval]!.end <= start && interval < clock.intervals.length - 1) interval += 1
    const wall = start + clock.intervals[interval]!.offsetMs - clock.firstDay * DAY_MS
    return Math.min(Math.max(Math.floor(wall / MINUTE_MS), 0), LAST_MINUTE)
  })
}

/** "25 h" for a day that is not 24 hours long; null for one that is. */
export function dayNotes(clock: WeekClock, format: Formatter): readonly (string | null)[] {
  return Array.from({ length: 7 }, (_, day) => {
    const hours = (clock.dayStarts[day + 1]! - clock.dayStarts[day]!) / HOUR_MS
    return hours === 24 ? null : format.texts.figures.hours({ hours: format.hours(hours) })
  })
}
