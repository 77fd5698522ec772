import { CsvError, parse } from 'csv-parse/sync'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { isOwnHeader } from '../../../shared/roster/own-tables.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { harmfulAgain } from '../../../shared/foundation/harmless-text.ts'
import { tooLarge, tooManyCells, unreadable } from './roster-failures.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const
const LINES_LOOKED_AT = 60
const MOST_IN_A_RECORD = 1_000_000

/** A text with separators as a table: with one of four separators, or the one it names, quotes or apostrophes, records of any length. Throws 'invalid-input' for what is no such text. */
export function csvSheet(text: string, name: string): Sheet {
  const { separator, rest, skipped } = separatorOf(text)
  const quote = quoteOf(rest, separator)
  try {
    const records = parse(rest, {
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

/** Excel may name it in a first line; else the one that parts most lines into the same number of cells. */
function separatorOf(text: string): { readonly separator: string; readonly rest: string; readonly skipped: boolean } {
  const named = /^\uFEFF?"?sep=(.)"?\r?\n/iu.exec(text)
  if (named !== null) return { separator: named[1]!, rest: text.slice(named[0].length), skipped: true }
  const lines = linesOf(text)
  let best: string = ','
  let most = 0
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = outsideQuotes(line).split(separator).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    // A tab is in no text by chance.
    const score =
      Math.max(0, ...[...counts].map(([count, times]) => times * (1 + Math.min(count, 20) / 20))) *
      (separator === '\t' ? 2 : 1)
    if (score > most) [best, most] = [separator, score]
  }
  return { separator: best, rest: text, skipped: false }
}

function linesOf(text: string): readonly string[] {
  return text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT)
}

function outsideQuotes(line: string): string {
  return line.replaceAll(/"(?:[^"]|"")*"/gu, '')
}

/** Apostrophes are quotes where every cell that begins with one ends with one, and separators between them part no cells. */
function quoteOf(text: string, separator: string): string {
  const cells = linesOf(text).flatMap((line) => cellsBetweenApostrophes(line, separator))
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
