import { DAY_MS, MINUTE_MS } from '../foundation/minutes.ts'
import { addDays, formatLocalDate, localRange, parseLocalDate } from '../time/local.ts'
import { SLOT_MS } from '../time/slots.ts'
import { offsetIntervals, type OffsetInterval } from '../time/zone.ts'

/** Rules look at the neighbouring weeks as well. */
const DAYS_BEFORE = 10
const DAYS_AFTER = 18
/** Local time is less than a day from UTC, and no clock was ever set by more than a day. */
const REACH_MS = 2 * DAY_MS
const CLOCKS_KEPT = 256

/** The clock of one local week: what it takes to say at once which instant a wall time is. */
export interface WeekClock {
  readonly timeZone: string
  /** Local date on which the week begins: any day of the week. */
  readonly firstDate: string
  readonly firstDay: number
  /** Instants [start, end) of the week. */
  readonly start: number
  readonly end: number
  /** Instant at which each of the seven local days begins, and, eighth, the end. A day that the zone skipped is empty. */
  readonly dayStarts: readonly number[]
  /** Quarter-hours of the week: 672, a few more or less where the clock changes. */
  readonly slotCount: number
  /** The zone's offsets from ten days before the week to eleven days after it. */
  readonly intervals: readonly OffsetInterval[]
}

const clocks = new Map<string, WeekClock>()

/** The clock of the local week that begins on `firstDate`; remembered. Throws AppError 'invalid-input' for nonsense. */
export function weekClock(timeZone: string, firstDate: string): WeekClock {
  const key = `${timeZone} ${firstDate}`
  const known = clocks.get(key)
  if (known) return known
  const clock = makeClock(timeZone, firstDate)
  if (clocks.size >= CLOCKS_KEPT) clocks.clear()
  clocks.set(key, clock)
  return clock
}

/**
 * The instant of a wall time, given as a calendar day and minutes after its midnight (past 1440: later days). A time that the clock
 * skips is read with the offset before the gap, of one that it repeats the first is meant (RFC 5545).
 */
export function instantOnClock(clock: WeekClock, day: number, minute: number): number {
  const wall = day * DAY_MS + minute * MINUTE_MS
  return instantIn(clock.intervals, wall) ?? instantOfWall(wall, clock.timeZone)
}

/** As `instantOnClock`, for any day. Throws AppError 'invalid-input' for an unknown zone. */
export function instantOfWallTime(timeZone: string, day: number, minute: number): number {
  return instantOfWall(day * DAY_MS + minute * MINUTE_MS, timeZone)
}

function instantOfWall(wall: number, timeZone: string): number {
  return instantIn(offsetIntervals(timeZone, wall - REACH_MS, wall + REACH_MS), wall)!
}

/** null where the intervals do not reach that far. `wall` is local time as if it were UTC. */
function instantIn(intervals: readonly OffsetInterval[], wall: number): number | null {
  for (let index = 0; index < intervals.length; index++) {
    const { start, end, offsetMs } = intervals[index]!
    const instant = wall - offsetMs
    if (instant >= end) continue
    if (instant >= start) return instant
    return index === 0 ? null : wall - intervals[index - 1]!.offsetMs
  }
  return null
}

function makeClock(timeZone: string, firstDate: string): WeekClock {
  const firstDay = parseLocalDate(firstDate)
  const { start, end } = localRange(firstDate, addDays(firstDate, 6), timeZone)
  const dayStarts = Array.from({ length: 7 }, (_, day) => {
    const date = formatLocalDate(firstDay + day)
    return localRange(date, date, timeZone).start
  })
  return {
    timeZone,
    firstDate,
    firstDay,
    start,
    end,
    dayStarts: [...dayStarts, end],
    slotCount: Math.ceil((end - start) / SLOT_MS),
    intervals: offsetIntervals(timeZone, (firstDay - DAYS_BEFORE) * DAY_MS, (firstDay + DAYS_AFTER) * DAY_MS),
  }
}
