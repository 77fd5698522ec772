import type { ReactNode } from 'react'
import { currentFormat } from '../format/format-context.tsx'
import { COVERAGE_SCALES, coverageColour, cssColour, inkOn, type Rgb } from '../charts/coverage-colour.ts'
import { ColumnHeads } from '../kit/table-body.tsx'

export interface HeatCell {
  readonly key: string
  /** Its text. */
  readonly text: string
  /** null: nothing to colour. */
  readonly colour: Rgb | null
  /** Whether it stands out by a frame. */
  readonly isFramed?: boolean
}

/** The colour on paper of -1 nobody served .. 0 on target .. 1 everybody. */
export function paperColour(strength: number): Rgb {
  return coverageColour(strength, COVERAGE_SCALES.light)
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
          <th scope="col">{currentFormat().texts.paper.day}</th>
          <ColumnHeads columns={columns} />
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

function HeatTableCell({ cell: { text, colour, isFramed = false } }: { readonly cell: HeatCell }): ReactNode {
  if (colour === null) return <td className="heat-none">{text}</td>
  return (
    <td
      className={isFramed ? 'heat-framed' : undefined}
      style={{ background: cssColour(colour), color: cssColour(inkOn(colour)) }}
    >
      {text}
    </td>
  )
}
