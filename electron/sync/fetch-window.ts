import { AppError } from '../../shared/contract/errors.ts'
import { ceilSlot, type Range } from './ranges.ts'
import { SMALLEST_WINDOW } from './window-size.ts'
import type { RunContext } from './run-context.ts'
import type { WindowFacts } from './source.ts'
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
  const { day } = window.needs[0]!
  if (window.needs.length > 1) return [await fetchPiece(context, { ...window, day }, signal)]
  const pieces: Piece[] = []
  let to = window.to
  while (to > window.from) {
    const size = Math.max(SMALLEST_WINDOW, context.size.current)
    const from = Math.max(window.from, to - window.from > size ? ceilSlot(to - size) : window.from)
    try {
      pieces.push(await fetchPiece(context, { from, to, day }, signal))
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

async function fetchPiece(context: RunContext, piece: Range & { readonly day: number }, signal: AbortSignal): Promise<Piece> {
  const { from, to, day } = piece
  signal.throwIfAborted()
  const asked = sessionsToAsk(context, piece)
  const facts = await context.source.window(
    {
      organizationId: context.organizationId,
      from,
      to,
      now: context.now,
      membership: context.membershipOn(day).membership,
      alsoSessions: [...asked],
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
function sessionsToAsk(context: RunContext, piece: Range): ReadonlySet<string> {
  const overlapping = context.cache.sessionsOverlapping(piece.from, piece.to).map(({ id }) => id)
  return new Set(context.progress.windows === 0 ? [...overlapping, ...context.alsoOnce] : overlapping)
}
