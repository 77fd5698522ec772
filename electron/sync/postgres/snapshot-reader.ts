import { setTimeout as delay } from 'node:timers/promises'
import { connect, type Row } from './connect.ts'
import { type ConnectionPool, createConnectionPool, type Lease } from './connection-pool.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import { type Deadlines, deadlinesFor } from './deadlines.ts'
import { cancelled, isLost, isRecoveryConflict, queryError } from './query-errors.ts'
import { beginSql, stopTransaction } from './stop-transaction.ts'

/** Runs one statement with parameters inside a snapshot. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** Reads the database in short read-only transactions. */
export interface SnapshotReader {
  /** Everything `work` queries is of one moment. Throws AppError 'source-*', or 'cancelled' when `signal` aborts. */
  read<T>(work: (query: Query) => Promise<T>, signal: AbortSignal): Promise<T>
  /** The shortest time a statement that does nothing took, milliseconds: the way to the database and back. */
  roundTripMs(): number
  close(): Promise<void>
}

export interface SnapshotReaderOptions {
  readonly connection: ConnectionSettings
  readonly statementTimeoutMs: number
  /** Connections at most, apart from a short one that cancels. */
  readonly connections: number
  readonly deadlines?: Deadlines
  /** Called whenever the database answered: the work goes on. */
  readonly onAnswer?: () => void
}

const CONFLICT_RETRIES = 4
const FIRST_RETRY_MS = 100

/**
 * Each read is one transaction that sets what it needs for itself, so that it works through a transaction pooler:
 * no start-up parameters, no session state, no named statements. The COMMIT is not waited for.
 */
export function createSnapshotReader({
  connection: settings,
  statementTimeoutMs,
  connections,
  deadlines = deadlinesFor(statementTimeoutMs),
  onAnswer = () => undefined,
}: SnapshotReaderOptions): SnapshotReader {
  const { graceMs, closeMs } = deadlines
  const pool = createConnectionPool({
    open: (signal) => connect(settings, { signal, silenceMs: statementTimeoutMs + graceMs, closeMs }),
    limit: connections,
    closeMs,
  })
  const roundTrip = { ms: Infinity }
  const begin = beginSql(statementTimeoutMs)

  return {
    async read(work, signal) {
      for (let retry = 0; ; retry++) {
        try {
          return await readOnce({ pool, settings, deadlines, begin, signal, roundTrip, onAnswer }, work)
        } catch (thrown) {
          if (signal.aborted) throw cancelled()
          const again = thrown instanceof StaleConnection || (isRecoveryConflict(thrown) && retry < CONFLICT_RETRIES)
          if (!again) throw queryError(thrown, statementTimeoutMs)
          if (!(thrown instanceof StaleConnection))
            await delay(FIRST_RETRY_MS * 2 ** retry, undefined, { signal }).catch(() => undefined)
        }
      }
    },
    roundTripMs: () => (roundTrip.ms === Infinity ? 0 : roundTrip.ms),
    close: () => pool.close(),
  }
}

/** A kept connection that turned out to be gone before anything was read. */
class StaleConnection extends Error {}

interface ReadContext {
  readonly pool: ConnectionPool
  readonly settings: ConnectionSettings
  readonly deadlines: Deadlines
  readonly begin: string
  readonly signal: AbortSignal
  readonly roundTrip: { ms: number }
  readonly onAnswer: () => void
}

async function readOnce<T>(
  { pool, settings, deadlines, begin, signal, roundTrip, onAnswer }: ReadContext,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const lease = await pool.acquire(signal)
  const { connection } = lease
  let transaction: Row | undefined
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping = stopTransaction({ connection, settings, deadlines, transaction })
  }
  signal.addEventListener('abort', stop, { once: true })
  const asked = performance.now()
  const begun = connection.query(begin).then(([row]) => {
    transaction = row
    roundTrip.ms = Math.min(roundTrip.ms, performance.now() - asked)
    onAnswer()
  })
  try {
    // Not waited for: what is asked first is sent along with it.
    const working = work(async (text, values = []) => {
      if (signal.aborted) throw cancelled()
      const rows = await connection.query(text, values)
      onAnswer()
      return rows
    })
    const [result] = await Promise.all([working, begun])
    giveBack(lease, { signal, statement: 'commit' })
    return result
  } catch (error) {
    // Where it did not even begin, that is why.
    const reason: unknown = await begun.then(
      () => error,
      (failure: unknown) =>
        lease.reused && isLost(failure)
          ? new StaleConnection('The kept connection is gone', { cause: failure })
          : failure,
    )
    giveBack(lease, { signal, statement: 'rollback' })
    throw reason
  } finally {
    signal.removeEventListener('abort', stop)
    await (stopping as Promise<void> | null)
  }
}

function giveBack(
  lease: Lease,
  { signal, statement }: { readonly signal: AbortSignal; readonly statement: 'commit' | 'rollback' },
): void {
  if (signal.aborted || !lease.connection.isAlive()) lease.discard()
  else lease.release(lease.connection.query(statement))
}
