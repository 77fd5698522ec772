import type { ReactNode } from 'react'
import { COVERAGE_SCALES, coverageColour, cssColour, inkOn } from '../charts/coverage-colour.ts'

export interface HeatCell {
  readonly key: string
  /** What stands in it. */
  readonly text: string
  /** -1 nobody served .. 0 on target .. 1 everybody; null: nothing to colour. */
  readonly strength: number | null
}

export interface HeatRow {
  readonly label: string
  readonly cells: readonly HeatCell[]
}

interface HeatTableProps {
  readonly caption: string
  /** One for each hour. */
  readonly columns: readonly string[]
  readonly rows: readonly HeatRow[]
}

/** The week by hour, as a table of coloured numbers. */
export function HeatTable({ caption, columns, rows }: HeatTableProps): ReactNode {
  return (
    <table className="heat-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((cell) => (
              <HeatTableCell key={cell.key} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeatTableCell({ cell: { text, strength } }: { readonly cell: HeatCell }): ReactNode {
  if (strength === null) return <td className="heat-none">{text}</td>
  const colour = coverageColour(strength, COVERAGE_SCALES.light)
  return <td style={{ background: cssColour(colour), color: cssColour(inkOn(colour)) }}>{text}</td>
}
