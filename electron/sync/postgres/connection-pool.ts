import type { PostgresConnection } from './connect.ts'
import { within } from './deadlines.ts'
import { cancelled } from './query-errors.ts'

/** A connection lent to one piece of work, to be given back exactly once. */
export interface Lease {
  readonly connection: PostgresConnection
  /** It served before, so it may have been cut while it lay idle. */
  readonly reused: boolean
  /** Gives it back with `pending` (a COMMIT) that nobody waits for; only closing does. Lost connections are dropped. */
  release(pending: Promise<unknown>): void
  /** Cuts it. */
  discard(): void
}

/** A few connections, opened when needed and kept for the next piece of work. */
export interface ConnectionPool {
  /** Waits for a free connection. Throws what opening throws; AppError 'cancelled' when `signal` aborts. */
  acquire(signal: AbortSignal): Promise<Lease>
  /** Closes what is idle now and what is lent when it comes back. */
  close(): Promise<void>
}

interface Waiter {
  readonly resume: () => void
}

export interface ConnectionPoolOptions {
  readonly open: (signal: AbortSignal) => Promise<PostgresConnection>
  /** Connections at most. */
  readonly limit: number
  /** How long closing waits for last words, milliseconds. */
  readonly closeMs: number
}

/** A pool of a few connections. */
export function createConnectionPool({ open, limit, closeMs }: ConnectionPoolOptions): ConnectionPool {
  const idle: { readonly connection: PostgresConnection; readonly settled: Promise<unknown> }[] = []
  const waiters: Waiter[] = []
  let lent = 0
  let closed = false

  const free = () => {
    lent -= 1
    waiters.shift()?.resume()
  }

  const turn = async (signal: AbortSignal): Promise<void> => {
    while (lent >= limit) {
      await new Promise<void>((resolve, reject) => {
        const waiter: Waiter = {
          resume: () => {
            signal.removeEventListener('abort', giveUp)
            resolve()
          },
        }
        const giveUp = () => {
          waiters.splice(waiters.indexOf(waiter), 1)
          reject(cancelled())
        }
        waiters.push(waiter)
        signal.addEventListener('abort', giveUp, { once: true })
      })
    }
    lent += 1
  }

  const end = async (connection: PostgresConnection, settled: Promise<unknown>): Promise<void> => {
    await within(closeMs, settled)
    await connection.close()
  }

  /** Its last words may still be on their way: what comes next is sent behind them. */
  const reusable = (): PostgresConnection | null => {
    for (let candidate = idle.pop(); candidate !== undefined; candidate = idle.pop()) {
      if (candidate.connection.isAlive()) return candidate.connection
      candidate.connection.destroy()
    }
    return null
  }

  return {
    async acquire(signal) {
      if (signal.aborted) throw cancelled()
      await turn(signal)
      try {
        const kept = reusable()
        const connection = kept ?? (await open(signal))
        return {
          connection,
          reused: kept !== null,
          release(pending) {
            const settled = pending.catch(() => undefined)
            if (closed) void end(connection, settled)
            else idle.push({ connection, settled })
            free()
          },
          discard() {
            connection.destroy()
            free()
          },
        }
      } catch (error) {
        free()
        throw error
      }
    },
    async close() {
      closed = true
      await Promise.all(idle.splice(0).map(({ connection, settled }) => end(connection, settled)))
    },
  }
}
