import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { boardPlace } from './board-focus.ts'
import type { BoardRow } from './board-rows.ts'

/** The shifts between two shifts of the board: those in the rows and days that both span, as in a table. */
export function shiftsBetween(rows: readonly BoardRow[], fromId: string, toId: string): readonly string[] {
  const from = boardPlace(rows, { kind: 'shift', id: fromId })
  const to = boardPlace(rows, { kind: 'shift', id: toId })
  if (from === null || to === null) return to === null ? [] : [toId]
  const [firstRow, lastRow] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
  const [firstColumn, lastColumn] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
  return rows.slice(firstRow, lastRow + 1).flatMap(({ places }) =>
    places
      .filter(({ start, isRest }) => {
        const column = Math.floor(start / DAY_MINUTES)
        return !isRest && column >= firstColumn && column <= lastColumn
      })
      .map(({ shift }) => shift.id),
  )
}
