import type { PageRule } from '../../shared/contract/page-rules.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { MeasuredSeconds } from '../../shared/coverage/presence.ts'
import type { OpenEnd, SessionInterval } from '../../shared/coverage/session-interval.ts'
import type { CallCount, CountryFilter, DataProblem } from '../../shared/coverage/types.ts'

/** An interval in which one agent was online. Instants are epoch milliseconds, rounded down. */
export interface SourceSession {
  readonly id: string
  readonly agentId: string
  readonly startedAt: number
  /** Where its time ends: as recorded, or where `leftOpen` says. null: still online. */
  readonly endedAt: number | null
  /** Why a session that the source never closed ends there (see `openSessionEnd`); null or absent: it ends as recorded. */
  readonly leftOpen?: OpenEnd | null
}

/** What an earlier sync found of a session that was never closed and is over 16 hours old. */
export interface KnownEnd {
  readonly startedAt: number
  /** Signs of the agent, and a next session, are looked for from here on only. */
  readonly since: number
  /** The last sign of the agent that was found; null: none. */
  readonly lastEvidence: number | null
}

export interface SourceOrganization {
  readonly id: string
  /** null where the source has no names. */
  readonly name: string | null
}

export interface SourcePool {
  readonly id: string
  readonly name: string | null
  readonly isCatchAll: boolean
}

/** What the source does not say is null or absent. */
export interface SourceAgent {
  readonly id: string
  readonly name: string | null
  readonly isActive?: boolean | null
  /** Epoch milliseconds; it may lie ahead. */
  readonly deactivatedAt?: number | null
  /** Visitors the agent may serve at once, as the source states it. */
  readonly maxSimultaneous?: number | null
}

/** A session that was never closed, began over 16 hours ago and is its agent's last: whether the agent is there, only signs of the agent tell. */
export interface UnendedSession {
  readonly id: string
  readonly agentId: string
  readonly startedAt: number
}

/** What a source holds of one organization, apart from its events. */
export interface SourceDirectory {
  readonly organization: SourceOrganization
  /** The organization's own country rule; null where the source has none. */
  readonly countryRule: CountryFilter | null
  /** null: the source has no table of them. */
  readonly pools: readonly SourcePool[] | null
  /** null: the source has no table of them. */
  readonly agents: readonly SourceAgent[] | null
  /** Who serves which pool now; null: membership is not known, every agent serves every pool. */
  readonly members: readonly { readonly poolId: string; readonly agentId: string }[] | null
  /** Instant of the first and of the last visit, session or status at or before `now`; null: there is none at all. */
  readonly earliest: number | null
  readonly latest: number | null
  /** Instant of the first visit at or before `now`; null: no visit at all. */
  readonly firstVisit: number | null
  readonly unended: readonly UnendedSession[]
  /** Whether visits carry a country. */
  readonly hasCountry: boolean
  /** Calls from the day that was asked for until `now`. null: the source has none to read; absent: not asked for, or not answered this time. */
  readonly calls?: readonly CallCount[] | null
  /** What they count; absent: no calls are brought. */
  readonly callsCounting?: CallsCounting
  /** Names the rules by which windows are divided by pages: a change makes days stale. Absent: they are not divided. */
  readonly pageClassing?: string
  /** Optional parts that are missing, and impossible facts seen on the way (visits in the future). */
  readonly problems: readonly DataProblem[]
}

/** 'attempts': a visitor who is passed on from agent to agent counts each time, since the source does not say whose attempts are one visitor's. */
export type CallsCounting = 'visitors' | 'attempts'

export interface DirectoryRequest {
  readonly organizationId: string
  /** The sync's clock: nothing later is read. */
  readonly now: number
  /** First UTC day of which to bring calls; null: none are wanted. */
  readonly callsFromDay: number | null
}

/** Which agents serve a pool: a set of agent ids, or 'all' where that is not known. */
export type PoolAgents = ReadonlySet<string> | 'all'

/** Who serves whom during a window. A pool that is not listed, and "No pool", are served by every agent. */
export type Membership = ReadonlyMap<string, PoolAgents>

export interface WindowRequest {
  readonly organizationId: string
  /** First instant, on a slot boundary. */
  readonly from: number
  /** The instant after the last; on a slot boundary or equal to `now`. */
  readonly to: number
  /** The sync's clock: an open session lasts until then, and nothing at or after it is counted. */
  readonly now: number
  readonly membership: Membership
  /** Sessions to bring whether they overlap or not: those the cache has of the window, to tell what moved from what is gone. */
  readonly alsoSessions: readonly string[]
  /** Sessions that the cache keeps although the source may have lost them with their agent. Those that it has lost count as well. Absent: none. */
  readonly keptSessions?: readonly SourceSession[]
  /** By id, what is known of sessions of `alsoSessions`. Absent: nothing. */
  readonly knownEnds?: ReadonlyMap<string, KnownEnd>
}

/** Cells and sessions of one window, from one snapshot of the source. */
export interface WindowFacts {
  readonly traffic: CubeBatch
  /**
   * Every session that overlaps the window or starts in it, also impossible ones, and those of `alsoSessions` that still exist. One
   * that was left open overlaps until the end it counts with; others that were left open may come too.
   */
  readonly sessions: readonly SourceSession[]
  /** Milliseconds the source took. */
  readonly sourceMs: number
  /** Rows that crossed the wire. */
  readonly rows: number
}

/** What a source has of one UTC day, cheaply, to compare with the cache. */
export interface SourceDayCheck {
  readonly day: number
  readonly visitors: number
  readonly covered: number
  readonly sessions: SessionsCheck
}

/** A checksum of the sessions that started on one UTC day, as recorded; sums are milliseconds since that day began. */
export interface SessionsCheck {
  readonly count: number
  readonly open: number
  readonly startSum: number
  /** Open sessions add 0. */
  readonly endSum: number
}

export interface DayCheckRequest {
  readonly organizationId: string
  /** UTC day numbers, both inside. */
  readonly fromDay: number
  readonly toDay: number
  /** Visits at or after this do not count, nor do sessions that start at or after it. */
  readonly now: number
}

export interface PresenceRequest {
  readonly organizationId: string
  /** UTC day numbers, both inside. */
  readonly fromDay: number
  readonly toDay: number
  /** The sync's clock: nothing later is read. */
  readonly now: number
  /** Whether the times away are wanted besides the sums. */
  readonly away: boolean
}

/** What agents were doing while online. Of calls it holds the sum of a day, and no instant. */
export interface SourcePresence {
  readonly seconds: readonly MeasuredSeconds[]
  /** Times away that began in the days asked for; null: they are not recorded, or were not asked for. */
  readonly away: readonly SessionInterval[] | null
}

export interface CountPagesRequest {
  readonly organizationId: string
  /** Instants. */
  readonly from: number
  readonly to: number
  /** The column that holds the address. */
  readonly column: string
  readonly rules: readonly PageRule[]
}

/** null and the reason: they cannot be counted by these rules. */
export type PageCounts =
  | { readonly visitors: readonly PageCount[]; readonly problem: null }
  | { readonly visitors: null; readonly problem: DataProblem }

export interface PageCount {
  /** null: pages that no rule names. */
  readonly pageClass: string | null
  readonly visitors: number
  readonly covered: number
}

/**
 * Where facts come from. Implementations: postgres/ and demo/.
 * Every call may throw an AppError with a `source-*` code; `source-timeout` makes the engine try a smaller window.
 */
export interface Source {
  /** Names what is read and how, so that days counted from something else become stale. Never a host or a secret. */
  readonly identity: string
  /** Names that earlier versions gave the same: days counted under them are this source's. */
  readonly formerIdentities?: readonly string[]
  /** Names what divides the counts of the same source: a change makes days stale. Absent or '': as usual. */
  readonly countingIdentity?: string
  /** The same of calls, which stand apart: days stay known when another table of calls is read. Absent: it never has any. */
  readonly callsIdentity?: string
  /** The source's clock, epoch milliseconds, and the organizations it holds. */
  describe(
    signal: AbortSignal,
  ): Promise<{ readonly now: number; readonly organizations: readonly SourceOrganization[] }>
  directory(request: DirectoryRequest, signal: AbortSignal): Promise<SourceDirectory>
  window(request: WindowRequest, signal: AbortSignal): Promise<WindowFacts>
  /** Days without any visit or session may be left out. */
  dayChecks(request: DayCheckRequest, signal: AbortSignal): Promise<readonly SourceDayCheck[]>
  /** Names what presence is read from. Absent, with `presence`: the source never records it. */
  readonly presenceIdentity?: string
  /** null: the source records none of it. */
  presence?(request: PresenceRequest, signal: AbortSignal): Promise<SourcePresence | null>
  /** Visits of an interval by class of page, by rules that are not saved yet. */
  countPages(request: CountPagesRequest, signal: AbortSignal): Promise<PageCounts>
  /** Windows that may be asked for at once. */
  readonly concurrency: number
  close(): Promise<void>
}
