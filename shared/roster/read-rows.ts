import { DAY_MINUTES } from '../foundation/minutes.ts'
import { OWN_ASSUMPTIONS_COLUMN } from './own-tables.ts'
import { dateText, type DateText } from './date-text.ts'
import { orderOfDates } from './date-order.ts'
import { daysOfFile } from './days-of-file.ts'
import { momentReader, type Moment } from './moments.ts'
import type {
  FoundAbsence,
  FoundRoster,
  FoundShift,
  Person,
  ReadOptions,
  Remark,
  Sheet,
  WhyChanged,
  WhyNot,
} from './roster.ts'
import { unusedColumns, type RowsTable } from './row-columns.ts'
import { rowReader } from './row-reader.ts'
import type { RowSays } from './row-says.ts'
import { clockTime, numberStyle, type TimeStyle, writesTwelveHours } from './time-text.ts'
import { tidy } from './words.ts'

/** Reads a table with a shift a row. */
export function readRows(sheet: Sheet, table: RowsTable, options: ReadOptions): FoundRoster {
  const { firstRow, roles, header } = table
  const columns = (...wanted: readonly string[]): readonly number[] =>
    roles.flatMap((role, column) => (role !== null && wanted.includes(role) ? [column] : []))
  const plainStyle = numberStyle(distinct(sheet, firstRow, columns('start', 'end', 'range')))
  const style: TimeStyle = { ...plainStyle, twelveHours: writesTwelveHours(rangeTexts(sheet, table), plainStyle) }
  const dates = [...datesIn(distinct(sheet, firstRow, columns('date', 'end-date')), momentReader(style, true))]
  // "08.30" is a time: what is in a start or an end is evidence where a time is beside it, or where no column has dates.
  const hasDates = dates.length > 0
  const moments = momentReader(style)
  dates.push(
    ...datesIn(distinct(sheet, firstRow, columns('start', 'end')), (text) => {
      const moment = moments(text)
      return hasDates && moment.minute === null ? { date: null } : moment
    }),
  )
  const { order, reason } = orderOfDates(dates, {
    chosen: options.dateOrder,
    usual: options.usualOrder,
    today: options.today,
  })
  const isWeekly = dates.length > 0 && dates.every(({ kind }) => kind === 'weekday')
  const read = rowReader({ table, options, order, style, isWeekly })
  const shifts: (FoundShift & { readonly activity: string })[] = []
  const breaks: (FoundShift & { readonly activity: string })[] = []
  const absences: FoundAbsence[] = []
  const notUnderstood: Remark<WhyNot>[] = []
  const changed: Remark<WhyChanged>[] = []
  const columnOf = (role: string): number => roles.findIndex((one) => one === role) + 1
  const startColumn = columnOf('start') || columnOf('range')
  let rows = 0
  const dated = filledDown(sheet, table)
  for (let index = firstRow; index < sheet.rows.length; index++) {
    const row = dated(index)
    const says = read(row)
    if (says.says === 'nothing') continue
    rows++
    const place = { row: index + 1, column: startColumn }
    switch (says.says) {
      case 'not-understood':
        notUnderstood.push({
          row: index + 1,
          column: columnOf(says.role) || startColumn,
          text: says.text,
          why: says.why,
        })
        break
      case 'absence':
        absences.push(...absencesOf(says).map((absence) => ({ ...place, ...absence })))
        for (const why of says.changed) changed.push({ ...place, text: row[startColumn - 1] ?? '', why })
        break
      case 'shifts':
        for (const shift of says.shifts) {
          for (const person of says.people)
            (says.isBreak ? breaks : shifts).push({ ...place, ...shift, person, activity: says.activity })
        }
        for (const why of new Set(says.changed)) changed.push({ ...place, text: row[startColumn - 1] ?? '', why })
        break
    }
  }
  const unused = unusedColumns(sheet, table).filter(
    (column) => !table.isOwn || header[column] === OWN_ASSUMPTIONS_COLUMN,
  )
  const hasActivities = roles.includes('activity')
  const whole = hasActivities ? withBreaks(shifts, breaks, notUnderstood) : shifts
  return {
    shape: 'rows',
    isWeekly,
    rows,
    columns: roles.flatMap((role, column) =>
      role === null || unused.includes(column) ? [] : [{ column: column + 1, header: header[column] ?? '', role }],
    ),
    unused: unused.map((column) => ({ column: column + 1, header: tidy(header[column] ?? '') })),
    dateOrder: order,
    orderReason: reason,
    shifts: whole,
    absences,
    notUnderstood,
    changed,
    days: daysOfFile([...shifts, ...breaks], absences),
  }
}

/** Rows of a table in which a date stands once above the shifts of its day; where few lack one, it is missing. */
function filledDown({ rows }: Sheet, { firstRow, roles }: RowsTable): (index: number) => readonly string[] {
  const at = roles.indexOf('date')
  const times = roles.flatMap((role, column) => (role === 'start' || role === 'range' ? [column] : []))
  const hasTimes = (row: readonly string[]): boolean => times.some((column) => /\d/u.test(row[column] ?? ''))
  let [without, within] = [0, 0]
  let isFirst = true
  for (let index = firstRow; index < rows.length && at !== -1; index++) {
    const row = rows[index]!
    if ((row[at] ?? '').trim() !== '') {
      isFirst = false
      within++
    } else if (hasTimes(row)) {
      // Nothing above would say when it is.
      if (isFirst) return (one) => rows[one]!
      without++
    }
  }
  if (without === 0 || without * 2 < within) return (index) => rows[index]!
  let last = ''
  return (index) => {
    const row = rows[index]!
    const own = row[at] ?? ''
    if (own.trim() === '') return hasTimes(row) ? withCell(row, at, last) : row
    // Of a title or a sum the day goes on.
    if (dateText(own) !== null) last = own
    return row
  }
}

/** Rows may be shorter than their header: what is missing is empty. */
function withCell(row: readonly string[], column: number, text: string): readonly string[] {
  return Array.from({ length: Math.max(row.length, column + 1) }, (_, at) => (at === column ? text : (row[at] ?? '')))
}

function* datesIn(texts: Iterable<string>, read: (text: string) => Pick<Moment, 'date'>): Generator<DateText> {
  for (const text of texts) {
    const { date } = read(text)
    if (date !== null) yield date
  }
}

const MOST_TEXTS = 2_000

/** The hours of rows as ranges, each once. */
function rangeTexts({ rows }: Sheet, { firstRow, roles, isOwn }: RowsTable): ReadonlySet<string> {
  const texts = new Set<string>()
  if (isOwn) return texts
  const [range, start, end] = [roles.indexOf('range'), roles.indexOf('start'), roles.indexOf('end')]
  const isClock = (text: string): boolean => clockTime(text, { decimals: false }) !== null
  for (let index = firstRow; index < rows.length && texts.size < MOST_TEXTS; index++) {
    const row = rows[index]!
    const [from, to] = [row[start] ?? '', row[end] ?? '']
    if (row[range] !== undefined && row[range] !== '') texts.add(row[range])
    else if (isClock(from) && isClock(to)) texts.add(`${from}-${to}`)
  }
  return texts
}

function absencesOf({
  person,
  kind,
  days,
  note,
}: Extract<RowSays, { says: 'absence' }>): readonly Omit<FoundAbsence, 'row' | 'column'>[] {
  return days.map((each) => ({ person: person!, kind, ...each, note }))
}

function distinct({ rows }: Sheet, firstRow: number, columns: readonly number[]): ReadonlySet<string> {
  const texts = new Set<string>()
  for (let index = firstRow; index < rows.length; index++) {
    for (const column of columns) {
      const text = rows[index]![column]
      if (text !== undefined && text !== '') texts.add(text)
    }
  }
  return texts
}

type WithActivity = FoundShift & { readonly activity: string }

/** Schedules by activity: parts of one person that touch are one shift, and breaks lie in it or between two of them. */
function withBreaks(
  shifts: readonly WithActivity[],
  breaks: readonly WithActivity[],
  notUnderstood: Remark<WhyNot>[],
): readonly FoundShift[] {
  const keyOf = (person: Person | null, row: number): string =>
    person === null ? `row ${row}` : JSON.stringify([person.name, person.id, person.email])
  const breaksByPerson = Map.groupBy(breaks, ({ person, row }) => keyOf(person, row))
  const joined: FoundShift[] = []
  for (const [key, own] of Map.groupBy(shifts, ({ person, row }) => keyOf(person, row))) {
    const ownBreaks = (breaksByPerson.get(key) ?? []).toSorted(byStart)
    breaksByPerson.delete(key)
    const parts = own.toSorted(byStart)
    const used = new Set<WithActivity>()
    let current: WithActivity | null = null
    const end = (): void => {
      if (current !== null) joined.push(finished(current, ownBreaks, used))
      current = null
    }
    for (const next of parts) {
      const until: number = current === null ? -Infinity : reach(current, ownBreaks)
      // Two rows of one activity that touch are two shifts, unless a break is between them.
      const touches =
        current !== null &&
        startOf(next) <= until &&
        startOf(next) >= endOf(current) &&
        endOf(next) - startOf(current) <= DAY_MINUTES &&
        (until > endOf(current) || next.activity !== current.activity)
      if (current !== null && touches) current = lengthened(current, next)
      else {
        end()
        current = next
      }
    }
    end()
    for (const one of ownBreaks)
      if (!used.has(one))
        notUnderstood.push({ row: one.row, column: one.column, text: one.activity, why: 'break-alone' })
  }
  for (const left of breaksByPerson.values())
    for (const one of left)
      notUnderstood.push({ row: one.row, column: one.column, text: one.activity, why: 'break-alone' })
  return joined.toSorted((one, other) => one.row - other.row)
}

/** Until when somebody is at work or on a break that follows at once. */
function reach(shift: FoundShift, ownBreaks: readonly FoundShift[]): number {
  let until = endOf(shift)
  for (const one of ownBreaks) if (startOf(one) <= until && endOf(one) > until) until = endOf(one)
  return until
}

function lengthened(shift: WithActivity, next: WithActivity): WithActivity {
  const notes = [...new Set([...shift.note.split(' · '), ...next.note.split(' · ')])].filter((text) => text !== '')
  return { ...shift, endMinute: shift.startMinute + endOf(next) - startOf(shift), note: notes.join(' · ') }
}

function finished(shift: WithActivity, ownBreaks: readonly WithActivity[], used: Set<WithActivity>): FoundShift {
  const own = ownBreaks.filter((one) => startOf(one) >= startOf(shift) && endOf(one) <= endOf(shift))
  for (const one of own) used.add(one)
  if (own.length === 0) return shift
  const breaks = own.map((one) => {
    const startMinute = shift.startMinute + startOf(one) - startOf(shift)
    return { startMinute, endMinute: startMinute + endOf(one) - startOf(one) }
  })
  return { ...shift, breaks: [...shift.breaks, ...breaks] }
}

function startOf({ day, startMinute }: FoundShift): number {
  return day * DAY_MINUTES + startMinute
}

function endOf({ day, endMinute }: FoundShift): number {
  return day * DAY_MINUTES + endMinute
}

function byStart(one: FoundShift, other: FoundShift): number {
  return startOf(one) - startOf(other) || one.row - other.row
}
