import { ERROR_CODES, type ErrorReport } from '../../shared/contract/errors.ts'

/** Shown when the backend itself does not answer. */
export const UNREACHABLE: ErrorReport = {
  code: 'internal',
  message: 'Covercast does not answer.',
  kept: 'What you see stays, and nothing stored is lost.',
  next: 'Start Covercast again if it was closed. This page then goes on by itself; where it does not, open the address that Covercast shows.',
}

/** Shown when the backend was started again since: it lets in only who has the address of this launch. */
const STARTED_AGAIN: ErrorReport = {
  code: 'internal',
  message: 'Covercast was started again, and does not know this page.',
  kept: 'What you see stays, and nothing stored is lost.',
  next: 'Open the address that Covercast showed when it was started, in this browser. Then come back: this page goes on.',
}

/** A call that was turned away at the door. */
export class TurnedAway extends Error {}

/** The report of a failed call: the backend's own, or that it could not be reached. */
export function reportOf(error: unknown): ErrorReport {
  return reportIn(error) ?? (isTurnedAway(error) ? STARTED_AGAIN : UNREACHABLE)
}

/** Whether a call was turned away, as every call is until the user opens the new address. */
export function isTurnedAway(error: unknown): boolean {
  return property(error, 'cause') instanceof TurnedAway
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
