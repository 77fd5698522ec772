import type { ServerColumn, ServerTable, ServerTables } from '../../../shared/contract/source/server-tables.ts'
import { BASE_TYPE_SQL } from './catalog.ts'
import type { Query } from './snapshot-reader.ts'

/** More can hardly be chosen from. */
export const LISTED_TABLES = 3000

const TABLES_SQL = `
select n.nspname, r.relname, r.relkind, has_schema_privilege(n.oid, 'USAGE'),
       case when r.reltuples >= 0 and r.relkind in ('r', 'p', 'm', 'f') then r.reltuples::float8 end,
       coalesce(json_agg(json_build_array(
         a.attname, ${BASE_TYPE_SQL},
         has_column_privilege(r.oid, a.attnum, 'SELECT'), not a.attnotnull) order by a.attnum) filter (where a.attnum is not null), '[]')
from pg_catalog.pg_class r
join pg_catalog.pg_namespace n on n.oid = r.relnamespace
left join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
left join pg_catalog.pg_type t on t.oid = a.atttypid
where r.relkind in ('r', 'p', 'v', 'm', 'f') and not r.relispartition
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
group by n.oid, n.nspname, r.oid, r.relname, r.relkind, r.reltuples
order by n.nspname, r.relname
limit ${LISTED_TABLES + 1}`

const KINDS: Readonly<Record<string, ServerTable['kind']>> = {
  r: 'table',
  p: 'table',
  v: 'view',
  m: 'materialized view',
  f: 'foreign table',
}

/** The tables and views of the database, with their columns and what the user may read of them. One statement; reads no row of them. */
export async function listTables(query: Query): Promise<ServerTables> {
  const rows = await query(TABLES_SQL)
  const tables = rows.slice(0, LISTED_TABLES).map(([schema, table, kind, schemaUsable, estimatedRows, columns]) => ({
    schema: schema ?? '',
    table: table ?? '',
    kind: KINDS[kind ?? ''] ?? 'table',
    schemaUsable: schemaUsable === 't',
    estimatedRows: estimatedRows === null || estimatedRows === undefined ? null : Number(estimatedRows),
    columns: readColumns(columns ?? '[]'),
  }))
  return { tables, isCut: rows.length > LISTED_TABLES }
}

function readColumns(json: string): readonly ServerColumn[] {
  const columns = JSON.parse(json) as readonly (readonly [
    name: string,
    type: string,
    readable: boolean,
    nullable: boolean,
  ])[]
  return columns.map(([name, type, readable, nullable]) => ({ name, type, readable, nullable }))
}
