import { FORGOTTEN_AFTER_MS } from '../../shared/coverage/session-interval.ts'
import { type Interval, overlap } from '../../shared/foundation/interval.ts'
import { ceilSlot, utcDayInterval, utcDaysOf, floorSlot, utcDayOf } from '../../shared/time/slots.ts'
import { RECOUNT } from './fingerprints.ts'
import { doubtfulEnds } from './open-ends.ts'
import { foldRare } from './fold-dropped-days.ts'
import { mergeDay, type DayMerge, type MergedDay } from './merge-day.ts'
import { hasKeptFigures, isWholeDay, wholeDay, type DayNeed } from './plan-needs.ts'
import { isOfThisSource, keepsGoneSession, keepsSession, type RunContext } from './run-context.ts'
import { compareSessions, type AgentStart } from './session-changes.ts'
import { splitByDay } from './split-by-day.ts'
import type { CachedSession, SyncedDay } from './cache.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { WindowPart } from './fetch-window.ts'
import type { SyncWindow } from './window-queue.ts'

/** Writes one window in one transaction: the cells and records of its days, its sessions, and which other days they made stale. */
export function commitWindow(context: RunContext, window: SyncWindow, parts: readonly WindowPart[]): void {
  const sessions = sessionPatch(context, window, parts)
  const fetched = batchesByDay(parts)
  const traffic: { day: number; batch: CubeBatch }[] = []
  const records = new Map<number, SyncedDay>()
  const recount = new Map<number, Interval>()

  for (const need of window.needs) {
    const before = context.cache.days.get(need.day)
    const merge = dayMerge(context, need, fetched.get(need.day) ?? [])
    const merged = foldMerged(context, mergeDay(merge))
    if (!isWholeDay(need, context.now) && needsWholeDay(context, before, merged)) {
      recount.set(need.day, wholeDay(need.day, context.now))
      continue
    }
    if (isOfThisSource(context, before)) context.changedDays.note({ need, before, merge, merged })
    traffic.push({ day: need.day, batch: merged.batch })
    records.set(need.day, recordOf(context, need, merged))
  }
  for (const interval of [...sessions.dirty, ...intervalsInDoubt(context, window, sessions)]) {
    for (const day of utcDaysOf(interval)) markDirty(context, records.get(day) ?? context.cache.days.get(day), interval)
  }
  for (const [day, interval] of recount) context.recounts.add(day, interval)

  context.cache.commit({
    traffic,
    upsertSessions: sessions.upsert,
    removeSessions: sessions.remove,
    upsertDays: stampedRecords(context, records),
  })
  context.progress.windows += parts.length
  context.progress.rows += parts.reduce((sum, { facts }) => sum + facts.rows, 0)
  context.progress.cells += parts.reduce((sum, { facts }) => sum + facts.traffic.cells.length, 0)
  context.progress.sessionRows += parts.reduce((sum, { facts }) => sum + facts.sessions.length, 0)
  context.progress.visitors += parts.reduce(
    (sum, { facts }) => sum + facts.traffic.cells.visitors.reduce((a, b) => a + b, 0),
    0,
  )
}

interface SessionPatch {
  readonly moved: readonly AgentStart[]
  readonly upsert: readonly CachedSession[]
  readonly remove: readonly string[]
  readonly dirty: readonly Interval[]
}

/** Parts come from several snapshots: each is compared with what the ones before it made of the cache. */
function sessionPatch(context: RunContext, window: SyncWindow, parts: readonly WindowPart[]): SessionPatch {
  const patch = new Map<string, CachedSession | null>()
  const dirty: Interval[] = []
  const moved: AgentStart[] = []
  for (const { start, end, facts, asked } of parts) {
    const cached = new Map(context.cache.sessionsOverlapping(start, end).map((session) => [session.id, session]))
    const kept = facts.sessions.filter((session) => keepsSession(context, session))
    const others = [...asked, ...kept.map(({ id }) => id)].filter((id) => !cached.has(id))
    for (const session of context.cache.sessionsById(others)) cached.set(session.id, session)
    for (const [id, session] of patch) {
      if (session === null) cached.delete(id)
      else cached.set(id, session)
    }
    const changes = compareSessions({
      cached: [...cached.values()],
      asked,
      fetched: kept,
      // Parts come newest first: what lies after this one was counted from an earlier snapshot, what lies before it is still to come.
      window: { start: window.start, end },
      now: context.now,
      keepsGone: (session) => keepsGoneSession(context, session),
    })
    for (const session of changes.upsert) patch.set(session.id, session)
    for (const id of changes.remove) patch.set(id, null)
    dirty.push(...changes.dirty)
    moved.push(...changes.moved)
  }
  return {
    moved,
    upsert: [...patch.values()].filter((session) => session !== null),
    remove: [...patch].filter(([, session]) => session === null).map(([id]) => id),
    dirty,
  }
}

/** A source that goes on changing is not asked about the same session for ever. */
const MOST_QUESTIONS = 3

/** Where to read again, because an open session's end does not fit the other sessions of its agent any more. */
function intervalsInDoubt(context: RunContext, window: SyncWindow, patch: SessionPatch): readonly Interval[] {
  const { cache, now } = context
  const open = patch.upsert.filter(({ endedAt, leftOpen }) => endedAt === null || leftOpen)
  const starts = [...patch.moved, ...open].map(({ startedAt }) => startedAt)
  if (starts.length === 0) return []
  const agents = new Set([...patch.moved, ...open].map(({ agentId }) => agentId))
  const [first, last] = [starts.reduce((a, b) => Math.min(a, b)), starts.reduce((a, b) => Math.max(a, b))]
  const around = cache.sessionsOverlapping(first - FORGOTTEN_AFTER_MS, last + FORGOTTEN_AFTER_MS + 1)
  const sessions = new Map([...around, ...patch.upsert].map((session) => [session.id, session]))
  for (const id of patch.remove) sessions.delete(id)
  const isKnown = (instant: number): boolean => {
    const record = cache.days.get(utcDayOf(instant))
    return (
      isOfThisSource(context, record) &&
      record.syncedThrough > instant &&
      !overlap({ start: instant, end: instant + 1 }, window)
    )
  }
  const mine = [...sessions.values()].filter(({ agentId }) => agents.has(agentId) && !context.isAgentGone(agentId))
  return doubtfulEnds({ sessions: mine, until: last, now, isKnown }).flatMap(({ session, at }) => {
    const asked = context.endsAsked.get(session.id) ?? 0
    context.endsAsked.set(session.id, asked + 1)
    if (asked >= MOST_QUESTIONS) return []
    return [session.startedAt, at].map((instant) => ({ start: instant, end: instant + 1 }))
  })
}

function batchesByDay(parts: readonly WindowPart[]): ReadonlyMap<number, readonly CubeBatch[]> {
  const days = new Map<number, CubeBatch[]>()
  for (const { facts } of parts) {
    for (const [day, batch] of splitByDay(facts.traffic)) days.set(day, [...(days.get(day) ?? []), batch])
  }
  return days
}

function dayMerge(context: RunContext, need: DayNeed, fetched: readonly CubeBatch[]): DayMerge {
  const { cache, options, now } = context
  const before = cache.days.get(need.day)
  const ofThisSource = isOfThisSource(context, before)
  const whole = wholeDay(need.day, now)
  const merge: DayMerge = {
    cached: ofThisSource ? cache.traffic(need.day) : null,
    fetched,
    // Nothing is known beyond now, so what the cache has there (the clock was set back) goes.
    pulled: { start: need.start, end: need.end >= whole.end ? utcDayInterval(need.day).end : need.end },
    keepCovered: ofThisSource && !options.takeSource,
    keepGone: ofThisSource && !options.takeSource && isWholeDay(need, now) && need.kind !== 'set-back',
    droppedBefore: ofThisSource && !options.takeSource && need.kind !== 'set-back' ? context.droppedBefore : null,
  }
  if (options.foldCountriesUnder === 0) return merge
  const day = mergeDay({ ...merge, cached: null }).batch
  return { ...merge, fetched: [foldRare(context, day)] }
}

/** What was kept may come from a time before folding. */
function foldMerged(context: RunContext, merged: MergedDay): MergedDay {
  return context.options.foldCountriesUnder === 0 ? merged : { ...merged, batch: foldRare(context, merged.batch) }
}

/** A part does not show whether the whole day is gone, nor the source's figures of a day with kept ones. */
function needsWholeDay(context: RunContext, before: SyncedDay | undefined, merged: MergedDay): boolean {
  if (!isOfThisSource(context, before)) return true
  return hasKeptFigures(before) || (merged.emptied && !context.options.takeSource)
}

function recordOf(context: RunContext, need: DayNeed, merged: MergedDay): SyncedDay {
  const before = context.cache.days.get(need.day)
  const isPartInside = need.kind === 'sessions' && !isWholeDay(need, context.now)
  return {
    day: need.day,
    sourceFingerprint: context.sourceFingerprint,
    countingFingerprint: context.fingerprintOf(need.day),
    syncedThrough: isPartInside && before !== undefined ? before.syncedThrough : context.now,
    visitors: merged.cache.visitors,
    covered: merged.cache.covered,
    sourceVisitors: merged.source.visitors,
    sourceCovered: merged.source.covered,
  }
}

/** Asks for a new count of the part of a day in an interval, where the day is known and not going to be counted as a whole anyway. */
export function markDirty(context: RunContext, record: SyncedDay | undefined, interval: Interval): void {
  if (!isOfThisSource(context, record)) return
  const isCounted =
    record.countingFingerprint === context.fingerprintOf(record.day) || context.recounts.wasMarked(record.day)
  if (!isCounted) return
  const whole = wholeDay(record.day, context.now)
  const part = overlap(interval, { start: whole.start, end: Math.min(whole.end, record.syncedThrough) })
  if (part === null) return
  const mustBeWhole = context.options.foldCountriesUnder > 0 || hasKeptFigures(record)
  context.recounts.add(
    record.day,
    mustBeWhole ? whole : { start: floorSlot(part.start), end: Math.min(ceilSlot(part.end), whole.end) },
  )
}

/** The records to write: those of the window's days, and a mark on every day that waits to be counted again. */
export function stampedRecords(context: RunContext, records: ReadonlyMap<number, SyncedDay>): readonly SyncedDay[] {
  const { cache, recounts } = context
  const stamped = new Map(records)
  for (const day of recounts.pendingDays) {
    const current = stamped.get(day) ?? cache.days.get(day)
    if (current !== undefined && current.countingFingerprint !== RECOUNT)
      stamped.set(day, { ...current, countingFingerprint: RECOUNT })
  }
  return [...stamped.values()]
}
