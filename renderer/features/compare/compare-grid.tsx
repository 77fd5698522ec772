import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { cssColour, inkOn } from '../../charts/coverage-colour.ts'
import { useFormat } from '../../format/format-context.tsx'
import { GRID_TITLES, movePlace, type GridCell, type GridKind, type GridModel, type GridPlace } from './grid-model.ts'

interface CompareGridProps {
  readonly kind: GridKind
  readonly model: GridModel
  /** Where the keyboard enters. */
  readonly active: GridPlace
  /** What is looked at, here or in a grid beside. */
  readonly marked: GridPlace | null
  /** The hour for which the difference is split. */
  readonly open: GridPlace | null
  readonly onVisit: (place: GridPlace) => void
  readonly onPoint: (place: GridPlace | null) => void
  readonly onOpen: (cell: GridCell) => void
}

const isAt = (place: GridPlace | null, row: number, column: number): boolean => place !== null && place.row === row && place.column === column

/** A week by hour (down) and day (across); every cell can be focused, read out and chosen. */
export function CompareGrid({ kind, model, active, marked, open, onVisit, onPoint, onOpen }: CompareGridProps): ReactNode {
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  const onKeyDown = (event: KeyboardEvent, cell: GridCell, place: GridPlace): void => {
    if (event.key === 'Enter' || event.key === ' ') onOpen(cell)
    else {
      const next = movePlace(place, event.key, event.ctrlKey || event.metaKey)
      if (next === null) return
      grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus()
    }
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are moved through with the arrow keys is a grid
    <table className="compare-grid" role="grid" aria-label={`${GRID_TITLES[kind]} coverage by hour and day of the week`} ref={grid} onPointerLeave={() => onPoint(null)}>
      <caption className="compare-grid-title" aria-hidden>
        {GRID_TITLES[kind]}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="compare-grid-corner">
            <span className="visually-hidden">Hour</span>
          </th>
          {format.weekOrder.map((day) => (
            <th key={day} scope="col" aria-label={format.dayName(day)}>
              {format.dayName(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {model.map((cells, row) => (
          <tr key={cells[0]!.hour}>
            <th scope="row" aria-label={format.hourRange(row, row + 1)}>
              {format.shortHour(row)}
            </th>
            {cells.map((cell, column) => {
              const place = { row, column }
              const classes = ['compare-cell', `compare-${cell.state}`, isAt(marked, row, column) ? 'compare-marked' : '', isAt(open, row, column) ? 'compare-open' : '', cell.isOutside ? 'compare-outside-band' : '']
              return (
                <td
                  key={cell.dayOfWeek}
                  data-place={`${row}-${column}`}
                  className={classes.filter((one) => one !== '').join(' ')}
                  style={cell.colour === null ? undefined : { background: cssColour(cell.colour), color: cssColour(inkOn(cell.colour)) }}
                  tabIndex={isAt(active, row, column) ? 0 : -1}
                  aria-label={cell.name}
                  aria-selected={isAt(open, row, column)}
                  onClick={() => onOpen(cell)}
                  onKeyDown={(event) => onKeyDown(event, cell, place)}
                  onFocus={() => onVisit(place)}
                  onPointerEnter={() => onPoint(place)}
                >
                  {cell.text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
