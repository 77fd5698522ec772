export interface Turns {
  /** Runs work when what asked before has ended. Rejects with the signal's reason when it is aborted while waiting. */
  take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

/** One thing at a time, in the order asked: the writer's thread has one connection and one sync. */
export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    async take(signal, work) {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      try {
        await abortable(before, signal)
        return await work()
      } finally {
        // Who waits for us waits for those before us, also when we gave up waiting.
        void before.then(resolve)
      }
    },
  }
}

function abortable(before: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = (): void => reject(signal.reason as Error)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  void before.then(resolve)
  return promise.finally(() => signal.removeEventListener('abort', stop))
}
