import { addDays, formatLocalDate, localDateOf, parseLocalDate } from '../time/local.ts'
import type { HealthDay, HealthMoment } from './organization-facts.ts'

export type HealthSums = Omit<HealthDay, 'day'>

/** Day numbers, both inside. */
export interface DaySpan {
  readonly from: number
  readonly to: number
}

/** The month of `now` up to its day, the same days of the month before (its last day at most), and the 30 days up to now. */
export interface HealthSpans {
  readonly month: DaySpan
  readonly monthBefore: DaySpan
  readonly last30: DaySpan
  readonly today: number
  /** From here on sums are kept day by day: the first of the month three months before. Earlier days are kept by month. */
  readonly firstDaily: number
}

/** Every organization of a report asks for the same ones, and dates of a zone take their time. */
const known = new WeakMap<HealthMoment, HealthSpans>()

export function healthSpans(moment: HealthMoment): HealthSpans {
  const found = known.get(moment) ?? spansAt(moment)
  known.set(moment, found)
  return found
}

function spansAt({ now, timeZone }: HealthMoment): HealthSpans {
  const today = localDateOf(now, timeZone)
  const first = `${today.slice(0, 8)}01`
  const firstBefore = monthsBefore(first, 1)
  const day = parseLocalDate(today)
  const month = { from: parseLocalDate(first), to: day }
  const before = parseLocalDate(firstBefore)
  return {
    month,
    monthBefore: { from: before, to: Math.min(before + (day - month.from), month.from - 1) },
    last30: { from: day - 29, to: day },
    today: day,
    firstDaily: parseLocalDate(monthsBefore(first, 3)),
  }
}

/** The first of the month some months before that of a date that is a first. */
function monthsBefore(first: string, months: number): string {
  let date = first
  for (let month = 0; month < months; month += 1) date = `${addDays(date, -1).slice(0, 8)}01`
  return date
}

/** Sums of the days of a span; of all days where none is given. */
export function sumOf(days: readonly HealthDay[], span: DaySpan | null = null): HealthSums {
  const sums = { visitors: 0, covered: 0, ownVisitors: 0, ownCovered: 0, calls: 0, answered: 0 }
  for (const one of days) {
    if (span !== null && (one.day < span.from || one.day > span.to)) continue
    sums.visitors += one.visitors
    sums.covered += one.covered
    sums.ownVisitors += one.ownVisitors
    sums.ownCovered += one.ownCovered
    sums.calls += one.calls
    sums.answered += one.answered
  }
  return sums
}

/** One week of the trend; weeks end today. */
export interface TrendWeek {
  /** Local date of its first day. */
  readonly from: string
  readonly visitors: number
  readonly covered: number
}

const TREND_WEEKS = 12

/** The last weeks by the own country rule, oldest first; weeks before the daily sums are left out. */
export function trendOfWeeks(days: readonly HealthDay[], moment: HealthMoment): readonly TrendWeek[] {
  const { today, firstDaily } = healthSpans(moment)
  const weeks = Array.from({ length: TREND_WEEKS }, (_, index) => today - 7 * (TREND_WEEKS - index) + 1)
  return weeks
    .filter((from) => from >= firstDaily)
    .map((from) => {
      const { ownVisitors, ownCovered } = sumOf(days, { from, to: from + 6 })
      return { from: formatLocalDate(from), visitors: ownVisitors, covered: ownCovered }
    })
}
