import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../settings/theme-context.tsx'
import type { CellChoice } from './coverage-view.ts'
import { moveFocus } from './heatmap-keys.ts'
import { HeatmapLegend } from './heatmap-legend.tsx'
import { heatmapModel, type HeatmapCell, type HeatmapColumn, type HeatmapModel, type HeatmapRow } from './heatmap-model.ts'
import { Tile } from './heatmap-tile.tsx'
import { Tooltip, type TooltipTarget } from './tooltip.tsx'
import type { CoverageReport } from './report.ts'
import './heatmap.css'

interface HeatmapProps {
  readonly report: CoverageReport
  readonly target: number
  /** The cell whose dates are shown. */
  readonly open: CellChoice | null
  readonly onOpen: (cell: CellChoice) => void
}

interface Place {
  readonly row: number
  readonly column: number
}

const NAVIGATION = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** The week by hour: every cell can be focused, read out and opened. */
export function Heatmap({ report, target, open, onOpen }: HeatmapProps): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const grid = useRef<HTMLDivElement>(null)
  const [tip, setTip] = useState<TooltipTarget | null>(null)
  const [visited, setVisited] = useState<Place | null>(null)
  const model = heatmapModel(report, target, format)
  const active = visited ?? firstPlace(model, open)

  const focus = (place: Place): void => {
    setVisited(place)
    grid.current?.querySelector<HTMLElement>(`[data-place="${place.row}-${place.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, cell: HeatmapCell, place: Place): void => {
    if (event.key === 'Escape' && tip !== null) setTip(null)
    else if (event.key === 'Enter' || event.key === ' ') openCell(cell)
    else if (NAVIGATION.has(event.key)) focus(moveFocus(place, event.key, event.ctrlKey || event.metaKey))
    else return
    event.preventDefault()
  }
  const openCell = (cell: HeatmapCell): void => {
    setTip(null)
    onOpen({ dayOfWeek: cell.dayOfWeek, hour: cell.hour })
  }

  return (
    <div className="heatmap">
      <div className="heatmap-scroll">
        <div className="heatmap-grid" role="grid" aria-label="Coverage by day of the week and hour" ref={grid} onPointerLeave={() => setTip(null)}>
          <div role="row" className="heatmap-row heatmap-head">
            <span role="columnheader" className="heatmap-corner">
              <span className="visually-hidden">Day</span>
            </span>
            {model.columns.map((column) => (
              <span key={column.hour} role="columnheader" className="heatmap-hour" aria-label={column.longLabel}>
                {column.label}
              </span>
            ))}
            <span role="columnheader" className="heatmap-sum-head">
              Missed of all
            </span>
          </div>
          {model.rows.map((row, rowIndex) => (
            <div key={row.dayOfWeek} role="row" className="heatmap-row">
              <span role="rowheader" className="heatmap-day" aria-label={row.longLabel}>
                {row.label}
              </span>
              {row.cells.map((cell, column) => {
                const place = { row: rowIndex, column }
                const isOpen = open?.dayOfWeek === cell.dayOfWeek && open.hour === cell.hour
                return (
                  <div
                    key={cell.hour}
                    role="gridcell"
                    data-place={`${rowIndex}-${column}`}
                    className={`heatmap-cell heatmap-${cell.state}${isOpen ? ' heatmap-open' : ''}`}
                    tabIndex={active.row === rowIndex && active.column === column ? 0 : -1}
                    aria-label={cell.name}
                    aria-selected={isOpen}
                    onClick={() => {
                      setVisited(place)
                      openCell(cell)
                    }}
                    onKeyDown={(event) => onKeyDown(event, cell, place)}
                    onFocus={(event) => {
                      setVisited(place)
                      if (event.currentTarget.matches(':focus-visible')) setTip({ element: event.currentTarget, lines: cell.lines })
                    }}
                    onBlur={() => setTip(null)}
                    onPointerEnter={(event) => setTip({ element: event.currentTarget, lines: cell.lines })}
                  >
                    <Tile cell={cell} theme={theme} />
                  </div>
                )
              })}
              <RowSum row={row} onTip={setTip} />
            </div>
          ))}
          <div role="row" className="heatmap-row heatmap-foot">
            <span role="rowheader" className="heatmap-day">
              <span aria-hidden>Σ</span>
              <span className="visually-hidden">All days</span>
            </span>
            {model.columns.map((column) => (
              <ColumnSum key={column.hour} column={column} onTip={setTip} />
            ))}
            <span role="gridcell" className="heatmap-foot-label">
              by hour
            </span>
          </div>
        </div>
      </div>
      <HeatmapLegend theme={theme} target={target} hasUnknown={model.hasUnknown} />
      <Tooltip target={tip} />
    </div>
  )
}

function RowSum({ row, onTip }: { readonly row: HeatmapRow; readonly onTip: (tip: TooltipTarget) => void }): ReactNode {
  const format = useFormat()
  return (
    <div role="gridcell" className="heatmap-row-sum" aria-label={row.sentence} onPointerEnter={(event) => onTip({ element: event.currentTarget, lines: [row.sentence] })}>
      <span className="heatmap-row-bar" aria-hidden>
        <span style={{ width: `${row.share * 100}%` }}>
          <span className="heatmap-bar-missed" style={{ width: `${100 - row.rate}%` }} />
        </span>
      </span>
      <span className="heatmap-row-figures">
        {row.visitors === 0 ? '–' : (
          <>
            <strong>{format.count(row.missed)}</strong>
            <span className="quiet"> of {format.count(row.visitors)}</span>
          </>
        )}
      </span>
    </div>
  )
}

function ColumnSum({ column, onTip }: { readonly column: HeatmapColumn; readonly onTip: (tip: TooltipTarget) => void }): ReactNode {
  return (
    <div role="gridcell" className="heatmap-column-sum" aria-label={column.sentence} onPointerEnter={(event) => onTip({ element: event.currentTarget, lines: [column.sentence] })}>
      <span style={{ height: `${column.share * 100}%` }}>
        <span className="heatmap-bar-missed" style={{ height: `${100 - column.rate}%` }} />
      </span>
    </div>
  )
}

/** Where the keyboard enters: the open cell, else the first that counts something. */
function firstPlace(model: HeatmapModel, open: CellChoice | null): Place {
  const row = open === null ? -1 : model.rows.findIndex((one) => one.dayOfWeek === open.dayOfWeek)
  if (open !== null && row >= 0) return { row, column: open.hour }
  for (const [index, one] of model.rows.entries()) {
    const column = one.cells.findIndex((cell) => cell.state === 'counted')
    if (column >= 0) return { row: index, column }
  }
  return { row: 0, column: 0 }
}
