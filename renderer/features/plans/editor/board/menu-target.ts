import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { BoardRow } from './board-rows.ts'

/** What a menu is asked for. */
export type MenuTarget =
  | { readonly kind: 'shift'; readonly id: string }
  | { readonly kind: 'cell'; readonly agentId: string | null; readonly column: number }
  | { readonly kind: 'agent'; readonly agentId: string | null }
  | { readonly kind: 'day'; readonly column: number }

/** What of the board an element belongs to; null: nothing of which there is a menu. */
export function menuTarget(element: HTMLElement): MenuTarget | null {
  const id = element.closest<HTMLElement>('[data-shift]')?.dataset['shift']
  if (id !== undefined) return { kind: 'shift', id }
  const day = element.closest<HTMLElement>('[data-day]')?.dataset['day']
  if (day !== undefined) return { kind: 'day', column: Number(day) }
  const row = element.closest<HTMLElement>('[data-row]')?.dataset['row']
  if (row === undefined) return null
  const agentId = row === '' ? null : row
  const column = element.closest<HTMLElement>('[data-column]')?.dataset['column']
  return column === undefined ? { kind: 'agent', agentId } : { kind: 'cell', agentId, column: Number(column) }
}

/** The shifts of a row, of one of its days where that is given. */
export function shiftsOfRow(rows: readonly BoardRow[], agentId: string | null, column?: number): readonly string[] {
  return rows.filter((row) => row.agentId === agentId).flatMap((row) => shiftsIn(row, column))
}

/** The shifts of all rows on a day. */
export function shiftsOfDay(rows: readonly BoardRow[], column: number): readonly string[] {
  return rows.flatMap((row) => shiftsIn(row, column))
}

function shiftsIn({ places }: BoardRow, column: number | undefined): readonly string[] {
  return places
    .filter(({ start, isRest }) => !isRest && (column === undefined || Math.floor(start / DAY_MINUTES) === column))
    .map(({ shift }) => shift.id)
}
