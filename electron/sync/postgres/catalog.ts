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
  /** Whether it holds rows itself, rather than showing those of other tables as a view does. */
  readonly isStored: boolean
  /** Rows as the planner estimates them; null where it has not counted yet, or where it is a view, of which it knows nothing. */
  readonly estimatedRows: number | null
  /** Whether row level security decides which of its rows the user sees. */
  readonly hasRowSecurity: boolean
  /** Whether a policy that shows rows names the user's role, rather than everybody. */
  readonly hasOwnPolicy: boolean
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
  /** The role whose rights count. */
  readonly user: string
  /** A mapped table that is null is left out. */
  readonly tables: Readonly<Partial<Record<TableKey, FoundTable>>>
}

/** Where the documented script makes views for its role: a table that the user may not read is looked for there too. */
const VIEWS_SCHEMA = 'covercast'

/** The name of the type that a column's type t comes down to: a domain may be of another domain. */
export const BASE_TYPE_SQL = `(with recursive base(oid, kind, below) as (
         select t.oid, t.typtype, t.typbasetype
         union all select d.oid, d.typtype, d.typbasetype from base join pg_catalog.pg_type d on d.oid = base.below where base.kind = 'd')
       select format_type(base.oid, null) from base where base.kind <> 'd')`

/** One row a wanted column; domains are seen through to their base type. */
const CATALOG_SQL = `
select current_setting('server_version_num'), current_setting('server_version'), pg_is_in_recovery(), current_user,
       n.oid is not null and has_schema_privilege(n.oid, 'USAGE'), r.oid is not null, r.relkind in ('r', 'p', 'm'),
       case when r.relkind in ('r', 'p', 'm') and r.reltuples >= 0 then r.reltuples::float8 end,
       coalesce(row_security_active(r.oid), false),
       exists (select from pg_catalog.pg_policy p, unnest(p.polroles) as named(role)
               where p.polrelid = r.oid and p.polpermissive and p.polcmd in ('r', '*') and named.role <> 0 and pg_has_role(named.role, 'USAGE')),
       a.attnum is not null,
       coalesce(has_column_privilege(r.oid, a.attnum, 'SELECT'), false),
       coalesce(${BASE_TYPE_SQL}, '')
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

/**
 * Looks up every mapped table and column: there, readable, of which type. A table that the user may not read is taken from the schema
 * `covercast` where it may be read there, unless the mapping names the table's schema. One statement; reads no fact.
 */
export async function readCatalog(
  connection: Pick<PostgresConnection, 'query'>,
  mapping: SourceMapping,
): Promise<Catalog> {
  const wanted = wantedColumns(mapping)
  const rows = await connection.query(CATALOG_SQL, [
    wanted.map((w) => w.schema),
    wanted.map((w) => w.table),
    wanted.map((w) => w.column),
  ])
  const found = new Map<string, FoundTable>()
  for (const [index, row] of rows.entries()) {
    const { tableKey, columnKey, column, ...place } = wanted[index]!
    const name = `${tableKey} ${place.schema}`
    const before = found.get(name)
    found.set(name, {
      ...(before ?? foundTable(place, row)),
      columns: { ...before?.columns, [columnKey]: better(before?.columns[columnKey], foundColumn(column, row)) },
    })
  }
  const tables = TABLE_KEYS.flatMap((key) => {
    const [own, view] = [...new Set(wanted.filter(({ tableKey }) => tableKey === key).map(({ schema }) => schema))].map(
      (schema) => found.get(`${key} ${schema}`),
    )
    if (own === undefined) return []
    return [[key, view !== undefined && isReadable(view) && !isReadable(own) ? view : own] as const]
  })
  const [versionNumber, version, isReplica, user] = rows[0] ?? []
  return {
    versionNumber: Number(versionNumber ?? 0),
    version: version ?? '',
    isReplica: isReplica === 't',
    user: user ?? '',
    tables: Object.fromEntries(tables),
  }
}

/** Whether the user may read any of the table's mapped columns. */
export function isReadable({ schemaUsable, columns }: FoundTable): boolean {
  return schemaUsable && Object.values(columns).some(({ readable }) => readable)
}

function foundTable({ schema, table }: Pick<FoundTable, 'schema' | 'table'>, row: Row): FoundTable {
  const [, , , , schemaUsable, exists, isStored, estimatedRows = null, hasRowSecurity, hasOwnPolicy] = row
  return {
    schema,
    table,
    schemaUsable: schemaUsable === 't',
    exists: exists === 't',
    isStored: isStored === 't',
    estimatedRows: estimatedRows === null ? null : Number(estimatedRows),
    hasRowSecurity: hasRowSecurity === 't',
    hasOwnPolicy: hasOwnPolicy === 't',
    columns: {},
  }
}

function foundColumn(name: string, row: Row): FoundColumn {
  const [exists, readable, type] = row.slice(10)
  return { name, exists: exists === 't', readable: readable === 't', type: type ?? '' }
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
    const names: MappedNames = mapped
    const schemas = mapped.schema === undefined ? new Set([mapping.schema, VIEWS_SCHEMA]) : [mapped.schema]
    return Object.keys(TABLE_PARTS[tableKey].columns).flatMap((columnKey) =>
      [names[columnKey] ?? []]
        .flat()
        .flatMap((column) =>
          [...schemas].map((schema) => ({ tableKey, columnKey, schema, table: mapped.table, column })),
        ),
    )
  })
}
