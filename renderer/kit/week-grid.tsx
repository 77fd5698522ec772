import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { type GridPlace, moveInGrid } from './grid-keys.ts'
import './week-grid.css'

/** A column or a row by what its head says. */
interface GridLine {
  readonly id: number
  /** In few letters. */
  readonly label: ReactNode
  /** In full, for those who hear it. */
  readonly name: string
}

interface GridRow<Cell> extends GridLine {
  readonly cells: readonly Cell[]
  /** Cells after those of the week: the row's sum. */
  readonly end?: ReactNode
}

/** `outside`: the range has no such hour; `unknown`: nothing is known of it. */
export type CellState = 'outside' | 'unknown' | 'empty' | 'counted'

interface ShownCell {
  /** What is read out. */
  readonly name: string
  readonly state: CellState
  /** Beside the look that its state has. */
  readonly className: string
  readonly style?: CSSProperties | undefined
  readonly isSelected: boolean
  readonly content: ReactNode
}

/** A cell that is pointed at or has the focus. */
export interface CellAt<Cell> {
  readonly cell: Cell
  readonly place: GridPlace
  readonly element: HTMLElement
}

interface WeekGridProps<Cell> {
  readonly label: string
  readonly className: string
  /** Whether several cells can be selected at once. */
  readonly isMultiselectable?: boolean
  readonly caption?: ReactNode
  /** What the heads of rows are. */
  readonly corner: string
  readonly columns: readonly GridLine[]
  /** The head above the ends of rows. */
  readonly columnsEnd?: ReactNode
  readonly rows: readonly GridRow<Cell>[]
  readonly foot?: ReactNode
  /** Where the keyboard enters. */
  readonly active: GridPlace
  readonly show: (cell: Cell, place: GridPlace) => ShownCell
  readonly onOpen: (cell: Cell) => void
  readonly onFocus: (at: CellAt<Cell>) => void
  readonly onBlur?: () => void
  /** null: no cell is pointed at any more. */
  readonly onPoint: (at: CellAt<Cell> | null) => void
  /** Answers whether the key did something. */
  readonly onEscape?: () => boolean
}

/** A week by hour and day of the week: every cell can be focused with the arrow keys, read out and opened. */
export function WeekGrid<Cell>({
  label,
  className,
  isMultiselectable,
  caption,
  corner,
  columns,
  columnsEnd,
  rows,
  foot,
  active,
  show,
  onOpen,
  onFocus,
  onBlur,
  onPoint,
  onEscape,
}: WeekGridProps<Cell>): ReactNode {
  const grid = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent, cell: Cell, place: GridPlace): void => {
    if (event.key === 'Enter' || event.key === ' ') onOpen(cell)
    else if (event.key !== 'Escape' || onEscape?.() !== true) {
      const size = { rows: rows.length, columns: columns.length }
      const next = moveInGrid(place, { key: event.key, far: event.ctrlKey || event.metaKey }, size)
      if (next === null) return
      grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus()
    }
    event.preventDefault()
  }
  return (
    <table
      className={`week-grid ${className}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are moved through with the arrow keys is a grid
      role="grid"
      aria-label={label}
      aria-multiselectable={isMultiselectable}
      ref={grid}
      onPointerLeave={() => onPoint(null)}
    >
      {caption}
      <thead>
        <tr>
          <th scope="col" className="week-grid-corner">
            <span className="visually-hidden">{corner}</span>
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className="week-grid-column" aria-label={column.name}>
              {column.label}
            </th>
          ))}
          {columnsEnd}
        </tr>
      </thead>
      <tbody>
        {rows.map((line, row) => (
          <tr key={line.id} className="week-grid-row">
            <th scope="row" className="week-grid-head" aria-label={line.name}>
              {line.label}
            </th>
            {line.cells.map((cell, column) => {
              const place = { row, column }
              const shown = show(cell, place)
              return (
                <td
                  key={columns[column]!.id}
                  data-place={`${row}-${column}`}
                  className={`week-grid-cell week-grid-${shown.state} ${shown.className}`}
                  style={shown.style}
                  tabIndex={active.row === row && active.column === column ? 0 : -1}
                  aria-label={shown.name}
                  aria-selected={shown.isSelected}
                  onClick={() => onOpen(cell)}
                  onKeyDown={(event) => onKeyDown(event, cell, place)}
                  onFocus={(event) => onFocus({ cell, place, element: event.currentTarget })}
                  onBlur={onBlur}
                  onPointerEnter={(event) => onPoint({ cell, place, element: event.currentTarget })}
                >
                  {shown.content}
                </td>
              )
            })}
            {line.end}
          </tr>
        ))}
      </tbody>
      {foot}
    </table>
  )
}
