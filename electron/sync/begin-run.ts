import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { emptyBatch } from './cell-builder.ts'
import { markDirty, stampedRecords } from './commit-window.ts'
import { changedIntervals } from './session-changes.ts'
import type { SyncCache } from './cache.ts'
import { wouldForget } from './would-forget.ts'
import type { RunCache } from './run-cache.ts'
import type { RunContext } from './run-context.ts'

/** Whether the cache holds another source's or another organization's facts, which do not mix with this one's. */
export function isOtherSource(
  cache: SyncCache,
  sourceFingerprints: readonly string[],
  organizationId: string,
): boolean {
  const directory = cache.directory()
  if (directory !== null && directory.organizationId !== organizationId) return true
  return [...cache.syncedDays().values()].some((record) => !sourceFingerprints.includes(record.sourceFingerprint))
}

/** Refuses to forget what was counted, unless the user knows of it. Throws 'remap-needed'. */
export function refuseForgetting(cache: RunCache): void {
  const days = [...cache.days.values()]
  if (days.length === 0) return
  throw wouldForget({
    days: days.length,
    firstDay: Math.min(...days.map(({ day }) => day)),
    lastDay: Math.max(...days.map(({ day }) => day)),
    visitors: days.reduce((sum, { visitors }) => sum + visitors, 0),
  })
}

/** Days that an earlier version counted from the same source get its present name with the first commit. */
export function stagePresentName(cache: RunCache, fingerprint: string): void {
  const renamed = [...cache.days.values()].filter(({ sourceFingerprint }) => sourceFingerprint !== fingerprint)
  if (renamed.length > 0)
    cache.stage({ upsertDays: renamed.map((record) => ({ ...record, sourceFingerprint: fingerprint })) })
}

/** Forgets, with the first commit, everything that another source said. */
export function stageForgetting(cache: RunCache): void {
  const sessions = cache.sessionsOverlapping(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const days = [...cache.days.keys()]
  cache.stage({
    removeDays: days,
    traffic: days.map((day) => ({ day, batch: emptyBatch() })),
    removeSessions: sessions.map(({ id }) => id),
    state: { lastReconcileAt: null },
  })
}

/**
 * Takes the cache back to a `now` before the last sync's: later days and sessions go with the first commit, and sessions that were
 * still on then are cut, which may change whether they count at all.
 */
export function stageSettingBack(context: RunContext): void {
  const { cache, now } = context
  const days = [...cache.days.keys()].filter((day) => day * DAY_MS >= now)
  cache.stage({ removeDays: days, traffic: days.map((day) => ({ day, batch: emptyBatch() })) })

  const sessions = cache.sessionsOverlapping(now, Number.MAX_SAFE_INTEGER)
  const later = sessions.filter(({ startedAt }) => startedAt >= now)
  const cut = sessions.filter(
    ({ startedAt, endedAt, seenAt }) => startedAt < now && seenAt > now && (endedAt === null || endedAt > now),
  )
  for (const session of cut) {
    for (const range of changedIntervals(session, session, now)) {
      for (const record of cache.days.values()) markDirty(context, record, range)
    }
  }
  cache.stage({
    removeSessions: later.map(({ id }) => id),
    upsertSessions: cut.map((session) => ({ ...session, seenAt: now })),
    upsertDays: stampedRecords(context, new Map()),
  })
}
