import { strToU8, zipSync } from 'fflate'

/** Text, or a formula: with the error that it gave, or without anything. */
type OpenCell = string | { readonly formula: string; readonly error?: string }

const SPACES = ['office', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** A sheet of a workbook as LibreOffice saves it (ODS), with formulas. */
export const openDocument = (rows: readonly (readonly OpenCell[])[]) => (): Uint8Array => {
  const table = rows.map((row) => `<table:table-row>${row.map(cellXml).join('')}</table:table-row>`).join('')
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}><office:body><office:spreadsheet><table:table table:name="Roster">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<?xml version="1.0"?><office:document-styles ${SPACES}><office:styles/></office:document-styles>`,
    ),
    'META-INF/manifest.xml': strToU8(
      '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    ),
  })
}

function cellXml(cell: OpenCell): string {
  if (typeof cell === 'string')
    return `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`
  if (cell.error === undefined) return `<table:table-cell table:formula="of:=${cell.formula}"/>`
  return `<table:table-cell table:formula="of:=${cell.formula}" office:value-type="string" office:string-value=""><text:p>${cell.error}</text:p></table:table-cell>`
}
