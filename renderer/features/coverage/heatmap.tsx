import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../settings/theme-context.tsx'
import { holdsHour, type HoursChoice } from '../../workspace/staffing-blocks/hours-choice.ts'
import type { CellChoice } from './coverage-view.ts'
import { type GridPlace, moveFocus } from './heatmap-keys.ts'
import { HeatmapLegend } from './heatmap-legend.tsx'
import { heatmapModel, type HeatmapCell, type HeatmapModel } from './heatmap-model.ts'
import { outlineOf } from './heatmap-outline.ts'
import { ColumnSum, RowSum } from './heatmap-sums.tsx'
import { Tile } from './heatmap-tile.tsx'
import type { CoverageReport } from './report.ts'
import { Tooltip, type TooltipTarget } from './tooltip.tsx'
import './heatmap.css'

interface HeatmapProps {
  readonly report: CoverageReport
  readonly target: number
  /** The cell whose dates are shown. */
  readonly open: CellChoice | null
  /** Hours that are outlined together. */
  readonly outlined: HoursChoice | null
  readonly onOpen: (cell: CellChoice) => void
}

const NAVIGATION = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** The week by hour: every cell can be focused, read out and opened. */
export function Heatmap({ report, target, open, outlined, onOpen }: HeatmapProps): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const grid = useRef<HTMLTableElement>(null)
  const [shown, setShown] = useState<{ readonly report: CoverageReport; readonly target: TooltipTarget } | null>(null)
  // Under a pointer that rests, other figures may have come meanwhile: then it says nothing until it moves.
  const tip = shown?.report === report ? shown.target : null
  const setTip = (about: TooltipTarget | null): void => setShown(about === null ? null : { report, target: about })
  const [visited, setVisited] = useState<GridPlace | null>(null)
  const model = heatmapModel(report, target, format)
  const active = visited ?? firstPlace(model, open)

  const openCell = (cell: HeatmapCell): void => {
    setTip(null)
    onOpen({ dayOfWeek: cell.dayOfWeek, hour: cell.hour })
  }
  const onKeyDown = (event: KeyboardEvent, cell: HeatmapCell, place: GridPlace): void => {
    if (event.key === 'Escape' && tip !== null) setTip(null)
    else if (event.key === 'Enter' || event.key === ' ') openCell(cell)
    else if (NAVIGATION.has(event.key)) {
      const next = moveFocus(place, event.key, event.ctrlKey || event.metaKey)
      grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus()
    } else return
    event.preventDefault()
  }

  return (
    <div className="heatmap">
      <p className="heatmap-hint" aria-hidden>
        Swipe or scroll sideways for all 24 hours →
      </p>
      <div className="heatmap-scroll">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are moved through with the arrow keys is a grid */}
        <table className="heatmap-grid" role="grid" aria-label="Coverage by day of the week and hour" aria-multiselectable ref={grid} onPointerLeave={() => setTip(null)}>
          <thead>
            <tr>
              <th scope="col" className="heatmap-day-column">
                <span className="visually-hidden">Day</span>
              </th>
              {model.columns.map((column) => (
                <th key={column.hour} scope="col" className="heatmap-hour" aria-label={column.longLabel}>
                  {column.label}
                </th>
              ))}
              <th scope="col" className="heatmap-sum-column">
                Missed of all
              </th>
            </tr>
          </thead>
          <tbody>
            {model.rows.map((row, rowIndex) => (
              <tr key={row.dayOfWeek} className="heatmap-row">
                <th scope="row" className="heatmap-day" aria-label={row.longLabel}>
                  {row.label}
                </th>
                {row.cells.map((cell, column) => {
                  const place = { row: rowIndex, column }
                  const isOpen = open?.dayOfWeek === cell.dayOfWeek && open.hour === cell.hour
                  const isActive = active.row === rowIndex && active.column === column
                  return (
                    <td
                      key={cell.hour}
                      data-place={`${rowIndex}-${column}`}
                      className={`heatmap-cell heatmap-${cell.state}${isOpen ? ' heatmap-open' : ''}${outlineOf(model, place, outlined)}`}
                      tabIndex={isActive ? 0 : -1}
                      aria-label={cell.name}
                      aria-selected={isOpen || (outlined !== null && holdsHour(outlined, cell))}
                      onClick={() => openCell(cell)}
                      onKeyDown={(event) => onKeyDown(event, cell, place)}
                      onFocus={(event) => {
                        setVisited(place)
                        if (event.currentTarget.matches(':focus-visible')) setTip({ element: event.currentTarget, lines: cell.lines })
                      }}
                      onBlur={() => setTip(null)}
                      onPointerEnter={(event) => setTip({ element: event.currentTarget, lines: cell.lines })}
                    >
                      <Tile cell={cell} theme={theme} />
                    </td>
                  )
                })}
                <RowSum row={row} onTip={setTip} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="heatmap-foot">
              <th scope="row" className="heatmap-day">
                <span aria-hidden>Σ</span>
                <span className="visually-hidden">All days</span>
              </th>
              {model.columns.map((column) => (
                <ColumnSum key={column.hour} column={column} onTip={setTip} />
              ))}
              <td className="heatmap-foot-label">all days, by hour</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <HeatmapLegend theme={theme} target={target} hasUnknown={model.hasUnknown} />
      <Tooltip target={tip} />
    </div>
  )
}

/** Where the keyboard enters: the open cell, else the first that counts something. */
function firstPlace(model: HeatmapModel, open: CellChoice | null): GridPlace {
  const row = open === null ? -1 : model.rows.findIndex((one) => one.dayOfWeek === open.dayOfWeek)
  if (open !== null && row >= 0) return { row, column: open.hour }
  for (const [index, one] of model.rows.entries()) {
    const column = one.cells.findIndex((cell) => cell.state === 'counted')
    if (column >= 0) return { row: index, column }
  }
  return { row: 0, column: 0 }
}
