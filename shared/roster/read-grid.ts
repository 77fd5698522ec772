import { DAY_MINUTES } from '../foundation/minutes.ts'
import { orderOfDates } from './date-order.ts'
import type { DateText } from './date-text.ts'
import { cellReader, legendOf, readCell, type CellSays } from './grid-cells.ts'
import { daysOfBlock, type DayColumns, type GridBlock } from './grid-days.ts'
import { roleOf } from './headers.ts'
import type {
  FoundAbsence,
  FoundRoster,
  FoundShift,
  Person,
  ReadColumn,
  ReadOptions,
  Remark,
  Sheet,
  WhyChanged,
  WhyNot,
} from './roster.ts'
import { clockTime, rangeOf, type TimeStyle, writesDecimals } from './time-text.ts'
import { plain, saysOpen, saysTotal, tidy } from './words.ts'

/** A row of a block: who, and what is left of the days. */
interface Who {
  readonly name: string
  readonly id: string | null
  readonly email: string | null
  readonly note: string
}

/** Reads a grid: people down, days across, several weeks below one another. */
export function readGrid(sheet: Sheet, blocks: readonly GridBlock[], options: ReadOptions): FoundRoster {
  const style: TimeStyle = { decimals: writesDecimals(cellsOf(sheet, blocks)) }
  const { order, reason } = orderOfDates(dateTexts(blocks), {
    chosen: options.dateOrder,
    usual: options.usualOrder,
    today: options.today,
  })
  const codes = codesIn(sheet, blocks, style)
  const explains = explainingRows(sheet, blocks, codes)
  const readText = cellReader(style, legendOf(sheet.rows, codes, { style, isExplaining: (row) => explains.has(row) }))
  const days = blocks.map((block) => daysOfBlock(block, { order, today: options.today }))
  const isWeekly = days.every((own) => own.every((day) => day === null))
  const shifts: FoundShift[] = []
  const absences: FoundAbsence[] = []
  const notUnderstood: Remark<WhyNot>[] = []
  const changed: Remark<WhyChanged>[] = []
  const span = { first: Infinity, last: -Infinity }
  const planned = new Set<string>()
  let rows = 0
  for (const [at, block] of blocks.entries()) {
    const who = whoReader(sheet, block)
    const names = new Set<string>()
    const people = rowsOf(block).filter((row) => !explains.has(row))
    const isSecondWeek =
      isWeekly &&
      people.some((row) => hasCells(sheet, block, row) && planned.has(plain(who(row).name)) && !saysOpen(who(row).name))
    if (isSecondWeek) {
      notUnderstood.push({
        row: block.headerRow + 1,
        column: block.days[0]!.from + 1,
        text: tidy(sheet.rows[block.headerRow]![block.days[0]!.from] ?? ''),
        why: 'no-date',
      })
      continue
    }
    for (const row of people) {
      const cells = sheet.rows[row]!
      if (!hasCells(sheet, block, row)) continue
      const { name, id, email, note } = who(row)
      if (saysTotal(name) || (name === '' && isNumbers(cells, block))) continue
      rows++
      names.add(plain(name))
      const person: Person | null = saysOpen(name) && id === null && email === null ? null : { name, id, email }
      for (const [index, columns] of block.days.entries()) {
        const day = isWeekly ? columns.weekday : days[at]![index]!
        for (const { text, column, says } of saidOf(cells, columns, { style, readText })) {
          const place = { row: row + 1, column: column + 1 }
          if (says.says === 'off') continue
          if (says.says === 'unknown') notUnderstood.push({ ...place, text, why: 'unknown-code' })
          else if (day === null) notUnderstood.push({ ...place, text, why: 'no-date' })
          else if (says.says === 'absence') {
            if (person === null) notUnderstood.push({ ...place, text, why: 'absence-without-agent' })
            else if (isWeekly) notUnderstood.push({ ...place, text, why: 'absence-without-date' })
            else absences.push({ ...place, person, kind: says.kind, firstDay: day, lastDay: day, part: null, note: '' })
          } else {
            for (const shift of says.shifts)
              shifts.push({
                ...place,
                ...shift,
                ...onDay(day, shift),
                person,
                note: [note, shift.note].filter((one) => one !== '').join(' · '),
              })
            for (const why of says.changed) changed.push({ ...place, text, why })
          }
        }
      }
    }
    for (const name of names) planned.add(name)
    for (const day of days[at]!)
      if (day !== null) [span.first, span.last] = [Math.min(span.first, day), Math.max(span.last, day)]
  }
  return {
    shape: 'grid',
    isWeekly,
    rows,
    columns: columnsOf(sheet, blocks[0]!),
    dateOrder: order,
    orderReason: reason,
    shifts,
    absences: inARow(absences),
    notUnderstood,
    changed,
    days: isWeekly ? { first: 0, last: 6 } : span.first === Infinity ? null : span,
  }
}

function onDay(
  day: number,
  { startMinute, endMinute }: { readonly startMinute: number; readonly endMinute: number },
): Pick<FoundShift, 'day' | 'startMinute' | 'endMinute'> {
  return startMinute < DAY_MINUTES
    ? { day, startMinute, endMinute }
    : { day: day + 1, startMinute: startMinute - DAY_MINUTES, endMinute: endMinute - DAY_MINUTES }
}

interface Said {
  readonly text: string
  readonly column: number
  readonly says: CellSays
}

/** What the cells of a day say: times in neighbouring cells are the start and the end of a shift. */
function saidOf(
  cells: readonly string[],
  { from, to }: DayColumns,
  { style, readText }: { readonly style: TimeStyle; readonly readText: (text: string) => CellSays },
): readonly Said[] {
  if (to - from === 1) {
    const text = cells[from] ?? ''
    return text === '' ? [] : [{ text: tidy(text), column: from, says: readText(text) }]
  }
  const filled = cells
    .slice(from, to)
    .flatMap((text, index) => (tidy(text) === '' ? [] : [{ text: tidy(text), column: from + index }]))
  const said: Said[] = []
  for (let index = 0; index < filled.length; index++) {
    const { text, column } = filled[index]!
    const next = filled[index + 1]
    if (next !== undefined && clockTime(text, style) !== null && clockTime(next.text, style) !== null) {
      const range = rangeOf(text, next.text, style)
      if (range !== null) {
        said.push({
          text: `${text} - ${next.text}`,
          column,
          says: {
            says: 'shifts',
            shifts: [{ ...range, breaks: [], breakMinutes: 0, note: '' }],
            changed: range.guessed ? ['afternoon'] : [],
          },
        })
        index++
        continue
      }
    }
    // A cell that was merged over the day says the same once.
    if (said.some((one) => one.text === text)) continue
    said.push({ text, column, says: readText(text) })
  }
  return said
}

/** Several absences of one kind on days that follow each other are one. */
function inARow(absences: readonly FoundAbsence[]): readonly FoundAbsence[] {
  const joined: FoundAbsence[] = []
  const last = new Map<string, number>()
  for (const absence of absences.toSorted((one, other) => one.firstDay - other.firstDay)) {
    const key = JSON.stringify([absence.person, absence.kind])
    const index = last.get(key)
    const before = index === undefined ? undefined : joined[index]!
    if (before !== undefined && before.lastDay + 1 >= absence.firstDay)
      joined[index!] = { ...before, lastDay: Math.max(before.lastDay, absence.lastDay) }
    else last.set(key, joined.push(absence) - 1)
  }
  return joined.toSorted((one, other) => one.row - other.row || one.column - other.column)
}

function whoReader({ rows }: Sheet, block: GridBlock): (row: number) => Who {
  const first = block.days[0]!.from
  const header = rows[block.headerRow]!
  const left = Array.from({ length: first }, (_, column) => column)
  const roles = left.map((column) => roleOf(header[column] ?? '') ?? roleOf(rows[block.firstRow - 1]?.[column] ?? ''))
  const texts = (column: number): number =>
    rowsOf(block).filter((row) => /\p{L}{2}/u.test(rows[row]![column] ?? '')).length
  const byRole = (role: string): number => roles.findIndex((one) => one === role)
  const [firstName, lastName] = [byRole('first-name'), byRole('last-name')]
  const fullest =
    left
      .filter((column) => roles[column] === null)
      .toSorted((one, other) => texts(other) - texts(one) || one - other)[0] ?? -1
  const agent = byRole('agent') === -1 && firstName === -1 && lastName === -1 ? fullest : byRole('agent')
  const [id, email] = [byRole('agent-id'), byRole('email')]
  const notes = left.filter((column) => roles[column] === 'place' || roles[column] === 'note')
  return (row) => {
    const cell = (column: number): string => tidy(column === -1 ? '' : (rows[row]![column] ?? '')).replaceAll('\n', ' ')
    const name = [agent === -1 ? '' : cell(agent), ...(agent === -1 ? [cell(firstName), cell(lastName)] : [])]
      .filter((part) => part !== '')
      .join(' ')
    return {
      name,
      id: cell(id) || null,
      email: cell(email) || (name.includes('@') ? name : '') || null,
      note: notes
        .map(cell)
        .filter((one) => one !== '')
        .join(' · '),
    }
  }
}

function rowsOf({ firstRow, endRow }: GridBlock): readonly number[] {
  return Array.from({ length: endRow - firstRow }, (_, index) => firstRow + index)
}

function hasCells({ rows }: Sheet, { days }: GridBlock, row: number): boolean {
  const cells = rows[row]!
  return days.some(({ from, to }) => cells.slice(from, to).some((cell) => tidy(cell) !== ''))
}

/** Sums that nothing names. */
function isNumbers(cells: readonly string[], { days }: GridBlock): boolean {
  return days.every(({ from, to }) => cells.slice(from, to).every((cell) => /^[\d.,\s%$€£]*$/u.test(tidy(cell))))
}

/** Texts in the grid that say no hours, no absence and no day off by themselves. */
function codesIn(sheet: Sheet, blocks: readonly GridBlock[], style: TimeStyle): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const text of cellsOf(sheet, blocks)) {
    const code = tidy(text)
    // A single letter may be a code though it is a word for off or an absence as well.
    if (code !== '' && code.length <= 24 && (code.length <= 3 || readCell(code, style).says === 'unknown'))
      codes.add(code)
  }
  return codes
}

/** Rows outside the blocks, and those whose name is a code of the grid. */
function explainingRows(
  { rows }: Sheet,
  blocks: readonly GridBlock[],
  codes: ReadonlySet<string>,
): ReadonlySet<number> {
  const inside = new Map(blocks.flatMap((block) => rowsOf(block).map((row) => [row, block] as const)))
  const heads = new Set(
    blocks.flatMap(({ headerRow, firstRow }) =>
      Array.from({ length: firstRow - headerRow }, (_, index) => headerRow + index),
    ),
  )
  const found = new Set<number>()
  for (const [index, row] of rows.entries()) {
    if (heads.has(index)) continue
    const block = inside.get(index)
    const left = row.slice(0, block === undefined ? row.length : block.days[0]!.from).map(tidy)
    const filled = row.map(tidy).filter((cell) => cell !== '')
    if (block === undefined || filled.length === 0) found.add(index)
    // "E = 06:00-14:00" anywhere, and "E" where names stand.
    else if (filled.some((cell) => /^[^=]{1,24}=/u.test(cell)) || left.some((cell) => cell !== '' && codes.has(cell)))
      found.add(index)
    // Below the people nothing but an explanation is left: a single text of the form "E: 06:00-14:00".
    else if (filled.length === 1 && /^[^:]{1,12}:\s/u.test(filled[0]!)) found.add(index)
  }
  return found
}

function* cellsOf({ rows }: Sheet, blocks: readonly GridBlock[]): Generator<string> {
  for (const block of blocks)
    for (const row of rowsOf(block)) for (const { from, to } of block.days) yield* rows[row]!.slice(from, to)
}

function* dateTexts(blocks: readonly GridBlock[]): Generator<DateText> {
  for (const { days } of blocks)
    for (const { text, weekday } of days)
      yield text.kind === 'numbers' && text.weekday === null ? { ...text, weekday } : text
}

function columnsOf({ rows }: Sheet, block: GridBlock): readonly ReadColumn[] {
  const header = rows[block.headerRow]!
  const left = header.slice(0, block.days[0]!.from).flatMap((text, column): readonly ReadColumn[] => {
    const role = roleOf(text)
    return role === null ? [] : [{ column: column + 1, header: text, role }]
  })
  return [
    ...left,
    ...block.days.map(({ from }) => ({ column: from + 1, header: tidy(header[from] ?? ''), role: 'day' })),
  ]
}
