import { clip } from '../../../shared/foundation/clip.ts'
import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server'
import { z } from 'zod'
import {
  AppError,
  assertNever,
  type ErrorCode,
  type ErrorReport,
  toErrorReport,
} from '../../../shared/foundation/errors.ts'
import { publicReport } from './public-report.ts'

/** What the app shows for any failed call: words for people, never a stack, and of a surprise nothing but that it was one. */
export function reportOf(error: TRPCError): ErrorReport {
  const { cause } = error
  if (cause instanceof AppError) return publicReport(cause)
  if (cause instanceof z.ZodError) return invalidInput(cause)
  switch (error.code) {
    case 'NOT_FOUND':
      return {
        code: 'not-found',
        message: 'The app asked for something that does not exist.',
        next: 'Reload the page.',
      }
    case 'PAYLOAD_TOO_LARGE':
      return { code: 'invalid-input', message: 'The request is too large.' }
    case 'INTERNAL_SERVER_ERROR':
      return publicReport(error)
    default:
      return { code: 'invalid-input', message: 'The request was not understood.', next: 'Reload the page.' }
  }
}

/** What went wrong, for a host in the same process: of a surprise all that is known, since it has no log. */
export function reportOfThrown(thrown: unknown): ErrorReport {
  if (!(thrown instanceof TRPCError)) return toErrorReport(thrown)
  const { cause } = thrown
  return cause instanceof z.ZodError ? invalidInput(cause) : toErrorReport(cause ?? thrown)
}

/** The same failure under the tRPC code, and so the HTTP status, that fits its report. */
export function asTrpcError(error: TRPCError): TRPCError {
  if (!(error.cause instanceof AppError)) return error
  return new TRPCError({ code: trpcCodeOf(error.cause.code), message: error.cause.message, cause: error.cause })
}

/** Whether a failure is the app's own fault, of which the log should keep the stack. */
export function isSurprise(error: TRPCError): boolean {
  return reportOf(error).code === 'internal'
}

/** What is asked for may be megabytes of names; its answer is read by a person. */
const NAMES_SHOWN = 5
const LONGEST_NAME = 40
const LONGEST_FIELD = 200

function invalidInput(error: z.ZodError): ErrorReport {
  const issue = error.issues[0]
  const field = clip(issue?.path.map((key) => clip(String(key), LONGEST_NAME)).join('.') ?? '', LONGEST_FIELD)
  const what = issue === undefined ? 'is not valid' : sentence(issue)
  return { code: 'invalid-input', message: field === '' ? `The request ${what}.` : `"${field}" ${what}.` }
}

/** Never the value itself: it may be a password. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
    case 'invalid_format':
      return issue.message.startsWith('is ') ? issue.message : 'is not valid'
    case 'invalid_type':
      return `is missing or is not ${article(issue.expected)}`
    case 'too_small':
      return issue.message.startsWith('is ') ? issue.message : `is smaller than ${String(issue.minimum)}`
    case 'too_big':
      return issue.message.startsWith('is ') ? issue.message : `is larger than ${String(issue.maximum)}`
    case 'unrecognized_keys':
      return `has fields that are not known: ${unknownNames(issue.keys)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    default:
      return 'is not valid'
  }
}

function unknownNames(keys: readonly string[]): string {
  const shown = keys.slice(0, NAMES_SHOWN).map((key) => `"${clip(key, LONGEST_NAME)}"`)
  return keys.length > NAMES_SHOWN ? `${shown.join(', ')} and ${keys.length - NAMES_SHOWN} more` : shown.join(', ')
}

function article(type: string): string {
  return /^[aeiou]/u.test(type) ? `an ${type}` : `a ${type}`
}

function trpcCodeOf(code: ErrorCode): TRPC_ERROR_CODE_KEY {
  switch (code) {
    case 'usage':
    case 'invalid-input':
      return 'BAD_REQUEST'
    case 'not-found':
      return 'NOT_FOUND'
    case 'conflict':
    case 'store-busy':
    case 'plan-changed':
    case 'source-unconfirmed':
    case 'remap-needed':
      return 'CONFLICT'
    case 'cancelled':
      return 'CLIENT_CLOSED_REQUEST'
    case 'source-timeout':
      return 'GATEWAY_TIMEOUT'
    case 'source-host':
    case 'source-tls':
    case 'source-password':
    case 'source-role':
    case 'source-database':
    case 'source-table-missing':
    case 'source-column-missing':
    case 'source-permission':
    case 'source-wrong-type':
    case 'source-organization':
    case 'source-empty':
    case 'source-lost':
    case 'source-other':
      return 'BAD_GATEWAY'
    case 'disk-full':
    case 'data-folder':
    case 'store-damaged':
    case 'store-newer':
    case 'store-outdated':
    case 'printer-missing':
    case 'print-failed':
      return 'UNPROCESSABLE_CONTENT'
    case 'internal':
      return 'INTERNAL_SERVER_ERROR'
    default:
      return assertNever(code)
  }
}
