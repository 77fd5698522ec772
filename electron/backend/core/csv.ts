import { harmlessText } from '../../../shared/foundation/harmless-text.ts'

/** A value of a cell; a number is written as it is, without a thousands mark. */
export type CsvValue = string | number

/** A table with the names of its columns: for CSV, and for workbooks. */
export interface NamedTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly CsvValue[])[]
}

/** Spreadsheets take a file for UTF-8 only where it begins with this. */
export const BYTE_ORDER_MARK = '\uFEFF'

const QUOTED = /[",;\t\r\n]/u
/** Texts that look like numbers are in quotes, so that only numbers get another decimal sign (`inCsvStyle`). */
const LIKE_A_NUMBER = /^-?\d+\.\d+$/u
const DIGITS = 4

/** A table as CSV by RFC 4180. A text that a spreadsheet would take for a formula is made harmless with an apostrophe. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: CsvValue): string {
  if (typeof value === 'number') return String(Number(value.toFixed(DIGITS)))
  const harmless = harmlessText(value)
  return QUOTED.test(harmless) || LIKE_A_NUMBER.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
