import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Source, SourceOrganization } from '../source.ts'
import { readCatalog } from './catalog.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import type { Deadlines } from './deadlines.ts'
import { readDayChecks } from './day-checks.ts'
import { isNoIdentifier, readDirectory, unknownOrganization } from './directory.ts'
import { layoutOf, type SourceLayout } from './layout.ts'
import { DEFAULT_MAPPING, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import { readClock, readOrganizations } from './organizations.ts'
import { createSnapshotReader, type Query } from './snapshot-reader.ts'
import { readWindow, windowFacts } from './window.ts'

export interface PostgresSourceOptions {
  readonly connection: ConnectionSettings
  readonly mapping?: SourceMapping
  /** Limit of one statement, milliseconds; default one minute. */
  readonly statementTimeoutMs?: number
  readonly deadlines?: Deadlines
  /** Called whenever the database answered. */
  readonly onAnswer?: () => void
}

export const DEFAULT_STATEMENT_TIMEOUT_MS = 60_000
/** Windows on two connections take two thirds of the time of one; more only burden the database. */
const CONNECTIONS = 2

/** The customer's Postgres as a source. Connects when it is first asked; what can be read is looked up once a sync. */
export function createPostgresSource({
  connection,
  mapping = DEFAULT_MAPPING,
  statementTimeoutMs = DEFAULT_STATEMENT_TIMEOUT_MS,
  ...limits
}: PostgresSourceOptions): Source {
  const reader = createSnapshotReader({ connection, statementTimeoutMs, connections: CONNECTIONS, ...limits })
  let layout: SourceLayout | null = null

  const lookUp = async (query: Query): Promise<SourceLayout> => layoutOf(await readCatalog({ query }, mapping), mapping)
  const read = async <T>(work: (query: Query, found: SourceLayout) => Promise<T>, signal: AbortSignal): Promise<T> =>
    await reader.read(async (query) => {
      layout ??= await lookUp(query)
      return await work(query, layout)
    }, signal)

  return {
    identity: sourceIdentity(connection, mapping),
    callsIdentity: digest([mapping.schema, mapping.timestampsWithoutZone, mapping.calls]),
    concurrency: CONNECTIONS,
    async describe(signal) {
      layout = null
      return await read(async (query, found): Promise<{ readonly now: number; readonly organizations: readonly SourceOrganization[] }> => {
        const [now, organizations] = await Promise.all([readClock(query), readOrganizations(query, found)])
        return { now, organizations }
      }, signal)
    },
    directory: (request, signal) => ofOrganization(request.organizationId, () => read((query, found) => readDirectory(query, found, request), signal)),
    window: (request, signal) =>
      ofOrganization(request.organizationId, async () => windowFacts(await read((query, found) => readWindow(query, found, request), signal), reader.roundTripMs())),
    dayChecks: (request, signal) =>
      ofOrganization(request.organizationId, async () => {
        const found = layout ?? (await read((_, looked) => Promise.resolve(looked), signal))
        return await readDayChecks({ reader, layout: found, signal }, request)
      }),
    close: () => reader.close(),
  }
}

/**
 * Names the database and the tables that visits and sessions are counted from, and neither host, user nor password: a replica, another
 * role, or other names for what only describes them, is the same source.
 */
function sourceIdentity(connection: ConnectionSettings, mapping: SourceMapping): string {
  const { schema, pageviews, timestampsWithoutZone } = mapping
  // What else sessions hold only describes them: no count rests on it.
  const { idleSeconds: _idle, inCallSeconds: _inCall, awaySeconds: _away, lastSeenAt: _seen, ...sessions } = mapping.sessions
  return `postgres:${digest([connection.database, sortKeys({ schema, pageviews, sessions, timestampsWithoutZone })])}`
}

function digest(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, inner]) => [key, sortKeys(inner)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

async function ofOrganization<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && isNoIdentifier(error.cause)) throw unknownOrganization(organizationId)
    throw error
  }
}
