/** A cell of a grid as it is shown. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

interface GridSize {
  readonly rows: number
  readonly columns: number
}

interface PressedKey {
  readonly key: string
  /** Control, or Command on a Mac: Home and End lead to the first and the last cell of all. */
  readonly far: boolean
}

/** Where a key leads from a cell of a grid; the edges hold. null: the key leads nowhere. */
export function moveInGrid(
  { row, column }: GridPlace,
  { key, far }: PressedKey,
  { rows, columns }: GridSize,
): GridPlace | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) }
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) }
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? rows - 1 : row, column: columns - 1 }
    default:
      return null
  }
}
