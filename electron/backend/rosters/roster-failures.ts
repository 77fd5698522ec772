import { LIMITS } from '../../../shared/contract/limits.ts'
import { AppError } from '../../../shared/foundation/errors.ts'

const KEPT = 'Nothing was stored.'

/** A file that holds no roster, or more than may be read. */
export function unreadable(message: string, next: string, cause?: unknown): AppError {
  return new AppError({ code: 'invalid-input', message, kept: KEPT, next }, { cause })
}

export const NEXT_FORMATS = 'Give a CSV, TSV, XLSX or ODS table, an iCalendar file, or a plan file of Covercast.'

export function tooLarge(what: string, most: string): AppError {
  return unreadable(`${what}. Covercast reads ${most} at most.`, 'Split it, and import the parts one after the other.')
}

/** `where`: the sheet or the file that has them, as the sentence begins. */
export function tooManyCells(where: string): AppError {
  const most = `${LIMITS.rosterCells.toLocaleString('en-US')} cells`
  return tooLarge(`${where} has more than ${most}`, most)
}
