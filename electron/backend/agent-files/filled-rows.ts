import type { Sheet } from '../../../shared/roster/roster.ts'
import { tidy } from '../../../shared/roster/words.ts'

/** A row of a table that is not empty, by its number from 1. */
export interface FilledRow {
  readonly row: readonly string[]
  readonly number: number
}

/** The rows of a table from an index on that hold something. */
export function filledRows({ rows }: Sheet, firstRow: number): readonly FilledRow[] {
  return rows
    .map((row, index) => ({ row, number: index + 1 }))
    .slice(firstRow)
    .filter(({ row }) => row.some((cell) => tidy(cell) !== ''))
}
