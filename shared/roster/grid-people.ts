import { addressIn, withoutAddress } from './address.ts'
import type { GridBlock } from './grid-days.ts'
import { roleOf } from './headers.ts'
import type { Sheet, UnusedColumn } from './roster.ts'
import { tidy } from './words.ts'

/** A row of a block: who, and what is left of the days. */
interface Who {
  readonly name: string
  readonly id: string | null
  readonly email: string | null
  readonly note: string
}

/** Columns left of the days that say who somebody is, and what else is read of them. */
interface WhoColumns {
  /** -1: there is none. */
  readonly agent: number
  readonly firstName: number
  readonly lastName: number
  readonly id: number
  readonly email: number
  readonly notes: readonly number[]
}

function whoColumns({ rows }: Sheet, block: GridBlock): WhoColumns {
  const first = block.days[0]!.from
  const header = rows[block.headerRow]!
  const left = Array.from({ length: first }, (_, column) => column)
  const roles = left.map((column) => roleOf(header[column] ?? '') ?? roleOf(rows[block.firstRow - 1]?.[column] ?? ''))
  const texts = (column: number): number =>
    rowsOf(block).filter((row) => /\p{L}{2}/u.test(rows[row]![column] ?? '')).length
  const byRole = (role: string): number => roles.findIndex((one) => one === role)
  const [firstName, lastName] = [byRole('first-name'), byRole('last-name')]
  const fullestOf = (columns: readonly number[]): number =>
    columns.toSorted((one, other) => texts(other) - texts(one) || one - other)[0] ?? -1
  const open = left.filter((column) => roles[column] === null)
  // "Date" in the corner is what the headers beside it are.
  const corner = left.filter((column) => roles[column] === 'date' || roles[column] === 'range')
  const fullest = fullestOf(open.length > 0 ? open : corner)
  const agent = byRole('agent') === -1 && firstName === -1 && lastName === -1 ? fullest : byRole('agent')
  const [id, email] = [byRole('agent-id'), byRole('email')]
  const notes = left.filter((column) => roles[column] === 'place' || roles[column] === 'note')
  return { agent, firstName, lastName, id, email, notes }
}

/** A function that says who a row of a block is about. */
export function whoReader(sheet: Sheet, block: GridBlock): (row: number) => Who {
  const { rows } = sheet
  const { agent, firstName, lastName, id, email, notes } = whoColumns(sheet, block)
  return (row) => {
    const cell = (column: number): string => tidy(column === -1 ? '' : (rows[row]![column] ?? '')).replaceAll('\n', ' ')
    const name = [agent === -1 ? '' : cell(agent), ...(agent === -1 ? [cell(firstName), cell(lastName)] : [])]
      .filter((part) => part !== '')
      .join(' ')
    return {
      name: withoutAddress(name),
      id: cell(id) || null,
      email: cell(email) || addressIn(name) || null,
      note: notes
        .map(cell)
        .filter((one) => one !== '')
        .join(' · '),
    }
  }
}

/** The rows of a block, below its headers. */
export function rowsOf({ firstRow, endRow }: GridBlock): readonly number[] {
  return Array.from({ length: endRow - firstRow }, (_, index) => firstRow + index)
}

/** Whether anything is in the days of a row. */
export function hasCells({ rows }: Sheet, { days }: GridBlock, row: number): boolean {
  const cells = rows[row]!
  return days.some(({ from, to }) => cells.slice(from, to).some((cell) => tidy(cell) !== ''))
}

/** Columns beside the days, in rows of people, of which nothing was read; by the headers of the first block. */
export function unusedOf(
  sheet: Sheet,
  blocks: readonly GridBlock[],
  /** Rows, and cells beside people, that explain codes. */
  explains: { readonly rows: ReadonlySet<number>; readonly isLegend: (cell: string) => boolean },
): readonly UnusedColumn[] {
  const unused = new Map<number, string>()
  for (const block of blocks) {
    const { agent, firstName, lastName, id, email, notes } = whoColumns(sheet, block)
    const used = new Set([agent, ...(agent === -1 ? [firstName, lastName] : []), id, email, ...notes])
    const header = sheet.rows[block.headerRow]!
    for (const { from, to } of block.days) for (let column = from; column < to; column++) used.add(column)
    for (const row of rowsOf(block)) {
      if (explains.rows.has(row) || !hasCells(sheet, block, row)) continue
      for (const [column, cell] of sheet.rows[row]!.entries())
        if (!used.has(column) && !unused.has(column) && tidy(cell) !== '' && !explains.isLegend(tidy(cell)))
          unused.set(column, tidy(header[column] ?? ''))
    }
  }
  return [...unused]
    .toSorted(([one], [other]) => one - other)
    .map(([column, header]) => ({ column: column + 1, header }))
}
