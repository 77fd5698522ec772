/** A value of a cell; a number is written as it is, without a thousands mark. */
export type CsvValue = string | number

/** A table with the names of its columns: for CSV, and for workbooks. */
export interface NamedTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly CsvValue[])[]
}

/** Spreadsheets take a file for UTF-8 only where it begins with this. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What spreadsheets take for the begin of a formula, apostrophes before it that are the text's own among it: full-width signs and blanks before it too, and what moves them to another cell. */
const FORMULA = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u
/** Where a spreadsheet whose lists are parted by semicolons or tabs begins another cell or line, whatever the quotes around it. */
const CELL_WITHIN = /[;\t\r\n](?=[\s"';]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu
const HARMLESS_WITHIN = /([;\t\r\n])'(?=[\s"';]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu
const QUOTED = /[",;\t\r\n]/u
const DIGITS = 4

/** A table as CSV by RFC 4180. A text that a spreadsheet would take for a formula is made harmless with an apostrophe. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A text of `toCsv` as it was before it was made harmless. */
export function harmfulAgain(text: string): string {
  const before = text.replaceAll(HARMLESS_WITHIN, '$1')
  return before.startsWith("'") && FORMULA.test(before) ? before.slice(1) : before
}

function cell(value: CsvValue): string {
  if (typeof value === 'number') return String(Number(value.toFixed(DIGITS)))
  const harmless = (FORMULA.test(value) ? `'${value}` : value).replaceAll(CELL_WITHIN, "$&'")
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
