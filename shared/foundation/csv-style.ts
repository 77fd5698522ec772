/** How a table is written as text: separators of cells, and the sign before decimals. */
export interface CsvStyle {
  readonly separator: ',' | ';' | '\t'
  readonly decimal: '.' | ','
}

/** As Covercast writes tables itself, and as RFC 4180 has them. */
export const PLAIN_CSV: CsvStyle = { separator: ',', decimal: '.' }
/** As spreadsheets open it where a comma is before decimals: German, French, Spanish and many more. */
export const SEMICOLON_CSV: CsvStyle = { separator: ';', decimal: ',' }

const DECIMAL = /^-?\d+\.\d+$/u
const CELL = /"((?:[^"]|"")*)"|([^",\r\n]*)/uy
const MUST_BE_QUOTED = /[",;\t\r\n]/u

/** A table that Covercast wrote, in another style. Only numbers get another decimal sign: texts that look like one are in quotes. */
export function inCsvStyle(text: string, { separator, decimal }: CsvStyle): string {
  if (separator === PLAIN_CSV.separator && decimal === PLAIN_CSV.decimal) return text
  let styled = ''
  let at = 0
  while (at < text.length) {
    CELL.lastIndex = at
    const [whole, quoted, plain = ''] = CELL.exec(text)!
    at += whole.length
    const isNumber = quoted === undefined && DECIMAL.test(plain)
    const content =
      quoted === undefined ? (isNumber ? plain.replace('.', decimal) : plain) : quoted.replaceAll('""', '"')
    const needsQuotes = isNumber ? separator === decimal : quoted !== undefined && MUST_BE_QUOTED.test(content)
    styled +=
      needsQuotes || (quoted !== undefined && DECIMAL.test(content)) ? `"${content.replaceAll('"', '""')}"` : content
    // What ends a cell: the separator, or the end of its row.
    const mark = text[at]
    if (mark === ',') {
      styled += separator
      at++
    }
    while (text[at] === '\r' || text[at] === '\n') styled += text[at++]
  }
  return styled
}
