import { currentFormat } from '../../format/format-context.tsx'
import { ERROR_CODES, type ErrorReport } from '../../../shared/foundation/errors.ts'

/** Shown when the backend itself does not answer. */
export function unreachable(): ErrorReport {
  const t = currentFormat().texts.errors
  return { code: 'internal', message: t.unreachable, kept: t.unreachableKept, next: t.unreachableNext }
}

/** Shown when the backend was started again since: it lets in only who has the address of this launch. */
function startedAgain(): ErrorReport {
  const t = currentFormat().texts.errors
  return { code: 'internal', message: t.startedAgain, kept: t.unreachableKept, next: t.startedAgainNext }
}

/** A call that the guard before the backend rejected as unauthorized. */
export class Unauthorized extends Error {}

/** The report of a failed call: the backend's own, or that it could not be reached. */
export function reportOf(error: unknown): ErrorReport {
  return reportIn(error) ?? (isUnauthorized(error) ? startedAgain() : unreachable())
}

/** Whether a call was unauthorized, as every call is until the user opens the new address. */
export function isUnauthorized(error: unknown): boolean {
  return property(error, 'cause') instanceof Unauthorized
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
  return typeof value === 'object' && value !== null && key in value
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}
