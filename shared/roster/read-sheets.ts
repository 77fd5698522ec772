import { AppError } from '../foundation/errors.ts'
import { gridBlocks } from './grid-days.ts'
import { readGrid } from './read-grid.ts'
import { readRows } from './read-rows.ts'
import type { FoundRoster, Place, ReadOptions, Sheet } from './roster.ts'
import { rowsTable } from './row-columns.ts'

/** A grid of so many days is one whatever else could be read into it. */
const SURE_DAYS = 5
/** Rows and columns of a grid that is turned. */
const MOST_TURNED = 500

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
  const blocks = table === null || table.isHeadless ? gridBlocks(sheet) : []
  // Of a list without a header every row may look like days.
  const isGrid = blocks.length > 0 && (table === null || blocks.length * 2 <= sheet.rows.length)
  if (isGrid) return readGrid(sheet, blocks, options)
  return table === null ? readTurned(sheet, options) : readRows(sheet, table, options)
}

/** A grid with its days down and its people across: turned, so that it reads as any other. */
function readTurned(sheet: Sheet, options: ReadOptions): FoundRoster | null {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (sheet.rows.length > MOST_TURNED || width > MOST_TURNED) return null
  const turned: Sheet = {
    name: sheet.name,
    rows: Array.from({ length: width }, (_, column) => sheet.rows.map((row) => row[column] ?? '')),
  }
  const blocks = gridBlocks(turned)
  if (blocks.length !== 1) return null
  const found = readGrid(turned, blocks, options)
  const back = <Item extends Place>(item: Item): Item => ({ ...item, row: item.column, column: item.row })
  return {
    ...found,
    columns: [],
    unused: [],
    shifts: found.shifts.map(back),
    absences: found.absences.map(back),
    notUnderstood: found.notUnderstood.map(back),
    changed: found.changed.map(back),
  }
}

function noSheet(sheets: readonly Sheet[], named: string): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `The file has no sheet called "${named}".`,
    kept: 'Nothing was stored.',
    next: `It has: ${sheets.map(({ name }) => name).join(', ')}.`,
  })
}
