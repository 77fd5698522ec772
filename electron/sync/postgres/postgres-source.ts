import { AppError } from '../../../shared/foundation/errors.ts'
import { pageClassingName, type PageRules } from '../page-classing.ts'
import type { Source, SourceDirectory, SourceOrganization } from '../source.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import type { Deadlines } from './deadlines.ts'
import { readDayChecks } from './day-checks.ts'
import { isNoIdentifier, readDirectory, unknownOrganization } from './directory.ts'
import { limitScans } from './limit-scans.ts'
import { layoutOf, type SourceLayout } from './layout.ts'
import { DEFAULT_MAPPING, type SourceMapping } from '../../../shared/contract/source/mapping.ts'
import { readClock, readOrganizations } from './organizations.ts'
import { countPages } from './count-pages.ts'
import { findPages, type FoundPages } from './page-classes.ts'
import { readPresence } from './presence.ts'
import { createSnapshotReader, type Query } from './snapshot-reader.ts'
import {
  callsIdentity,
  countingIdentity,
  formerIdentities,
  presenceIdentity,
  sourceIdentity,
} from './source-identity.ts'
import { inspectTables } from './table-access.ts'
import { readWindow, windowFacts } from './window.ts'

export interface PostgresSourceOptions {
  readonly connection: ConnectionSettings
  readonly mapping?: SourceMapping
  /** Limit of one statement, milliseconds; default one minute. */
  readonly statementTimeoutMs?: number
  /** By which visits are divided by their pages; null: they are not. */
  readonly pages?: PageRules | null
  readonly deadlines?: Deadlines
  /** Called whenever the database answered. */
  readonly onAnswer?: () => void
  /** What finding the organizations and the extent of their visits may cost, as the planner counts; default no limit. */
  readonly mostScanCost?: number
}

const DEFAULT_STATEMENT_TIMEOUT_MS = 60_000
/** Windows on two connections take two thirds of the time of one; more only burden the database. */
const CONNECTIONS = 2

/** The customer's Postgres as a source. Connects when it is first asked; what can be read is looked up once a sync. */
export function createPostgresSource({
  connection,
  mapping = DEFAULT_MAPPING,
  statementTimeoutMs = DEFAULT_STATEMENT_TIMEOUT_MS,
  mostScanCost,
  pages = null,
  ...limits
}: PostgresSourceOptions): Source {
  const reader = createSnapshotReader({ connection, statementTimeoutMs, connections: CONNECTIONS, ...limits })
  let layout: SourceLayout | null = null
  // Found with the directory, which every sync reads before its windows.
  let found: FoundPages | null = null

  const lookUp = async (query: Query): Promise<SourceLayout> =>
    layoutOf(await inspectTables(query, { mapping, organizationId: null, readRowsOf: 'directory' }), mapping)
  const read = async <T>(work: (query: Query, found: SourceLayout) => Promise<T>, signal: AbortSignal): Promise<T> =>
    await reader.read(async (query) => {
      layout ??= await lookUp(query)
      return await work(query, layout)
    }, signal)
  /** What is not bounded in time. */
  const look = <T>(work: (query: Query, found: SourceLayout) => Promise<T>, signal: AbortSignal): Promise<T> =>
    read((query, found) => work(mostScanCost === undefined ? query : limitScans(query, mostScanCost), found), signal)

  /** Statuses are never a reason to fail: where a policy of theirs refuses, they count as missing. */
  const withReadableStatuses = async (found: SourceLayout, signal: AbortSignal): Promise<SourceLayout> => {
    const { statusChanges } = found
    if (statusChanges === null) return found
    try {
      await reader.read((query) => query(`select ${statusChanges.agentId} from ${statusChanges.from} limit 1`), signal)
      return found
    } catch (error) {
      if (error instanceof AppError && (error.code === 'source-permission' || error.code === 'source-other'))
        return { ...found, statusChanges: null }
      throw error
    }
  }

  const withPages = async (directory: SourceDirectory, { column, rules }: PageRules, signal: AbortSignal) => {
    found = await read(
      (query, tables) =>
        findPages(query, tables, { pages: { column, rules }, organizationId: directory.organization.id }),
      signal,
    )
    return found.classing === null
      ? { ...directory, problems: [...directory.problems, found.problem] }
      : { ...directory, pageClassing: pageClassingName({ column, rules }) }
  }
  /** A window can be slow for many reasons; which patterns there are is known here alone. */
  const sayOfPatterns = (error: unknown): never => {
    const patterns = (pages?.rules ?? []).filter(({ match }) => match === 'pattern')
    if (!(error instanceof AppError) || error.code !== 'source-timeout' || patterns.length === 0) throw error
    const { code, message, kept, next } = error
    const classes = new Set(patterns.map(({ pageClass }) => pageClass))
    throw new AppError(
      {
        code,
        message,
        ...(kept === undefined ? {} : { kept }),
        next: `${next ?? ''} It may be a regular expression of your page rules (${[...classes].join(', ')}): try "covercast pages test".`.trim(),
      },
      { cause: error },
    )
  }

  return {
    identity: sourceIdentity(connection, mapping),
    formerIdentities: formerIdentities(connection, mapping),
    countingIdentity: countingIdentity(mapping),
    callsIdentity: callsIdentity(mapping),
    presenceIdentity: presenceIdentity(mapping),
    presence: (request, signal) =>
      ofOrganization(request.organizationId, () => read((query, found) => readPresence(query, found, request), signal)),
    concurrency: CONNECTIONS,
    async describe(signal) {
      layout = null
      const described = await look(
        async (
          query,
          found,
        ): Promise<{ readonly now: number; readonly organizations: readonly SourceOrganization[] }> => {
          const [now, organizations] = await Promise.all([readClock(query), readOrganizations(query, found)])
          return { now, organizations }
        },
        signal,
      )
      if (layout !== null) layout = await withReadableStatuses(layout, signal)
      return described
    },
    directory: (request, signal) =>
      ofOrganization(request.organizationId, () =>
        look((query, tables) => readDirectory(query, tables, request), signal).then((directory) =>
          pages === null ? directory : withPages(directory, pages, signal),
        ),
      ),
    window: (request, signal) =>
      ofOrganization(request.organizationId, async () =>
        windowFacts(
          await read(
            (query, tables) => readWindow(query, { ...tables, pages: found?.classing ?? null }, request),
            signal,
          ).catch(sayOfPatterns),
          reader.roundTripMs(),
        ),
      ),
    countPages: (request, signal) =>
      ofOrganization(request.organizationId, () => read((query, tables) => countPages(query, tables, request), signal)),
    dayChecks: (request, signal) =>
      ofOrganization(request.organizationId, async () => {
        const found = layout ?? (await read((_, looked) => Promise.resolve(looked), signal))
        return await readDayChecks({ reader, layout: found, signal }, request)
      }),
    close: () => reader.close(),
  }
}

async function ofOrganization<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && isNoIdentifier(error.cause)) throw unknownOrganization(organizationId)
    throw error
  }
}
