import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { BandPoint } from '../../charts/band-chart.ts'
import { dayOfWeekOf, localRange } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { DateNames } from '../../app/known-dates/known-dates.ts'
import { forecastSentence, type PlaceFigures } from './forecast-text.ts'

/** The figures of a day or a slot, with its day. */
export interface ForecastPlace extends PlaceFigures {
  /** Local date. */
  readonly date: string
  /** "Monday 23 Nov", "Monday 23 Nov, 12:00–13:00". */
  readonly name: string
}

/** One of a chart's places, and the day that a click on it means. */
export interface PointModel {
  readonly points: readonly BandPoint[]
  readonly dates: readonly string[]
}

interface SumOfDay {
  readonly date: string
  readonly visitors: number
  readonly lower80: number
  readonly upper80: number
  readonly actual?: number | null
}

/** The figures of days. */
export function dayPlaces(days: readonly SumOfDay[], format: Formatter): readonly ForecastPlace[] {
  return days.map(({ date, visitors, lower80, upper80, actual }) => ({
    date,
    name: dayName(date, format),
    expected: visitors,
    lower: lower80,
    upper: upper80,
    came: actual ?? null,
  }))
}

interface SlotColumns {
  readonly starts: readonly number[]
  readonly visitors: readonly number[]
  readonly lower80: readonly number[]
  readonly upper80: readonly number[]
  readonly actual?: readonly (number | null)[] | undefined
  readonly days: readonly { readonly date: string }[]
}

export interface SlotContext {
  readonly timeZone: string
  readonly slotMinutes: number
}

/** The figures of the slots of a week. A time that the clock repeats is marked as such. */
export function slotPlaces(
  { starts, visitors, lower80, upper80, actual, days }: SlotColumns,
  { timeZone, slotMinutes }: SlotContext,
  format: Formatter,
): readonly ForecastPlace[] {
  const t = format.texts.forecast
  const ends = days.map(({ date }) => localRange(date, date, timeZone).end)
  const seen = new Set<string>()
  let day = 0
  return starts.map((start, slot) => {
    while (day < ends.length - 1 && start >= ends[day]!) day++
    const { date } = days[day]!
    const time = t.slotName({
      day: dayName(date, format),
      from: format.time(start, timeZone),
      to: format.time(start + slotMinutes * MINUTE_MS, timeZone),
    })
    const name = seen.has(time) ? t.again({ time }) : time
    seen.add(time)
    return {
      date,
      name,
      expected: visitors[slot]!,
      lower: lower80[slot]!,
      upper: upper80[slot]!,
      came: actual?.[slot] ?? null,
    }
  })
}

interface PointOptions {
  readonly names: DateNames
  /** What is said of a date in a tooltip, besides its figures. */
  readonly sentences?: ReadonlyMap<string, readonly string[]>
  /** Days that are written on the axis: all, or the first of each week. */
  readonly every: 'day' | 'week'
}

/** The places as a chart draws them, with the days on its axis and what they are called. */
export function chartPoints(
  places: readonly ForecastPlace[],
  { names, sentences = NO_SENTENCES, every }: PointOptions,
  format: Formatter,
): PointModel {
  const firstDay = places[0] === undefined ? 0 : dayOfWeekOf(places[0].date)
  const points = places.map((place, index): BandPoint => {
    const { date, expected, lower, upper, came } = place
    const name = names.get(date)
    const begins = places[index - 1]?.date !== date && (every === 'day' || dayOfWeekOf(date) === firstDay)
    const label = begins
      ? `${format.date(date, every === 'day' ? 'weekday' : 'short')}${name === undefined || every === 'week' ? '' : `\n${name}`}`
      : ''
    return {
      label,
      expected,
      lower,
      upper,
      came,
      tooltip: [
        ...(name === undefined ? [] : [name]),
        forecastSentence(place.name, place, format),
        ...(sentences.get(date) ?? []),
      ],
    }
  })
  return { points, dates: places.map(({ date }) => date) }
}

const NO_SENTENCES: ReadonlyMap<string, readonly string[]> = new Map()

/** "Monday 23 Nov". */
function dayName(date: string, format: Formatter): string {
  return format.texts.forecast.dayName({
    weekday: format.dayName(dayOfWeekOf(date)),
    date: format.date(date, 'short'),
  })
}
