import type { SourceLayout } from './layout.ts'
import { quoteName } from './names.ts'
import type { Query } from './snapshot-reader.ts'

/** Advice, never carried out: the index that makes counting visits fastest. */
export interface SuggestedIndex {
  readonly sql: string
  /** false: there is no index by organization and time at all, so that every sync reads the whole table. */
  readonly hasBasicIndex: boolean
}

const INDEXES_SQL = `
select r.relkind, i.indnkeyatts, a.attname, k.position
from pg_catalog.pg_class r
left join pg_catalog.pg_index i on i.indrelid = r.oid and i.indpred is null and i.indisvalid
left join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, position) on true
left join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum = k.attnum
where r.oid = to_regclass($1)
order by i.indexrelid, k.position`

interface FoundIndex {
  readonly keys: readonly string[]
  readonly columns: readonly string[]
}

/** The covering index that the table of visits lacks; null where it has one, or where it is no table of its own (a view). */
export async function readSuggestedIndex(query: Query, { pageviews }: SourceLayout): Promise<SuggestedIndex | null> {
  const rows = await query(INDEXES_SQL, [pageviews.from])
  const kind = rows[0]?.[0]
  if (kind !== 'r' && kind !== 'p' && kind !== 'm') return null
  const indexes: { keys: string[]; columns: string[] }[] = []
  for (const [, keyCount = null, column = null, position = null] of rows) {
    if (position === '1') indexes.push({ keys: [], columns: [] })
    const index = indexes.at(-1)
    if (index === undefined) continue
    // An indexed expression has no column's name, and keeps its place.
    const quoted = column === null ? '' : quoteName(column)
    if (Number(position) <= Number(keyCount)) index.keys.push(quoted)
    index.columns.push(quoted)
  }
  const keys = [pageviews.organizationId, pageviews.createdAt.name]
  const included = [pageviews.poolId, pageviews.country, pageviews.agentId].filter((column) => column !== null)
  const basic = indexes.filter((index) => startsWith(index, keys))
  if (basic.some((index) => included.every((column) => index.columns.includes(column)))) return null
  // A partitioned table takes no index concurrently.
  const how = kind === 'p' ? 'create index' : 'create index concurrently'
  return {
    sql: `${how} on ${pageviews.from} (${keys.join(', ')}) include (${included.join(', ')});`,
    hasBasicIndex: basic.length > 0,
  }
}

function startsWith(index: FoundIndex, keys: readonly string[]): boolean {
  return keys.every((key, position) => index.keys[position] === key)
}
