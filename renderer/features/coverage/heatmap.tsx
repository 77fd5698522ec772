import { useState, type ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../app/settings/theme-context.tsx'
import { hasHour, type HoursChoice } from '../../app/staffing-blocks/hours-choice.ts'
import type { CellChoice } from './coverage-view.ts'
import type { GridPlace } from '../../kit/grid-keys.ts'
import { type CellAt, WeekGrid } from '../../kit/week-grid.tsx'
import { HeatmapLegend } from './heatmap-legend.tsx'
import { heatmapModel, type HeatmapCell, type HeatmapModel, outlineClasses } from './heatmap-model.ts'
import { ColumnSum, RowSum } from './heatmap-sums.tsx'
import type { CoverageReport } from './report.ts'
import { Tooltip, type TooltipTarget } from './tooltip.tsx'
import { COVERAGE_SCALES, coverageColour, cssColour, inkOn, type ThemeName } from '../../charts/coverage-colour.ts'
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

/** The week by hour: every cell can be focused, read out and opened. */
export function Heatmap({ report, target, open, outlined, onOpen }: HeatmapProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const theme = useThemeName()
  const [shown, setShown] = useState<{ readonly report: CoverageReport; readonly target: TooltipTarget } | null>(null)
  // Under a pointer that rests, other figures may have come meanwhile: then it says nothing until it moves.
  const tip = shown?.report === report ? shown.target : null
  const setTip = (about: TooltipTarget | null): void => setShown(about === null ? null : { report, target: about })
  const [visited, setVisited] = useState<GridPlace | null>(null)
  const model = heatmapModel(report, target, format)
  const tipAt = ({ cell, element }: CellAt<HeatmapCell>): TooltipTarget => ({ element, lines: cell.lines })
  return (
    <div className="heatmap">
      <p className="heatmap-hint for-pointer" aria-hidden>
        {t.swipe}
      </p>
      <div className="heatmap-scroll">
        <WeekGrid
          label={t.heatmapName}
          className="heatmap-grid"
          isMultiselectable
          corner={t.day}
          columns={model.columns.map(({ hour, label, longLabel }) => ({ id: hour, label, name: longLabel }))}
          columnsEnd={
            <th scope="col" className="heatmap-sum-column">
              {t.missedTotal}
            </th>
          }
          rows={model.rows.map((row) => ({
            id: row.dayOfWeek,
            label: row.label,
            name: row.longLabel,
            cells: row.cells,
            end: <RowSum row={row} onTip={setTip} />,
          }))}
          foot={
            <tfoot>
              <tr className="heatmap-foot">
                <th scope="row" className="week-grid-head">
                  <span aria-hidden>Σ</span>
                  <span className="visually-hidden">{t.allDays}</span>
                </th>
                {model.columns.map((column) => (
                  <ColumnSum key={column.hour} column={column} onTip={setTip} />
                ))}
                <td className="heatmap-foot-label">{t.allDaysByHour}</td>
              </tr>
            </tfoot>
          }
          active={visited ?? firstPlace(model, open)}
          show={(cell, place) => {
            const isOpen = open?.dayOfWeek === cell.dayOfWeek && open.hour === cell.hour
            return {
              name: cell.name,
              state: cell.state,
              className: `heatmap-cell${isOpen ? ' heatmap-open' : ''}${outlineClasses(model, place, outlined)}`,
              isSelected: isOpen || (outlined !== null && hasHour(outlined, cell)),
              content: <Tile cell={cell} theme={theme} />,
            }
          }}
          onOpen={({ dayOfWeek, hour }) => {
            setTip(null)
            onOpen({ dayOfWeek, hour })
          }}
          onFocus={(at) => {
            setVisited(at.place)
            if (at.element.matches(':focus-visible')) setTip(tipAt(at))
          }}
          onBlur={() => setTip(null)}
          onPoint={(at) => setTip(at === null ? null : tipAt(at))}
          onEscape={() => {
            setTip(null)
            return tip !== null
          }}
        />
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

/** What a cell shows: a square as large as its traffic, in the colour of its coverage, with the number of missed visitors. */
function Tile({ cell, theme }: { readonly cell: HeatmapCell; readonly theme: ThemeName }): ReactNode {
  if (cell.state !== 'counted') return null
  const colour = coverageColour(cell.strength, COVERAGE_SCALES[theme])
  const side = `${Math.round(cell.size * 100)}%`
  return (
    <span
      className="heatmap-tile"
      aria-hidden
      style={{ width: side, height: side, background: cssColour(colour), color: cssColour(inkOn(colour)) }}
    >
      {cell.shortMissed}
    </span>
  )
}
