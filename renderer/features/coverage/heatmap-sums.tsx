import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import type { HeatmapColumn, HeatmapRow } from './heatmap-model.ts'
import type { TooltipTarget } from './tooltip.tsx'

interface RowSumProps {
  readonly row: HeatmapRow
  readonly onTip: (tip: TooltipTarget) => void
}

/** The sum of a day of the week: how much traffic, how many missed. */
export function RowSum({ row, onTip }: RowSumProps): ReactNode {
  const format = useFormat()
  return (
    <td
      className="heatmap-row-sum"
      aria-label={row.sentence}
      onPointerEnter={(event) => onTip({ element: event.currentTarget, lines: [row.sentence] })}
    >
      <span className="heatmap-row-bar" aria-hidden>
        <span style={{ width: `${row.share * 100}%` }}>
          <span className="heatmap-bar-missed" style={{ width: `${100 - row.rate}%` }} />
        </span>
      </span>
      <span className="heatmap-row-figures">
        {row.visitors === 0 ? (
          '–'
        ) : (
          <>
            <strong>{format.count(row.missed)}</strong>
            <span className="quiet">{format.texts.coverage.ofTotal({ visitors: format.count(row.visitors) })}</span>
          </>
        )}
      </span>
    </td>
  )
}

interface ColumnSumProps {
  readonly column: HeatmapColumn
  readonly onTip: (tip: TooltipTarget) => void
}

/** The sum of an hour of the day over all days, as a small bar. */
export function ColumnSum({ column, onTip }: ColumnSumProps): ReactNode {
  return (
    <td
      className="heatmap-column-sum"
      aria-label={column.sentence}
      onPointerEnter={(event) => onTip({ element: event.currentTarget, lines: [column.sentence] })}
    >
      <span className="heatmap-column-bar" style={{ height: `${column.share * 100}%` }}>
        <span className="heatmap-bar-missed" style={{ height: `${100 - column.rate}%` }} />
      </span>
    </td>
  )
}
