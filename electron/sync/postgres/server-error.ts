import { DatabaseError } from 'pg'
import { clip } from '../../../shared/foundation/clip.ts'

const LONGEST_TEXT = 500

/** What the driver threw, fit to be kept and shown: of an error of the server its code, and its text on one line and no longer than people read. */
export function shortServerError(thrown: unknown): unknown {
  if (!(thrown instanceof DatabaseError)) return thrown
  // A new one: the old one's stack, detail and hint are as long as the server likes.
  return Object.assign(new Error(shortServerText(thrown.message)), { code: thrown.code })
}

function shortServerText(text: string): string {
  // What lies beyond cannot be shown, and may be megabytes.
  const line = text
    .slice(0, 2 * LONGEST_TEXT)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const short = clip(line, LONGEST_TEXT)
  return short === line && text.length <= 2 * LONGEST_TEXT ? line : `${short}…`
}
