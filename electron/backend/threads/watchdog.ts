import { AppError } from '../../../shared/foundation/errors.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'

/** How long work may give no sign of life, milliseconds. */
export interface WatchdogLimits {
  /** Beyond the longest statement that the work may wait for. */
  readonly silenceMs: number
  /** For ending by itself once it was asked to. */
  readonly graceMs: number
}

export interface WriterLimits extends WatchdogLimits {
  /** How long a look at a source may take in all, milliseconds: whatever trickles in, somebody waits for it. */
  readonly lookMs: number
}

/** Generous: what a sync waits for has deadlines of its own, and one window of much traffic may take a slow computer a while to store. */
export const WRITER_LIMITS: WriterLimits = { silenceMs: 10 * MINUTE_MS, graceMs: 15_000, lookMs: 3 * MINUTE_MS }

export interface WatchdogOptions extends WatchdogLimits {
  /** Asks the work to end. */
  readonly cancel: () => void
  /** The work does not even end when it is asked to. */
  readonly onHung: () => void
  /** The failure of work that was ended. */
  readonly stopped: (silenceMs: number) => AppError
}

export interface Watchdog {
  /** The work goes on. */
  readonly feed: () => void
  /** The work's own end, or what `stopped` says after a silence. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>
}

/** Ends work that gives no sign of life, whatever it hangs on: first by asking, then by leaving it behind. */
export function createWatchdog({ silenceMs, graceMs, cancel, onHung, stopped }: WatchdogOptions): Watchdog {
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
      throw stopped(silenceMs)
    },
  }
}

/** A sync that gave no sign of life. */
export function silentSync(silenceMs: number): AppError {
  return new AppError({
    code: 'source-timeout',
    message: `The sync was stopped: it gave no sign of life for ${Math.round(silenceMs / 1000)} s.`,
    kept: 'What was already read is kept.',
    next: 'Sync again. If it happens again, the log may say where it stopped.',
  })
}

/** A look at a source that did not come to an end. */
export function endlessLook(limitMs: number): AppError {
  return new AppError({
    code: 'source-timeout',
    message: `The look at the database was stopped: it was not done after ${Math.round(limitMs / 1000)} s.`,
    kept: 'Nothing was changed.',
    next: 'Check that the address is that of your database, and how fast the line to it is; then try again.',
  })
}
