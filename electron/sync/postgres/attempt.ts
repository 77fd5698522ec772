import type { Row } from './connect.ts'
import { isLost, isRecoveryConflict } from './query-errors.ts'
import type { Query } from './snapshot-reader.ts'

/** A statement that may fail. */
export interface Attempt {
  readonly text: string
  readonly values?: readonly unknown[]
  /** Stopped after this many milliseconds, or after the transaction's own limit where that is shorter. */
  readonly limitMs: number
}

/** What became of an attempt; `error` is the driver's. */
export type Outcome = { readonly rows: readonly Row[] } | { readonly error: unknown }

/**
 * Runs a statement in an open transaction that goes on whether or not it fails. Sent in one go: the way to the database and back is paid
 * once. Throws what ends the transaction: a lost connection, a conflict with a replica's replay.
 */
export async function attempt(query: Query, { text, values, limitMs }: Attempt): Promise<Outcome> {
  const limit = `select set_config('statement_timeout', least(${limitMs}, nullif(setting::int, 0))::text, true) from pg_catalog.pg_settings where name = 'statement_timeout'`
  const [begun, tried, ended] = await Promise.allSettled([
    query(`savepoint attempt; ${limit}`),
    query(text, values),
    query('rollback to savepoint attempt; release savepoint attempt'),
  ])
  if (begun.status === 'rejected') throw begun.reason
  if (tried.status === 'rejected' && (isLost(tried.reason) || isRecoveryConflict(tried.reason))) throw tried.reason
  if (ended.status === 'rejected') throw ended.reason
  return tried.status === 'fulfilled' ? { rows: tried.value } : { error: tried.reason as unknown }
}
