const LAST_ROW = 6
const LAST_COLUMN = 23

/** A cell of the heatmap as it is shown. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell; the edges hold. With `far`, Home and End lead to the first and the last cell of all. */
export function moveFocus({ row, column }: GridPlace, key: string, far: boolean): GridPlace {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: Math.min(LAST_COLUMN, column + 1) }
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: Math.min(LAST_ROW, row + 1), column }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? LAST_ROW : row, column: LAST_COLUMN }
    default:
      return { row, column }
  }
}
