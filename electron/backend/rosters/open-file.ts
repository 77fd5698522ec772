import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { decodeText } from '../core/decode-text.ts'
import { NEXT_FORMATS, tooLarge, unreadable } from './roster-failures.ts'
import { csvSheet } from './csv-sheet.ts'
import { workbookSheets } from './workbook-sheets.ts'

const MEGABYTE = 1024 ** 2

/** Files that are often taken for a table: by their first bytes. */
const OTHERS: readonly (readonly [what: string, next: string, bytes: readonly number[]])[] = [
  [
    'an old Excel workbook (XLS), or one with a password',
    'Save it as XLSX without a password, and import that.',
    [0xd0, 0xcf, 0x11, 0xe0],
  ],
  [
    'a PDF',
    'Export a table instead. A PDF does not show which text belongs to which column.',
    [0x25, 0x50, 0x44, 0x46],
  ],
  ['a picture', NEXT_FORMATS, [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', NEXT_FORMATS, [0xff, 0xd8, 0xff]],
  ['a compressed file (gzip)', 'Unpack it first.', [0x1f, 0x8b]],
  ['a compressed file (7-Zip)', 'Unpack it first.', [0x37, 0x7a, 0xbc, 0xaf]],
]
const ZIP = [0x50, 0x4b]

/** What a file is: a workbook's sheets, or text in whatever encoding. */
export type OpenedFile =
  | { readonly sheets: readonly Sheet[]; readonly text: null }
  | { readonly sheets: null; readonly text: string }

/** Opens a file that may hold a table. Throws AppError 'invalid-input' for what is neither a workbook nor text, or holds too much. */
export async function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  if (bytes.byteLength === 0) throw unreadable('The file is empty.', NEXT_FORMATS)
  if (bytes.byteLength > LIMITS.rosterFileBytes)
    throw tooLarge(
      `The file has ${Math.ceil(bytes.byteLength / MEGABYTE)} MB`,
      `${LIMITS.rosterFileBytes / MEGABYTE} MB`,
    )
  if (begins(bytes, ZIP)) return { sheets: await workbookSheets(bytes), text: null }
  const other = OTHERS.find(([, , magic]) => begins(bytes, magic))
  if (other !== undefined) throw unreadable(`The file is ${other[0]}, which Covercast does not read.`, other[1])
  const text = decodeText(bytes)
  if (text === null) throw unreadable('The file holds no text and no workbook.', NEXT_FORMATS)
  const start = text.slice(0, 2_000).trimStart()
  if (start === '') throw unreadable('The file is empty.', NEXT_FORMATS)
  if (/^<(?:!doctype html|html|table|\?xml)/iu.test(start))
    throw unreadable(
      'The file is a web page or XML, though it may be called a workbook.',
      'Open it in a spreadsheet program, save it as XLSX, and import that.',
    )
  return { sheets: null, text }
}

/** The tables of a file that can be nothing else. Throws as `openFile`, and for calendars and JSON. */
export async function tablesOf(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const { sheets, text } = await openFile(bytes)
  if (sheets !== null) return sheets
  if (isCalendar(text.trimStart()) || text.trimStart().startsWith('{'))
    throw unreadable('The file is no table.', 'Give a CSV, TSV, XLSX or ODS table.')
  return [csvSheet(text, name)]
}

/** Whether a text, without blanks before it, is a calendar. */
export function isCalendar(start: string): boolean {
  return /^BEGIN:VCALENDAR/iu.test(start)
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
