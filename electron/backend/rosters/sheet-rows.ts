import { LIMITS } from '../../../shared/contract/limits.ts'
import { tooLarge, tooManyCells } from './roster-failures.ts'

/** A stray cell far below a table is no part of it. */
const MOST_EMPTY_ROWS = 5_000
const MOST_MERGES = 20_000
const MOST_MERGED_CELLS = 2_000

/** Cells that are shown as one, from one to another, by their rows and columns from 0. */
export interface MergedCells {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

/** The rows of a sheet as they are read. */
export interface SheetRows {
  readonly rows: readonly (readonly string[])[]
  /** A row by its place from 0: of a row that is there already, what it adds. Throws 'invalid-input' where there are too many. */
  add(index: number, texts: readonly string[]): void
  /** Gives each of the merged cells the text that is shown in all of them. */
  merge(merges: readonly MergedCells[]): void
}

/** The rows of a sheet, of which nothing was read. */
export function sheetRows(): SheetRows {
  const rows: string[][] = []
  let isOver = false
  let cells = 0
  const put = (row: string[], column: number, text: string): void => {
    while (row.length < column) row.push('')
    row[column] = text
  }
  return {
    rows,
    add(index, texts) {
      // Only what is there: a row may be a million rows below the one before.
      if (isOver || texts.length === 0) return
      if (index - rows.length > MOST_EMPTY_ROWS) return void (isOver = true)
      if (index >= LIMITS.rosterRows)
        throw tooLarge(
          `A sheet has more than ${LIMITS.rosterRows.toLocaleString('en-US')} rows`,
          `${LIMITS.rosterShifts.toLocaleString('en-US')} shifts`,
        )
      cells += texts.length
      if (cells > LIMITS.rosterCells) throw tooManyCells('A sheet')
      const row = rows[index]
      if (row === undefined) {
        while (rows.length < index) rows.push([])
        rows.push([...texts])
      } else for (const [column, text] of texts.entries()) if (text !== '') put(row, column, text)
    },
    merge(merges) {
      for (const { fromRow, fromColumn, toRow, toColumn } of merges.slice(0, MOST_MERGES)) {
        const text = rows[fromRow]?.[fromColumn] ?? ''
        if (text === '' || (toRow - fromRow + 1) * (toColumn - fromColumn + 1) > MOST_MERGED_CELLS) continue
        for (let row = fromRow; row <= Math.min(toRow, rows.length - 1); row++)
          for (let column = fromColumn; column <= Math.min(toColumn, LIMITS.rosterColumns); column++)
            put(rows[row]!, column, text)
      }
    },
  }
}
