import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { Active, Direction } from './board-keys.ts'
import type { BoardRow } from './board-rows.ts'

const LAST_COLUMN = 6

/** The row and column of where the keyboard is; null where that is gone. */
export function boardPlace(
  rows: readonly BoardRow[],
  active: Active,
): { readonly row: number; readonly column: number } | null {
  if (active.kind === 'cell') {
    const row = rows.findIndex(({ agentId }) => agentId === active.agentId)
    return row === -1 ? null : { row, column: active.column }
  }
  for (const [row, { places }] of rows.entries()) {
    const place = places.find(({ shift, isRest }) => shift.id === active.id && !isRest)
    if (place !== undefined) return { row, column: Math.floor(place.start / DAY_MINUTES) }
  }
  return null
}

/** Where the keyboard goes: from shift to shift within a row, from cell to cell otherwise. */
export function nextActive(rows: readonly BoardRow[], active: Active, direction: Direction): Active {
  const place = boardPlace(rows, active)
  if (place === null) return active
  const row = rows[place.row]!
  if (active.kind === 'shift' && (direction === 'left' || direction === 'right')) {
    const shifts = row.places.filter(({ isRest }) => !isRest)
    const index = shifts.findIndex(({ shift }) => shift.id === active.id) + (direction === 'left' ? -1 : 1)
    return index >= 0 && index < shifts.length ? { kind: 'shift', id: shifts[index]!.shift.id } : active
  }
  const column = Math.min(
    Math.max(place.column + (direction === 'left' ? -1 : direction === 'right' ? 1 : 0), 0),
    LAST_COLUMN,
  )
  const target =
    rows[Math.min(Math.max(place.row + (direction === 'up' ? -1 : direction === 'down' ? 1 : 0), 0), rows.length - 1)]!
  if (active.kind === 'shift') return firstShiftIn(target, column) ?? { kind: 'cell', agentId: target.agentId, column }
  return { kind: 'cell', agentId: target.agentId, column }
}

/** The first shift of a cell; null where it is empty. */
export function firstShiftIn(row: BoardRow, column: number): Active | null {
  const found = row.places.find(({ start, isRest }) => !isRest && Math.floor(start / DAY_MINUTES) === column)
  return found === undefined ? null : { kind: 'shift', id: found.shift.id }
}

/** The cell that a shift lies in. */
export function shiftCell(rows: readonly BoardRow[], active: Active): Active {
  const place = boardPlace(rows, active)
  return place === null ? firstCell(rows) : { kind: 'cell', agentId: rows[place.row]!.agentId, column: place.column }
}

export function firstCell(rows: readonly BoardRow[]): Active {
  return { kind: 'cell', agentId: rows[0]?.agentId ?? null, column: 0 }
}

/** What of the board an element is; null: nothing that has the focus. The rest of a shift that begins elsewhere is not it. */
export function activeInElement(element: HTMLElement): Active | null {
  const { shift, column } = element.dataset
  if (shift !== undefined) return element.ariaHidden === 'true' ? null : { kind: 'shift', id: shift }
  const row = element.closest<HTMLElement>('[data-row]')?.dataset['row']
  return column === undefined || row === undefined
    ? null
    : { kind: 'cell', agentId: row === '' ? null : row, column: Number(column) }
}

export function isSame(one: Active, other: Active): boolean {
  if (one.kind === 'shift') return other.kind === 'shift' && other.id === one.id
  return other.kind === 'cell' && other.agentId === one.agentId && other.column === one.column
}
