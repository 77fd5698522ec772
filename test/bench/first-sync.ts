import { rmSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCache } from '../../electron/store/open-workspace.ts'
import { createSyncCache } from '../../electron/store/sync-cache.ts'
import { createWorkspace } from '../../electron/store/workspaces.ts'
import { acquireLease } from '../../electron/store/writer-lease.ts'
import type { WorkspacePaths } from '../../electron/store/workspace-paths.ts'
import type { SyncCache } from '../../electron/sync/cache.ts'
import type { SyncOptions, SyncOutcome } from '../../electron/sync/options.ts'
import type { PageRules } from '../../electron/sync/page-classing.ts'
import { createPostgresSource } from '../../electron/sync/postgres/postgres-source.ts'
import { runSync } from '../../electron/sync/run-sync.ts'
import type { SourceMapping } from '../../shared/contract/source/mapping.ts'
import { utcDayOf } from '../../shared/time/slots.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { connectionTo } from '../support/test-connection.ts'
import { BENCH_NOW, BENCH_ORGANIZATION, type BenchSize } from './make-data.ts'

/** What a part of the bench is about. */
export interface BenchSubject {
  readonly database: TestDatabase
  readonly size: BenchSize
}

/** A data folder with one workspace of one organization. */
export interface BenchFolder {
  readonly dataDir: string
  readonly paths: WorkspacePaths
  cacheBytes(): number
  remove(): void
}

export function makeBenchFolder(source: { readonly url: string; readonly organizationId: string }): BenchFolder {
  const dataDir = mkdtempSync(join(tmpdir(), 'covercast-bench-'))
  const paths = createWorkspace({
    dataDir,
    name: 'Bench',
    source: { kind: 'postgres', mapping: null, ...source },
    now: () => BENCH_NOW,
  })
  return {
    dataDir,
    paths,
    cacheBytes: () => statSync(paths.cacheFile).size,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

export interface BenchSync {
  readonly url: string
  readonly organizationId: string
  readonly folder: BenchFolder
  readonly fromDay: number
  /** Windows asked for at once; absent: as many as the source takes. */
  readonly connections?: number
  /** Where the source's tables have other names. */
  readonly mapping?: SourceMapping
  /** By which visits are divided by their pages; absent: they are not. */
  readonly pages?: PageRules
  readonly now?: number
}

export interface TimedSync {
  readonly outcome: SyncOutcome
  readonly durationMs: number
  /** Of it, in the cache's transactions. */
  readonly writingMs: number
}

/** Syncs in this process, as the writer thread does: connecting is part of it, opening the files is not. */
export async function timedSync({
  url,
  organizationId,
  folder,
  fromDay,
  connections,
  mapping,
  pages,
  now = BENCH_NOW,
}: BenchSync): Promise<TimedSync> {
  const { db } = openCache({ paths: folder.paths, now: Date.now })
  try {
    const lease = acquireLease(db, {
      self: { holder: 'bench', pid: process.pid, host: 'here', purpose: 'a bench' },
      now: Date.now,
    })
    const { cache, writingMs } = withTimedCommits(createSyncCache({ db, lease }))
    const source = createPostgresSource({
      connection: connectionTo(url),
      ...(mapping === undefined ? {} : { mapping }),
      ...(pages === undefined ? {} : { pages }),
    })
    try {
      const started = performance.now()
      const outcome = await runSync({
        source: connections === undefined ? source : { ...source, concurrency: connections },
        cache,
        options: optionsOf({ organizationId, fromDay, now }),
        clock: Date.now,
      })
      return { outcome, durationMs: performance.now() - started, writingMs: writingMs() }
    } finally {
      await source.close()
      lease.release()
    }
  } finally {
    db.close()
  }
}

/** A folder that holds the whole history of the bench's organization. */
export async function firstSync(
  url: string,
  size: Pick<BenchSize, 'days'>,
  options: Pick<BenchSync, 'connections' | 'mapping' | 'pages'> = {},
): Promise<{ readonly folder: BenchFolder; readonly timed: TimedSync }> {
  const folder = makeBenchFolder({ url, organizationId: BENCH_ORGANIZATION })
  const fromDay = utcDayOf(BENCH_NOW) - size.days - 1
  const timed = await timedSync({ url, organizationId: BENCH_ORGANIZATION, folder, fromDay, ...options })
  return { folder, timed }
}

/** How many visits of the bench's organization a source holds. */
export async function visitsOf(database: TestDatabase): Promise<number> {
  const [row] = await database.run('select count(*)::int4 as visits from widget_pageviews where organization_id = $1', [
    BENCH_ORGANIZATION,
  ])
  return Number(row!['visits'])
}

function optionsOf(known: Pick<SyncOptions, 'organizationId' | 'fromDay' | 'now'>): SyncOptions {
  return {
    sessionsFromDay: null,
    ...known,
    toDay: null,
    full: false,
    reconcile: 'daily',
    takeSource: false,
    overlapMs: 2 * 3_600_000,
    keepFromDay: null,
    historyFromDay: null,
    remap: false,
    defaultWeeks: 26,
    foldCountriesUnder: 0,
  }
}

function withTimedCommits(cache: SyncCache): { readonly cache: SyncCache; readonly writingMs: () => number } {
  let spent = 0
  const commit: SyncCache['commit'] = (change) => {
    const started = performance.now()
    cache.commit(change)
    spent += performance.now() - started
  }
  return { cache: { ...cache, commit }, writingMs: () => spent }
}
