import { AppError } from '../foundation/errors.ts'
import { isLocalDate } from '../time/local.ts'
import type { InstantInput } from './types.ts'

/** Date, time and offset; also in the shorter spelling that Postgres prints. Without an offset a text names no instant. */
const ISO_PATTERN = /^(\d{4}-\d{2}-(\d{2}))[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|([+-]\d{2})(?::?(\d{2}))?)$/
/** Every month has these; whether a later day exists must be looked up (the built-in parser reads 30 February as 2 March). */
const DAYS_OF_SHORTEST_MONTH = 28

/** Epoch milliseconds of an instant. Throws AppError 'invalid-input' naming the value where it is none. */
export function toInstant(value: InstantInput): number {
  const instant = typeof value === 'number' ? value : parseIso(value)
  if (Number.isFinite(instant)) return instant
  throw new AppError({
    code: 'invalid-input',
    message: `"${String(value)}" is not an instant.`,
    next: 'Give epoch milliseconds, or an ISO 8601 time with its offset such as 2026-03-01T09:00:00Z.',
  })
}

function parseIso(text: string): number {
  const match = ISO_PATTERN.exec(text)
  if (!match) return Number.NaN
  const [, date, day, time, offsetHours, offsetMinutes] = match
  if (Number(day) > DAYS_OF_SHORTEST_MONTH && !isLocalDate(date!)) return Number.NaN
  return Date.parse(`${date}T${time}${offsetHours === undefined ? 'Z' : `${offsetHours}:${offsetMinutes ?? '00'}`}`)
}
