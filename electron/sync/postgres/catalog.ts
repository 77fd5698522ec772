import { TABLE_KEYS, TABLE_PARTS, type TableKey } from '../../../shared/contract/source/parts.ts'
import type { PostgresConnection, Row } from './connect.ts'
import type { SourceMapping } from '../../../shared/contract/source/mapping.ts'

/** A mapped column as the database has it. */
export interface FoundColumn {
  readonly name: string
  readonly exists: boolean
  readonly readable: boolean
  /** As SQL writes it, e.g. `timestamp with time zone`; '' where the column is missing. */
  readonly type: string
}

/** A mapped table as the database has it. */
export interface FoundTable {
  readonly schema: string
  readonly table: string
  readonly schemaUsable: boolean
  readonly exists: boolean
  /** Rows as the planner estimates them; null where it has not counted yet. */
  readonly estimatedRows: number | null
  /** By the mapping's key: of several names the first that can be read, else the first. A column that is mapped to null is left out. */
  readonly columns: Readonly<Record<string, FoundColumn>>
}

/** What the catalog says of the server and the mapped tables. */
export interface Catalog {
  /** e.g. 180004 */
  readonly versionNumber: number
  /** e.g. "18.4" */
  readonly version: string
  /** The server is a standby that replays another one. */
  readonly isReplica: boolean
  /** A mapped table that is null is left out. */
  readonly tables: Readonly<Partial<Record<TableKey, FoundTable>>>
}

/** One row a wanted column; domains are seen through to their base type. */
const CATALOG_SQL = `
select w.position, n.oid is not null and has_schema_privilege(n.oid, 'USAGE'), r.oid is not null,
       case when r.reltuples >= 0 then r.reltuples::float8 end,
       a.attnum is not null,
       coalesce(has_column_privilege(r.oid, a.attnum, 'SELECT'), false),
       coalesce(format_type(case when t.typtype = 'd' then t.typbasetype else t.oid end, null), ''),
       current_setting('server_version_num'), current_setting('server_version'), pg_is_in_recovery()
from unnest($1::text[], $2::text[], $3::text[]) with ordinality as w(schema_name, table_name, column_name, position)
left join pg_catalog.pg_namespace n on n.nspname = w.schema_name
left join pg_catalog.pg_class r on r.relnamespace = n.oid and r.relname = w.table_name and r.relkind in ('r', 'p', 'v', 'm', 'f')
left join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attname = w.column_name and a.attnum > 0 and not a.attisdropped
left join pg_catalog.pg_type t on t.oid = a.atttypid
order by w.position`

interface WantedColumn {
  readonly tableKey: TableKey
  readonly columnKey: string
  readonly schema: string
  readonly table: string
  readonly column: string
}

/** Looks up every mapped table and column: there, readable, of which type. One statement; reads no fact. */
export async function readCatalog(connection: Pick<PostgresConnection, 'query'>, mapping: SourceMapping): Promise<Catalog> {
  const wanted = wantedColumns(mapping)
  const rows = await connection.query(CATALOG_SQL, [wanted.map((w) => w.schema), wanted.map((w) => w.table), wanted.map((w) => w.column)])
  const tables: Partial<Record<TableKey, FoundTable>> = {}
  for (const [index, row] of rows.entries()) {
    const { tableKey, columnKey, schema, table, column } = wanted[index]!
    const before = tables[tableKey]
    tables[tableKey] = {
      schema,
      table,
      schemaUsable: row[1] === 't',
      exists: row[2] === 't',
      estimatedRows: row[3] === null ? null : Number(row[3]),
      columns: { ...before?.columns, [columnKey]: better(before?.columns[columnKey], foundColumn(column, row)) },
    }
  }
  const first = rows[0]
  return { versionNumber: Number(first?.[7] ?? 0), version: first?.[8] ?? '', isReplica: first?.[9] === 't', tables }
}

function foundColumn(name: string, row: Row): FoundColumn {
  return { name, exists: row[4] === 't', readable: row[5] === 't', type: row[6] ?? '' }
}

/** Of two names for one column, the one that can be read, else the one that exists, else the first. */
function better(first: FoundColumn | undefined, second: FoundColumn): FoundColumn {
  if (first === undefined) return second
  const rank = ({ exists, readable }: FoundColumn) => Number(exists) + Number(exists && readable)
  return rank(second) > rank(first) ? second : first
}

type MappedNames = Readonly<Record<string, string | readonly string[] | null | undefined>>

function wantedColumns(mapping: SourceMapping): readonly WantedColumn[] {
  return TABLE_KEYS.flatMap((tableKey) => {
    const mapped = mapping[tableKey]
    if (mapped === null) return []
    const { schema = mapping.schema, table } = mapped
    const names: MappedNames = mapped
    return Object.keys(TABLE_PARTS[tableKey].columns).flatMap((columnKey) => [names[columnKey] ?? []].flat().map((column) => ({ tableKey, columnKey, schema, table, column })))
  })
}
