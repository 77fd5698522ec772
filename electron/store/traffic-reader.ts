import { basename } from 'node:path'
import type { CubeCells, CubeDictionary } from '../../shared/coverage/cube.ts'
import type { CachedDirectory, CachedSession, SyncedDay, SyncRun, SyncState } from '../sync/cache.ts'
import { connectForReading, inspectDatabase, schemaVersion } from './connection.ts'
import type { Db } from './connection.ts'
import { refuseNewer } from './migrate.ts'
import { cacheMigrations } from './migrations/cache/cache-migrations.ts'
import { callReadQueries, type KnownCalls } from './queries/call-queries.ts'
import { readCodes } from './queries/code-queries.ts'
import { dayQueries } from './queries/day-queries.ts'
import { directoryQueries } from './queries/directory-queries.ts'
import { sessionReadQueries } from './queries/session-queries.ts'
import { stateQueries } from './queries/state-queries.ts'
import { trafficQueries } from './queries/traffic-queries.ts'
import { sessionsOfPool } from './sessions-of-pool.ts'
import { damaged, withStoreErrors } from './store-errors.ts'
import { decodeTraffic } from './traffic-codec.ts'
import { AppError } from '../../shared/contract/errors.ts'

/** What the cache held at one revision: consistent, and unchanged by later syncs. Cells index `dictionary`. */
export interface CacheSnapshot {
  readonly revision: number
  readonly state: SyncState
  readonly directory: CachedDirectory | null
  readonly dictionary: CubeDictionary
  /** Cells by UTC day. A day of `syncedDays` that is not here had no visits. */
  readonly traffic: ReadonlyMap<number, CubeCells>
  readonly syncedDays: ReadonlyMap<number, SyncedDay>
  /** null: no calls are known. */
  readonly calls: KnownCalls | null
  /** All sessions, by start. */
  readonly sessions: readonly CachedSession[]
  /** The sessions that count for a pool (null: "No pool"), cut to the agents' membership. */
  sessionsOfPool(poolId: string | null): readonly CachedSession[]
}

export interface TrafficReader {
  /** The newest snapshot; the same object as before where nothing was committed since. Decodes only what is new. */
  snapshot(): CacheSnapshot
  /** The history of syncs, newest first. */
  runs(limit: number): readonly SyncRun[]
  close(): void
}

/** Opens a workspace's cache read-only, beside whoever writes to it. Throws 'not-found', 'store-damaged', 'store-newer', 'store-outdated'. */
export function openTrafficReader(cacheFile: string): TrafficReader {
  const found = inspectDatabase(cacheFile, 'cache')
  if (found.state === 'foreign') throw new AppError({ code: 'data-folder', message: `${cacheFile} is not a Covercast file.` })
  if (found.state === 'damaged') throw new AppError(damaged(basename(cacheFile)))
  const db = connectForReading(cacheFile)
  try {
    return withStoreErrors(basename(cacheFile), () => readerOf(db))
  } catch (thrown) {
    db.close()
    throw thrown
  }
}

function readerOf(db: Db): TrafficReader {
  refuseUnknownSchema(db)
  const guard = <T>(run: () => T): T => withStoreErrors(basename(db.name), run)
  const states = stateQueries(db)
  const directories = directoryQueries(db)
  const dayRows = dayQueries(db)
  const trafficRows = trafficQueries(db)
  const callRows = callReadQueries(db)
  const sessionRows = sessionReadQueries(db)
  let current: CacheSnapshot | null = null

  const load = db.transaction((): CacheSnapshot => {
    const revision = states.revision()
    if (current?.revision === revision) return current
    const directory = directories.read()
    const sessions = newerSessions(current)
    return {
      revision,
      state: states.state(),
      directory,
      dictionary: { pools: readCodes(db, 'pool_codes'), countries: readCodes(db, 'country_codes') },
      traffic: newerTraffic(current),
      syncedDays: dayRows.all(),
      calls: callRows.known(),
      sessions,
      sessionsOfPool: (poolId) => sessionsOfPool(sessions, directory, poolId),
    }
  })

  function newerTraffic(known: CacheSnapshot | null): ReadonlyMap<number, CubeCells> {
    const present = new Set(trafficRows.days())
    const traffic = new Map([...(known?.traffic ?? [])].filter(([day]) => present.has(day)))
    for (const row of trafficRows.newerThan(known?.revision ?? -1)) traffic.set(row.day, decodeTraffic(row.day, row.cells))
    return traffic
  }

  function newerSessions(known: CacheSnapshot | null): readonly CachedSession[] {
    const newer = sessionRows.newerThan(known?.revision ?? -1)
    if (known === null) return newer.toSorted(byStart)
    // Removed first: a session that went and came back is among the newer ones.
    const gone = new Set(sessionRows.removedSince(known.revision))
    if (newer.length === 0 && gone.size === 0) return known.sessions
    for (const session of newer) gone.add(session.id)
    return [...known.sessions.filter((session) => !gone.has(session.id)), ...newer].toSorted(byStart)
  }

  return {
    snapshot: () =>
      guard(() => {
        current = load()
        return current
      }),
    runs: (limit) => guard(() => states.runs(limit)),
    close: () => void db.close(),
  }
}

function byStart(a: CachedSession, b: CachedSession): number {
  return a.startedAt - b.startedAt
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
