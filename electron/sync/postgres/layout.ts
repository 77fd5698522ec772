import { dataProblem } from '../../../shared/coverage/data-problem.ts'
import { AppError, type ErrorCode } from '../../../shared/foundation/errors.ts'
import { acceptsType, TIMESTAMP, TIMESTAMPTZ } from '../../../shared/contract/source/column-kinds.ts'
import type { TableKey } from '../../../shared/contract/source/parts.ts'
import type { DataProblem, DataProblemKind } from '../../../shared/coverage/types.ts'
import type { Catalog, FoundColumn, FoundTable } from './catalog.ts'
import { type InstantColumn, isInstantType } from './instants.ts'
import type { SourceMapping } from '../../../shared/contract/source/mapping.ts'
import { quoteName, quoteTable } from './names.ts'
import { type AccessProblem, rightsProblem } from './table-access.ts'

/** As server_version_num counts. */
const OLDEST_VERSION = 120_000

/** The tables and columns to read, quoted for SQL. What is null is missing or not readable, and its feature is off. */
export interface SourceLayout {
  readonly pageviews: {
    readonly from: string
    readonly organizationId: string
    readonly poolId: string | null
    readonly agentId: string
    /** As SQL writes it: identifiers of one type compare by index. */
    readonly agentIdType: string
    readonly country: string | null
    readonly createdAt: InstantColumn
  }
  readonly sessions: {
    readonly from: string
    readonly id: string
    readonly agentId: string
    readonly agentIdType: string
    readonly organizationId: string
    readonly startedAt: InstantColumn
    readonly endedAt: InstantColumn
    readonly idleSeconds: string | null
    readonly inCallSeconds: string | null
    readonly awaySeconds: string | null
    readonly lastSeenAt: InstantColumn | null
  }
  readonly statusChanges: StatusChangesLayout | null
  readonly organizations: {
    readonly from: string
    readonly id: string
    readonly name: string | null
    readonly blockedCountries: string | null
    readonly countryListMode: string | null
    readonly plan: string | null
    readonly subscriptionStatus: string | null
    readonly mrr: string | null
  } | null
  readonly pools: {
    readonly from: string
    readonly id: string
    readonly organizationId: string
    readonly name: string | null
    readonly isCatchAll: string | null
  } | null
  readonly agents: {
    readonly from: string
    readonly id: string
    readonly idType: string
    readonly organizationId: string
    readonly displayName: string | null
    readonly isActive: string | null
    readonly deactivatedAt: InstantColumn | null
    readonly maxSimultaneous: string | null
  } | null
  readonly poolMembers: {
    readonly from: string
    readonly agentId: string
    readonly poolId: string
  } | null
  readonly calls: {
    readonly from: string
    readonly organizationId: string
    readonly poolId: string | null
    readonly agentId: string | null
    readonly visitorId: string | null
    readonly status: string | null
    readonly durationSeconds: string | null
    readonly createdAt: InstantColumn
  } | null
  /** Features that are off because their table or column is missing. */
  readonly problems: readonly DataProblem[]
}

interface StatusTable {
  readonly from: string
  /** null: the table names no organization, and rows are its by their agent. */
  readonly organizationId: string | null
  readonly agentId: string
  readonly agentIdType: string
}

/** How the table of agents' statuses records them: as a log of changes, or as intervals. */
export type StatusChangesLayout =
  | (StatusTable & {
      readonly shape: 'changes'
      readonly fromStatus: string | null
      readonly toStatus: string
      readonly changedAt: InstantColumn
    })
  | (StatusTable & {
      readonly shape: 'intervals'
      readonly status: string
      readonly startedAt: InstantColumn
      readonly endedAt: InstantColumn
    })

/** The catalog, and what is known of tables that cannot be read although the rights are there. */
type FoundTables = Catalog & { readonly access?: readonly AccessProblem[] }

/** What is counted without anybody's sessions: visits and calls, of whom, and by which country rules. */
export type CountedLayout = Pick<SourceLayout, 'pageviews' | 'organizations' | 'agents' | 'calls'>

/** What can be read of the mapped tables. Throws AppError 'source-table-missing', '-column-missing', '-permission' or '-wrong-type'. */
export function layoutOf(catalog: FoundTables, mapping: SourceMapping): SourceLayout {
  const counted = countedLayoutOf(catalog, mapping)
  const sessions = requireTable(catalog, 'sessions', ['id', 'agentId', 'organizationId', 'startedAt', 'endedAt'])
  const instant = (table: FoundTable, key: string) => instantColumn({ table, key, mapping })
  const pools = optionalTable(catalog, 'pools', ['id', 'organizationId'])
  const poolMembers = optionalTable(catalog, 'poolMembers', ['agentId', 'poolId'])
  const off = (
    isOff: boolean,
    kind: DataProblemKind,
    variant?: NonNullable<DataProblem['variant']>,
  ): readonly DataProblem[] =>
    isOff ? [dataProblem({ kind, count: 1, ...(variant === undefined ? {} : { variant }) })] : []
  // What the mapping leaves out on purpose is not missing.
  const isMissing = (key: TableKey, found: unknown) => found === null && mapping[key] !== null
  // Of a table that is not read at all, no column is missed besides.
  const { organizations, calls } = catalog.tables
  const hasLost = {
    countryRule: counted.organizations !== null && isLost(organizations ?? null, 'blockedCountries', isTextList),
    lengths: counted.calls !== null && isLost(calls ?? null, 'durationSeconds', isNumber),
  }

  return {
    ...counted,
    sessions: {
      from: quoteTable(sessions.schema, sessions.table),
      id: required(sessions, 'id'),
      agentId: required(sessions, 'agentId'),
      agentIdType: sessions.columns['agentId']!.type,
      organizationId: required(sessions, 'organizationId'),
      startedAt: instant(sessions, 'startedAt'),
      endedAt: instant(sessions, 'endedAt'),
      idleSeconds: optional(sessions, 'idleSeconds', isNumber),
      inCallSeconds: optional(sessions, 'inCallSeconds', isNumber),
      awaySeconds: optional(sessions, 'awaySeconds', isNumber),
      lastSeenAt: optionalInstantColumn({ table: sessions, key: 'lastSeenAt', mapping }),
    },
    statusChanges: statusChangesOf(catalog, mapping),
    pools: pools && {
      from: quoteTable(pools.schema, pools.table),
      id: required(pools, 'id'),
      organizationId: required(pools, 'organizationId'),
      name: optional(pools, 'name'),
      isCatchAll: optional(pools, 'isCatchAll', isBoolean),
    },
    poolMembers: poolMembers && {
      from: quoteTable(poolMembers.schema, poolMembers.table),
      agentId: required(poolMembers, 'agentId'),
      poolId: required(poolMembers, 'poolId'),
    },
    problems: [
      ...off(counted.pageviews.country === null && mapping.pageviews.country !== null, 'country-column-missing'),
      ...off(isMissing('organizations', counted.organizations), 'organizations-missing'),
      ...off(hasLost.countryRule, 'organizations-missing', 'country-rule-missing'),
      ...off(isMissing('pools', pools), 'pools-missing'),
      ...off(isLost(pools, 'isCatchAll', isBoolean), 'pools-missing', 'catch-all-missing'),
      ...off(isMissing('agents', counted.agents), 'agents-missing'),
      ...off(isMissing('poolMembers', poolMembers), 'membership-missing'),
      ...off(isMissing('calls', counted.calls), 'calls-missing'),
      ...off(hasLost.lengths, 'calls-missing', 'call-lengths-missing'),
    ],
  }
}

/** As `layoutOf`, for counting alone: a source without sessions will do. */
export function countedLayoutOf(catalog: FoundTables, mapping: SourceMapping): CountedLayout {
  if (catalog.versionNumber < OLDEST_VERSION) {
    throw failure(
      'source-other',
      `The server is PostgreSQL ${catalog.version}; the oldest that can be read is 12.`,
      'Update the server, or read from a newer replica of it.',
    )
  }
  const pageviews = requireTable(catalog, 'pageviews', ['organizationId', 'poolId', 'agentId', 'createdAt'])
  const organizations = optionalTable(catalog, 'organizations', ['id'])
  const agents = optionalTable(catalog, 'agents', ['id', 'organizationId'])
  const calls = callsTable(catalog, mapping)
  return {
    pageviews: {
      from: quoteTable(pageviews.schema, pageviews.table),
      organizationId: required(pageviews, 'organizationId'),
      poolId: pageviews.columns['poolId'] === undefined ? null : required(pageviews, 'poolId'),
      agentId: required(pageviews, 'agentId'),
      agentIdType: pageviews.columns['agentId']!.type,
      country: optional(pageviews, 'country'),
      createdAt: instantColumn({ table: pageviews, key: 'createdAt', mapping }),
    },
    organizations: organizations && {
      from: quoteTable(organizations.schema, organizations.table),
      id: required(organizations, 'id'),
      name: optional(organizations, 'name'),
      blockedCountries: optional(organizations, 'blockedCountries', isTextList),
      countryListMode: optional(organizations, 'countryListMode'),
      plan: optional(organizations, 'plan'),
      subscriptionStatus: optional(organizations, 'subscriptionStatus'),
      mrr: optional(organizations, 'mrr', isNumber),
    },
    agents: agents && {
      from: quoteTable(agents.schema, agents.table),
      id: required(agents, 'id'),
      idType: agents.columns['id']!.type,
      organizationId: required(agents, 'organizationId'),
      displayName: optional(agents, 'displayName'),
      isActive: optional(agents, 'isActive', isBoolean),
      deactivatedAt: optionalInstantColumn({ table: agents, key: 'deactivatedAt', mapping }),
      maxSimultaneous: optional(agents, 'maxSimultaneous', isNumber),
    },
    calls: calls && {
      from: quoteTable(calls.schema, calls.table),
      organizationId: required(calls, 'organizationId'),
      poolId: optional(calls, 'poolId'),
      agentId: optional(calls, 'agentId'),
      visitorId: optional(calls, 'visitorId'),
      status: optional(calls, 'status'),
      durationSeconds: optional(calls, 'durationSeconds', isNumber),
      createdAt: instantColumn({ table: calls, key: 'createdAt', mapping }),
    },
  }
}

const READABLE_BY_VIEW = 'Give the table as a view, as the script of docs/source-database.md does.'

const CHECK_NAMES = 'Check the names of schema, table and columns in the settings of the source.'

function failure(code: ErrorCode, message: string, next: string): AppError {
  return new AppError({ code, message, next })
}

function requireTable(catalog: FoundTables, key: TableKey, needed: readonly string[]): FoundTable {
  const table = catalog.tables[key]
  if (table === undefined) throw failure('internal', `The table ${key} is not mapped.`, CHECK_NAMES)
  const shown = `${table.schema}.${table.table}`
  if (!table.exists)
    throw failure('source-table-missing', `The table ${shown} does not exist in this database.`, CHECK_NAMES)
  const problem = rightsProblem(key, catalog)
  if (
    problem !== null &&
    (problem.isWhole ||
      needed.some((column) => table.columns[column]?.readable === false && table.columns[column].exists))
  )
    throw notAllowed(problem, catalog.access)
  const failing = catalog.access?.find(
    ({ tableKey, kind }) => tableKey === key && (kind === 'policy-fails' || kind === 'unreadable'),
  )
  if (failing !== undefined) throw notAllowed(failing, catalog.access)
  return table
}

/** Says what is lacking of one table, and what cures all of them, so that an administrator is asked once. */
function notAllowed(problem: AccessProblem, others: readonly AccessProblem[] = []): AppError {
  if (problem.cure === null) return failure('source-permission', problem.message, READABLE_BY_VIEW)
  const cures = new Set([problem, ...others].flatMap(({ cure }) => cure ?? []))
  return failure('source-permission', problem.message, `An administrator can allow it: ${[...cures].join(' ')}`)
}

function required(table: FoundTable, key: string): string {
  const column = table.columns[key]
  if (column === undefined) throw failure('internal', `The column ${key} of ${table.table} is not mapped.`, CHECK_NAMES)
  if (!column.exists)
    throw failure(
      'source-column-missing',
      `The table ${table.schema}.${table.table} has no column ${column.name}.`,
      CHECK_NAMES,
    )
  return quoteName(column.name)
}

interface InstantRequest {
  readonly table: FoundTable
  readonly key: string
  readonly mapping: SourceMapping
}

function instantColumn({ table, key, mapping }: InstantRequest): InstantColumn {
  const name = required(table, key)
  const column = table.columns[key]!
  const shown = `${table.schema}.${table.table}.${column.name}`
  if (!isInstantType(column.type)) {
    throw failure(
      'source-wrong-type',
      `The column ${shown} is ${column.type}; it must be ${TIMESTAMPTZ}.`,
      'Choose the column that holds the instant, or give a view that converts it.',
    )
  }
  if (column.type === TIMESTAMP && mapping.timestampsWithoutZone === 'refuse') {
    throw failure(
      'source-wrong-type',
      `The column ${shown} is ${TIMESTAMP}, so its instants are not certain.`,
      'If it holds UTC, say so in the settings of the source (timestampsWithoutZone: "utc"); else give a view that converts it.',
    )
  }
  return { name, type: column.type }
}

function optionalTable(catalog: FoundTables, key: TableKey, needed: readonly string[]): FoundTable | null {
  const table = catalog.tables[key]
  if (table === undefined || !table.exists || !table.schemaUsable) return null
  if (catalog.access?.some(({ tableKey, isWhole }) => tableKey === key && isWhole)) return null
  return needed.every((column) => isUsable(table.columns[column])) ? table : null
}

/** The table of calls, where it says whose they are and when they began. */
function callsTable(catalog: FoundTables, mapping: SourceMapping): FoundTable | null {
  const table = optionalTable(catalog, 'calls', ['organizationId', 'createdAt'])
  return table !== null && optionalInstantColumn({ table, key: 'createdAt', mapping }) !== null ? table : null
}

/** The table of statuses in the shape its columns have; null: there is none, which nothing depends on. */
function statusChangesOf(catalog: FoundTables, mapping: SourceMapping): StatusChangesLayout | null {
  const table = optionalTable(catalog, 'statusChanges', ['agentId'])
  if (table === null) return null
  const common = {
    from: quoteTable(table.schema, table.table),
    organizationId: optional(table, 'organizationId'),
    agentId: required(table, 'agentId'),
    agentIdType: table.columns['agentId']!.type,
  }
  const instant = (key: string) => optionalInstantColumn({ table, key, mapping })
  const [toStatus, changedAt] = [optional(table, 'toStatus'), instant('changedAt')]
  if (toStatus !== null && changedAt !== null)
    return { ...common, shape: 'changes', fromStatus: optional(table, 'fromStatus'), toStatus, changedAt }
  const [status, startedAt, endedAt] = [optional(table, 'status'), instant('startedAt'), instant('endedAt')]
  if (status !== null && startedAt !== null && endedAt !== null)
    return { ...common, shape: 'intervals', status, startedAt, endedAt }
  return null
}

/** A column of instants that may be missing, or be of a type that does not say which instants it holds. */
function optionalInstantColumn({ table, key, mapping }: InstantRequest): InstantColumn | null {
  const column = table.columns[key]
  if (!isUsable(column) || !isInstantType(column.type)) return null
  return column.type === TIMESTAMP && mapping.timestampsWithoutZone === 'refuse'
    ? null
    : { name: quoteName(column.name), type: column.type }
}

function optional(table: FoundTable, key: string, accepts: (type: string) => boolean = () => true): string | null {
  const column = table.columns[key]
  return isUsable(column) && accepts(column.type) ? quoteName(column.name) : null
}

/** Whether a table that is read lacks a column that the mapping names. */
function isLost(table: FoundTable | null, key: string, accepts: (type: string) => boolean): boolean {
  return table?.columns[key] !== undefined && optional(table, key, accepts) === null
}

function isTextList(type: string): boolean {
  return acceptsType('text-list', type)
}

function isNumber(type: string): boolean {
  return acceptsType('number', type)
}

function isBoolean(type: string): boolean {
  return acceptsType('boolean', type)
}

function isUsable(column: FoundColumn | undefined): column is FoundColumn {
  return column !== undefined && column.exists && column.readable
}
