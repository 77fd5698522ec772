import { addDays } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'

/** From here on a number of visitors is shown without decimals. */
const WHOLE_FROM = 10

/** Visitors expected: a mean, so a small one has a decimal. */
export function expectedCount(value: number, format: Formatter): string {
  return value < WHOLE_FROM ? format.average(value) : format.count(value)
}

/** "33–52". */
export function intervalText(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  format: Formatter,
): string {
  return lower === upper ? format.count(lower) : `${format.count(lower)}–${format.count(upper)}`
}

/** "23–29 Nov"; over New Year "28 Dec – 3 Jan", where a language would add the years. */
export function weekDates(firstDate: string, format: Formatter): string {
  const lastDate = addDays(firstDate, 6)
  if (firstDate.slice(0, 4) === lastDate.slice(0, 4)) return format.dateRange(firstDate, lastDate, 'short')
  return `${format.date(firstDate, 'short')} – ${format.date(lastDate, 'short')}`
}

/** A length of slots, as messages choose by it. */
export function slotOf(slotMinutes: number): 'quarter' | 'half' | 'hour' {
  return slotMinutes === 15 ? 'quarter' : slotMinutes === 30 ? 'half' : 'hour'
}

/** Expected visitors of a day or a slot with their range, and the actual ones; null: not known. */
export interface PlaceFigures {
  readonly expected: number
  readonly lower: number
  readonly upper: number
  readonly came: number | null
}

/** "Monday 23 Nov: 42 visitors expected (80% range 33–52). Actual: 47, within the range." */
export function forecastSentence(
  place: string,
  { expected, lower, upper, came }: PlaceFigures,
  format: Formatter,
): string {
  const t = format.texts.forecast
  const sentence = t.place({
    place,
    count: expected,
    expected: expectedCount(expected, format),
    range: intervalText({ lower, upper }, format),
  })
  if (came === null) return sentence
  const actual = { actual: format.count(came) }
  const where = came < lower ? t.actualBelow(actual) : came > upper ? t.actualAbove(actual) : t.actualWithin(actual)
  return `${sentence} ${where}`
}

/** A change of the marks, and how many visitors a week was expected to have before it. */
export interface LastChange {
  readonly text: string
  readonly firstDate: string
  readonly visitors: number
}

interface Now {
  readonly firstDate: string
  readonly visitors: number
  /** The forecast is still being computed anew. */
  readonly isFetching: boolean
}

/** Says what was changed, and what that did to the week that is shown. */
export function changeText(change: LastChange | null, now: Now | null, format: Formatter): string {
  const t = format.texts.marks
  if (change === null) return ''
  if (now === null || now.firstDate !== change.firstDate) return change.text
  if (now.isFetching) return `${change.text} ${t.recalculating}`
  const count = Math.round(now.visitors)
  const difference = count - Math.round(change.visitors)
  if (difference === 0) return `${change.text} ${t.unchanged}`
  const values = { count, difference: format.count(Math.abs(difference)) }
  return `${change.text} ${difference > 0 ? t.more(values) : t.fewer(values)}`
}
