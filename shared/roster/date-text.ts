import { dayOfWeekOfDay } from '../time/local.ts'
import { monthOf, tidy, weekdayOf, plain } from './words.ts'

/** In which order the numbers of a date stand. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What the text of a date says; a day is a day number of the calendar, a weekday 0 to 6 from Sunday. */
export type DateText =
  | { readonly kind: 'day'; readonly day: number }
  | {
      readonly kind: 'numbers'
      readonly numbers: readonly number[]
      readonly weekday: number | null
      /** "2.3.2026": nobody writes the month first with points. */
      readonly hasPoints: boolean
    }
  | {
      readonly kind: 'no-year'
      readonly month: number
      readonly date: number
      readonly weekday: number | null
    }
  | { readonly kind: 'date-of-month'; readonly date: number; readonly weekday: number | null }
  | { readonly kind: 'weekday'; readonly weekday: number }

const EPOCH_SERIAL = 25_569
const SERIALS = { least: 32_874, most: 73_050 }
const DAY_MS = 86_400_000
const MILLENNIUM = 2000
const FILLERS = new Set([
  'of',
  'de',
  'del',
  'the',
  'den',
  'der',
  'le',
  'la',
  'el',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'd',
  'di',
  'am',
])

const remembered = new Map<string, DateText | null>()
const MOST_REMEMBERED = 20_000

/** The date that a whole text says; null: it is none. A time behind it is another function's to take off. */
export function dateText(text: string): DateText | null {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const read = readDate(tidy(text).toLowerCase())
  if (remembered.size < MOST_REMEMBERED) remembered.set(text, read)
  return read
}

/** A day number; null: there is no such date. Years of two digits are of this century. */
export function dayNumber(year: number, month: number, date: number): number | null {
  const full = year < 100 ? MILLENNIUM + year : year
  if (full < 1900 || full > 2199 || month < 1 || month > 12 || date < 1) return null
  const instant = Date.UTC(full, month - 1, date)
  return new Date(instant).getUTCDate() === date ? instant / DAY_MS : null
}

/** The day that numbers say in an order; null: none. Without a year it is of the year that brings it nearest to today. */
export function dayInOrder(numbers: readonly number[], order: DateOrder, today: number): number | null {
  const [first = 0, second = 0, third] = numbers
  if (third === undefined)
    return order === 'dmy' ? nearestDay(second, first, { today }) : nearestDay(first, second, { today })
  switch (order) {
    case 'dmy':
      return dayNumber(third, second, first)
    case 'mdy':
      return dayNumber(third, first, second)
    case 'ymd':
      // A year of four digits stands where it stands.
      return third > 99 ? dayNumber(third, second, first) : dayNumber(first, second, third)
  }
}

/** The day of a month and date nearest to today, on the weekday where one is named; null: there is none. */
export function nearestDay(
  month: number,
  date: number,
  { today, weekday = null }: { readonly today: number; readonly weekday?: number | null },
): number | null {
  const year = new Date(today * DAY_MS).getUTCFullYear()
  const found = [year - 1, year, year + 1].flatMap((one) => dayNumber(one, month, date) ?? [])
  const fitting = weekday === null ? found : found.filter((day) => dayOfWeekOfDay(day) === weekday)
  return (
    (fitting.length > 0 ? fitting : found).toSorted(
      (one, other) => Math.abs(one - today) - Math.abs(other - today),
    )[0] ?? null
  )
}

function readDate(text: string): DateText | null {
  if (text === '' || text.length > 60) return null
  return numericDate(text, null) ?? writtenDate(text)
}

function numericDate(text: string, weekday: number | null): DateText | null {
  const iso = /^([1-9]\d{3})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?$/u.exec(text)
  if (iso !== null) return known(dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  if (/^(?!00)\d{8}$/u.test(text))
    return known(
      dayNumber(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))) ??
        dayNumber(Number(text.slice(4)), Number(text.slice(2, 4)), Number(text.slice(0, 2))),
    )
  if (/^\d{5}(?:[.,]0+)?$/u.test(text)) {
    const serial = Number.parseInt(text, 10)
    return serial >= SERIALS.least && serial <= SERIALS.most ? { kind: 'day', day: serial - EPOCH_SERIAL } : null
  }
  const numbers = /^(\d{1,2})([-/. ]) ?(\d{1,2})(?:\2 ?([1-9]\d{3}|\d{2}))?\.?$/u.exec(text)
  if (numbers === null) return null
  // "9.30" and "9 17" are times sooner than dates.
  if (numbers[4] === undefined && (numbers[2] === ' ' || (numbers[2] === '-' && weekday === null))) return null
  if (
    numbers[4] === undefined &&
    numbers[2] === '.' &&
    !text.endsWith('.') &&
    weekday === null &&
    !/^\d\d\.\d\d$/u.test(text)
  )
    return null
  return {
    kind: 'numbers',
    numbers: [numbers[1], numbers[3], numbers[4]].flatMap((part) => (part === undefined ? [] : [Number(part)])),
    weekday,
    hasPoints: numbers[2] === '.',
  }
}

function writtenDate(text: string): DateText | null {
  const tokens = plain(text).match(/\p{L}+|\d+/gu)
  if (tokens === null || tokens.length > 8) return null
  let weekday: number | null = null
  let month: number | null = null
  const numbers: string[] = []
  const several: string[] = []
  for (const token of tokens) {
    if (/\d/u.test(token)) numbers.push(token)
    else if (weekdayOf(token) !== undefined && monthOf(token) !== undefined) several.push(token)
    else if (weekdayOf(token) !== undefined && weekday === null) weekday = weekdayOf(token)!
    else if (monthOf(token) !== undefined && month === null) month = monthOf(token)!
    else if (!FILLERS.has(token)) return null
  }
  // "mar" is a Tuesday in French, and March: beside a day and a month in numbers it is the weekday.
  const inNumbers = month === null && weekday === null ? numericDate(withoutWords(text), null) : null
  if (several.length === 1 && inNumbers?.kind === 'numbers') return { ...inNumbers, weekday: weekdayOf(several[0]!)! }
  for (const token of several) {
    if (month === null && numbers.length > 0) month = monthOf(token)!
    else if (weekday === null) weekday = weekdayOf(token)!
    else if (month === null) month = monthOf(token)!
  }
  if (month !== null) return inMonth(month, numbers, weekday)
  if (weekday === null) return null
  if (numbers.length === 0) return { kind: 'weekday', weekday }
  const rest = withoutWords(text)
  if (/^\d{1,2}\.?$/u.test(rest)) return { kind: 'date-of-month', date: Number.parseInt(rest, 10), weekday }
  return numericDate(rest, weekday)
}

function withoutWords(text: string): string {
  return text
    .replaceAll(/\p{L}+\.?/gu, ' ')
    .replaceAll(/[(),]/gu, ' ')
    .trim()
}

function inMonth(month: number, numbers: readonly string[], weekday: number | null): DateText | null {
  if (numbers.length === 0 || numbers.length > 2) return null
  const year = numbers.length === 1 ? null : (numbers.find((number) => number.length === 4) ?? numbers[1]!)
  const date = Number(numbers.length === 1 ? numbers[0] : numbers.find((number) => number !== year))
  if (year !== null) return known(dayNumber(Number(year), month, date || Number(year)))
  return date >= 1 && date <= 31 ? { kind: 'no-year', month, date, weekday } : null
}

function known(day: number | null): DateText | null {
  return day === null ? null : { kind: 'day', day }
}
