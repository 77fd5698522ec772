import { DAY_MINUTES } from '../foundation/minutes.ts'
import { shiftedRange } from '../plan/grid.ts'
import type { TimeRange } from '../plan/plan.ts'
import type { AwayDays } from './away-days.ts'
import { clockReader } from './clock-changes.ts'
import { orderOfDates } from './date-order.ts'
import type { DateText } from './date-text.ts'
import { cellReader, isLegendCell, legendOf, readCell, type CellSays } from './grid-cells.ts'
import { daysOfBlock, type DayColumns, type GridBlock } from './grid-days.ts'
import { hasCells, rowsOf, unusedOf, whoReader } from './grid-people.ts'
import { roleOf } from './headers.ts'
import type { RangeShift } from './range-shifts.ts'
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
import { clockTime, numberStyle, rangeOf, type TimeStyle, writesTwelveHours } from './time-text.ts'
import { namesSums, plain, saysNoValue, saysOpen, saysTotal, saysTotalOnly, tidy } from './words.ts'

/** Reads a grid: people down, days across, several weeks below one another. */
export function readGrid(sheet: Sheet, blocks: readonly GridBlock[], options: ReadOptions): FoundRoster {
  const plainStyle = numberStyle(cellsOf(sheet, blocks))
  const style: TimeStyle = { ...plainStyle, twelveHours: writesTwelveHours(textsBelow(sheet, blocks), plainStyle) }
  const { order, reason } = orderOfDates(dateTexts(blocks), {
    chosen: options.dateOrder,
    usual: options.usualOrder,
    today: options.today,
  })
  const codes = codesIn(sheet, blocks, style)
  const explains = explainingRows(sheet, blocks, { codes, style })
  const legend = legendOf(sheet.rows, codes, {
    style,
    isExplaining: (row) => explains.has(row),
    firstBeside: (row) => {
      const block = blocks.find(({ firstRow, endRow }) => row >= firstRow && row < endRow)
      return block === undefined ? Infinity : firstBeside(block)
    },
  })
  const readText = cellReader(style, legend)
  const days = blocks.map((block) => daysOfBlock(block, { order, today: options.today }))
  const isWeekly = days.every((own) => own.every((day) => day === null))
  const clock = clockReader(options.timeZone)
  const clockRemarks = (all: readonly RangeShift[], day: number): readonly WhyChanged[] =>
    isWeekly
      ? []
      : all
          .flatMap(({ startMinute, endMinute }) => [
            clock({ day, minute: startMinute }) ?? [],
            clock({ day, minute: endMinute }, 'end') ?? [],
          ])
          .flat()
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
      const said = block.days.map((columns) => saidOf(cells, columns, { style, readText }))
      if (name === '' ? isNumbers(cells, block) : isSums(name, said.flat())) continue
      rows++
      if (saysNoValue(name)) {
        notUnderstood.push({
          row: row + 1,
          column: cells.findIndex((cell) => tidy(cell) === name) + 1,
          text: name,
          why: 'no-value',
        })
        continue
      }
      names.add(plain(name))
      const person: Person | null = saysOpen(name) && id === null && email === null ? null : { name, id, email }
      for (const [index, columns] of block.days.entries()) {
        const day = isWeekly ? columns.weekday : days[at]![index]!
        for (const { text, column, says } of said[index]!) {
          const place = { row: row + 1, column: column + 1 }
          if (says.says === 'off') continue
          if (says.says === 'unknown')
            notUnderstood.push({ ...place, text, why: saysNoValue(text) ? 'no-value' : 'unknown-code' })
          else if (says.says === 'part-of-day') notUnderstood.push({ ...place, text, why: 'part-of-day' })
          else if (day === null) notUnderstood.push({ ...place, text, why: 'no-date' })
          else if (says.says === 'absence') {
            if (person === null) notUnderstood.push({ ...place, text, why: 'absence-without-agent' })
            else if (isWeekly) notUnderstood.push({ ...place, text, why: 'absence-without-date' })
            else absences.push({ ...place, person, kind: says.kind, ...awayOn(day, says.part), note: '' })
          } else {
            for (const shift of says.shifts)
              shifts.push({
                ...place,
                ...shift,
                ...onDay(day, shift, isWeekly),
                person,
                note: [note, shift.note].filter((one) => one !== '').join(' · '),
              })
            for (const why of new Set([...says.changed, ...clockRemarks(says.shifts, day)]))
              changed.push({ ...place, text, why })
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
    unused: unusedOf(sheet, blocks, { rows: explains, isLegend: (cell) => isLegendCell(cell, codes, style) }),
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
  { startMinute, endMinute, breaks }: RangeShift,
  isWeekly: boolean,
): Pick<FoundShift, 'day' | 'startMinute' | 'endMinute' | 'breaks'> {
  if (startMinute < DAY_MINUTES) return { day, startMinute, endMinute, breaks }
  return {
    day: isWeekly ? (day + 1) % WEEK_DAYS : day + 1,
    startMinute: startMinute - DAY_MINUTES,
    endMinute: endMinute - DAY_MINUTES,
    breaks: breaks.map((one) => shiftedRange(one, -DAY_MINUTES)),
  }
}

/** Hours from 24:00 on are those of the next day. */
function awayOn(day: number, part: TimeRange | null): AwayDays {
  if (part === null || part.startMinute < DAY_MINUTES) return { firstDay: day, lastDay: day, part }
  return { firstDay: day + 1, lastDay: day + 1, part: shiftedRange(part, -DAY_MINUTES) }
}

const WEEK_DAYS = 7

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

/** Several absences of one kind on whole days that follow each other are one. */
function inARow(absences: readonly FoundAbsence[]): readonly FoundAbsence[] {
  const joined: FoundAbsence[] = []
  const last = new Map<string, number>()
  for (const absence of absences.toSorted((one, other) => one.firstDay - other.firstDay)) {
    if (absence.part !== null) {
      joined.push(absence)
      continue
    }
    const key = JSON.stringify([absence.person, absence.kind])
    const index = last.get(key)
    const before = index === undefined ? undefined : joined[index]!
    if (before !== undefined && before.lastDay + 1 >= absence.firstDay)
      joined[index!] = { ...before, lastDay: Math.max(before.lastDay, absence.lastDay) }
    else last.set(key, joined.push(absence) - 1)
  }
  return joined.toSorted((one, other) => one.row - other.row || one.column - other.column)
}

/** Sums that nothing names. */
function isNumbers(cells: readonly string[], { days }: GridBlock): boolean {
  return days.every(({ from, to }) => cells.slice(from, to).every((cell) => /^[\d.,\s%$€£]*$/u.test(tidy(cell))))
}

/** A sum as a spreadsheet or a tool writes it. */
const SUM = /^[-+(]?[\d.,:\s%$€£/)]*(?:h|hrs?|hours|std|stunden|heures|horas|ore|uren|timer)?\.?$/iu

/** Whether a row with the name of sums is one: Suma Rao has shifts, and a total has none. */
function isSums(name: string, said: readonly Said[]): boolean {
  const isSum = ({ text }: Said): boolean => SUM.test(text)
  return saysTotalOnly(name)
    ? said.every((one) => isSum(one) || one.says.says === 'unknown' || one.says.says === 'off')
    : namesSums(name) && said.every((one) => isSum(one) && one.says.says === 'unknown')
}

/** What a legend may explain. */
function isCode({ says }: CellSays): boolean {
  return says === 'unknown' || says === 'part-of-day'
}

/** Texts in the grid that say no hours, no absence and no day off by themselves. */
function codesIn(sheet: Sheet, blocks: readonly GridBlock[], style: TimeStyle): ReadonlySet<string> {
  const codes = new Set<string>()
  for (const text of cellsOf(sheet, blocks)) {
    const code = tidy(text)
    // A single letter may be a code though it is a word for off or an absence as well.
    if (code !== '' && code.length <= 24 && (code.length <= 3 || isCode(readCell(code, style)))) codes.add(code)
  }
  return codes
}

/** Rows outside the blocks, and those that explain codes and have no shift of anybody. */
function explainingRows(
  sheet: Sheet,
  blocks: readonly GridBlock[],
  { codes, style }: { readonly codes: ReadonlySet<string>; readonly style: TimeStyle },
): ReadonlySet<number> {
  const { rows } = sheet
  const inside = new Map(blocks.flatMap((block) => rowsOf(block).map((row) => [row, block] as const)))
  const heads = new Set(
    blocks.flatMap(({ headerRow, firstRow }) =>
      Array.from({ length: firstRow - headerRow }, (_, index) => headerRow + index),
    ),
  )
  const isLegend = (cell: string): boolean => isLegendCell(cell, codes, style)
  const isShift = (cell: string): boolean =>
    !isLegend(cell) && (readCell(cell, style).says === 'shifts' || (cell.length <= 3 && codes.has(cell)))
  const blockReaders = new Map(
    blocks.map((block) => [block, { nameOf: whoReader(sheet, block), isTeam: teamReader(sheet, block) }] as const),
  )
  const found = new Set<number>()
  const byCode = new Set<number>()
  const people = new Map<GridBlock, { readonly first: number; readonly last: number }>()
  for (const [index, row] of rows.entries()) {
    if (heads.has(index)) continue
    const block = inside.get(index)
    if (block === undefined || row.every((cell) => tidy(cell) === '')) {
      found.add(index)
      continue
    }
    const first = block.days[0]!.from
    const left = row.slice(0, first).map(tidy)
    const inDays = row
      .slice(first, firstBeside(block))
      .map(tidy)
      .filter((cell) => cell !== '' && cell !== '=')
    const { nameOf, isTeam } = blockReaders.get(block)!
    const { name } = nameOf(index)
    const isHeading = LEGEND.has(plain(name))
    if (isHeading || left.some(isLegend) || inDays.some(isLegend)) {
      // "E = 06:00-14:00" in the place of a name, or anywhere unless somebody has shifts in the same row.
      if (isHeading || isLegend(name) || !inDays.some(isShift)) found.add(index)
      continue
    }
    // "E" where names are, with its hours beside it. In a column of teams it explains nothing.
    const isApart = found.has(index - 1)
    const hasCode = left.some(
      (cell, column) =>
        cell !== '' &&
        codes.has(cell) &&
        (cell.length <= 2 || isApart) &&
        !isTeam(column, cell) &&
        (name === '' || codes.has(name) || isApart),
    )
    // Behind the hours, or before them, may be what the code is called.
    const isShort = inDays.length <= 2 || (inDays.length <= 4 && !inDays.slice(1).some(isShift))
    if (inDays.length === 0 ? left.some((cell) => codes.has(cell)) : hasCode && isShort) {
      found.add(index)
      byCode.add(index)
    } else if (inDays.some(isShift) && !saysTotal(name))
      people.set(block, { first: people.get(block)?.first ?? index, last: index })
  }
  // Between people is a person, though a cell of somebody else says that name.
  for (const { first, last } of people.values())
    for (const index of byCode) if (index > first && index < last) found.delete(index)
  return found
}

/** Whether a text left of the days is a team's: it is there more than once, or beside names below a header of its own. */
function teamReader({ rows }: Sheet, block: GridBlock): (column: number, text: string) => boolean {
  const header = rows[block.headerRow]!
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const row of rowsOf(block)) {
    for (const [column, cell] of rows[row]!.slice(0, block.days[0]!.from).entries()) {
      const key = `${column} ${tidy(cell)}`
      if (seen.has(key)) repeated.add(key)
      seen.add(key)
    }
  }
  return (column, text) =>
    repeated.has(`${column} ${text}`) ||
    (block.days[0]!.from > 1 && !['agent', null].includes(roleOf(header[column] ?? '')))
}

/** What is written where names are, beside codes and their hours. */
const LEGEND = new Set(['legend', 'legende', 'leyenda', 'legenda', 'kurzel', 'codes'])

/** The first column behind the days. */
function firstBeside({ days }: GridBlock): number {
  return days.at(-1)!.to
}

function* cellsOf({ rows }: Sheet, blocks: readonly GridBlock[]): Generator<string> {
  for (const block of blocks)
    for (const row of rowsOf(block)) for (const { from, to } of block.days) yield* rows[row]!.slice(from, to)
}

/** The texts of the days and of what explains them, each once. */
function textsBelow({ rows }: Sheet, blocks: readonly GridBlock[]): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const { firstRow, endRow } of blocks)
    for (const row of rows.slice(firstRow, endRow))
      for (const cell of row) if (texts.size < MOST_TEXTS && cell !== '') texts.add(cell)
  return texts
}

const MOST_TEXTS = 2_000

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
