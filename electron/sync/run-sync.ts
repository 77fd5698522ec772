import { dataProblem } from '../../shared/coverage/data-problem.ts'
import { FORGOTTEN_AFTER_MS } from '../../shared/coverage/session-interval.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import { utcDayOf } from '../../shared/time/slots.ts'
import { isOtherSource, refuseForgetting, stageForgetting, stagePresentName, stageSettingBack } from './begin-run.ts'
import { readWithCalls, stageCalls, type CallsPlan } from './calls.ts'
import { ChangedDays } from './changed-days.ts'
import { chooseOrganization } from './choose-organization.ts'
import { joinProblems, leftOpenProblem, problemsFoundBefore, problemsOfCache } from './data-problems.ts'
import { foldDroppedDays } from './fold-dropped-days.ts'
import { countingFingerprints, sourceFingerprint } from './fingerprints.ts'
import { membershipCalendar } from './membership.ts'
import { mergeDirectory } from './merge-directory.ts'
import { planNeeds, wholeDay, type DayNeed } from './plan-needs.ts'
import { syncPresence } from './presence.ts'
import { ProgressTracker } from './progress.ts'
import { pullNeeds } from './pull-needs.ts'
import { findDifferences, isReconcileDue } from './reconcile.ts'
import { Recounts } from './recounts.ts'
import { stageRetention } from './retention.ts'
import { RunCache } from './run-cache.ts'
import { syncFailure } from './sync-failure.ts'
import { WindowSize } from './window-size.ts'
import type { DataProblem } from '../../shared/coverage/types.ts'
import type { SyncCache, SyncRun, SyncState } from './cache.ts'
import type { SyncOptions, SyncOutcome, SyncProgress } from './options.ts'
import type { RunContext } from './run-context.ts'
import type { Source, SourceDirectory } from './source.ts'

export interface SyncRequest {
  readonly source: Source
  readonly cache: SyncCache
  readonly options: SyncOptions
  readonly onProgress?: (progress: SyncProgress) => void
  readonly signal?: AbortSignal
  /** Wall clock, epoch milliseconds: for durations and the history of runs, never for facts. */
  readonly clock: () => number
}

/**
 * Brings the cache up to date, newest days first, one transaction a window: a run that fails or is cancelled keeps what it has and
 * the next one goes on there. Throws AppError: 'cancelled', a 'source-*' code, or what the cache throws.
 */
export async function runSync(request: SyncRequest): Promise<SyncOutcome> {
  const startedAt = request.clock()
  const progress = new ProgressTracker(request.onProgress ?? (() => {}), request.clock)
  const runOf = (now: number, outcome: SyncRun['outcome'], error: string | null): SyncRun => ({
    startedAt,
    durationMs: request.clock() - startedAt,
    now,
    outcome,
    windows: progress.windows,
    cells: progress.cells,
    sessionRows: progress.sessionRows,
    visitors: progress.visitors,
    error,
  })
  const signal = request.signal ?? new AbortController().signal
  let now = request.options.now ?? request.cache.state().now ?? startedAt
  try {
    progress.enter('connecting')
    signal.throwIfAborted()
    const described = await request.source.describe(signal)
    now = request.options.now ?? described.now
    const organization = chooseOrganization(described.organizations, request.options.organizationId)
    const { source, cache, options } = request
    const { directory, plan: calls } = await readWithCalls(
      {
        source,
        cache,
        options,
        organizationId: organization.id,
        now,
        firstDay: firstDayWanted(options, cache.state(), now),
      },
      signal,
    )
    const run = beginRun({ request, progress, signal, now, directory, calls })
    const range = await bringUpToDate(run)
    run.presenceProblems = await bringPresence(run, request.cache)
    finishRun(run, runOf(now, 'done', null))
    return {
      organizationId: organization.id,
      from: formatLocalDate(range.fromDay),
      to: formatLocalDate(range.toDay),
      historyFrom: formatLocalDate(cache.state().historyFromDay ?? range.fromDay),
      sourceFrom: run.earliest === null ? null : formatLocalDate(utcDayOf(run.earliest)),
      now,
      windows: progress.windows,
      cells: progress.cells,
      sessionRows: progress.sessionRows,
      visitors: progress.visitors,
      durationMs: request.clock() - startedAt,
      changedDays: run.context.changedDays.list(),
      dataProblems: [...sourceChanged(run.forgottenDays), ...run.problems],
    }
  } catch (thrown) {
    const failure = syncFailure(thrown, {
      isCancelled: signal.aborted,
      safeDays: () => request.cache.syncedDays().size,
    })
    recordFailure(request.cache, runOf(now, failure.code === 'cancelled' ? 'cancelled' : 'failed', failure.message))
    throw failure
  }
}

interface Run {
  readonly context: RunContext
  readonly cache: SyncCache
  readonly seen: SourceDirectory
  /** The first instant of which the source has anything; null: it has nothing. */
  readonly earliest: number | null
  /** As it was before the run; a fresh one where the cache held another source's facts. */
  readonly before: SyncState
  /** Whether the run read more than the last hours, so that all facts are worth a new look. */
  isThorough: boolean
  /** Whether the whole cache is known to agree with the source. */
  isCompared: boolean
  /** Days that were counted from another source. */
  readonly forgottenDays: number
  presenceProblems: readonly DataProblem[]
  problems: readonly DataProblem[]
}

interface Beginning {
  readonly request: SyncRequest
  readonly progress: ProgressTracker
  readonly signal: AbortSignal
  readonly now: number
  readonly directory: SourceDirectory
  readonly calls: CallsPlan | null
}

function beginRun({ request, progress, signal, now, directory: seen, calls }: Beginning): Run {
  const { source, cache, options } = request
  const fingerprint = sourceFingerprint(source.identity, seen.organization.id)
  const former = (source.formerIdentities ?? []).map((identity) => sourceFingerprint(identity, seen.organization.id))
  const isOther = isOtherSource(cache, [fingerprint, ...former], seen.organization.id)
  const stored = cache.state()
  const before = isOther ? { ...stored, now: null, lastReconcileAt: null, problems: [] } : stored
  const runCache = new RunCache(cache)
  const forgottenDays = isOther ? runCache.days.size : 0
  if (isOther && !options.remap) refuseForgetting(runCache)
  if (isOther) stageForgetting(runCache)
  else stagePresentName(runCache, fingerprint)
  const evidence = evidenceOf(seen, now)
  const directory = mergeDirectory({ ...seen, ...evidence }, isOther ? null : cache.directory(), {
    previousNow: before.now,
    now,
  })
  const isSetBack = before.now !== null && now < before.now
  const agents = seen.agents === null ? null : new Set(seen.agents.map(({ id }) => id))
  const context: RunContext = {
    source,
    cache: runCache,
    options,
    signal,
    organizationId: seen.organization.id,
    now,
    directory,
    sourceFingerprint: fingerprint,
    fingerprintOf: countingFingerprints(directory, {
      foldCountriesUnder: options.foldCountriesUnder,
      sessionsFromDay: options.sessionsFromDay,
      identity: source.countingIdentity,
      pageClassing: seen.pageClassing,
    }),
    membershipOn: membershipCalendar(directory),
    isAgentGone: (agentId) => agents !== null && !agents.has(agentId),
    recounts: new Recounts(),
    changedDays: new ChangedDays(),
    size: new WindowSize(),
    progress,
    droppedBefore: droppedBefore(runCache, seen.firstVisit, fingerprint),
    alsoOnce: sessionsToLookAt(runCache, {
      seen,
      isReconciling: isDue(options, before, now),
      setBackTo: isSetBack ? now : null,
    }),
    unended: seen.unended,
    evidenceKnownUntil:
      before.now === null || before.now > now || options.takeSource ? null : before.now - options.overlapMs,
    endsAsked: new Map(),
  }
  const historyFromDay = firstDayWanted(options, before, now)
  runCache.stage({ directory, state: { now, historyFromDay } })
  stageCalls(runCache, seen, { plan: calls, now })
  if (options.keepFromDay !== null) stageRetention(runCache, options.keepFromDay)
  if (isSetBack) stageSettingBack(context)
  return {
    context,
    cache,
    seen,
    earliest: evidence.earliest,
    before,
    isThorough: before.now === null || isSetBack,
    isCompared: false,
    forgottenDays,
    presenceProblems: [],
    problems: [],
  }
}

/** The first and the last instant of which the source has anything, calls among it. */
function evidenceOf(
  { earliest, latest, calls }: SourceDirectory,
  now: number,
): Pick<SourceDirectory, 'earliest' | 'latest'> {
  const days = (calls ?? []).filter((count) => count.calls > 0).map(({ day }) => day * DAY_MS)
  const first = [earliest, ...days].filter((instant) => instant !== null)
  const last = [latest, ...days.map((start) => Math.min(start + DAY_MS - 1, now))].filter((instant) => instant !== null)
  return first.length === 0
    ? { earliest: null, latest: null }
    : { earliest: first.reduce((a, b) => Math.min(a, b)), latest: last.reduce((a, b) => Math.max(a, b)) }
}

/**
 * Sessions to look at besides those of the first window: of agents who may still be there, and be seen again; once a day those that no
 * day's check covers; and, after the clock was set back, those that may not have been left open by then.
 */
function sessionsToLookAt(
  cache: RunCache,
  {
    seen,
    isReconciling,
    setBackTo,
  }: { readonly seen: SourceDirectory; readonly isReconciling: boolean; readonly setBackTo: number | null },
): readonly string[] {
  const unended = seen.unended.map(({ id }) => id)
  const unknown = isReconciling ? sessionsFromUnknownDays(cache) : []
  const recent =
    setBackTo === null
      ? []
      : cache
          .sessionsOverlapping(setBackTo - FORGOTTEN_AFTER_MS, setBackTo)
          .filter(({ leftOpen, startedAt }) => leftOpen && startedAt < setBackTo)
  return [...new Set([...unended, ...unknown, ...recent.map(({ id }) => id)])]
}

/** One day cut at its beginning may be a correction; with whole days before it gone too, it is the source that forgets. */
function droppedBefore(cache: RunCache, firstVisit: number | null, fingerprint: string): number | null {
  if (firstVisit === null) return null
  const firstDay = utcDayOf(firstVisit)
  const isDropped = [...cache.days.values()].some(
    ({ day, visitors, sourceFingerprint: of }) => day < firstDay && visitors > 0 && of === fingerprint,
  )
  return isDropped ? firstVisit : null
}

/** History only grows backwards, as far as it is kept. */
function firstDayWanted(options: SyncOptions, before: SyncState, now: number): number {
  const wanted = firstDayAsked(options, before, now)
  return atLeast(options.keepFromDay, Math.min(wanted, before.historyFromDay ?? options.historyFromDay ?? wanted))
}

/** The first day of this run: what is asked for, but never what would be forgotten at once. */
function firstDayAsked(options: SyncOptions, before: SyncState, now: number): number {
  return atLeast(
    options.keepFromDay,
    options.fromDay ?? before.historyFromDay ?? options.historyFromDay ?? utcDayOf(now) - options.defaultWeeks * 7,
  )
}

function atLeast(limit: number | null, day: number): number {
  return limit === null ? day : Math.max(limit, day)
}

function isDue(options: SyncOptions, before: SyncState, now: number): boolean {
  return isReconcileDue(options.reconcile, { last: before.lastReconcileAt, now, isFirst: before.now === null })
}

/** Sessions that began before what is known: no day's check would show that they changed. */
function sessionsFromUnknownDays(cache: RunCache): readonly string[] {
  const firstDays = [...cache.days.keys()].filter((day) => !cache.days.has(day - 1))
  return firstDays.flatMap((day) =>
    cache
      .sessionsOverlapping(day * DAY_MS, day * DAY_MS + 1)
      .filter(({ startedAt }) => startedAt < day * DAY_MS)
      .map(({ id }) => id),
  )
}

async function bringUpToDate(run: Run): Promise<{ readonly fromDay: number; readonly toDay: number }> {
  const { context, before, earliest } = run
  const { options, now, cache } = context
  const today = utcDayOf(now)
  const wanted = firstDayAsked(options, before, now)
  // Days before the first sign of anything are unknown, not empty; without any so is every day.
  const fromDay = earliest === null ? Infinity : Math.max(wanted, utcDayOf(earliest))
  const toDay = Math.min(options.toDay ?? today, today)
  context.progress.enter('counting')
  const setBack = setBackNeeds(run)
  const needs = planNeeds({
    days: cache.days,
    fromDay,
    toDay,
    now,
    overlapMs: options.overlapMs,
    sourceFingerprint: context.sourceFingerprint,
    countingFingerprint: context.fingerprintOf,
    full: options.full,
    takeSource: options.takeSource,
    wholeDays: options.foldCountriesUnder > 0,
  })
  await pull(run, joinNeeds(needs, setBack))
  foldDroppedDays(context, earliest)

  if ((earliest !== null || options.takeSource) && isDue(options, before, now)) {
    context.progress.enter('reconciling')
    await pull(run, await findDifferences(context))
    run.isThorough = true
  }
  // A first sync just read everything: the day until the next comparison begins.
  run.isCompared = earliest !== null && (isDue(options, before, now) || before.now === null)
  return { fromDay: earliest === null ? wanted : Math.min(fromDay, toDay), toDay }
}

/** What a clock set back changed of known days, whether or not they are in the range asked for. */
function setBackNeeds({ context, before }: Run): readonly DayNeed[] {
  const { cache, now, recounts } = context
  if (before.now === null || before.now <= now) return []
  const today = cache.days.get(utcDayOf(now))
  const cut =
    today !== undefined && today.syncedThrough > now ? [{ ...wholeDay(today.day, now), kind: 'set-back' as const }] : []
  return joinNeeds(cut, recounts.takeAll())
}

/** One part a day: of two the one of the first list. */
function joinNeeds(first: readonly DayNeed[], second: readonly DayNeed[]): readonly DayNeed[] {
  const days = new Set(first.map(({ day }) => day))
  return [...first, ...second.filter(({ day }) => !days.has(day))]
}

async function pull(run: Run, needs: readonly DayNeed[]): Promise<void> {
  if (needs.some(({ kind }) => kind !== 'tail')) run.isThorough = true
  await pullNeeds(run.context, needs)
}

/** What agents were doing comes last: no count rests on it. */
async function bringPresence({ context, before, seen }: Run, cache: SyncCache): Promise<readonly DataProblem[]> {
  const { source, options, now, organizationId, signal } = context
  const wanted = Math.max(firstDayWanted(options, before, now), options.sessionsFromDay ?? Number.NEGATIVE_INFINITY)
  const firstDay = seen.earliest === null ? wanted : Math.max(wanted, utcDayOf(seen.earliest))
  const keptAgents = new Set(
    options.takeSource ? [] : (context.directory.agents ?? []).map(({ id }) => id).filter(context.isAgentGone),
  )
  return await syncPresence({
    source,
    cache,
    runCache: context.cache,
    organizationId,
    now,
    firstDay,
    overlapMs: options.overlapMs,
    isThorough: isDue(options, before, now),
    isFull: options.full || options.takeSource,
    keptAgents,
    signal,
  })
}

function finishRun(run: Run, history: SyncRun): void {
  const { context } = run
  run.problems = joinProblems(findProblems(run), run.presenceProblems)
  context.cache.commit({
    state: { problems: run.problems, ...(run.isCompared ? { lastReconcileAt: context.now } : {}) },
    run: history,
  })
}

function findProblems({ context, cache, seen, before, isThorough }: Run): readonly DataProblem[] {
  const { now } = context
  if (isThorough) return joinProblems(seen.problems, problemsOfCache(cache, context.cache.days.keys(), now))
  const lately = problemsOfCache(
    { ...cache, sessionsOverlapping: () => cache.sessionsOverlapping(now - DAY_MS, Number.MAX_SAFE_INTEGER) },
    [],
    now,
  )
  return joinProblems(seen.problems, problemsFoundBefore(before.problems), lately, leftOpenProblem(cache))
}

/** Said once, by the run that did it. */
function sourceChanged(forgottenDays: number): readonly DataProblem[] {
  if (forgottenDays === 0) return []
  return [dataProblem({ kind: 'source-changed', count: forgottenDays })]
}

/** The history lists failed runs too; where even that cannot be written, the failure itself matters more. */
function recordFailure(cache: SyncCache, run: SyncRun): void {
  try {
    cache.commit({ run })
  } catch {
    // The first failure is thrown by the caller.
  }
}
