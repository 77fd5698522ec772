import { AppError } from '../foundation/errors.ts'
import { gridBlocks } from './grid-days.ts'
import { readGrid } from './read-grid.ts'
import { readRows } from './read-rows.ts'
import type { FoundRoster, ReadOptions, Sheet } from './roster.ts'
import { rowsTable } from './row-columns.ts'

/** A grid of so many days is one whatever else could be read into it. */
const SURE_DAYS = 5

/** What was read, and of which sheet. */
export interface ReadSheet {
  readonly sheet: string
  readonly found: FoundRoster
}

/**
 * Reads the first sheet with a table of shifts, or the one that is named. Throws AppError 'invalid-input' where there is no such sheet, or
 * none with a table.
 */
export function readSheets(sheets: readonly Sheet[], named: string | null, options: ReadOptions): ReadSheet {
  const wanted = named === null ? sheets : sheets.filter(({ name }) => name.toLowerCase() === named.toLowerCase())
  if (wanted.length === 0) throw noSheet(sheets, named!)
  let empty: ReadSheet | null = null
  for (const sheet of wanted) {
    const found = readSheet(sheet, options)
    if (found === null) continue
    if (found.shifts.length > 0 || found.absences.length > 0) return { sheet: sheet.name, found }
    empty ??= { sheet: sheet.name, found }
  }
  if (empty !== null) return empty
  throw new AppError({
    code: 'invalid-input',
    message: 'No table of shifts was found in the file.',
    kept: 'Nothing was stored.',
    next: 'Give a table with a shift a row (agent, date, start, end), or with agents down and days across.',
  })
}

function readSheet(sheet: Sheet, options: ReadOptions): FoundRoster | null {
  const sure = gridBlocks(sheet, SURE_DAYS)
  if (sure.length > 0) return readGrid(sheet, gridBlocks(sheet), options)
  const table = rowsTable(sheet)
  if (table !== null) return readRows(sheet, table, options)
  const blocks = gridBlocks(sheet)
  return blocks.length === 0 ? null : readGrid(sheet, blocks, options)
}

function noSheet(sheets: readonly Sheet[], named: string): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `The file has no sheet called "${named}".`,
    kept: 'Nothing was stored.',
    next: `It has: ${sheets.map(({ name }) => name).join(', ')}.`,
  })
}
