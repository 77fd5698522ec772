import { basename } from 'node:path'
import type { CubeBatch, CubeCells, CubeDictionary, IntegerColumn } from '../../shared/coverage/cube.ts'
import type { CacheChange, SyncCache } from '../sync/cache.ts'
import type { Db } from './connection.ts'
import { callReadQueries, callWriteQueries } from './queries/call-queries.ts'
import type { CodeBook } from './queries/code-queries.ts'
import { codeBook } from './queries/code-queries.ts'
import { dayQueries } from './queries/day-queries.ts'
import { directoryQueries } from './queries/directory-queries.ts'
import { presenceReadQueries, presenceWriteQueries } from './queries/presence-queries.ts'
import { sessionReadQueries, sessionWriteQueries } from './queries/session-queries.ts'
import { stateQueries } from './queries/state-queries.ts'
import { trafficQueries } from './queries/traffic-queries.ts'
import { withStoreErrors } from './store-errors.ts'
import { decodeTraffic, encodeTraffic } from './traffic-codec.ts'
import { watchPlace } from './file-place.ts'
import type { WriterLease } from './writer-lease.ts'

export interface SyncCacheOptions {
  /** Opened for writing. */
  readonly db: Db
  /** Checked in every commit, so that a process that slept through its lease cannot write over its successor. */
  readonly lease: WriterLease
}

/**
 * The sync engine's cache in SQLite. Where a commit removes a day, its traffic and calls go too: a day without a record is unknown.
 * Any call may throw AppError 'disk-full', 'store-busy' or 'store-damaged'.
 */
export function createSyncCache(options: SyncCacheOptions): SyncCache {
  const { db, lease } = options
  const guard = <T>(run: () => T): T => withStoreErrors(basename(db.name), run)
  return guard(() => {
    const pools = codeBook(db, 'pool_codes')
    const countries = codeBook(db, 'country_codes')
    const pageClasses = codeBook(db, 'page_class_codes')
    const agents = codeBook(db, 'agent_codes')
    const books = [pools, countries, pageClasses, agents]
    const states = stateQueries(db)
    const directory = directoryQueries(db)
    const days = dayQueries(db)
    const traffic = trafficQueries(db)
    const sessions = sessionReadQueries(db)
    const sessionWrites = sessionWriteQueries(db, agents)
    const calls = callReadQueries(db)
    const callWrites = callWriteQueries(db, pools)
    const place = db.memory ? null : watchPlace(db.name)
    const presence = presenceReadQueries(db)
    const presenceWrites = presenceWriteQueries(db, agents)
    let lastRevision = states.revision()

    function apply(change: CacheChange): number {
      place?.assert()
      lease.assertHeld()
      const before = states.revision()
      if (before !== lastRevision) forgetAll(books)
      const revision = before + 1
      for (const day of change.removeDays ?? []) {
        days.remove(day)
        traffic.remove(day)
        callWrites.remove(day)
        presenceWrites.remove(day)
      }
      for (const { day, batch } of change.traffic ?? []) {
        traffic.put({
          day,
          revision,
          cells: encodeTraffic(day, withOrdinals(batch, { pools, countries, pageClasses })),
        })
      }
      for (const day of change.upsertDays ?? []) days.put(day)
      for (const id of change.removeSessions ?? []) sessionWrites.remove(id, revision)
      for (const session of change.upsertSessions ?? []) sessionWrites.upsert(session, revision)
      if (change.directory !== undefined) directory.replace(change.directory)
      if (change.calls !== undefined) callWrites.replace(change.calls)
      if (change.presence !== undefined) presenceWrites.replace(change.presence)
      if (change.state !== undefined) states.setState({ ...states.state(), ...change.state })
      if (change.run !== undefined) states.addRun(change.run)
      states.setRevision(revision)
      return revision
    }
    const transaction = db.transaction(apply)

    return {
      state: () => guard(() => states.state()),
      directory: () => guard(() => directory.read()),
      calls: () => guard(() => calls.state()),
      presence: () => guard(() => presence.state()),
      measuredSeconds: () => guard(() => presence.seconds()),
      away: () => guard(() => presence.away()),
      syncedDays: () => guard(() => days.all()),
      traffic: (day) =>
        guard(() => {
          const blob = traffic.cellsOf(day)
          if (blob === null) return null
          const cells = decodeTraffic(day, blob)
          if (cells.length === 0) return null
          const dictionary: CubeDictionary = {
            pools: pools.codes(),
            countries: countries.codes(),
            ...(cells.pageClass === undefined ? {} : { pageClasses: pageClasses.codes() }),
          }
          return { dictionary, cells }
        }),
      sessionsOverlapping: (from, to) => guard(() => sessions.overlapping(from, to)),
      sessionsById: (ids) => guard(() => sessions.byId(ids)),
      openSessions: () => guard(() => sessions.open()),
      commit: (change) =>
        guard(() => {
          try {
            lastRevision = transaction.immediate(change)
          } catch (thrown) {
            // Numbers given out in a transaction that did not happen must not be used again for something else.
            forgetAll(books)
            throw thrown
          }
        }),
    }
  })
}

function forgetAll(books: readonly CodeBook[]): void {
  for (const book of books) book.forget()
}

/** The cells with the numbers of the whole cache in place of those of the batch. */
function withOrdinals(
  batch: CubeBatch,
  books: { readonly pools: CodeBook; readonly countries: CodeBook; readonly pageClasses: CodeBook },
): CubeCells {
  const { cells, dictionary } = batch
  const { length, pageClass } = cells
  return {
    ...cells,
    pool: translate(cells.pool, { length, codes: dictionary.pools, book: books.pools }),
    country: translate(cells.country, { length, codes: dictionary.countries, book: books.countries }),
    ...(pageClass === undefined
      ? {}
      : {
          pageClass: translate(pageClass, { length, codes: dictionary.pageClasses ?? [], book: books.pageClasses }),
        }),
  }
}

interface Translation {
  readonly length: number
  readonly codes: readonly (string | null)[]
  readonly book: CodeBook
}

function translate(column: IntegerColumn, { length, codes, book }: Translation): IntegerColumn {
  const ordinals = new Int32Array(codes.length).fill(-1)
  const translated = new Uint32Array(length)
  for (let index = 0; index < length; index++) {
    const code = column[index]!
    // Only codes that occur get a number: a dictionary may list more than its cells use.
    if (ordinals[code] === -1) ordinals[code] = book.ordinalOf(codes[code] ?? null)
    translated[index] = ordinals[code]!
  }
  return translated
}
