import type { ReactNode } from 'react'

/** Figures as rows and columns. */
export interface FiguresInTable {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[]
  /** The names of rows are data, such as pools, rather than texts. */
  readonly isNamedByData?: boolean
}

/** The names of columns, as cells of a head. */
export function ColumnHeads({ columns }: { readonly columns: readonly string[] }): ReactNode {
  return columns.map((column) => (
    <th key={column} scope="col">
      {column}
    </th>
  ))
}

/** The head and the rows of a table of figures, on the screen and on paper. */
export function TableBody({ columns, rows, isNamedByData = false }: Omit<FiguresInTable, 'caption'>): ReactNode {
  return (
    <>
      <thead>
        <tr>
          <ColumnHeads columns={columns} />
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...figures]) => (
          <tr key={head}>
            <th scope="row" translate={isNamedByData ? 'no' : undefined}>
              {head}
            </th>
            {figures.map((figure, index) => (
              <td key={columns[index + 1]}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}
