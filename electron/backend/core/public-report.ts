import { AppError, toErrorReport, type ErrorReport } from '../../../shared/foundation/errors.ts'

const SURPRISE: ErrorReport = {
  code: 'internal',
  message: 'Something went wrong that Covercast did not expect.',
  kept: 'Nothing was lost.',
  next: 'Try again; if it happens again, the log says what it was.',
}

/**
 * A failure as people see it. An AppError has words for them; of anything else (also when it crossed a thread as a bare
 * 'internal') they learn that it was a surprise, and the log has the rest.
 */
export function publicReport(thrown: unknown): ErrorReport {
  if (!(thrown instanceof AppError)) return SURPRISE
  if (thrown.code === 'internal' && thrown.next === undefined) return SURPRISE
  return toErrorReport(thrown)
}
