import { AppError } from '../../../shared/foundation/errors.ts'
import type { ConnectionSettings } from './connection-settings.ts'

/** How long this side waits for a server that says nothing, milliseconds. The server's own limits help nobody once the line is dead. */
export interface Deadlines {
  /** Beyond a statement's limit at the server: the time that its error, or its answer, may take to arrive. */
  readonly graceMs: number
  /** For cancelling a statement at the server; then the line is cut. */
  readonly cancelMs: number
  /** For saying goodbye. */
  readonly closeMs: number
}

const LONGEST_GRACE_MS = 10_000
const SHORTEST_GRACE_MS = 2_000
/** Where the connection's settings have no limit of their own (connect_timeout=0). */
const LONGEST_CONNECT_MS = 60_000

/** The deadlines beside statements of that limit. */
export function deadlinesFor(statementTimeoutMs: number): Deadlines {
  return {
    graceMs: Math.min(LONGEST_GRACE_MS, Math.max(SHORTEST_GRACE_MS, statementTimeoutMs / 2)),
    cancelMs: 2_000,
    closeMs: 2_000,
  }
}

/** How long connecting may take, with TLS and login, milliseconds. */
export function connectLimitMs({ connectTimeoutMs }: Pick<ConnectionSettings, 'connectTimeoutMs'>): number {
  return connectTimeoutMs === 0 ? LONGEST_CONNECT_MS : connectTimeoutMs
}

/** The failure of a line on which an answer was expected and none came. */
export function silentLine(silenceMs: number): AppError {
  const seconds = Math.round(silenceMs / 100) / 10
  return new AppError({
    code: 'source-lost',
    message: `The database did not answer for ${seconds} s. The connection seems dead.`,
    kept: 'What was already read is kept.',
    next: 'Check the network or VPN, then sync again.',
  })
}

export interface SilenceWatchOptions {
  /** Bytes received on the line so far. */
  readonly bytesRead: () => number
  readonly limitMs: number
  /** Called once, when an answer is owed and nothing came for about `limitMs`. */
  readonly onSilence: () => void
}

export interface SilenceWatch {
  /** An answer is owed until the promise settles. */
  during<T>(answer: Promise<T>): Promise<T>
}

/** A thread that was busy for long finds its timer due before it reads what came meanwhile, so one look is not enough. */
const LOOKS = 4

/** Watches a line for silence while somebody waits for an answer. Whatever arrives, if slowly, is no silence. */
export function watchSilence({ bytesRead, limitMs, onSilence }: SilenceWatchOptions): SilenceWatch {
  let owed = 0
  let seen = 0
  let silentLooks = 0
  let timer: NodeJS.Timeout | undefined
  const look = (): void => {
    const read = bytesRead()
    silentLooks = read === seen ? silentLooks + 1 : 0
    seen = read
    if (silentLooks < LOOKS) return
    clearInterval(timer)
    onSilence()
  }
  return {
    async during(answer) {
      owed += 1
      if (owed === 1) {
        seen = bytesRead()
        silentLooks = 0
        timer = setInterval(look, limitMs / LOOKS)
      }
      try {
        return await answer
      } finally {
        owed -= 1
        if (owed === 0) clearInterval(timer)
      }
    },
  }
}

/**
 * Gives work a signal that is aborted with `signal`, or after `limitMs`: a server that sends a little every few seconds is never silent.
 * Throws what the work throws, and AppError 'source-timeout' where the limit ended it.
 */
export async function inTime<T>(
  { signal, limitMs }: { readonly signal: AbortSignal; readonly limitMs: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(limitMs)
  try {
    return await work(AbortSignal.any([signal, limit]))
  } catch (thrown) {
    if (!limit.aborted || signal.aborted) throw thrown
    throw new AppError(
      {
        code: 'source-timeout',
        message: `The database answers too slowly: this was ended after ${Math.round(limitMs / 100) / 10} s.`,
        next: 'Check the network or VPN and the load of the server, then try again.',
      },
      { cause: thrown },
    )
  }
}

/** Settles with the promise, or after `limitMs`, whichever is first; never throws. */
export async function within(limitMs: number, promise: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, limitMs)
  await Promise.race([promise.catch(() => undefined), late])
  clearTimeout(timer)
}
