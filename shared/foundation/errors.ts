/** Every way Covercast can fail that a person or a script may want to distinguish. Scripts rely on these codes: add, never rename. */
export const ERROR_CODES = [
  'usage',
  'invalid-input',
  'not-found',
  'conflict',
  'cancelled',
  'source-host',
  'source-tls',
  'source-password',
  'source-role',
  'source-database',
  'source-table-missing',
  'source-column-missing',
  'source-permission',
  'source-wrong-type',
  'source-organization',
  'source-empty',
  'source-timeout',
  'source-lost',
  'source-other',
  'source-unconfirmed',
  'remap-needed',
  'disk-full',
  'data-folder',
  'store-damaged',
  'store-newer',
  'store-outdated',
  'store-busy',
  'plan-changed',
  'printer-missing',
  'print-failed',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** The parts of a failure as they cross threads and hosts: what happened, what was kept, what to do next. */
export interface ErrorReport {
  readonly code: ErrorCode
  readonly message: string
  readonly kept?: string
  readonly next?: string
}

/** A failure with words for people: `message` says what happened, `kept` what is safe, `next` what to do. */
export class AppError extends Error implements ErrorReport {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly kept?: string
  readonly next?: string

  constructor(report: ErrorReport, options?: { readonly cause?: unknown }) {
    super(report.message, options)
    this.code = report.code
    if (report.kept !== undefined) this.kept = report.kept
    if (report.next !== undefined) this.next = report.next
  }
}

/** The report of any thrown value. What is not an AppError is `internal`, with its own message. */
export function toErrorReport(thrown: unknown): ErrorReport {
  if (thrown instanceof AppError) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.kept === undefined ? {} : { kept: thrown.kept }),
      ...(thrown.next === undefined ? {} : { next: thrown.next }),
    }
  }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) }
}

/** Marks a switch as exhaustive: adding a case to the union becomes a type error here. */
export function assertNever(value: never): never {
  throw new AppError({ code: 'internal', message: `Unexpected value: ${String(value)}` })
}
