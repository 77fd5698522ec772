import { AppError, type ErrorCode } from '../../../shared/foundation/errors.ts'
import { errorCode } from './connection-errors.ts'

/** What a failed statement means, in plain words. AppErrors pass through. */
export function queryError(thrown: unknown, statementTimeoutMs: number): AppError {
  if (thrown instanceof AppError) return thrown
  const code = errorCode(thrown)
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  const report = (kind: ErrorCode, message: string, next: string) =>
    new AppError({ code: kind, message, next }, { cause: thrown })
  switch (code) {
    case '25P04':
      return report(
        'source-timeout',
        `The database ended the transaction: ${text}. Its setting transaction_timeout allows less than reading takes.`,
        'Ask its administrator to raise transaction_timeout for the user of the connection.',
      )
    case '57014':
      return report(
        'source-timeout',
        `The database stopped a query: ${text}. The limit is ${statementTimeoutMs / 1000} s a query.`,
        'Ask for less at once, allow more time, or add the suggested index.',
      )
    case '42P01':
    case '3F000':
      return report(
        'source-table-missing',
        `A table is gone: ${text}.`,
        'Check the names of the tables in the settings of the source.',
      )
    case '42703':
      return report(
        'source-column-missing',
        `A column is gone: ${text}.`,
        'Check the names of the columns in the settings of the source.',
      )
    case '42501':
      return report(
        'source-permission',
        `The database does not allow it: ${text}.`,
        'Grant the user the right to read what is named.',
      )
    case '40001':
    case '40P01':
      return report(
        'source-lost',
        'The replica kept canceling the query because of its own replay.',
        'Try again later, or read from the primary.',
      )
    default:
      break
  }
  if (isLost(thrown))
    return report(
      'source-lost',
      'The connection to the database was lost.',
      'Try again. What was synced until then is kept.',
    )
  return report(
    'source-other',
    `The database answered with an error: ${text}`,
    'Check the connection and the names of tables and columns.',
  )
}

/** Whether the connection itself is gone: cut, ended by the server, or by a pooler. */
export function isLost(thrown: unknown): boolean {
  const code = errorCode(thrown)
  if (/^(08|57P)/.test(code) || ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', '25P03'].includes(code))
    return true
  return thrown instanceof Error && /Connection terminated|not queryable/.test(thrown.message)
}

/** A standby cancels what stands in the way of its replay; the same query later may well get through. */
export function isRecoveryConflict(thrown: unknown): boolean {
  return ['40001', '40P01'].includes(errorCode(thrown))
}

/** The AppError of work that its user cancelled. */
export function cancelled(): AppError {
  return new AppError({
    code: 'cancelled',
    message: 'Reading from the database was canceled.',
    kept: 'What was synced until then is kept.',
  })
}
