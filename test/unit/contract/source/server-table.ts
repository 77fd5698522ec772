import type { ServerColumn, ServerTable } from '../../../../shared/contract/source/server-tables.ts'
import { TABLE_PARTS, type TableKey } from '../../../../shared/contract/source/parts.ts'
import type { ColumnKind } from '../../../../shared/contract/source/column-kinds.ts'

type Columns = Readonly<Record<string, string | Partial<ServerColumn>>>

/** A table of which everything can be read; a column is its type, or what differs. */
export function serverTable(place: string, columns: Columns, changes: Partial<ServerTable> = {}): ServerTable {
  const [schema = '', table = ''] = place.split('.')
  return {
    schema,
    table,
    kind: 'table',
    schemaUsable: true,
    estimatedRows: null,
    columns: Object.entries(columns).map(([name, column]) => ({
      name,
      type: 'text',
      readable: true,
      nullable: true,
      ...(typeof column === 'string' ? { type: column } : column),
    })),
    ...changes,
  }
}

const TYPES: Readonly<Record<ColumnKind, string>> = {
  identifier: 'uuid',
  mark: 'uuid',
  instant: 'timestamp with time zone',
  text: 'text',
  'text-list': 'text[]',
  number: 'integer',
  boolean: 'boolean',
}

/** Every table with all its columns under their usual names. */
export function usualTables(schema = 'public'): readonly ServerTable[] {
  return (Object.keys(TABLE_PARTS) as readonly TableKey[]).map((key) => {
    const { usual, columns } = TABLE_PARTS[key]
    const named = Object.values(columns).flatMap((column) =>
      column.usual === null ? [] : [[[column.usual].flat()[0]!, TYPES[column.kind]] as const],
    )
    return serverTable(`${schema}.${usual}`, Object.fromEntries(named))
  })
}
