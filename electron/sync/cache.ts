import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { MeasuredSeconds } from '../../shared/coverage/presence.ts'
import type { SessionInterval } from '../../shared/coverage/session-interval.ts'
import type { CallCount, CountryFilter, DataProblem } from '../../shared/coverage/types.ts'
import type { SourceSession } from './source.ts'

/** What the cache knows of one UTC day. A day without such a record is unknown, not empty. */
export interface SyncedDay {
  /** UTC day number. */
  readonly day: number
  /** What the day was counted from (source, mapping, organization): facts of another source are never kept. */
  readonly sourceFingerprint: string
  /** How it was counted (membership in force, privacy folding); empty: a part of it must be counted again. */
  readonly countingFingerprint: string
  /** The sync's clock when the end of the day was last read: the day is known up to here, at most to its own end. */
  readonly syncedThrough: number
  readonly visitors: number
  readonly covered: number
  /** What the source itself last said of the day; differs from the above where the cache kept its own figure. */
  readonly sourceVisitors: number
  readonly sourceCovered: number
}

/** A session as cached, with the clock of the sync that last saw it (an open one counts until then). */
export interface CachedSession extends SourceSession {
  readonly seenAt: number
}

export interface CachedPool {
  readonly id: string
  readonly name: string | null
  readonly isCatchAll: boolean
  /** false: no longer in the source; the name is its last known one. */
  readonly present: boolean
}

export interface CachedAgent {
  readonly id: string
  readonly name: string | null
  readonly present: boolean
  /** The agent is deactivated since (epoch milliseconds); null: active. Before it the agent was active. */
  readonly inactiveSince: number | null
  /** Visitors the agent may serve at once, as the source states it; null: it does not. */
  readonly maxSimultaneous: number | null
}

/** An agent served a pool on UTC days fromDay <= day < untilDay; null means without limit on that side. */
export interface MembershipPeriod {
  readonly poolId: string
  readonly agentId: string
  readonly fromDay: number | null
  readonly untilDay: number | null
}

export interface CachedDirectory {
  readonly organizationId: string
  readonly organizationName: string | null
  readonly countryRule: CountryFilter | null
  /** null: not known by the source. */
  readonly pools: readonly CachedPool[] | null
  readonly agents: readonly CachedAgent[] | null
  /** null: membership is not known, every agent serves every pool. */
  readonly members: readonly MembershipPeriod[] | null
  /** Where membership is not known any more: what was known of it, so that its dates are there when it is known again. */
  readonly formerMembers?: readonly MembershipPeriod[]
  readonly hasCountry: boolean
  /** First and last instant of which the source ever had a visit, a session, a status or calls; days outside are not known. */
  readonly earliest: number | null
  readonly latest: number | null
}

/** The single row of sync state. */
export interface SyncState {
  /** Every figure's *now*: the clock of the last sync that brought anything; null before the first. */
  readonly now: number | null
  /** The first UTC day the user asked for; later syncs fill what is missing from here on. */
  readonly historyFromDay: number | null
  readonly lastReconcileAt: number | null
  readonly problems: readonly DataProblem[]
}

/** One finished, failed or cancelled run, for the sync history. */
export interface SyncRun {
  readonly startedAt: number
  readonly durationMs: number
  readonly now: number
  readonly outcome: 'done' | 'cancelled' | 'failed'
  readonly windows: number
  readonly cells: number
  readonly sessionRows: number
  readonly visitors: number
  readonly error: string | null
}

/** Which calls the cache has. */
export interface CachedCalls {
  /** What they were counted from. */
  readonly fingerprint: string
  /** First UTC day that was asked for. */
  readonly fromDay: number
  /** The clock of the sync that last read them. */
  readonly through: number
}

/** Replaces all calls from a UTC day on. */
export interface CallsChange extends CachedCalls {
  readonly replacedFromDay: number
  readonly counts: readonly CallCount[]
}

/** Which days' presence the cache has: from `fromDay` (UTC) to the clock of the sync that last read it. */
export interface CachedPresence {
  /** What it was read from. */
  readonly fingerprint: string
  readonly fromDay: number
  readonly through: number
}

/** Replaces what began on some UTC days (both inside), or, where it is all that is known, everything. */
export interface PresenceChange extends CachedPresence {
  readonly replaced: { readonly fromDay: number; readonly toDay: number }
  readonly isOnly: boolean
  readonly seconds: readonly MeasuredSeconds[]
  readonly away: readonly SessionInterval[]
}

/** Everything one transaction changes. What is absent stays. */
export interface CacheChange {
  /** Whole UTC days to replace; an empty batch empties the day. Every cell lies in its day. */
  readonly traffic?: readonly { readonly day: number; readonly batch: CubeBatch }[]
  readonly upsertSessions?: readonly CachedSession[]
  readonly removeSessions?: readonly string[]
  readonly upsertDays?: readonly SyncedDay[]
  /** With a day go its visits, its calls and its presence. */
  readonly removeDays?: readonly number[]
  readonly directory?: CachedDirectory
  /** null: all calls are forgotten. */
  readonly calls?: CallsChange | null
  /** null: all presence is forgotten. */
  readonly presence?: PresenceChange | null
  readonly state?: Partial<SyncState>
  readonly run?: SyncRun
}

/**
 * The cache as the sync engine sees it: it reads what is there, decides, and commits one transaction.
 * Synchronous, because it lives in the same worker; only the holder of the writer's lease may commit.
 */
export interface SyncCache {
  state(): SyncState
  directory(): CachedDirectory | null
  /** null: no calls are known. */
  calls(): CachedCalls | null
  /** null: no presence is known. */
  presence(): CachedPresence | null
  /** What agents' time online was spent on, of all known days. */
  measuredSeconds(): readonly MeasuredSeconds[]
  /** When agents were away, by start. */
  away(): readonly SessionInterval[]
  syncedDays(): ReadonlyMap<number, SyncedDay>
  /** The cells of one UTC day; null where there are none. */
  traffic(day: number): CubeBatch | null
  /** Sessions that overlap [from, to) or start in it. */
  sessionsOverlapping(from: number, to: number): readonly CachedSession[]
  sessionsById(ids: readonly string[]): readonly CachedSession[]
  /** Sessions that the source never closed: agents who are online, and those left open. */
  openSessions(): readonly CachedSession[]
  /** All or nothing. Throws AppError 'disk-full', 'store-busy' or 'store-damaged'. */
  commit(change: CacheChange): void
}
