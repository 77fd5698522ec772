import { DAY_MINUTES, HOUR_MINUTES } from '../../../../../shared/foundation/minutes.ts'

/** Visitors that one more agent would cover in an hour of the week; hours from midnight of its first column. */
export interface HourWorth {
  readonly hour: number
  readonly gain: number
}

const QUARTERS = 4
const HOURS = (7 * DAY_MINUTES) / HOUR_MINUTES
const MOST_NAMED = 3
/** Less is not worth naming. */
const FEWEST = 1

interface WeekTimes {
  /** Instants at which the quarter-hours of the week begin, and the minute of the week at which each lies. */
  readonly starts: readonly number[]
  readonly weekMinutes: readonly number[]
}

/** Quarter-hours by hour of the week; an hour that the clock repeats has the mean of both. */
export function hourWorths(
  nextHour: readonly { readonly start: string; readonly coveredGain: number }[],
  { starts, weekMinutes }: WeekTimes,
): Float64Array {
  const minuteAt = new Map(starts.map((start, slot) => [start, weekMinutes[slot]!]))
  const gains = new Float64Array(HOURS)
  const quarters = new Float64Array(HOURS)
  for (const { start, coveredGain } of nextHour) {
    const minute = minuteAt.get(Date.parse(start))
    if (minute === undefined) continue
    const hour = Math.floor(minute / HOUR_MINUTES)
    gains[hour]! += coveredGain
    quarters[hour]! += 1
  }
  return gains.map((gain, hour) => (quarters[hour]! > QUARTERS ? (gain * QUARTERS) / quarters[hour]! : gain))
}

/** The hours in which one more agent would cover most, the best first. */
export function bestHours(gains: Float64Array): readonly HourWorth[] {
  return Array.from(gains, (gain, hour) => ({ hour, gain }))
    .filter(({ gain }) => gain >= FEWEST)
    .toSorted((one, other) => other.gain - one.gain || one.hour - other.hour)
    .slice(0, MOST_NAMED)
}
