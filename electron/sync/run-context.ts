import { DAY_MS } from '../../shared/foundation/minutes.ts'
import type { CachedDirectory, CachedSession, SyncedDay } from './cache.ts'
import type { ChangedDays } from './changed-days.ts'
import type { MembershipOfDay } from './membership.ts'
import type { SyncOptions } from './options.ts'
import type { ProgressTracker } from './progress.ts'
import type { Recounts } from './recounts.ts'
import type { RunCache } from './run-cache.ts'
import type { Source, UnendedSession } from './source.ts'
import type { WindowSize } from './window-size.ts'

/** What every part of one run shares. */
export interface RunContext {
  readonly source: Source
  readonly cache: RunCache
  readonly options: SyncOptions
  readonly signal: AbortSignal
  readonly organizationId: string
  readonly now: number
  readonly directory: CachedDirectory
  readonly sourceFingerprint: string
  readonly fingerprintOf: (day: number) => string
  readonly membershipOn: (day: number) => MembershipOfDay
  /** Whether the source knows its agents and this one is none of them any more. */
  readonly isAgentGone: (agentId: string) => boolean
  readonly recounts: Recounts
  readonly changedDays: ChangedDays
  readonly size: WindowSize
  readonly progress: ProgressTracker
  /** The source's first visit, where the cache has visits of days before it: the source drops what is old. null: it does not. */
  readonly droppedBefore: number | null
  /** Ids of sessions that the first window brings up to date besides those it overlaps. */
  readonly alsoOnce: readonly string[]
  readonly unended: readonly UnendedSession[]
  /** From here on signs of agents are new, where earlier syncs looked for them; null: nothing is known. */
  readonly evidenceKnownUntil: number | null
  /** How often this run asked again about the end of a session, by id. */
  readonly endsAsked: Map<string, number>
}

/** Whether a cached day is counted from this source. */
export function isOfThisSource(context: RunContext, record: SyncedDay | undefined): record is SyncedDay {
  return record !== undefined && record.sourceFingerprint === context.sourceFingerprint
}

/** Whether a session is kept: of days long past only the counts are that it was counted in. */
export function keepsSession(
  { options }: Pick<RunContext, 'options'>,
  { endedAt }: { readonly endedAt: number | null },
): boolean {
  return options.sessionsFromDay === null || endedAt === null || endedAt > options.sessionsFromDay * DAY_MS
}

/** Whether a session that the source no longer has stays in the cache. */
export function keepsGoneSession(context: RunContext, session: CachedSession): boolean {
  return !context.options.takeSource && context.isAgentGone(session.agentId)
}
