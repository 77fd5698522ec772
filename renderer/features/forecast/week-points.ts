import type { BandPoint } from '../../charts/band-chart.ts'
import { dayOfWeekOf, localRange } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Mark } from './forecast-types.ts'
import { toldSentence, type Told } from './forecast-words.ts'
import { KIND_NAMES, KIND_WORDS } from './mark-words.ts'

/** What is told of a day or a slot, with the day it is of. */
export interface ToldPlace extends Told {
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

/** What is told of days. */
export function dayPlaces(days: readonly SumOfDay[], format: Formatter): readonly ToldPlace[] {
  return days.map(({ date, visitors, lower80, upper80, actual }) => ({ date, name: dayName(date, format), expected: visitors, lower: lower80, upper: upper80, came: actual ?? null }))
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

/** What is told of the slots of a week. A time that the clock repeats is told apart. */
export function slotPlaces({ starts, visitors, lower80, upper80, actual, days }: SlotColumns, { timeZone, slotMinutes }: SlotContext, format: Formatter): readonly ToldPlace[] {
  const ends = days.map(({ date }) => localRange(date, date, timeZone).end)
  const seen = new Set<string>()
  let day = 0
  return starts.map((start, slot) => {
    while (day < ends.length - 1 && start >= ends[day]!) day++
    const { date } = days[day]!
    const time = `${dayName(date, format)}, ${format.time(start, timeZone)}–${format.time(start + slotMinutes * 60_000, timeZone)}`
    const name = seen.has(time) ? `${time}, again` : time
    seen.add(time)
    return { date, name, expected: visitors[slot]!, lower: lower80[slot]!, upper: upper80[slot]!, came: actual?.[slot] ?? null }
  })
}

interface PointOptions {
  readonly marks: readonly Mark[]
  /** Days that are written on the axis: all, or the first of each week. */
  readonly every: 'day' | 'week'
}

/** The places as a chart draws them, with the days on its axis and marks in words. */
export function pointsOf(places: readonly ToldPlace[], { marks, every }: PointOptions, format: Formatter): PointModel {
  const markOf = new Map(marks.map((mark) => [mark.date, mark]))
  const firstDay = places[0] === undefined ? 0 : dayOfWeekOf(places[0].date)
  const points = places.map((place, index): BandPoint => {
    const { date, expected, lower, upper, came } = place
    const mark = markOf.get(date)
    const begins = places[index - 1]?.date !== date && (every === 'day' || dayOfWeekOf(date) === firstDay)
    const label = begins ? `${format.date(date, every === 'day' ? 'weekday' : 'short')}${mark === undefined || every === 'week' ? '' : `\n${KIND_WORDS[mark.kind]}`}` : ''
    return { label, expected, lower, upper, came, tooltip: [`${place.name}: ${toldSentence(place, format)}`, ...(mark === undefined ? [] : [markSentence(mark)])] }
  })
  return { points, dates: places.map(({ date }) => date) }
}

export function markSentence({ kind, note }: Mark): string {
  return `Marked: ${KIND_NAMES[kind].toLowerCase()}${note === '' ? '' : `, ${note}`}.`
}

/** "Monday 23 Nov". */
function dayName(date: string, format: Formatter): string {
  return `${format.dayName(dayOfWeekOf(date))} ${format.date(date, 'short')}`
}
