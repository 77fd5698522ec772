import type { CellObject, WorkSheet } from '@e965/xlsx'
// The smallest of its builds reads XLSX and ODS, and knows no other format.
import xlsx from '@e965/xlsx/dist/xlsx.mini.min.js'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { unreadable, tooLarge } from './roster-failures.ts'
import { unpackWorkbook } from './unpack-workbook.ts'

const EPOCH_SERIAL = 25_569
/** Days from 1900 to 1904, from which some workbooks count. */
const LATER_EPOCH = 1462
/** A stray cell far below a table is no part of it. */
const MOST_EMPTY_ROWS = 5_000
const MOST_MERGES = 20_000
const MOST_MERGED_CELLS = 2_000

/** The sheets of an XLSX or ODS file that are not hidden, as text; formulas by the values kept with them. Throws 'invalid-input'. */
export async function workbookSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const plain = await unpackWorkbook(bytes)
  try {
    const book = xlsx.read(plain, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
    })
    const offset = book.Workbook?.WBProps?.date1904 === true ? LATER_EPOCH : 0
    const shown = book.SheetNames.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0)
    return (shown.length === 0 ? book.SheetNames : shown).map((name) => ({
      name,
      rows: rowsOf(book.Sheets[name]!, offset),
    }))
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'AppError') throw thrown
    throw unreadable(
      'The workbook could not be read.',
      'Open it in a spreadsheet program, save it again as XLSX, and import that.',
      thrown,
    )
  }
}

type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[]

function rowsOf(sheet: WorkSheet, offset: number): readonly (readonly string[])[] {
  const rows: string[][] = []
  const cells = ((sheet as { readonly '!data'?: DenseRows })['!data'] ?? []) as DenseRows
  let isOver = false
  // Only what is there: a row may be a million rows below the one before.
  cells.forEach((row, index) => {
    if (row === undefined || isOver) return
    if (index - rows.length > MOST_EMPTY_ROWS) return void (isOver = true)
    if (index >= LIMITS.rosterRows)
      throw tooLarge(
        `A sheet has more than ${LIMITS.rosterRows.toLocaleString('en-US')} rows`,
        `${LIMITS.rosterShifts.toLocaleString('en-US')} shifts`,
      )
    while (rows.length < index) rows.push([])
    rows.push(textsOf(row, offset))
  })
  for (const { s: from, e: to } of (sheet['!merges'] ?? []).slice(0, MOST_MERGES)) {
    const text = rows[from.r]?.[from.c] ?? ''
    if (text === '' || (to.r - from.r + 1) * (to.c - from.c + 1) > MOST_MERGED_CELLS) continue
    for (let row = from.r; row <= Math.min(to.r, rows.length - 1); row++)
      for (let column = from.c; column <= Math.min(to.c, LIMITS.rosterColumns); column++) {
        while (rows[row]!.length < column) rows[row]!.push('')
        rows[row]![column] = text
      }
  }
  return rows
}

function textsOf(row: readonly (CellObject | undefined)[], offset: number): string[] {
  const texts: string[] = []
  row.forEach((cell, column) => {
    if (cell === undefined || column >= LIMITS.rosterColumns) return
    const text = textOf(cell, offset)
    if (text === '') return
    while (texts.length < column) texts.push('')
    texts.push(text)
  })
  return texts
}

/** What a person sees in a cell, of dates and times in one form. */
function textOf({ t: type, v: value, z: format }: CellObject, offset: number): string {
  if (value === undefined || value === null) return ''
  if (type === 'e') return '#error'
  if (value instanceof Date) return momentText(value.getTime() / 86_400_000 + EPOCH_SERIAL, 'yyyy-mm-dd hh:mm')
  if (typeof value !== 'number') return String(value)
  return format !== undefined && xlsx.SSF.is_date(String(format))
    ? momentText(value + (value >= 1 ? offset : 0), String(format))
    : String(value)
}

function momentText(serial: number, format: string): string {
  const shape = format.replaceAll(/"[^"]*"|\\.|\[[^\]hms]*\]/giu, '').toLowerCase()
  const minutes = Math.round((serial % 1) * DAY_MINUTES)
  const day = Math.floor(serial) + (minutes === DAY_MINUTES ? 1 : 0)
  const time = formatWallTime(minutes % DAY_MINUTES)
  // "[h]:mm" is a length; a date shown by its time alone is still a date.
  if (/\[h+\]/u.test(shape) || (serial < 2 && !/[dy]/u.test(shape)))
    return `${String(Math.floor(Math.round(serial * DAY_MINUTES) / 60)).padStart(2, '0')}:${time.slice(3)}`
  const date = formatLocalDate(day - EPOCH_SERIAL)
  return minutes % DAY_MINUTES === 0 && !/[hs]/u.test(shape)
    ? date
    : minutes === 0 && /[dy]/u.test(shape) && !/h/u.test(shape)
      ? date
      : `${date} ${time}`
}
