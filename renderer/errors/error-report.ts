import { ERROR_CODES, type ErrorReport } from '../../shared/contract/errors.ts'

/** Shown when the backend itself does not answer. */
export const UNREACHABLE: ErrorReport = {
  code: 'internal',
  message: 'Covercast does not answer.',
  kept: 'What you see stays, and nothing stored is lost.',
  next: 'Start Covercast again if it was closed, then reload this page.',
}

/** The report of a failed call: the backend's own, or that it could not be reached. */
export function reportOf(error: unknown): ErrorReport {
  return reportIn(error) ?? UNREACHABLE
}

/** Whether a call failed before the backend could say why: worth another try. */
export function isTransient(error: unknown): boolean {
  return reportIn(error) === null
}

function reportIn(error: unknown): ErrorReport | null {
  const data = property(error, 'data')
  const report = property(data, 'report')
  return isReport(report) ? report : null
}

function isReport(value: unknown): value is ErrorReport {
  return typeof property(value, 'message') === 'string' && ERROR_CODES.some((code) => code === property(value, 'code'))
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}
