import { utcDayOf } from '../../shared/time/slots.ts'
import { sourceFingerprint } from './fingerprints.ts'
import { isReconcileDue } from './reconcile.ts'
import type { SyncCache } from './cache.ts'
import type { SyncOptions } from './options.ts'
import type { RunCache } from './run-cache.ts'
import type { Source, SourceDirectory } from './source.ts'

export interface CallsQuestion {
  readonly source: Pick<Source, 'identity' | 'callsIdentity'>
  readonly cache: Pick<SyncCache, 'calls' | 'state'>
  readonly options: SyncOptions
  readonly organizationId: string
  readonly now: number
  /** First UTC day of the history. */
  readonly firstDay: number
}

/** Which calls a run reads. */
export interface CallsPlan {
  readonly fingerprint: string
  /** UTC day from which on they are read. */
  readonly fromDay: number
  /** All that are known are replaced, not only those from that day on. */
  readonly isWhole: boolean
  /** First UTC day that is known then. */
  readonly knownFromDay: number
}

/**
 * Calls of the last days, read again to the overlap, or of the whole history: at first, when what they are read from changed, and with
 * the daily comparison, because calls are deleted and changed too. null: none, as the source has none or was too slow today.
 */
export function planCalls({ source, cache, options, organizationId, now, firstDay }: CallsQuestion): CallsPlan | null {
  if (source.callsIdentity === undefined) return null
  const { lastReconcileAt, problems, now: before } = cache.state()
  const fingerprint = sourceFingerprint(`${source.identity} ${source.callsIdentity}`, organizationId)
  const isThorough = options.full || options.takeSource || isReconcileDue(options.reconcile, { last: lastReconcileAt, now, isFirst: before === null })
  if (!isThorough && problems.some(({ kind }) => kind === 'calls-slow')) return null
  const known = cache.calls()
  if (isThorough || known === null || known.fingerprint !== fingerprint || known.fromDay > firstDay || known.through > now) {
    return { fingerprint, fromDay: firstDay, isWhole: true, knownFromDay: firstDay }
  }
  const fromDay = Math.max(firstDay, utcDayOf(known.through - options.overlapMs))
  return { fingerprint, fromDay, isWhole: false, knownFromDay: known.fromDay }
}

/** Keeps, with the first commit, the calls that the source brought. Calls that can no longer be read are forgotten. */
export function stageCalls(cache: RunCache, { calls }: SourceDirectory, { plan, now }: { readonly plan: CallsPlan | null; readonly now: number }): void {
  if (calls === null) cache.stage({ calls: null })
  if (calls === undefined || calls === null || plan === null) return
  const { fingerprint, fromDay, isWhole, knownFromDay } = plan
  const replacedFromDay = isWhole ? Number.MIN_SAFE_INTEGER : fromDay
  cache.stage({ calls: { fingerprint, fromDay: knownFromDay, through: now, replacedFromDay, counts: calls } })
}
