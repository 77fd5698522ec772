import { AppError } from '../../shared/foundation/errors.ts'
import type { Interval } from '../../shared/foundation/interval.ts'
import { ceilSlot } from '../../shared/time/slots.ts'
import { SMALLEST_WINDOW } from './window-size.ts'
import { keepsGoneSession, type RunContext } from './run-context.ts'
import { endedWhenLastSeen } from './session-changes.ts'
import type { CachedSession } from './cache.ts'
import type { NeedKind } from './plan-needs.ts'
import type { KnownEnd, WindowFacts } from './source.ts'
import type { SyncWindow } from './window-queue.ts'

/** Facts of a window or of a part of it, from one snapshot. */
export interface WindowPart extends Interval {
  readonly facts: WindowFacts
  /** Ids of the sessions that were asked for by name. */
  readonly asked: ReadonlySet<string>
}

/**
 * Pulls a window, newest part first. A part of a single day that takes too long is pulled in smaller parts, which are gathered
 * so that the cache only ever holds whole parts. Throws 'source-timeout' for a window of several days, or when an hour is too long.
 */
export async function fetchWindow(
  context: RunContext,
  window: SyncWindow,
  signal: AbortSignal,
): Promise<readonly WindowPart[]> {
  const { day, kind } = window.needs[0]!
  if (window.needs.length > 1) return [await fetchPart(context, { ...window, day, kind }, signal)]
  const parts: WindowPart[] = []
  let end = window.end
  while (end > window.start) {
    const size = Math.max(SMALLEST_WINDOW, context.size.current)
    const start = Math.max(window.start, end - window.start > size ? ceilSlot(end - size) : window.start)
    try {
      parts.push(await fetchPart(context, { start, end, day, kind }, signal))
      end = start
    } catch (thrown) {
      if (!isTimeout(thrown) || !context.size.timedOut(end - start)) throw thrown
    }
  }
  return parts
}

/** Whether a source gave up on a query because it took too long. */
export function isTimeout(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'source-timeout'
}

interface PartRequest extends Interval {
  readonly day: number
  readonly kind: NeedKind
}

async function fetchPart(context: RunContext, part: PartRequest, signal: AbortSignal): Promise<WindowPart> {
  const { start, end, day } = part
  signal.throwIfAborted()
  const isFirst = context.progress.windows === 0
  const cached = sessionsToAsk(context, part, isFirst)
  const asked = new Set([...cached.map(({ id }) => id), ...(isFirst ? context.alsoOnce : [])])
  const facts = await context.source.window(
    {
      organizationId: context.organizationId,
      from: start,
      to: end,
      now: context.now,
      membership: context.membershipOn(day).membership,
      alsoSessions: [...asked],
      keptSessions: cached.filter((session) => keepsGoneSession(context, session)).map(endedWhenLastSeen),
      knownEnds: knownEnds(context, part, cached),
    },
    signal,
  )
  context.size.finished(end - start, facts.sourceMs)
  return { start, end, facts, asked }
}

/**
 * Cached sessions of the window (an open one is in every window up to now) are asked for by name: one that does not come is gone,
 * while one that merely moved out of the window comes.
 */
function sessionsToAsk(context: RunContext, part: Interval, isFirst: boolean): readonly CachedSession[] {
  const overlapping = context.cache.sessionsOverlapping(part.start, part.end)
  if (!isFirst || context.alsoOnce.length === 0) return overlapping
  const found = new Set(overlapping.map(({ id }) => id))
  return [...overlapping, ...context.cache.sessionsById(context.alsoOnce.filter((id) => !found.has(id)))]
}

/**
 * Of sessions that outlast 16 hours only what is new need be looked for. Those that begin in the window, or whose end is in doubt, are
 * looked at whole; of those that are not cached it is known where they begin.
 */
function knownEnds(
  { evidenceKnownUntil, unended }: RunContext,
  { start, kind }: PartRequest,
  cached: readonly CachedSession[],
): ReadonlyMap<string, KnownEnd> {
  const starts = unended.map(({ id, startedAt }) => [id, { startedAt, since: startedAt, lastEvidence: null }] as const)
  if (evidenceKnownUntil === null || kind === 'sessions') return new Map(starts)
  const known = cached.filter(
    ({ startedAt, leftOpen }) => startedAt < start && (leftOpen === 'last-evidence' || leftOpen === 'no-evidence'),
  )
  const ends = known.map(
    ({ id, startedAt, endedAt, leftOpen }) =>
      [
        id,
        { startedAt, since: evidenceKnownUntil, lastEvidence: leftOpen === 'last-evidence' ? endedAt : null },
      ] as const,
  )
  return new Map<string, KnownEnd>([...starts, ...ends])
}
