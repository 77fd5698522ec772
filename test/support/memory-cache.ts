import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { cellsOf, type NamedCell } from './memory-source.ts'
import { cachedInterval } from '../../electron/sync/session-changes.ts'
import type {
  CacheChange,
  CachedCalls,
  CachedDirectory,
  CachedPresence,
  CallsChange,
  PresenceChange,
  CachedSession,
  SyncCache,
  SyncedDay,
  SyncRun,
  SyncState,
} from '../../electron/sync/cache.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { MeasuredSeconds } from '../../shared/coverage/presence.ts'
import type { SessionInterval } from '../../shared/coverage/session-interval.ts'
import type { CallCount } from '../../shared/coverage/types.ts'

/** A cache in memory. `beforeCommit` may throw, as a full disk or a power cut would. */
export class MemoryCache implements SyncCache {
  #state: SyncState = { now: null, historyFromDay: null, lastReconcileAt: null, problems: [] }
  #directory: CachedDirectory | null = null
  #calls: CachedCalls | null = null
  #callCounts: readonly CallCount[] = []
  #presence: CachedPresence | null = null
  #seconds: readonly MeasuredSeconds[] = []
  #away: readonly SessionInterval[] = []
  readonly #days = new Map<number, SyncedDay>()
  readonly #traffic = new Map<number, CubeBatch>()
  readonly #sessions = new Map<string, CachedSession>()
  readonly runs: SyncRun[] = []
  readonly commits: CacheChange[] = []
  beforeCommit: (change: CacheChange) => void = () => {}

  state(): SyncState {
    return this.#state
  }

  directory(): CachedDirectory | null {
    return this.#directory
  }

  calls(): CachedCalls | null {
    return this.#calls
  }

  callCounts(): readonly CallCount[] {
    return this.#callCounts
  }

  presence(): CachedPresence | null {
    return this.#presence
  }

  measuredSeconds(): readonly MeasuredSeconds[] {
    return this.#seconds
  }

  away(): readonly SessionInterval[] {
    return this.#away
  }

  syncedDays(): ReadonlyMap<number, SyncedDay> {
    return new Map(this.#days)
  }

  traffic(day: number): CubeBatch | null {
    return this.#traffic.get(day) ?? null
  }

  sessionsOverlapping(from: number, to: number): readonly CachedSession[] {
    return this.allSessions().filter(
      ({ startedAt, endedAt }) =>
        (startedAt < to && (endedAt === null || endedAt > from)) || (startedAt >= from && startedAt < to),
    )
  }

  sessionsById(ids: readonly string[]): readonly CachedSession[] {
    return ids.map((id) => this.#sessions.get(id)).filter((session) => session !== undefined)
  }

  openSessions(): readonly CachedSession[] {
    return this.allSessions().filter(({ endedAt, leftOpen }) => endedAt === null || leftOpen)
  }

  allSessions(): readonly CachedSession[] {
    return [...this.#sessions.values()]
  }

  commit(change: CacheChange): void {
    this.beforeCommit(change)
    this.commits.push(change)
    for (const day of change.removeDays ?? []) {
      this.#days.delete(day)
      this.#traffic.delete(day)
    }
    for (const { day, batch } of change.traffic ?? []) this.#traffic.set(day, structuredClone(batch))
    for (const record of change.upsertDays ?? []) this.#days.set(record.day, record)
    for (const id of change.removeSessions ?? []) this.#sessions.delete(id)
    for (const session of change.upsertSessions ?? []) this.#sessions.set(session.id, session)
    this.#callCounts = this.#callCounts.filter(({ day }) => !change.removeDays?.includes(day))
    if (change.calls !== undefined) this.#replaceCalls(change.calls)
    for (const day of change.removeDays ?? []) this.#clearPresence(day, day)
    if (change.presence !== undefined) this.#replacePresence(change.presence)
    if (change.directory !== undefined) this.#directory = change.directory
    this.#state = { ...this.#state, ...change.state }
    if (change.run !== undefined) this.runs.push(change.run)
  }

  #clearPresence(fromDay: number, toDay: number): void {
    this.#seconds = this.#seconds.filter(({ day }) => day < fromDay || day > toDay)
    this.#away = this.#away.filter(({ startedAt }) => startedAt < fromDay * DAY_MS || startedAt >= (toDay + 1) * DAY_MS)
  }

  #replacePresence(change: PresenceChange | null): void {
    if (change === null || change.isOnly) this.#clearPresence(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    this.#presence = null
    if (change === null) return
    const { fingerprint, fromDay, through, replaced, seconds, away } = change
    this.#clearPresence(replaced.fromDay, replaced.toDay)
    this.#presence = { fingerprint, fromDay, through }
    this.#seconds = [...this.#seconds, ...seconds].toSorted((a, b) => a.day - b.day)
    this.#away = [...this.#away, ...away].toSorted((a, b) => a.startedAt - b.startedAt)
  }

  #replaceCalls(change: CallsChange | null): void {
    if (change === null) {
      this.#calls = null
      this.#callCounts = []
      return
    }
    const { fingerprint, fromDay, through, replacedFromDay, counts } = change
    this.#calls = { fingerprint, fromDay, through }
    this.#callCounts = [...this.#callCounts.filter(({ day }) => day < replacedFromDay), ...counts]
  }
}

/** Everything a cache knows of facts, in a form that compares. */
export interface CacheFacts {
  readonly now: number | null
  readonly days: readonly SyncedDay[]
  readonly cells: Readonly<Record<number, readonly NamedCell[]>>
  readonly sessions: readonly object[]
  readonly directory: CachedDirectory | null
}

/** Reads a cache whole. Of the clocks only what they mean counts: how far a day is known, and the time a session was counted for. */
export function factsOf(cache: SyncCache): CacheFacts {
  const days = [...cache.syncedDays().values()].toSorted((a, b) => a.day - b.day)
  const sessions = cache.sessionsOverlapping(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  return {
    now: cache.state().now,
    days: days.map((record) => ({
      ...record,
      syncedThrough: Math.min(record.syncedThrough, (record.day + 1) * DAY_MS),
    })),
    cells: Object.fromEntries(days.map(({ day }) => [day, cellsOf(cache.traffic(day))])),
    sessions: sessions
      .map((session) => ({
        id: session.id,
        agentId: session.agentId,
        startedAt: session.startedAt,
        endedAt: session.endedAt,
        leftOpen: session.leftOpen ?? null,
        extent: cachedInterval(session),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    directory: cache.directory(),
  }
}
