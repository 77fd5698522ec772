import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { Db } from '../../store/connection.ts'
import { openCache } from '../../store/open-workspace.ts'
import { createSyncCache } from '../../store/sync-cache.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { acquireLease, LEASE_RENEW_MS, type WriterLease } from '../../store/writer-lease.ts'
import type { SyncCache } from '../../sync/cache.ts'
import { checkConnection } from '../../sync/postgres/check-connection.ts'
import { inTime } from '../../sync/postgres/deadlines.ts'
import { listTables } from '../../sync/postgres/list-tables.ts'
import { createPostgresSource } from '../../sync/postgres/postgres-source.ts'
import { createSnapshotReader } from '../../sync/postgres/snapshot-reader.ts'
import { runSync } from '../../sync/run-sync.ts'
import type { SyncOptions, SyncProgress } from '../../sync/options.ts'
import { checkpointCache } from './checkpoint-cache.ts'
import type { CountStep } from '../../sync/health/count-organizations.ts'
import { forgetPlatform, usePlatform } from '../../store/platform-store.ts'
import { countPlatform, type HealthTask } from '../health/count.ts'
import type { PageRules } from '../../sync/page-classing.ts'
import { openSource, postgresOptions, type PostgresSettings, type SourceAccess } from '../sync/open-source.ts'
import { tryPages, type TryPages } from '../pages/try-pages.ts'
import { type PreviewRequest, previewSource } from '../sync/preview-source.ts'
import type { Remote } from './worker-channel.ts'

/** One sync of one workspace. */
export interface SyncTask {
  readonly workspaceId: string
  readonly access: SourceAccess
  /** Limit of one query in the source. */
  readonly statementTimeoutMs: number
  /** By which visits are divided by their pages; null: they are not. */
  readonly pages: PageRules | null
  readonly options: SyncOptions
}

/** What the writer thread calls in the main thread. */
export interface WriterEvents {
  progress(caller: number, progress: SyncProgress): void
  /** What a count of organizations is at. */
  step(caller: number, step: CountStep): void
  /** Something was put right, or is not as it should be, and the user should know. */
  notice(caller: number, text: string): void
  /** The caller's sync goes on, though it has nothing to report. */
  alive(caller: number): void
}

export interface WriterThreadOptions {
  readonly dataDir: string
  readonly now: () => number
  readonly events: WriterEvents
}

export type WriterThread = Remote<ReturnType<typeof createWriterThread>['functions']>

/** The writer thread: syncs caches and puts damaged ones right. Every call names its caller, who can cancel what it started. */
export function createWriterThread({ dataDir, now, events }: WriterThreadOptions) {
  const running = new Set<{ readonly caller: number; readonly controller: AbortController }>()
  const written = new Set<string>()
  const cancellable = async <T>(caller: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const task = { caller, controller: new AbortController() }
    running.add(task)
    try {
      return await work(task.controller.signal)
    } finally {
      running.delete(task)
    }
  }
  const cancel = (isMeant: (caller: number) => boolean): void => {
    for (const { caller, controller } of running) if (isMeant(caller)) controller.abort()
  }
  const hearingOf = (caller: number): CallerEvents => ({
    progress: (progress) => events.progress(caller, progress),
    notice: (text) => events.notice(caller, text),
  })

  const withCache = async <T>(use: CacheUse, work: (cache: SyncCache) => Promise<T>): Promise<T> => {
    const self = { holder: randomUUID(), pid: process.pid, host: hostname(), purpose: use.purpose }
    written.add(use.workspaceId)
    const claim = (db: Db): WriterLease => acquireLease(db, { self, now })
    const { db, notices } = openCache({
      paths: workspacePaths(dataDir, use.workspaceId),
      now,
      thorough: use.thorough,
      claim,
    })
    try {
      for (const { message } of notices) use.events.notice(message)
      const lease = claim(db)
      // A lost lease shows in the next commit, with words for it.
      const renewal = setInterval(() => ignoreFailure(() => lease.renew()), LEASE_RENEW_MS)
      try {
        return await work(createSyncCache({ db, lease }))
      } finally {
        clearInterval(renewal)
        ignoreFailure(() => lease.release())
      }
    } finally {
      db.close()
    }
  }

  const sync = async (task: SyncTask, { events: own, alive, signal }: SyncHearing) => {
    const source = openSource({ ...task, onAnswer: alive }, task.options.now ?? now())
    const use: CacheUse = { workspaceId: task.workspaceId, thorough: false, purpose: 'a sync', events: own }
    const run = (cache: SyncCache) =>
      runSync({
        source,
        cache,
        options: task.options,
        onProgress: (progress) => own.progress(progress),
        signal,
        clock: now,
      })
    try {
      return await withCache(use, run)
    } catch (error) {
      if (toErrorReport(error).code !== 'store-damaged') throw error
      // Damage that shows only while reading: look at the whole file, put it right, say so, and go on.
      return await withCache({ ...use, thorough: true }, run)
    } finally {
      await source.close()
    }
  }

  return {
    functions: {
      /** Connects and looks at what is there; throws what is wrong. `mayBeEmpty`: an organization without any visit or session is no failure, since it may be new. */
      check: (caller: number, access: SourceAccess, options: { readonly mayBeEmpty?: boolean } = {}) =>
        cancellable(caller, (signal) => {
          const settings = refuseDemo(access)
          return checkConnection(
            {
              ...postgresOptions(settings, access.password),
              organizationId: settings.organizationId || null,
              ...options,
            },
            signal,
          )
        }),
      /** The tables, views and columns of the database. */
      tables: (caller: number, access: SourceAccess) =>
        cancellable(caller, async (signal) => {
          const reader = createSnapshotReader({
            connection: postgresOptions(refuseDemo(access), access.password).connection,
            statementTimeoutMs: LOOK_TIMEOUT_MS,
            connections: 1,
          })
          try {
            return await inTime({ signal, limitMs: LIST_LIMIT_MS }, (limited) => reader.read(listTables, limited))
          } finally {
            await reader.close()
          }
        }),
      /** Counts one day as a sync would, and keeps nothing of it. */
      preview: (caller: number, access: SourceAccess, request: PreviewRequest) =>
        cancellable(caller, async (signal) => {
          const source = createPostgresSource({
            ...postgresOptions(refuseDemo(access), access.password),
            statementTimeoutMs: LOOK_TIMEOUT_MS,
            mostScanCost: MOST_SCAN_COST,
          })
          try {
            return await inTime({ signal, limitMs: LOOK_LIMIT_MS }, (limited) =>
              previewSource({ source, request, clock: now }, limited),
            )
          } finally {
            await source.close()
          }
        }),
      /** Counts the last days' visits by rules of pages that are tried. */
      tryPages: (caller: number, access: SourceAccess, task: TryPages) =>
        cancellable(caller, async (signal) => {
          const source = openSource({ access, statementTimeoutMs: LOOK_TIMEOUT_MS }, now())
          try {
            return await inTime({ signal, limitMs: LOOK_LIMIT_MS }, (limited) => tryPages({ source, ...task }, limited))
          } finally {
            await source.close()
          }
        }),
      sync: (caller: number, task: SyncTask) =>
        cancellable(caller, (signal) =>
          sync(task, { events: hearingOf(caller), alive: atMostEach(ALIVE_MS, () => events.alive(caller)), signal }),
        ),
      /** Counts the organizations of a platform. */
      health: (caller: number, task: Omit<HealthTask, 'dataDir' | 'clock' | 'onNotice' | 'onAnswer' | 'onStep'>) =>
        cancellable(caller, (signal) =>
          countPlatform(
            {
              ...task,
              dataDir,
              clock: now,
              onNotice: hearingOf(caller).notice,
              onAnswer: atMostEach(ALIVE_MS, () => events.alive(caller)),
              onStep: (step) => events.step(caller, step),
            },
            signal,
          ),
        ),
      /** From now on the platform that was used last. */
      usePlatform: (id: string) => usePlatform(dataDir, id, now()),
      forgetPlatform: (id: string) => forgetPlatform(dataDir, id),
      /** Looks at a whole cache and puts right what is damaged, with a notice. */
      repair: (caller: number, workspaceId: string) =>
        withCache(
          { workspaceId, thorough: true, purpose: 'a repair', events: hearingOf(caller) },
          async () => undefined,
        ),
      /** Ends what this caller started. */
      cancel: (caller: number) => cancel((one) => one === caller),
    },
    close: () => {
      cancel(() => true)
      // A reader that was open then kept it from being folded.
      for (const id of written) checkpointCache(dataDir, id)
    },
  }
}

interface CallerEvents {
  readonly progress: (progress: SyncProgress) => void
  readonly notice: (text: string) => void
}

interface SyncHearing {
  readonly events: CallerEvents
  readonly alive: () => void
  readonly signal: AbortSignal
}

/** Statements are answered by the hundred; one sign of life in a while is enough. */
const ALIVE_MS = 5_000

function atMostEach(milliseconds: number, run: () => void): () => void {
  let last = -Infinity
  return () => {
    if (performance.now() - last < milliseconds) return
    last = performance.now()
    run()
  }
}

/** A look that takes longer tells more by failing. */
const LOOK_TIMEOUT_MS = 20_000
/** Of the one statement that lists tables, with connecting. */
const LIST_LIMIT_MS = 60_000
/** Of all statements of a look. */
const LOOK_LIMIT_MS = 120_000
/** As the planner counts: about four million narrow rows, read in a second or two. */
const MOST_SCAN_COST = 100_000

function refuseDemo({ settings }: SourceAccess): PostgresSettings {
  if (settings.kind === 'demo')
    throw new AppError({ code: 'invalid-input', message: 'The demo has no connection to check.' })
  return settings
}

interface CacheUse {
  readonly workspaceId: string
  readonly thorough: boolean
  /** For whoever finds the cache in use. */
  readonly purpose: string
  readonly events: CallerEvents
}

function ignoreFailure(run: () => void): void {
  try {
    run()
  } catch {
    // The store reports it to whoever needs the lease.
  }
}
