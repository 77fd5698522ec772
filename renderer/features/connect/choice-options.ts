import { whyNotColumn, whyNotTable } from '../../../shared/contract/source/choices.ts'
import type { ColumnPart, TablePart } from '../../../shared/contract/source/parts.ts'
import type { ServerColumn, ServerTable } from '../../../shared/contract/source/server-tables.ts'
import type { Option } from '../../components/option-list.tsx'
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
export function tableOptions(tables: readonly ServerTable[], { part, format }: { readonly part: TablePart; readonly format: Formatter }): readonly Option[] {
  const options = tables.map((table): Option => {
    const isDisabled = whyNotTable(table) !== null
    return { id: idOfTable(table), label: `${table.schema}.${table.table}`, detail: isDisabled ? 'no right to read' : sizeOf(table, format), isDisabled }
  })
  return [...(part.required ? [] : [{ id: NOT_READ, label: 'Not read' }]), ...disabledLast(options)]
}

/** Every column of a table; those that cannot stand for the part come last and say why. */
export function columnOptions({ columns }: ServerTable, part: ColumnPart): readonly Option[] {
  const options = columns.map((column): Option => {
    const isDisabled = whyNotColumn(part, column) !== null
    return { id: columnId(column.name), label: column.name, detail: isDisabled ? shortReason(column) : column.type, isDisabled }
  })
  return [...(part.required ? [] : [{ id: NOT_READ, label: 'Not read' }]), ...disabledLast(options)]
}

function shortReason({ type, readable }: ServerColumn): string {
  return readable ? `${type}: wrong type` : 'no right to read'
}

function sizeOf({ kind, estimatedRows }: ServerTable, format: Formatter): string {
  return estimatedRows === null ? kind : `${kind === 'table' ? '' : `${kind}, `}about ${format.compact(estimatedRows)} rows`
}

function disabledLast(options: readonly Option[]): readonly Option[] {
  return [...options.filter(({ isDisabled }) => isDisabled !== true), ...options.filter(({ isDisabled }) => isDisabled === true)]
}
