import { utcDayOf } from '../../shared/time/slots.ts'
import { sourceFingerprint } from './fingerprints.ts'
import { isReconcileDue } from './reconcile.ts'
import type { CachedCalls, SyncCache } from './cache.ts'
import type { SyncOptions } from './options.ts'
import type { RunCache } from './run-cache.ts'
import type { CallsCounting, Source, SourceDirectory } from './source.ts'

export interface CallsQuestion {
  readonly source: Pick<Source, 'identity' | 'callsIdentity' | 'directory'>
  readonly cache: Pick<SyncCache, 'calls' | 'state'>
  readonly options: SyncOptions
  readonly organizationId: string
  readonly now: number
  /** First UTC day of the history. */
  readonly firstDay: number
}

/** Which calls a run reads. */
export interface CallsPlan {
  /** What they are read from. */
  readonly fingerprint: string
  /** What those that are kept count; null: none are, or nobody knows. */
  readonly keptCounting: CallsCounting | null
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
function planCalls({ source, cache, options, organizationId, now, firstDay }: CallsQuestion): CallsPlan | null {
  if (source.callsIdentity === undefined) return null
  const { lastReconcileAt, problems, now: before } = cache.state()
  const fingerprint = sourceFingerprint(`${source.identity} ${source.callsIdentity}`, organizationId)
  const isThorough =
    options.full ||
    options.takeSource ||
    isReconcileDue(options.reconcile, { last: lastReconcileAt, now, isFirst: before === null })
  if (!isThorough && problems.some(({ kind }) => kind === 'calls-slow')) return null
  const known = cache.calls()
  const keptCounting = COUNTINGS.find((counting) => known?.fingerprint === countedBy(fingerprint, counting)) ?? null
  if (isThorough || known === null || keptCounting === null || known.fromDay > firstDay || known.through > now) {
    return { fingerprint, keptCounting, fromDay: firstDay, isWhole: true, knownFromDay: firstDay }
  }
  const fromDay = Math.max(firstDay, utcDayOf(known.through - options.overlapMs))
  return { fingerprint, keptCounting, fromDay, isWhole: false, knownFromDay: known.fromDay }
}

const COUNTINGS: readonly CallsCounting[] = ['visitors', 'attempts']

/** A fingerprint that also tells what calls count. */
function countedBy(fingerprint: string, counting: CallsCounting): string {
  return `${counting}:${fingerprint}`
}

/** What calls of a cache count. */
export function callsCountingOf({ fingerprint }: Pick<CachedCalls, 'fingerprint'>): CallsCounting {
  return fingerprint.startsWith('visitors:') ? 'visitors' : 'attempts'
}

/**
 * The directory, with the calls of a run. Where they count something else than those that are kept, because the visitor of a call may be
 * read now or no more, all of them are read. `plan` says which calls were brought.
 */
export async function readWithCalls(
  question: CallsQuestion,
  signal: AbortSignal,
): Promise<{ readonly directory: SourceDirectory; readonly plan: CallsPlan | null }> {
  const { source, organizationId, now, firstDay } = question
  const plan = planCalls(question)
  const directory = await source.directory({ organizationId, now, callsFromDay: plan?.fromDay ?? null }, signal)
  if (
    plan === null ||
    plan.isWhole ||
    directory.callsCounting === undefined ||
    directory.callsCounting === plan.keptCounting
  )
    return { directory, plan }
  return {
    directory: await source.directory({ organizationId, now, callsFromDay: firstDay }, signal),
    plan: { ...plan, fromDay: firstDay, isWhole: true, knownFromDay: firstDay },
  }
}

/** Keeps, with the first commit, the calls that the source brought. Calls that can no longer be read are forgotten. */
export function stageCalls(
  cache: RunCache,
  { calls, callsCounting }: SourceDirectory,
  { plan, now }: { readonly plan: CallsPlan | null; readonly now: number },
): void {
  if (calls === null) cache.stage({ calls: null })
  if (calls === undefined || calls === null || callsCounting === undefined || plan === null) return
  const { fingerprint, fromDay, isWhole, knownFromDay } = plan
  const replacedFromDay = isWhole ? Number.MIN_SAFE_INTEGER : fromDay
  cache.stage({
    calls: {
      fingerprint: countedBy(fingerprint, callsCounting),
      fromDay: knownFromDay,
      through: now,
      replacedFromDay,
      counts: calls,
    },
  })
}
