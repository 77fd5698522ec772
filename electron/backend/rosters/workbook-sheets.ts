import type { CellObject, WorkSheet } from '@e965/xlsx'
import { strFromU8, strToU8, zipSync } from 'fflate'
// The smallest of its builds reads ODS.
import xlsx from '@e965/xlsx/dist/xlsx.mini.min.js'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { EPOCH_SERIAL, FORMULA, momentText, numberTexts } from './cell-text.ts'
import { unreadable } from './roster-failures.ts'
import { sheetRows } from './sheet-rows.ts'
import { unpackWorkbook } from './unpack-workbook.ts'
import { xlsxSheets } from './xlsx-sheets.ts'

/** The sheets of an XLSX or ODS file that are not hidden, as text; formulas by the values kept with them. Throws 'invalid-input'. */
export async function workbookSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = await unpackWorkbook(bytes)
  try {
    const byName = new Map([...parts].map(([name, content]) => [name.toLowerCase(), content]))
    return byName.has('xl/workbook.xml') ? xlsxSheets(byName) : odsSheets(parts)
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'AppError') throw thrown
    throw unreadable(
      'The workbook could not be read.',
      'Open it in a spreadsheet program, save it again as XLSX, and import that.',
      thrown,
    )
  }
}

type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[]
type TextOfNumber = ReturnType<typeof numberTexts>

function odsSheets(parts: ReadonlyMap<string, Uint8Array>): readonly Sheet[] {
  const book = xlsx.read(zipSync(Object.fromEntries(withFormulas(parts)), { level: 0 }), {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: true,
  })
  const textOfNumber = numberTexts(book.Workbook?.WBProps?.date1904 === true)
  const shown = book.SheetNames.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0)
  return (shown.length === 0 ? book.SheetNames : shown).map((name) => ({
    name,
    rows: rowsOf(book.Sheets[name]!, textOfNumber),
  }))
}

/** Formulas without a value, which the library would leave out, as XLSX has them. */
function withFormulas(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const content = parts.get(CONTENT)
  if (content === undefined) return parts
  const marked = strFromU8(content).replaceAll(
    BARE_FORMULA,
    `<table:table-cell$1 office:value-type="string"><text:p>${FORMULA}</text:p></table:table-cell>`,
  )
  return new Map(parts).set(CONTENT, strToU8(marked))
}

const CONTENT = 'content.xml'
const BARE_FORMULA =
  /<table:table-cell\b(?=[^>]*\stable:formula=)(?![^>]*\s(?:office:value-type|table:number-columns-repeated)=)([^>]*?)\s*\/>/gu

function rowsOf(sheet: WorkSheet, textOfNumber: TextOfNumber): readonly (readonly string[])[] {
  const rows = sheetRows()
  const cells = ((sheet as { readonly '!data'?: DenseRows })['!data'] ?? []) as DenseRows
  cells.forEach((row, index) => row !== undefined && rows.add(index, textsOf(row, textOfNumber)))
  rows.merge(
    (sheet['!merges'] ?? []).map(({ s: from, e: to }) => ({
      fromRow: from.r,
      fromColumn: from.c,
      toRow: to.r,
      toColumn: to.c,
    })),
  )
  return rows.rows
}

function textsOf(row: readonly (CellObject | undefined)[], textOfNumber: TextOfNumber): string[] {
  const texts: string[] = []
  row.forEach((cell, column) => {
    if (cell === undefined || column >= LIMITS.rosterColumns) return
    const text = textOf(cell, textOfNumber)
    if (text === '') return
    while (texts.length < column) texts.push('')
    texts.push(text)
  })
  return texts
}

/** What a person sees in a cell, of dates and times in one form. */
function textOf({ t: type, v: value, z: format }: CellObject, textOfNumber: TextOfNumber): string {
  if (value === undefined || value === null) return ''
  if (type === 'e') return '#error'
  if (value instanceof Date) return momentText(value.getTime() / 86_400_000 + EPOCH_SERIAL, 'yyyy-mm-dd hh:mm')
  if (typeof value !== 'number') return String(value)
  return format === undefined ? String(value) : textOfNumber(value, String(format))
}
