import { AppError } from '../../shared/contract/errors.ts'

/** How long work may give no sign of life, milliseconds. */
export interface WatchdogLimits {
  /** Beyond the longest statement that the work may wait for. */
  readonly silenceMs: number
  /** For ending by itself once it was asked to. */
  readonly graceMs: number
}

/** Generous: what a sync waits for has deadlines of its own, and one window of much traffic may take a slow computer a while to store. */
export const WATCHDOG_LIMITS: WatchdogLimits = { silenceMs: 10 * 60_000, graceMs: 15_000 }

export interface WatchdogOptions extends WatchdogLimits {
  /** Asks the work to end. */
  readonly cancel: () => void
  /** The work does not even end when it is asked to. */
  readonly onHung: () => void
}

export interface Watchdog {
  /** The work goes on. */
  readonly feed: () => void
  /** The work's own end, or AppError 'source-timeout' after a silence. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>
}

/** Ends work that gives no sign of life, whatever it hangs on: first by asking, then by leaving it behind. */
export function createWatchdog({ silenceMs, graceMs, cancel, onHung }: WatchdogOptions): Watchdog {
  const silent = Promise.withResolvers<'silent'>()
  const timer = setTimeout(() => silent.resolve('silent'), silenceMs)
  timer.unref()
  return {
    feed: () => void timer.refresh(),
    async guard(work) {
      const ended = work.then(
        () => 'ended' as const,
        () => 'ended' as const,
      )
      try {
        if ((await Promise.race([ended, silent.promise])) === 'ended') return await work
      } finally {
        clearTimeout(timer)
      }
      cancel()
      const late = Promise.withResolvers<'late'>()
      const impatient = setTimeout(() => late.resolve('late'), graceMs)
      if ((await Promise.race([ended, late.promise])) === 'late') onHung()
      clearTimeout(impatient)
      throw new AppError({
        code: 'source-timeout',
        message: `The sync was stopped: it gave no sign of life for ${Math.round(silenceMs / 1000)} s.`,
        kept: 'What was already read is kept.',
        next: 'Sync again. If it happens again, the log may say where it stopped.',
      })
    },
  }
}
