import type { ErrorReport } from '../../shared/foundation/errors.ts'
import { reportOf } from '../app/errors/error-report.ts'

/** What cannot be read is said in the document, which holds all the rest. */
export async function orReport<T extends object>(reading: Promise<T>): Promise<T | ErrorReport> {
  try {
    return await reading
  } catch (thrown) {
    return reportOf(thrown)
  }
}

export function isReport(value: object): value is ErrorReport {
  return 'code' in value && 'message' in value
}
