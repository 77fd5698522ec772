import type { CacheChange, CachedSession, SyncCache, SyncedDay } from './cache.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'

const MANY_IDS = 50

/**
 * The cache as one run sees it: what the run has decided before its first window (a new clock, a new directory, days and sessions
 * to forget) already holds for reading, but is written only with the first commit. A run that brings nothing changes nothing.
 */
export class RunCache {
  readonly #cache: SyncCache
  #staged: CacheChange | null = null
  #days: Map<number, SyncedDay>
  /** Loaded when a window brings many sessions: most are new, and asking for each would take longer than writing it. */
  #knownIds: Set<string> | null = null

  constructor(cache: SyncCache) {
    this.#cache = cache
    this.#days = new Map(cache.syncedDays())
  }

  get days(): ReadonlyMap<number, SyncedDay> {
    return this.#days
  }

  /** Adds to what the next commit writes. */
  stage(change: CacheChange): void {
    this.#staged = this.#staged === null ? change : joinChanges(this.#staged, change)
    this.#applyDays(change)
  }

  /** Forgets what was staged and not committed. */
  discardStaged(): void {
    this.#staged = null
    this.#days = new Map(this.#cache.syncedDays())
  }

  traffic(day: number): CubeBatch | null {
    const staged = this.#staged?.traffic?.find((entry) => entry.day === day)
    return staged?.batch ?? this.#cache.traffic(day)
  }

  sessionsOverlapping(from: number, to: number): readonly CachedSession[] {
    return this.#withStaged(this.#cache.sessionsOverlapping(from, to))
  }

  sessionsById(ids: readonly string[]): readonly CachedSession[] {
    if (this.#knownIds === null && ids.length >= MANY_IDS) {
      const everything = this.#cache.sessionsOverlapping(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
      this.#knownIds = new Set(everything.map(({ id }) => id))
    }
    const known = this.#knownIds
    return this.#withStaged(this.#cache.sessionsById(known === null ? ids : ids.filter((id) => known.has(id))))
  }

  /** Commits a change, and with it what was staged. */
  commit(change: CacheChange): void {
    const whole = this.#staged === null ? change : joinChanges(this.#staged, change)
    this.#cache.commit(whole)
    this.#staged = null
    for (const id of whole.removeSessions ?? []) this.#knownIds?.delete(id)
    for (const { id } of whole.upsertSessions ?? []) this.#knownIds?.add(id)
    this.#applyDays(change)
  }

  #applyDays(change: CacheChange): void {
    for (const day of change.removeDays ?? []) this.#days.delete(day)
    for (const record of change.upsertDays ?? []) this.#days.set(record.day, record)
  }

  /** Staging changes no session's extent or state other than the clock it was seen with, so overlaps stay what they are. */
  #withStaged(sessions: readonly CachedSession[]): readonly CachedSession[] {
    if (this.#staged === null) return sessions
    const removed = new Set(this.#staged.removeSessions)
    const changed = new Map(this.#staged.upsertSessions?.map((session) => [session.id, session]))
    return sessions.filter(({ id }) => !removed.has(id)).map((session) => changed.get(session.id) ?? session)
  }
}

/** Both changes as one; where they disagree the later one holds. */
function joinChanges(first: CacheChange, second: CacheChange): CacheChange {
  const replacedDays = new Set(second.traffic?.map(({ day }) => day))
  const newRecords = new Set(second.upsertDays?.map(({ day }) => day))
  const touchedSessions = new Set([
    ...(second.removeSessions ?? []),
    ...(second.upsertSessions ?? []).map(({ id }) => id),
  ])
  const kept = new Set(second.upsertSessions?.map(({ id }) => id))
  return {
    ...first,
    ...second,
    traffic: [...(first.traffic ?? []).filter(({ day }) => !replacedDays.has(day)), ...(second.traffic ?? [])],
    upsertSessions: [
      ...(first.upsertSessions ?? []).filter(({ id }) => !touchedSessions.has(id)),
      ...(second.upsertSessions ?? []),
    ],
    removeSessions: [...(first.removeSessions ?? []).filter((id) => !kept.has(id)), ...(second.removeSessions ?? [])],
    upsertDays: [...(first.upsertDays ?? []).filter(({ day }) => !newRecords.has(day)), ...(second.upsertDays ?? [])],
    removeDays: [...(first.removeDays ?? []).filter((day) => !newRecords.has(day)), ...(second.removeDays ?? [])],
    state: { ...first.state, ...second.state },
  }
}
