/** What spreadsheets take for the begin of a formula, apostrophes before it that are the text's own among it: full-width signs and blanks before it too, and what moves them to another cell. */
const FORMULA = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u
/** Where a spreadsheet whose lists are parted by semicolons or tabs begins another cell or line, whatever the quotes around it. */
const CELL_WITHIN = /[;\t\r\n](?=[\s"';]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu
const HARMLESS_WITHIN = /([;\t\r\n])'(?=[\s"';]*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu

/** A text for a cell of a spreadsheet; where it would be taken for a formula, an apostrophe makes it a text. */
export function harmlessText(text: string): string {
  return (FORMULA.test(text) ? `'${text}` : text).replaceAll(CELL_WITHIN, "$&'")
}

/** A text of `harmlessText` as it was before. */
export function harmfulAgain(text: string): string {
  const before = text.replaceAll(HARMLESS_WITHIN, '$1')
  return before.startsWith("'") && FORMULA.test(before) ? before.slice(1) : before
}
