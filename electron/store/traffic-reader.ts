import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { CubeCells, CubeDictionary } from '../../shared/coverage/cube.ts'
import { sessionColumns, type SessionColumns } from '../../shared/coverage/index.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import type { CachedDirectory, CachedSession, SyncedDay, SyncRun, SyncState } from '../sync/cache.ts'
import { connectForReading, inspectDatabase, schemaVersion } from './connection.ts'
import type { Db } from './connection.ts'
import { refuseNewer } from './migrate.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { callReadQueries, type KnownCalls } from './queries/call-queries.ts'
import { readCodes } from './queries/code-queries.ts'
import { dayQueries } from './queries/day-queries.ts'
import { directoryQueries } from './queries/directory-queries.ts'
import { presenceReadQueries, type KnownPresence } from './queries/presence-queries.ts'
import { sessionReadQueries } from './queries/session-queries.ts'
import { stateQueries } from './queries/state-queries.ts'
import { trafficQueries } from './queries/traffic-queries.ts'
import { sessionsOfPool } from './sessions-of-pool.ts'
import { damaged, withStoreErrors } from './store-errors.ts'
import { decodeTraffic } from './traffic-codec.ts'
import { AppError } from '../../shared/foundation/errors.ts'

/** Of longer histories, what is older is decoded when it is first asked for. */
const RECENT_DAYS = 400

/** What the cache held at one revision: consistent, and unchanged by later syncs. Cells index `dictionary`. */
export interface CacheSnapshot {
  readonly revision: number
  readonly state: SyncState
  readonly directory: CachedDirectory | null
  readonly dictionary: CubeDictionary
  /** The first UTC day whose traffic and sessions are here; -Infinity: all that the cache has are. */
  readonly firstDay: number
  /** Cells by UTC day. A day of `syncedDays` from `firstDay` on that is not here had no visits. */
  readonly traffic: ReadonlyMap<number, CubeCells>
  /** All of them, however old. */
  readonly syncedDays: ReadonlyMap<number, SyncedDay>
  /** Synced days that are over and of which the source has no record at all: no visit, and no session that began or ended in them. */
  readonly silentDays: ReadonlySet<number>
  /** null: no calls are known. */
  readonly calls: KnownCalls | null
  /** What agents were doing while online; null: nothing of it is known. */
  readonly presence: KnownPresence | null
  /** Sessions that reach into `firstDay` or are later, by start. */
  readonly sessions: readonly CachedSession[]
  /** The same in columns, which are swept many times faster; made when they are first asked for. */
  readonly sessionColumns: () => SessionColumns
  /** The sessions that count for a pool (null: "No pool"), cut to the agents' membership. */
  sessionsOfPool(poolId: string | null): readonly CachedSession[]
}

export interface TrafficReader {
  /**
   * The newest snapshot, with the traffic and sessions of at least `fromDay` and later, and of the newest 400 days; without it, of all
   * days. The same object as before where that has them and nothing was committed since. Decodes only what is new.
   */
  snapshot(fromDay?: number): CacheSnapshot
  /** The history of syncs, newest first. */
  runs(limit: number): readonly SyncRun[]
  /** Whether this reads a copy, made where the disk was read-only or full, of a file that has changed since: it is to be opened again. */
  isOutdated(): boolean
  close(): void
}

/** Opens a workspace's cache read-only, beside whoever writes to it. Throws 'not-found', 'store-damaged', 'store-newer', 'store-outdated'. */
export function openTrafficReader(cacheFile: string): TrafficReader {
  const found = inspectDatabase(cacheFile, 'cache')
  if (found.state === 'foreign')
    throw new AppError({ code: 'data-folder', message: `${cacheFile} is not a Covercast file.` })
  if (found.state === 'damaged') throw new AppError(damaged(basename(cacheFile)))
  const before = stateOfFiles(cacheFile)
  const db = connectForReading(cacheFile)
  try {
    const reader = withStoreErrors(basename(cacheFile), () => readerOf(db))
    return db.memory ? { ...reader, isOutdated: () => stateOfFiles(cacheFile) !== before } : reader
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

/** Reads an open cache. Throws 'store-newer' or 'store-outdated'. */
export function readerOf(db: Db): TrafficReader {
  refuseUnknownSchema(db)
  const guard = <T>(run: () => T): T => withStoreErrors(basename(db.name), run)
  const states = stateQueries(db)
  const directories = directoryQueries(db)
  const dayRows = dayQueries(db)
  const trafficRows = trafficQueries(db)
  const callRows = callReadQueries(db)
  const presenceRows = presenceReadQueries(db)
  const sessionRows = sessionReadQueries(db)
  let current: CacheSnapshot | null = null

  const load = db.transaction((fromDay: number): CacheSnapshot => {
    const revision = states.revision()
    if (current?.revision === revision && current.firstDay <= fromDay) return current
    const syncedDays = dayRows.all()
    const firstDay = firstDayOf(fromDay, syncedDays)
    if (current?.revision === revision && current.firstDay <= firstDay) return current
    const directory = directories.read()
    const sessions = sessionsFrom(firstDay)
    return {
      revision,
      state: states.state(),
      directory,
      dictionary: dictionaryOf(db),
      firstDay,
      traffic: trafficFrom(firstDay),
      syncedDays,
      calls: callRows.known(),
      presence: presenceNow(),
      silentDays: new Set([...syncedDays.values()].filter(isSilent).map(({ day }) => day)),
      sessions,
      sessionColumns: current?.sessions === sessions ? current.sessionColumns : columnsOnce(sessions),
      sessionsOfPool: (poolId) => sessionsOfPool(sessions, directory, poolId),
    }
  })

  /** Read anew only where a sync read it anew. */
  function presenceNow(): KnownPresence | null {
    const state = presenceRows.state()
    const before = current?.presence ?? null
    const isSame =
      state !== null &&
      before !== null &&
      state.fingerprint === before.fingerprint &&
      state.fromDay === before.fromDay &&
      state.through === before.through
    return isSame ? before : presenceRows.known()
  }

  /** What was loaded once stays. */
  function firstDayOf(fromDay: number, syncedDays: ReadonlyMap<number, SyncedDay>): number {
    const newest = [...syncedDays.keys()].at(-1)
    const recent = newest === undefined ? Infinity : newest - RECENT_DAYS
    return Math.min(fromDay, recent, current?.firstDay ?? Infinity)
  }

  function trafficFrom(firstDay: number): ReadonlyMap<number, CubeCells> {
    const present = new Set(trafficRows.days())
    const traffic = new Map([...(current?.traffic ?? [])].filter(([day]) => present.has(day)))
    const decode = (row: { readonly day: number; readonly cells: Buffer }): void =>
      void traffic.set(row.day, decodeTraffic(row.day, row.cells))
    for (const row of trafficRows.newerThan(current?.revision ?? -1, firstDay)) decode(row)
    if (current === null || firstDay === current.firstDay) return traffic
    for (const row of trafficRows.between(firstDay, current.firstDay)) if (!traffic.has(row.day)) decode(row)
    return traffic
  }

  function sessionsFrom(firstDay: number): readonly CachedSession[] {
    const start = firstDay * DAY_MS
    if (current === null || current.firstDay !== firstDay) {
      return (
        firstDay === -Infinity ? sessionRows.newerThan(-1) : sessionRows.overlapping(start, Number.MAX_SAFE_INTEGER)
      ).toSorted(byStart)
    }
    const newer = sessionRows.newerThan(current.revision)
    // Removed first: a session that went and came back is among the newer ones.
    const gone = new Set(sessionRows.removedSince(current.revision))
    if (newer.length === 0 && gone.size === 0) return current.sessions
    for (const session of newer) gone.add(session.id)
    const reaching = newer.filter(({ startedAt, endedAt }) => startedAt >= start || endedAt === null || endedAt > start)
    return [...current.sessions.filter((session) => !gone.has(session.id)), ...reaching].toSorted(byStart)
  }

  function isSilent({ day, visitors, syncedThrough }: SyncedDay): boolean {
    const [start, end] = [day * DAY_MS, (day + 1) * DAY_MS]
    if (visitors > 0 || syncedThrough < end) return false
    const isInDay = (instant: number | null): boolean => instant !== null && instant >= start && instant < end
    return !sessionRows
      .overlapping(start - 1, end)
      .some(({ startedAt, endedAt, leftOpen }) => isInDay(startedAt) || isInDay(leftOpen ? null : endedAt))
  }

  return {
    snapshot: (fromDay = -Infinity) =>
      guard(() => {
        current = load(fromDay)
        return current
      }),
    runs: (limit) => guard(() => states.runs(limit)),
    isOutdated: () => false,
    close: () => void db.close(),
  }
}

function dictionaryOf(db: Db): CubeDictionary {
  const pageClasses = readCodes(db, 'page_class_codes')
  return {
    pools: readCodes(db, 'pool_codes'),
    countries: readCodes(db, 'country_codes'),
    // Without any but the first, which is null, no cell was ever divided by pages.
    ...(pageClasses.length > 1 ? { pageClasses } : {}),
  }
}

/** Differs whenever something was written. */
function stateOfFiles(file: string): string {
  return [file, `${file}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .map((stat) => (stat === undefined ? '' : `${stat.ino}:${stat.size}:${stat.mtimeMs}`))
    .join()
}

function columnsOnce(sessions: readonly CachedSession[]): () => SessionColumns {
  let columns: SessionColumns | null = null
  return () => (columns ??= sessionColumns(sessions))
}

/** By start, then by id: sums over sessions do not depend on the order in which syncs brought them. */
function byStart(a: CachedSession, b: CachedSession): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt
  return a.id < b.id ? -1 : 1
}

function refuseUnknownSchema(db: Db): void {
  const version = schemaVersion(db)
  refuseNewer(db.name, version, cacheMigrations.length)
  if (version === cacheMigrations.length) return
  throw new AppError({
    code: 'store-outdated',
    message: 'What this workspace knows was last written by an older Covercast.',
    next: 'Sync once: that brings it up to date.',
  })
}
