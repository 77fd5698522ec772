import type { MappingOutput } from '../../shared/contract/command-output.ts'
import type { ServerTable, ServerTables } from '../../shared/contract/source/server-tables.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

/** The tables of a database, a line each, with their columns. */
export function describeTables({ tables, isCut }: ServerTables, format: Formatter): string {
  if (tables.length === 0) return 'This database has no table or view.'
  const rows = tables.map((table) => [
    `${table.schema}.${table.table}`,
    table.kind,
    table.estimatedRows === null ? '' : `about ${format.count(table.estimatedRows)}`,
    readableColumns(table),
  ])
  const listed = renderTable(
    [{ title: 'table' }, { title: 'kind' }, { title: 'rows', align: 'right' }, { title: 'columns that can be read' }],
    rows,
  )
  return isCut ? `${listed}\nThere are more than these ${tables.length}.` : listed
}

function readableColumns({ columns, schemaUsable }: ServerTable): string {
  const readable = columns.filter((column) => column.readable)
  if (!schemaUsable) return 'none: the schema may not be used'
  if (readable.length === 0) return 'none: no right to read'
  return readable.map(({ name, type }) => `${name} (${type})`).join(', ')
}

/** A mapping as a file for --mapping. Marks of direction are escaped, so that every name survives a terminal. */
export function mappingFile({ mapping }: MappingOutput): string {
  return JSON.stringify(mapping, null, 2).replaceAll(
    /\p{Bidi_Control}/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What to put right in a mapping, and what it leaves out. */
export function describeMappingNotes({ problems, notRead }: MappingOutput): readonly string[] {
  return [
    ...problems.map(({ table, column, problem }) => `${column === null ? table : `${table}.${column}`}: ${problem}`),
    ...(notRead.length === 0 ? [] : [`Not read: ${notRead.join(', ')}.`]),
  ]
}
