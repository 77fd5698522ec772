import { DAY_MS } from '../foundation/minutes.ts'
import { dayOfWeekOfDay } from '../time/local.ts'
import { dateText, type DateOrder, type DateText, dayNumber } from './date-text.ts'
import { dayOf } from './date-order.ts'
import { roleOf } from './headers.ts'
import type { Sheet } from './roster.ts'
import { plain, tidy } from './words.ts'

/** The columns of one day in a block of a grid. */
export interface DayColumns {
  /** Indexes, `to` excluded. */
  readonly from: number
  readonly to: number
  /** What its header says: of a weekday above a date, the date. */
  readonly text: DateText
  readonly weekday: number | null
}

/** A week, or any days, with the people below. */
export interface GridBlock {
  /** Index of its first header row, and of the first row below its headers. */
  readonly headerRow: number
  readonly firstRow: number
  /** Excluded. */
  readonly endRow: number
  readonly days: readonly DayColumns[]
  /** Texts above it, from the block before: titles. */
  readonly titles: readonly string[]
}

const LEAST_DAYS = 2
const FIRST_HEAD_WITHIN = 1_000
const LETTERS = ['mtwtfss', 'smtwtfs', 'mdmdfss', 'lmmjvsd', 'lmxjvsd', 'mdwdvzz', 'mtotfls']

/** The blocks of a grid of people and days; none: the sheet has no grid of `least` days. */
export function gridBlocks(sheet: Sheet, least = LEAST_DAYS): readonly GridBlock[] {
  const heads: { readonly row: number; readonly rows: number; readonly days: readonly DayColumns[] }[] = []
  for (let row = 0; row < sheet.rows.length; row++) {
    // A grid that begins so far below is none.
    if (row > FIRST_HEAD_WITHIN && heads.length === 0) break
    const days = dayCells(sheet.rows[row]!)
    if (days.length < least) continue
    const below = dayCells(sheet.rows[row + 1] ?? [])
    const isTwo = below.length >= least && Math.abs(below.length - days.length) <= 1
    const both = isTwo ? together(days, below) : days
    const hasParts = isSubHeader(sheet.rows[row + 1 + Number(isTwo)] ?? [], both)
    heads.push({ row, rows: 1 + Number(isTwo) + Number(hasParts), days: spans(both, sheet, row) })
    row += Number(isTwo) + Number(hasParts)
  }
  return heads.map(({ row, rows, days }, index) => {
    const before = heads[index - 1]
    // "mar 8" above a day is a Tuesday, and names no month for the others.
    const header = sheet.rows[row]!
    const isHeaderOfDay = (cell: string, column: number): boolean =>
      cell === header[column] && days.some(({ from, to }) => column >= from && column < to)
    return {
      headerRow: row,
      firstRow: row + rows,
      endRow: heads[index + 1]?.row ?? sheet.rows.length,
      days,
      titles: sheet.rows
        .slice(before === undefined ? 0 : before.row + before.rows, row + 1)
        .flatMap((cells, at) =>
          before !== undefined && row - (before.row + before.rows) - at > TITLE_ROWS
            ? []
            : cells.slice(0, 12).filter((cell, column) => tidy(cell) !== '' && !isHeaderOfDay(cell, column)),
        )
        .slice(-60),
    }
  })
}

const TITLE_ROWS = 4

interface DayCell {
  readonly column: number
  readonly text: DateText
  readonly weekday: number | null
}

function dayCells(row: readonly string[]): readonly DayCell[] {
  const filled = row.flatMap((cell, column) => (tidy(cell) === '' ? [] : [{ cell, column }]))
  if (filled.length < LEAST_DAYS) return []
  const found = filled.flatMap(({ cell, column }): readonly DayCell[] => {
    const text = dateText(cell)
    return text === null || !isPossible(text) ? [] : [{ column, text, weekday: weekdayIn(text) }]
  })
  const days = inSequence(asDatesOfMonth(found))
  if (days.length >= LEAST_DAYS && isRun(days)) {
    const first = days[0]!.column
    const last = days.at(-1)!.column
    const inside = filled.filter(({ column }) => column >= first && column <= last).length
    return days.length >= 0.6 * inside ? days : []
  }
  return datesOfMonth(filled) ?? letters(filled) ?? []
}

/** "Lun 2, Mar 3, Mié 4": between days with their weekdays "Mar" is one as well, and no month. */
function asDatesOfMonth(cells: readonly DayCell[]): readonly DayCell[] {
  const known = cells.filter(({ text }) => text.kind === 'date-of-month').length
  if (known * 2 < cells.length) return cells
  return cells.map((cell) => {
    const { text } = cell
    if (text.kind !== 'no-year' || text.month !== MARCH) return cell
    return { ...cell, text: { kind: 'date-of-month', date: text.date, weekday: TUESDAY }, weekday: TUESDAY }
  })
}

const MARCH = 3
const TUESDAY = 2
const WEEK = 7

/** A weekday that stands apart before a whole week is another column's name: "Wo", the week in German, is Wednesday in Dutch. */
function inSequence(cells: readonly DayCell[]): readonly DayCell[] {
  const [first, second] = cells
  if (first?.text.kind !== 'weekday' || cells.length <= WEEK) return cells
  const week = cells.slice(1, 1 + WEEK)
  const isWhole = week.every(
    ({ weekday, column }, index) => weekday === (second!.weekday! + index) % WEEK && column === second!.column + index,
  )
  const follows = (first.weekday! + 1) % WEEK === second!.weekday && first.column + 1 === second!.column
  return isWhole && !follows ? cells.slice(1) : cells
}

/** Dates of a table with a shift a row stand apart, and are the same. */
function isRun(cells: readonly DayCell[]): boolean {
  const distinct = new Set(cells.map(({ text }) => JSON.stringify(text)))
  return distinct.size >= LEAST_DAYS
}

/** 1, 2, 3, ... as headers. */
function datesOfMonth(
  filled: readonly { readonly cell: string; readonly column: number }[],
): readonly DayCell[] | null {
  const numbers = filled
    .filter(({ cell }) => /^(?:[1-9]|[12]\d|3[01])\.?$/u.test(tidy(cell)))
    .map(({ cell, column }) => ({ column, date: Number.parseInt(tidy(cell), 10) }))
  if (numbers.length < 7) return null
  // After the last of a month the first of the next.
  const grows = numbers.every(({ date }, index) => {
    const before = numbers[index - 1]?.date
    return before === undefined || date === before + 1 || (date === 1 && before >= 28)
  })
  return grows
    ? numbers.map(({ column, date }) => ({
        column,
        text: { kind: 'date-of-month', date, weekday: null },
        weekday: null,
      }))
    : null
}

/** M T W T F S S. */
function letters(filled: readonly { readonly cell: string; readonly column: number }[]): readonly DayCell[] | null {
  const single = filled.filter(({ cell }) => /^\p{L}$/u.test(tidy(cell)))
  if (single.length < 5) return null
  const word = single.map(({ cell }) => tidy(cell).toLowerCase()).join('')
  const week = LETTERS.find((one) => one === word || (word.length < 7 && one.startsWith(word)))
  if (week === undefined) return null
  const first = week === 'smtwtfs' ? 0 : 1
  return single.map(({ column }, index) => {
    const weekday = (first + index) % 7
    return { column, text: { kind: 'weekday', weekday }, weekday }
  })
}

/** A weekday above a date, or below it. */
function together(one: readonly DayCell[], other: readonly DayCell[]): readonly DayCell[] {
  const [weekdays, dates] = one.every(({ text }) => text.kind === 'weekday') ? [one, other] : [other, one]
  return dates.map((date) => {
    const above = weekdays.findLast(({ column }) => column <= date.column)
    const weekday = date.weekday ?? above?.weekday ?? null
    const text = 'weekday' in date.text && date.text.kind !== 'weekday' ? { ...date.text, weekday } : date.text
    return { column: date.column, weekday, text }
  })
}

/** "Start | End" below each day. */
function isSubHeader(row: readonly string[], days: readonly DayCell[]): boolean {
  const parts = row.filter((cell) => ['start', 'end', 'break', 'range'].includes(roleOf(cell) ?? ''))
  return parts.length >= days.length
}

/** A day goes on to the next one; columns with the same header, as of cells that were merged, are one day. */
function spans(cells: readonly DayCell[], { rows }: Sheet, row: number): readonly DayColumns[] {
  const starts = cells.filter(
    ({ text }, index) => index === 0 || JSON.stringify(text) !== JSON.stringify(cells[index - 1]!.text),
  )
  return starts.map(({ column, text, weekday }, index) => {
    const next = starts[index + 1]?.column
    const widths = starts.slice(1).map((start, at) => start.column - starts[at]!.column)
    // The last day is as wide as the others, unless a header of its own stands there. One alone has nothing to be as wide as.
    const usual = widths.length === 0 ? 1 : Math.min(...widths)
    const width = next === undefined ? lastWidth(rows[row]!, column, usual) : next - column
    return { from: column, to: column + width, text, weekday }
  })
}

function lastWidth(header: readonly string[], column: number, width: number): number {
  for (let offset = 1; offset < width; offset++) {
    const text = tidy(header[column + offset] ?? '')
    if (text !== '' && text !== tidy(header[column] ?? '')) return offset
  }
  return Math.max(1, width)
}

function weekdayIn(text: DateText): number | null {
  return 'weekday' in text ? text.weekday : text.kind === 'day' ? dayOfWeekOfDay(text.day) : null
}

/** A date in one of the orders at least. */
function isPossible(text: DateText): boolean {
  if (text.kind !== 'numbers') return true
  const [first = 0, second = 0] = text.numbers
  return (
    (first >= 1 && second >= 1 && ((first <= 31 && second <= 12) || (first <= 12 && second <= 31))) ||
    text.numbers.length === 3
  )
}

interface Resolving {
  readonly order: DateOrder
  readonly today: number
}

/** The days of a block, as day numbers; null where only weekdays are known. */
export function daysOfBlock(block: GridBlock, { order, today }: Resolving): readonly (number | null)[] {
  const own = block.days.map(({ text }) => dayOf(text, { order, today }))
  if (own.some((day) => day !== null)) return own
  if (block.days.some(({ text }) => text.kind === 'date-of-month')) return inMonthOf(block, { order, today })
  const base = titleDay(block.titles, { order, today })
  if (base === null) return own
  const first = block.days[0]!.weekday!
  const start = base - ((((dayOfWeekOfDay(base) - first) % 7) + 7) % 7)
  return block.days.map(({ weekday }) => start + ((weekday! - first + 7) % 7))
}

/** The month that a title names, else the one nearest to today, in which the dates are on their weekdays. */
function inMonthOf({ days, titles }: GridBlock, { order, today }: Resolving): readonly (number | null)[] {
  const named = titles.map((title) => monthIn(title)).find((month) => month !== null)
  const base = titleDay(titles, { order, today })
  const now = new Date((base ?? today) * DAY_MS)
  const year = named?.year ?? now.getUTCFullYear()
  const month = named?.month ?? now.getUTCMonth() + 1
  const candidates = named === undefined ? [0, 1, -1, 2, -2, 3, -3] : named.year === null ? [0, 12, -12] : [0]
  const found = candidates.map((ahead) => datesFrom(days, monthAhead(year, month, ahead)))
  return found.find((dates) => areOnWeekdays(days, dates)) ?? found[0]!
}

function datesFrom(days: readonly DayColumns[], first: Month): readonly (number | null)[] {
  let { year, month } = first
  let before = 0
  return days.map(({ text }) => {
    const { date } = text as Extract<DateText, { kind: 'date-of-month' }>
    if (date < before) ({ year, month } = monthAhead(year, month, 1))
    before = date
    return dayNumber(year, month, date)
  })
}

function areOnWeekdays(days: readonly DayColumns[], dates: readonly (number | null)[]): boolean {
  return days.every(({ weekday }, index) => {
    const day = dates[index]!
    return day !== null && (weekday === null || dayOfWeekOfDay(day) === weekday)
  })
}

interface Month {
  readonly year: number
  readonly month: number
}

function monthAhead(year: number, month: number, ahead: number): Month {
  const index = year * 12 + month - 1 + ahead
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** "March 2026", "03/2026", "2026-03", or "March" of whatever year. */
function monthIn(title: string): { readonly year: number | null; readonly month: number } | null {
  const text = tidy(title)
  const numeric = /(?:^|\s)(?:(\d{1,2})[/.-](20\d\d)|(20\d\d)[/.-](\d{1,2}))(?:\s|$)/u.exec(text)
  if (numeric !== null) return { year: Number(numeric[2] ?? numeric[3]), month: Number(numeric[1] ?? numeric[4]) }
  const year = /\b(20\d\d)\b/u.exec(text)?.[1]
  for (const word of plain(text).split(' ')) {
    const date = word.length > 2 ? dateText(`1 ${word}`) : null
    if (date?.kind === 'no-year') return { year: year === undefined ? null : Number(year), month: date.month }
  }
  return null
}

/** The forms of a date within a text, the fullest first. */
const DATES_WITHIN: readonly RegExp[] = [
  /\d{4}-\d{1,2}-\d{1,2}/gu,
  /\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})/gu,
  /\d{1,2}\.? ?(?:de )?\p{L}{3,12}\.?,?(?: (?:de )?\d{4})?/gu,
  /\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?/gu,
  /\d{1,2}\.\d{1,2}\.|\d{1,2}\/\d{1,2}/gu,
  /(?<!\d)\d{5}(?!\d)/gu,
]
const WEEK_WITHIN =
  /(?:kw|week|wk|semaine|sem|semana|settimana|uge|vecka)\.?\s*(\d{1,2})\s*(?:[/,\- ]|of)?\s*(20\d\d)|(20\d\d)\s?-?\s?(?:w|kw)\s?(\d{1,2})|\bkw\s?(\d{1,2})\b/iu

/** The first day that titles name: a date, or the Monday of a week by its number; null: they name none. */
function titleDay(titles: readonly string[], { order, today }: Resolving): number | null {
  for (const title of titles.toReversed()) {
    const text = tidy(title)
    const week = WEEK_WITHIN.exec(text)
    if (week !== null) {
      const year = week[2] ?? week[3]
      return mondayOf(
        year === undefined ? new Date(today * DAY_MS).getUTCFullYear() : Number(year),
        Number(week[1] ?? week[4] ?? week[5]),
      )
    }
    const years = [...text.matchAll(/\b20\d\d\b/gu)]
    const year = years.length === 1 ? Number(years[0]![0]) : null
    for (const form of DATES_WITHIN) {
      for (const [found] of text.matchAll(form)) {
        const read = dateText(found.trim())
        // "2 - 8 March 2026" and "02.03. - 08.03.2026" say the year once.
        const day = read === null ? null : dayOf(year === null ? read : withYear(read, year), { order, today })
        if (day !== null) return day
      }
    }
  }
  return null
}

function withYear(text: DateText, year: number): DateText {
  if (text.kind === 'numbers') return text.numbers.length === 2 ? { ...text, numbers: [...text.numbers, year] } : text
  if (text.kind !== 'no-year') return text
  const day = dayNumber(year, text.month, text.date)
  return day === null ? text : { kind: 'day', day }
}

/** ISO 8601: the first week has the year's first Thursday. */
function mondayOf(year: number, week: number): number | null {
  if (week < 1 || week > 53) return null
  const fourth = dayNumber(year, 1, 4)!
  return fourth - ((dayOfWeekOfDay(fourth) + 6) % 7) + 7 * (week - 1)
}
