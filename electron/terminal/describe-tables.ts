import type { MappingOutput } from '../../shared/contract/command-output.ts'
import type { ServerTable, ServerTables } from '../../shared/contract/source/server-tables.ts'
import type { Formatter, TerminalTexts } from './format.ts'
import { renderTable } from './table.ts'

/** The tables of a database, a line each, with their columns. */
export function describeTables({ tables, isCut }: ServerTables, format: Formatter): string {
  const { connection: t } = format.texts
  if (tables.length === 0) return t.noTables
  const listed = renderTable(
    [{ title: t.table }, { title: t.kind }, { title: t.rows, align: 'right' }, { title: t.columns }],
    tables.map((table) => [
      `${table.schema}.${table.table}`,
      t.kinds[table.kind],
      table.estimatedRows === null ? '' : t.aboutRows({ count: format.count(table.estimatedRows) }),
      readableColumns(table, format.texts),
    ]),
  )
  return isCut ? `${listed}\n${t.moreTables({ count: format.count(tables.length) })}` : listed
}

function readableColumns({ columns, schemaUsable }: ServerTable, { connection: t }: TerminalTexts): string {
  const readable = columns.filter((column) => column.readable)
  if (!schemaUsable) return t.schemaNotUsable
  if (readable.length === 0) return t.noRight
  return readable.map(({ name, type }) => `${name} (${type})`).join(', ')
}

/** A mapping as a file for --mapping. Marks of direction are escaped, so that every name survives a terminal. */
export function mappingFile({ mapping }: MappingOutput): string {
  return JSON.stringify(mapping, null, 2).replaceAll(
    /\p{Bidi_Control}/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What to correct in a mapping, and what it leaves out. */
export function describeMappingNotes(
  { problems, notRead }: MappingOutput,
  { connection: t }: TerminalTexts,
): readonly string[] {
  return [
    ...problems.map(({ table, column, problem }) =>
      t.problem({ where: column === null ? table : `${table}.${column}`, problem }),
    ),
    ...(notRead.length === 0 ? [] : [t.notRead({ tables: notRead.join(', ') })]),
  ]
}
