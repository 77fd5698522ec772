import { setImmediate } from 'node:timers/promises'
import { commitWindow } from './commit-window.ts'
import { fetchWindow, isTimeout, type WindowPart } from './fetch-window.ts'
import { WindowQueue, type SyncWindow } from './window-queue.ts'
import type { DayNeed } from './plan-needs.ts'
import type { RunContext } from './run-context.ts'

/** A source whose sessions change as fast as they are read must not hold a run for ever; what then waits is left to the next one. */
const MOST_ROUNDS = 8

/** Pulls parts of days, newest first, then whatever they showed to need a new count. Throws the first failure, after all have ended. */
export async function pullNeeds(context: RunContext, needs: readonly DayNeed[]): Promise<void> {
  let round: readonly DayNeed[] = needs
  for (let rounds = 0; round.length > 0 && rounds <= MOST_ROUNDS; rounds += 1) {
    context.progress.expectDays(round.length)
    await pullRound(context, round)
    round = context.recounts.takeAll()
  }
}

async function pullRound(context: RunContext, needs: readonly DayNeed[]): Promise<void> {
  const queue = new WindowQueue(needs, context.fingerprintOf)
  const failure = new AbortController()
  const signal = AbortSignal.any([context.signal, failure.signal])
  const worker = async (): Promise<void> => {
    try {
      for (let window = queue.take(context.size.current); window !== null; window = queue.take(context.size.current)) {
        signal.throwIfAborted()
        const parts = await fetchOrGiveBack({ context, queue, window }, signal)
        // A moment for whoever wants to cancel: a source and a cache that never wait would leave none.
        await setImmediate()
        if (parts === null) continue
        signal.throwIfAborted()
        commitWindow(context, window, parts)
        context.progress.finishDays(window.needs.length)
      }
    } catch (thrown) {
      if (!failure.signal.aborted) failure.abort(thrown)
      throw thrown
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.max(1, context.source.concurrency) }, worker))
  if (context.signal.aborted) throw context.signal.reason
  if (failure.signal.aborted && ends.some(({ status }) => status === 'rejected')) throw failure.signal.reason
}

interface Attempt {
  readonly context: RunContext
  readonly queue: WindowQueue
  readonly window: SyncWindow
}

/** null: the window took too long, and its days wait for smaller ones. */
async function fetchOrGiveBack(
  { context, queue, window }: Attempt,
  signal: AbortSignal,
): Promise<readonly WindowPart[] | null> {
  try {
    return await fetchWindow(context, window, signal)
  } catch (thrown) {
    if (window.needs.length === 1 || !isTimeout(thrown) || !context.size.timedOut(window.end - window.start))
      throw thrown
    queue.giveBack(window)
    return null
  }
}
