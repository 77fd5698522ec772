import { whyNotColumn, whyNotTable } from '../../../shared/contract/source/choices.ts'
import type { ColumnPart, TablePart } from '../../../shared/contract/source/parts.ts'
import type { ServerColumn, ServerTable } from '../../../shared/contract/source/server-tables.ts'
import type { Option } from '../../kit/option-list.tsx'
import type { Formatter } from '../../format/formatter.ts'

/** The option of leaving a table or column out. */
export const NOT_READ = 'not-read'

/** Names a table among options, whatever signs are in its name. */
export function idOfTable({ schema, table }: Pick<ServerTable, 'schema' | 'table'>): string {
  return `table ${JSON.stringify([schema, table])}`
}

/** Names a column among options. */
export function columnId(name: string): string {
  return `column ${name}`
}

/** Every table and view; those that cannot be read come last and say why. */
export function tableOptions(
  tables: readonly ServerTable[],
  { part, format }: { readonly part: TablePart; readonly format: Formatter },
): readonly Option[] {
  const t = format.texts.connect
  const options = tables.map((table): Option => {
    const isDisabled = whyNotTable(table) !== null
    return {
      isName: true,
      id: idOfTable(table),
      label: `${table.schema}.${table.table}`,
      detail: isDisabled ? t.noRight : tableSize(table, format),
      isDisabled,
    }
  })
  return [...(part.required ? [] : [{ id: NOT_READ, label: t.notRead }]), ...disabledLast(options)]
}

/** Every column of a table; those that cannot stand for the part come last and say why. */
export function columnOptions({ columns }: ServerTable, part: ColumnPart, format: Formatter): readonly Option[] {
  const t = format.texts.connect
  const options = columns.map((column): Option => {
    const isDisabled = whyNotColumn(part, column) !== null
    return {
      isName: true,
      id: columnId(column.name),
      label: column.name,
      detail: isDisabled ? shortReason(column, format) : column.type,
      isDisabled,
    }
  })
  return [...(part.required ? [] : [{ id: NOT_READ, label: t.notRead }]), ...disabledLast(options)]
}

function shortReason({ type, readable }: ServerColumn, { texts: { connect: t } }: Formatter): string {
  return readable ? t.wrongType({ type }) : t.noRight
}

function tableSize({ kind, estimatedRows }: ServerTable, format: Formatter): string {
  if (estimatedRows === null) return kind
  const values = { kind, rows: format.compact(estimatedRows), count: estimatedRows }
  return (kind === 'table' ? format.texts.connect.rows : format.texts.connect.viewRows)(values)
}

function disabledLast(options: readonly Option[]): readonly Option[] {
  return [
    ...options.filter(({ isDisabled }) => isDisabled !== true),
    ...options.filter(({ isDisabled }) => isDisabled === true),
  ]
}
