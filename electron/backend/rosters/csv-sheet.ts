import { CsvError, parse } from 'csv-parse/sync'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { isOwnHeader } from '../../../shared/roster/own-tables.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { firstLines, separatorOf } from './csv-separator.ts'
import { tooLarge, tooManyCells, unreadable } from './roster-failures.ts'
import { sameTexts } from './same-texts.ts'

const MOST_IN_A_RECORD = 1_000_000

/** A text with separators as a table: any separator, quotes or apostrophes, records of any length. Throws 'invalid-input' for what is no such text. */
export function csvSheet(text: string, name: string): Sheet {
  const { separator, rest, skipped } = separatorOf(text)
  const quote = quoteOf(rest, separator)
  try {
    const records =
      unquotedRecords(rest, separator, quote) ??
      parse(rest, {
        bom: true,
        delimiter: separator,
        quote,
        escape: quote,
        relax_column_count: true,
        relax_quotes: true,
        max_record_size: MOST_IN_A_RECORD,
        to: LIMITS.rosterRows + 1,
      })
    if (records.length > LIMITS.rosterRows)
      throw tooLarge(
        `The file has more than ${LIMITS.rosterRows.toLocaleString('en-US')} rows`,
        `${LIMITS.rosterShifts.toLocaleString('en-US')} shifts`,
      )
    if (records.reduce((sum, { length }) => sum + length, 0) > LIMITS.rosterCells) throw tooManyCells('The file')
    const rows = isOwnHeader(records[0] ?? []) ? records.map((row) => row.map(harmfulAgain)) : records
    // A first line that names the separator is a row of the file, too.
    return { name, rows: skipped ? [[], ...rows] : rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(
      `The file is not a table of text: ${error.message}.`,
      'Look at the line it names: a quote may not be closed.',
      error,
    )
  }
}

/** The records of a text without quotes, which the library reads byte by byte in many times the time; null: it has one, or a line that is too long. */
function unquotedRecords(text: string, separator: string, quote: string): string[][] | null {
  if (text.includes(quote)) return null
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split(
    /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n',
    LIMITS.rosterRows + 2,
  )
  // What ends the last line begins no other.
  if (lines.at(-1) === '') lines.pop()
  if (lines.length > LIMITS.rosterRows) lines.length = LIMITS.rosterRows + 1
  if (lines.some((line) => line.length > MOST_IN_A_RECORD)) return null
  const same = sameTexts()
  return lines.map((line) => line.split(separator).map(same))
}

/** Apostrophes are quotes where every cell that begins with one ends with one, and separators between them part no cells. */
function quoteOf(text: string, separator: string): string {
  const cells = firstLines(text).flatMap((line) => cellsBetweenApostrophes(line, separator))
  const begun = cells.filter((cell) => cell.startsWith("'"))
  if (begun.length < 4 || cells.some((cell) => cell.startsWith('"'))) return '"'
  return begun.length > cells.length / 2 && begun.every((cell) => cell.length > 1 && cell.endsWith("'")) ? "'" : '"'
}

const QUOTED = /'(?:[^']|'')*'/uy

function cellsBetweenApostrophes(line: string, separator: string): readonly string[] {
  const cells: string[] = []
  for (let at = 0; at <= line.length;) {
    QUOTED.lastIndex = at
    const quoted = QUOTED.exec(line)?.[0]
    const after = at + (quoted?.length ?? 0)
    const isCell = quoted !== undefined && (after === line.length || line[after] === separator)
    const end = isCell ? after : line.indexOf(separator, at)
    cells.push(line.slice(at, end === -1 ? line.length : end))
    if (end === -1) break
    at = end + 1
  }
  return cells
}
