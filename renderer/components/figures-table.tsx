import type { ReactNode } from 'react'
import './figures-table.css'

interface FiguresTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[]
}

/** Figures as a plain table, for reading, copying and for those who do not see charts. */
export function FiguresTable({ caption, columns, rows }: FiguresTableProps): ReactNode {
  return (
    // Scrolls on its own where the window is small, so it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="figures-table-frame" tabIndex={0} aria-label={caption}>
      <table className="figures-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...figures]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {figures.map((figure, index) => (
                <td key={columns[index + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
