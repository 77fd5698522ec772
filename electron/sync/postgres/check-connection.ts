import { AppError } from '../../../shared/foundation/errors.ts'
import type { DataProblem } from '../../../shared/coverage/types.ts'
import type { SourceOrganization } from '../source.ts'
import type { Catalog } from './catalog.ts'
import { connect, type Row } from './connect.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import { countVisits, type VisitCount } from './count-visits.ts'
import { type Deadlines, deadlinesFor, inTime } from './deadlines.ts'
import { hasSession, isNoIdentifier, readRecordedTime, unknownOrganization } from './directory.ts'
import { layoutOf, type SourceLayout } from './layout.ts'
import { DEFAULT_MAPPING, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import { readClock, readOrganization, readOrganizations } from './organizations.ts'
import { cancelled, queryError } from './query-errors.ts'
import type { Query } from './snapshot-reader.ts'
import { beginSql, stopTransaction } from './stop-transaction.ts'
import { readSuggestedIndex, type SuggestedIndex } from './suggested-index.ts'
import { type AccessProblem, inspectTables, type InspectedCatalog } from './table-access.ts'

/** What a successful connection test found. Instants are epoch milliseconds. */
export interface ConnectionReport {
  /** e.g. "18.4" */
  readonly serverVersion: string
  readonly isReplica: boolean
  readonly encrypted: boolean
  /** The database's clock. */
  readonly now: number
  readonly organizations: readonly SourceOrganization[]
  /** The organization that was asked for, or the only one; null: one of several has still to be chosen. */
  readonly organization: OrganizationReport | null
  /** Optional parts that are missing, in words. */
  readonly missing: readonly DataProblem[]
  /** Tables and columns that are there and cannot be read, each with the SQL that cures it. */
  readonly access: readonly AccessProblem[]
  readonly suggestedIndex: SuggestedIndex | null
}

export interface OrganizationReport extends SourceOrganization {
  /** Visits, counted or as the database's planner estimates them; null where neither says how many. */
  readonly estimatedVisits: number | null
  /** How many visits there are, and how that is known. */
  readonly visits: VisitCount | null
  /** null: no visit yet. */
  readonly earliest: number | null
  readonly latest: number | null
}

export interface ConnectionCheck {
  readonly connection: ConnectionSettings
  readonly mapping?: SourceMapping
  /** null: not chosen yet. */
  readonly organizationId?: string | null
  /** Whether an organization that is there, but has no visit and no session yet, will do. */
  readonly mayBeEmpty?: boolean
  /** Limit of one statement, milliseconds. */
  readonly statementTimeoutMs?: number
  /** Limit of the whole test, milliseconds. */
  readonly limitMs?: number
  readonly deadlines?: Deadlines
}

/** A test that takes longer than this tells more by failing. */
const CHECK_TIMEOUT_MS = 20_000
const CHECK_LIMIT_MS = 60_000

/**
 * Tries a connection and looks at what is there, changing nothing. Throws AppError with the exact cause: 'source-host', '-tls', '-password',
 * '-role', '-database', '-table-missing', '-column-missing', '-permission', '-wrong-type', '-organization', '-empty', '-timeout', ...
 */
export async function checkConnection(check: ConnectionCheck, signal: AbortSignal): Promise<ConnectionReport> {
  return await inTime({ signal, limitMs: check.limitMs ?? CHECK_LIMIT_MS }, (limited) => connectAndLook(check, limited))
}

async function connectAndLook(check: ConnectionCheck, signal: AbortSignal): Promise<ConnectionReport> {
  const { statementTimeoutMs = CHECK_TIMEOUT_MS } = check
  const deadlines = check.deadlines ?? deadlinesFor(statementTimeoutMs)
  const { graceMs, closeMs } = deadlines
  const connection = await connect(check.connection, { signal, silenceMs: statementTimeoutMs + graceMs, closeMs })
  let transaction: Row | undefined
  let stopping: Promise<void> | null = null
  const abort = () => {
    stopping = stopTransaction({ connection, settings: check.connection, deadlines, transaction })
  }
  signal.addEventListener('abort', abort, { once: true })
  try {
    ;[transaction] = await connection.query(beginSql(statementTimeoutMs))
    const found = await look(async (text, values = []) => {
      // Some statements may fail and others follow them; not where nobody waits any more.
      if (signal.aborted) throw cancelled()
      return connection.query(text, values)
    }, check)
    return { ...found, encrypted: connection.encrypted }
  } catch (thrown) {
    if (signal.aborted) throw cancelled()
    throw queryError(thrown, statementTimeoutMs)
  } finally {
    signal.removeEventListener('abort', abort)
    await (stopping as Promise<void> | null)
    await connection.close()
  }
}

async function look(
  query: Query,
  { mapping = DEFAULT_MAPPING, organizationId = null, mayBeEmpty = false }: ConnectionCheck,
): Promise<Omit<ConnectionReport, 'encrypted'>> {
  const catalog = await inspectTables(query, { mapping, organizationId, readRowsOf: 'all' })
  const layout = await layoutWithHint(query, catalog, () => layoutOf(catalog, mapping))
  const now = await readClock(query)
  const organizations = await readOrganizations(query, layout)
  if (organizations.length === 0) {
    throw new AppError({
      code: 'source-empty',
      message: 'The tables can be read, but they hold no organization, no visit and no session.',
      next:
        hiddenRows(catalog.access) ??
        'Check that this is the right database, and that row level security lets the user see its rows.',
    })
  }
  const chosen = organizationId ?? (organizations.length === 1 ? organizations[0]!.id : null)
  return {
    serverVersion: catalog.version,
    isReplica: catalog.isReplica,
    now,
    organizations,
    organization:
      chosen === null ? null : await lookAtOrganization(query, layout, { id: chosen, now, mayBeEmpty, catalog }),
    missing: layout.problems,
    access: catalog.access,
    suggestedIndex: await readSuggestedIndex(query, layout),
  }
}

interface OrganizationQuestion {
  readonly id: string
  readonly now: number
  readonly mayBeEmpty: boolean
  readonly catalog: InspectedCatalog
}

async function lookAtOrganization(
  query: Query,
  layout: SourceLayout,
  { id, now, mayBeEmpty, catalog }: OrganizationQuestion,
): Promise<OrganizationReport> {
  try {
    const organization = await readOrganization(query, layout, id)
    const { earliest, latest } = await readRecordedTime(query, layout, { organizationId: id, now })
    if (earliest === null && !(await hasSession(query, layout, id))) {
      if (organization === null) throw unknownOrganization(id, hiddenRows(catalog.access))
      if (mayBeEmpty)
        return {
          id,
          name: organization.name,
          estimatedVisits: 0,
          visits: { count: 0, accuracy: 'exact' },
          earliest: null,
          latest: null,
        }
      throw new AppError({
        code: 'source-empty',
        message: `The organization ${organization.name ?? id} has no visit and no session.`,
        next:
          hiddenRows(catalog.access) ??
          'Check that this is the right organization; if it is new, try again when visitors have come.',
      })
    }
    const visits = await countVisits(query, {
      table: catalog.tables.pageviews,
      organizationColumn: layout.pageviews.organizationId,
      organizationId: id,
    })
    return {
      id,
      name: organization?.name ?? null,
      estimatedVisits: visits === null || visits.accuracy === 'at-least' ? null : visits.count,
      visits,
      earliest,
      latest,
    }
  } catch (thrown) {
    if (isNoIdentifier(thrown)) throw unknownOrganization(id)
    throw thrown
  }
}

/** What lets the user see the visits and sessions that row level security keeps back; undefined: it keeps none back. */
function hiddenRows(access: readonly AccessProblem[]): string | undefined {
  const hidden = access.filter(
    ({ kind, tableKey }) => kind === 'no-policy' && ['pageviews', 'sessions', 'organizations'].includes(tableKey),
  )
  return hidden.length === 0
    ? undefined
    : hidden
        .map(({ message, cure }) => (cure === null ? message : `${message} An administrator can allow it: ${cure}`))
        .join(' ')
}

/** Where a table that is missing lies in another schema, says so. */
async function layoutWithHint(query: Query, { tables }: Catalog, read: () => SourceLayout): Promise<SourceLayout> {
  try {
    return read()
  } catch (error) {
    const missing = [tables.pageviews, tables.sessions].find((table) => table?.exists === false)
    if (!(error instanceof AppError) || error.code !== 'source-table-missing' || missing === undefined) throw error
    const rows = await query(
      `select distinct n.nspname from pg_catalog.pg_class r join pg_catalog.pg_namespace n on n.oid = r.relnamespace
where r.relname = $1 and n.nspname <> $2 and r.relkind in ('r', 'p', 'v', 'm', 'f') order by 1 limit 5`,
      [missing.table, missing.schema],
    )
    if (rows.length === 0) throw error
    const schemas = rows.map(([schema]) => schema).join(', ')
    throw new AppError({
      code: error.code,
      message: error.message,
      next: `A table of that name is in the schema ${schemas}: name it in the settings of the source.`,
    })
  }
}
