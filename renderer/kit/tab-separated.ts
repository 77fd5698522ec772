import { harmlessText } from '../../shared/foundation/harmless-text.ts'

/** A figure: a spreadsheet is to count with it, whatever sign it begins with. */
const FIGURE = /^[+\-\u2212]?[\d.,\u00a0\u202f]*\d\s?%?$/u
const BLANKS = /[\s\p{Cc}]+/gu

/** Rows of cells as text that spreadsheets take for a table. A text that would be taken for a formula is made harmless. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('')
}

function cell(text: string): string {
  const plain = text.trim()
  // Spreadsheets read neither the blanks between thousands nor the typographic minus.
  if (FIGURE.test(plain)) return plain.replaceAll(/[\u00a0\u202f]/gu, '').replace('\u2212', '-')
  return harmlessText(plain.replaceAll(BLANKS, ' '))
}
