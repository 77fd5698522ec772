import { TABLE_KEYS, TABLE_PARTS, type TableKey } from '../../../shared/contract/source/parts.ts'
import { attempt, type Outcome } from './attempt.ts'
import { type Catalog, type FoundTable, isReadable, readCatalog } from './catalog.ts'
import { errorCode } from './connection-errors.ts'
import type { SourceMapping } from '../../../shared/contract/source/mapping.ts'
import { quoteName, quoteTable } from './names.ts'
import { findPolicyNeeds } from './policy-needs.ts'
import type { Query } from './snapshot-reader.ts'

/** Why a mapped table, or some of its columns, cannot be read. */
export interface AccessProblem {
  readonly tableKey: TableKey
  /** With its schema, e.g. `public.call_logs`. */
  readonly table: string
  /**
   * `schema`, `columns`: a right is missing. `policy-fails`: reading it fails in a policy of row level security. `no-policy`: row level
   * security shows the user none of its rows. `unreadable`: reading it fails otherwise.
   */
  readonly kind: 'schema' | 'columns' | 'policy-fails' | 'no-policy' | 'unreadable'
  readonly message: string
  /** The SQL with which an administrator cures it; null: there is no such statement. */
  readonly cure: string | null
  /** Whether nothing of the table can be read. */
  readonly isWhole: boolean
}

/** The catalog, and why tables in it cannot be read. */
export interface InspectedCatalog extends Catalog {
  readonly access: readonly AccessProblem[]
}

export interface Inspection {
  readonly mapping: SourceMapping
  /** Named in a policy that would show its rows; null: not known. */
  readonly organizationId: string | null
  /** Of which tables a row is read: of `all` for a test; else only of those that are small, so that no sync waits for it. */
  readonly readRowsOf: 'all' | 'directory'
}

/** A test that reads for longer than this shows nothing more. */
const PROBE_TIMEOUT_MS = 5_000
/** Long tables, of which a sync reads no row only to see whether it may. */
const EVENT_TABLES: ReadonlySet<TableKey> = new Set<TableKey>(['pageviews', 'sessions', 'statusChanges', 'calls'])

/**
 * Looks up the mapped tables and reads each as the user, because rights alone do not say what a policy does. Needs an open transaction,
 * which goes on whatever fails. No value of a row is fetched. Throws what ends the connection.
 */
export async function inspectTables(
  query: Query,
  { mapping, organizationId, readRowsOf }: Inspection,
): Promise<InspectedCatalog> {
  const catalog = await readCatalog({ query }, mapping)
  const readable = TABLE_KEYS.flatMap((key) => {
    const table = catalog.tables[key]
    return table !== undefined && isReadable(table)
      ? [{ key, table, limit: readRowsOf === 'all' || !EVENT_TABLES.has(key) ? 1 : 0 }]
      : []
  })
  const probes =
    (await probeTogether(query, readable)) ??
    (await Promise.all(readable.map((one) => attempt(query, { text: probeSql(one), limitMs: PROBE_TIMEOUT_MS }))))
  const access: AccessProblem[] = TABLE_KEYS.flatMap((key) => rightsProblem(key, catalog) ?? [])
  for (const [index, { key, table, limit }] of readable.entries()) {
    const found = probes[index]!
    // That no row came in that time says as much as that none came.
    const isSlow = 'error' in found && errorCode(found.error) === '57014'
    if ('error' in found && !isSlow)
      access.push(await problemOfError(query, { key, table, user: catalog.user, error: found.error }))
    else if (limit > 0 && (isSlow || ('rows' in found && found.rows.length === 0)) && isHidden(table))
      access.push(problemOfHiddenRows(catalog, { key, table, organizationId }))
  }
  return { ...catalog, access }
}

/** The rights that the user lacks on a mapped table that is there; null: none. */
export function rightsProblem(
  tableKey: TableKey,
  { tables, user }: Pick<Catalog, 'tables' | 'user'>,
): AccessProblem | null {
  const table = tables[tableKey]
  if (table === undefined || !table.exists) return null
  const shown = `${table.schema}.${table.table}`
  if (!table.schemaUsable) {
    return {
      tableKey,
      table: shown,
      kind: 'schema',
      message: `The user may not use the schema ${table.schema}.`,
      cure: `grant usage on schema ${quoteName(table.schema)} to ${quoteName(user)};`,
      isWhole: true,
    }
  }
  const lacking = Object.entries(table.columns).flatMap(([key, { name, exists, readable }]) =>
    exists && !readable && TABLE_PARTS[tableKey].columns[key]?.isOptIn !== true ? [name] : [],
  )
  if (lacking.length === 0) return null
  const isWhole = !isReadable(table)
  return {
    tableKey,
    table: shown,
    kind: 'columns',
    message: isWhole
      ? `The user may not read the table ${shown}.`
      : `The user may not read the column${lacking.length === 1 ? '' : 's'} ${lacking.join(', ')} of ${shown}.`,
    cure: `grant select (${lacking.map(quoteName).join(', ')}) on ${quoteTable(table.schema, table.table)} to ${quoteName(user)};`,
    isWhole,
  }
}

interface Probe {
  readonly key: TableKey
  readonly table: FoundTable
  readonly limit: number
}

/** Reads up to `limit` rows without fetching anything of them; a row says of which table it is. */
function probeSql({ key, table, limit }: Probe): string {
  const columns = Object.values(table.columns).filter(({ readable }) => readable)
  return `select '${key}' from (select ${columns.map(({ name }) => quoteName(name)).join(', ')} from ${quoteTable(table.schema, table.table)} limit ${limit}) as one`
}

/** One statement for all tables, so that a sync of a source where all is well asks once; null: one of them fails, or takes too long. */
async function probeTogether(query: Query, probes: readonly Probe[]): Promise<readonly Outcome[] | null> {
  if (probes.length === 0) return []
  const found = await attempt(query, {
    text: probes.map((one) => `(${probeSql(one)})`).join('\nunion all\n'),
    limitMs: PROBE_TIMEOUT_MS,
  })
  return 'rows' in found ? probes.map(({ key }) => ({ rows: found.rows.filter(([name]) => name === key) })) : null
}

interface Failure {
  readonly key: TableKey
  readonly table: FoundTable
  readonly user: string
  readonly error: unknown
}

async function problemOfError(query: Query, { key, table, user, error }: Failure): Promise<AccessProblem> {
  const text = error instanceof Error ? error.message : String(error)
  const shown = `${table.schema}.${table.table}`
  const problem = { tableKey: key, table: shown, isWhole: true }
  if (!table.hasRowSecurity)
    return { ...problem, kind: 'unreadable', message: `Reading ${shown} fails: ${text}.`, cure: null }
  const cure = await findPolicyNeeds(query, table, user)
  return {
    ...problem,
    kind: 'policy-fails',
    message: `Reading ${shown} fails in a policy of its row level security: ${text}.`,
    cure,
  }
}

/** Whether rows that are not shown are kept back by row level security, rather than not there. */
function isHidden({ hasRowSecurity, hasOwnPolicy, estimatedRows }: FoundTable): boolean {
  return hasRowSecurity && !hasOwnPolicy && estimatedRows !== 0
}

interface Hidden {
  readonly key: TableKey
  readonly table: FoundTable
  readonly organizationId: string | null
}

function problemOfHiddenRows(catalog: Catalog, { key, table, organizationId }: Hidden): AccessProblem {
  const shown = `${table.schema}.${table.table}`
  const outOf =
    table.estimatedRows === null ? '' : ` (of about ${Math.round(table.estimatedRows).toLocaleString('en-US')})`
  const condition = rowsOf(catalog, { key, table, organizationId })
  return {
    tableKey: key,
    table: shown,
    kind: 'no-policy',
    message: `The user sees no row of ${shown}${outOf}: its row level security has no policy for the user.`,
    cure:
      condition === null
        ? null
        : `create policy zz_covercast_reads on ${quoteTable(table.schema, table.table)} for select to ${quoteName(catalog.user)} using (${condition});`,
    isWhole: true,
  }
}

/** Which rows are the organization's, as SQL; null: nothing says so. */
function rowsOf({ tables }: Catalog, { key, table, organizationId }: Hidden): string | null {
  const organization = `'${(organizationId ?? 'id of the organization').replaceAll("'", "''")}'`
  const own = table.columns[key === 'organizations' ? 'id' : 'organizationId']
  if (own?.exists) return `${quoteName(own.name)} = ${organization}`
  const [link, linked] =
    key === 'poolMembers' ? [table.columns['poolId'], tables.pools] : [table.columns['agentId'], tables.agents]
  const [id, owner] = [linked?.columns['id'], linked?.columns['organizationId']]
  if (!link?.exists || linked === undefined || !id?.exists || !owner?.exists) return null
  return `${quoteName(link.name)} in (select ${quoteName(id.name)} from ${quoteTable(linked.schema, linked.table)} where ${quoteName(owner.name)} = ${organization})`
}
