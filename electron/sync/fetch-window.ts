import { AppError } from '../../shared/contract/errors.ts'
import { ceilSlot, type Range } from './ranges.ts'
import { SMALLEST_WINDOW } from './window-size.ts'
import { keepsGoneSession, type RunContext } from './run-context.ts'
import { frozenSession } from './session-changes.ts'
import type { CachedSession } from './cache.ts'
import type { NeedKind } from './plan-needs.ts'
import type { KnownEnd, WindowFacts } from './source.ts'
import type { SyncWindow } from './window-queue.ts'

/** Facts of a window or of a part of it, from one snapshot. */
export interface Piece extends Range {
  readonly facts: WindowFacts
  /** Ids of the sessions that were asked for by name. */
  readonly asked: ReadonlySet<string>
}

/**
 * Pulls a window, newest piece first. A part of a single day that takes too long is pulled in smaller pieces, which are gathered
 * so that the cache only ever holds whole parts. Throws 'source-timeout' for a window of several days, or when an hour is too long.
 */
export async function fetchWindow(context: RunContext, window: SyncWindow, signal: AbortSignal): Promise<readonly Piece[]> {
  const { day, kind } = window.needs[0]!
  if (window.needs.length > 1) return [await fetchPiece(context, { ...window, day, kind }, signal)]
  const pieces: Piece[] = []
  let to = window.to
  while (to > window.from) {
    const size = Math.max(SMALLEST_WINDOW, context.size.current)
    const from = Math.max(window.from, to - window.from > size ? ceilSlot(to - size) : window.from)
    try {
      pieces.push(await fetchPiece(context, { from, to, day, kind }, signal))
      to = from
    } catch (thrown) {
      if (!isTimeout(thrown) || !context.size.timedOut(to - from)) throw thrown
    }
  }
  return pieces
}

/** Whether a source gave up on a query because it took too long. */
export function isTimeout(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'source-timeout'
}

interface PieceRequest extends Range {
  readonly day: number
  readonly kind: NeedKind
}

async function fetchPiece(context: RunContext, piece: PieceRequest, signal: AbortSignal): Promise<Piece> {
  const { from, to, day } = piece
  signal.throwIfAborted()
  const isFirst = context.progress.windows === 0
  const cached = sessionsToAsk(context, piece, isFirst)
  const asked = new Set([...cached.map(({ id }) => id), ...(isFirst ? context.alsoOnce : [])])
  const facts = await context.source.window(
    {
      organizationId: context.organizationId,
      from,
      to,
      now: context.now,
      membership: context.membershipOn(day).membership,
      alsoSessions: [...asked],
      keptSessions: cached.filter((session) => keepsGoneSession(context, session)).map(frozenSession),
      knownEnds: knownEnds(context, piece, cached),
    },
    signal,
  )
  context.size.finished(to - from, facts.sourceMs)
  return { from, to, facts, asked }
}

/**
 * Cached sessions of the window (an open one is in every window up to now) are asked for by name: one that does not come is gone,
 * while one that merely moved out of the window comes.
 */
function sessionsToAsk(context: RunContext, piece: Range, isFirst: boolean): readonly CachedSession[] {
  const overlapping = context.cache.sessionsOverlapping(piece.from, piece.to)
  if (!isFirst || context.alsoOnce.length === 0) return overlapping
  const found = new Set(overlapping.map(({ id }) => id))
  return [...overlapping, ...context.cache.sessionsById(context.alsoOnce.filter((id) => !found.has(id)))]
}

/**
 * Of sessions that outlast 16 hours only what is new need be looked for. Those that begin in the window, or whose end is in doubt, are
 * looked at whole; of those that are not cached it is known where they begin.
 */
function knownEnds({ evidenceKnownUntil, unended }: RunContext, { from, kind }: PieceRequest, cached: readonly CachedSession[]): ReadonlyMap<string, KnownEnd> {
  const starts = unended.map(({ id, startedAt }) => [id, { startedAt, since: startedAt, lastEvidence: null }] as const)
  if (evidenceKnownUntil === null || kind === 'sessions') return new Map(starts)
  const known = cached.filter(({ startedAt, leftOpen }) => startedAt < from && (leftOpen === 'last-evidence' || leftOpen === 'no-evidence'))
  const ends = known.map(({ id, startedAt, endedAt, leftOpen }) => [id, { startedAt, since: evidenceKnownUntil, lastEvidence: leftOpen === 'last-evidence' ? endedAt : null }] as const)
  return new Map<string, KnownEnd>([...starts, ...ends])
}
