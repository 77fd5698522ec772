import { dayOfHourOfWeek, hourOfDay, hourOfWeek, HOURS_PER_WEEK } from '../../../shared/foundation/hour-of-week.ts'
import { dayOfWeekOf } from '../../../shared/time/local.ts'
import { hoursOfWeek } from '../../../shared/time/hours-of-week.ts'
import type { WeekBands, WeekPrediction } from '../../../shared/predict/types.ts'

/** What an hour of the week comes to, all pools of the plan together. */
export interface HourFigures {
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly hour: number
  readonly visitors: number
  readonly covered: number
  /** On average. */
  readonly agents: number
  /** The most that any quarter-hour of it needs for the target. */
  readonly needed: number
  /** People who have to be there at least; 0: no rule. */
  readonly minimum: number
  /** 0-100; null: nobody is expected. */
  readonly rate: number | null
  readonly band: readonly [lower: number, upper: number] | null
  /** false: the clock skips it. */
  readonly exists: boolean
}

interface HoursInput {
  readonly prediction: WeekPrediction
  readonly bands: WeekBands
  readonly needed: Float64Array
  /** By quarter-hour; null: no rule. */
  readonly minimum: Float64Array | null
  readonly starts: readonly number[]
  readonly timeZone: string
  readonly firstDate: string
}

/** Fewer visitors than this in an hour are nobody. */
const NOBODY = 0.005

/** The 168 hours of the week from its first day on, by the wall clock. An hour that the clock repeats is both of them together. */
export function weekHoursModel({
  prediction,
  bands,
  needed,
  minimum,
  starts,
  timeZone,
  firstDate,
}: HoursInput): readonly HourFigures[] {
  const cells = hoursOfWeek(starts, timeZone)
  const sums = Array.from({ length: HOURS_PER_WEEK }, () => ({
    visitors: 0,
    covered: 0,
    agents: 0,
    needed: 0,
    minimum: 0,
    slots: 0,
  }))
  cells.forEach((cell, slot) => {
    const sum = sums[cell]!
    sum.visitors += prediction.visitors[slot]!
    sum.covered += prediction.covered[slot]!
    sum.agents += prediction.agents[slot]!
    sum.needed = Math.max(sum.needed, needed[slot]!)
    sum.minimum = Math.max(sum.minimum, minimum?.[slot] ?? 0)
    sum.slots += 1
  })
  const first = dayOfWeekOf(firstDate)
  return Array.from({ length: HOURS_PER_WEEK }, (_, index) => {
    const cell = (hourOfWeek(first, 0) + index) % HOURS_PER_WEEK
    const sum = sums[cell]!
    const band = bands.byDayHour[cell]!
    const isEmpty = sum.visitors < NOBODY
    return {
      dayOfWeek: dayOfHourOfWeek(cell),
      hour: hourOfDay(cell),
      visitors: sum.visitors,
      covered: sum.covered,
      agents: sum.agents / Math.max(1, sum.slots),
      needed: sum.needed,
      minimum: sum.minimum,
      rate: isEmpty ? null : Math.min(100, (100 * sum.covered) / sum.visitors),
      band: isEmpty ? null : [100 * band.lower80, 100 * band.upper80],
      exists: sum.slots > 0,
    }
  })
}
