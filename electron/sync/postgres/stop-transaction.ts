import { connect, type PostgresConnection, type Row } from './connect.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import type { Deadlines } from './deadlines.ts'

/** How the text of a number is written: a database set to fewer digits would round instants to days. */
const WHOLE_NUMBERS_SQL = 'set local extra_float_digits = 1'

/** Begins a transaction that sees one state of the database and changes nothing. Its answer names it, for `stopTransaction`. */
export function beginSql(statementTimeoutMs: number): string {
  return `begin isolation level repeatable read read only; set local statement_timeout = ${Math.round(statementTimeoutMs)}; ${WHOLE_NUMBERS_SQL}; ${TRANSACTION_SQL}`
}

/** Names the transaction that it is asked in: its server process and its start in microseconds. */
const TRANSACTION_SQL = `select pg_backend_pid(), (date_part('epoch', now()) * 1e6)::int8`

/** Cancels the statement of exactly that transaction: behind a pooler the process may by now serve someone else. */
const CANCEL_SQL = `select pg_cancel_backend(pid) from pg_catalog.pg_stat_activity
where pid = $1::int4 and (date_part('epoch', xact_start) * 1e6)::int8 = $2::int8`

export interface RunningTransaction {
  readonly connection: PostgresConnection
  readonly settings: ConnectionSettings
  readonly deadlines: Deadlines
  /** The answer to `beginSql`; undefined: it has not come yet. */
  readonly transaction: Row | undefined
}

/** Cancels the running statement at the server; where that cannot be done, or takes too long, cuts the line. Never throws. */
export async function stopTransaction({
  connection,
  settings,
  deadlines: { cancelMs, closeMs },
  transaction,
}: RunningTransaction): Promise<void> {
  if (transaction === undefined) {
    connection.destroy()
    return
  }
  // The line that cancels may be as dead as the one it is to free: neither is waited for any longer.
  const late = AbortSignal.timeout(cancelMs)
  const impatient = setTimeout(() => connection.destroy(), cancelMs)
  impatient.unref()
  try {
    const canceller = await connect(settings, { signal: late, silenceMs: cancelMs, closeMs })
    late.addEventListener('abort', () => canceller.destroy(), { once: true })
    await canceller.query(CANCEL_SQL, transaction)
    void canceller.close()
  } catch {
    connection.destroy()
  }
}
