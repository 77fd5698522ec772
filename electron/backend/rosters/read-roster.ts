import { planFromFile } from '../../../shared/contract/plan-file.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { readSheets } from '../../../shared/roster/read-sheets.ts'
import type { FoundRoster, ReadOptions, Sheet } from '../../../shared/roster/roster.ts'
import { readCalendar } from './calendar-roster.ts'
import { csvSheet } from './csv-sheet.ts'
import { decodeText } from '../core/decode-text.ts'
import { ownWorkbook, ownZone, type OwnPlan } from './own-workbook.ts'
import { NEXT_FORMATS, tooLarge, unreadable } from './roster-failures.ts'
import { workbookSheets } from './workbook-sheets.ts'

/** What a file holds: a roster that is to become a plan, or a plan of Covercast's own. */
export type FileContent =
  | {
      readonly kind: 'roster'
      readonly found: FoundRoster
      readonly sheet: string | null
      readonly sheets: readonly string[]
      /** What it holds about the plan where it is Covercast's own; null: it is another's, or holds nothing. */
      readonly own: OwnPlan | null
      /** The sheet that people read beside that of the shifts; null: there is none. */
      readonly roster: Sheet | null
    }
  | { readonly kind: 'plan'; readonly plan: Plan }

interface FileOptions extends ReadOptions {
  /** null: the first that holds a roster. */
  readonly sheet: string | null
  /** Somebody chose the zone: then that of a file of Covercast's own does not hold. */
  readonly isZoneChosen: boolean
}

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

/** Reads a file of any kind that can hold a roster. Throws AppError 'invalid-input' where nothing of it can be read, or it holds too much. */
export async function readRosterFile(bytes: Uint8Array, name: string, options: FileOptions): Promise<FileContent> {
  if (bytes.byteLength === 0) throw unreadable('The file is empty.', NEXT_FORMATS)
  if (bytes.byteLength > LIMITS.rosterFileBytes)
    throw tooLarge(
      `The file has ${Math.ceil(bytes.byteLength / MEGABYTE)} MB`,
      `${LIMITS.rosterFileBytes / MEGABYTE} MB`,
    )
  const content = await contentOf(bytes, name, options)
  if (content.kind === 'roster' && content.found.shifts.length > LIMITS.rosterShifts)
    throw tooLarge(
      `The file has ${content.found.shifts.length.toLocaleString('en-US')} shifts`,
      LIMITS.rosterShifts.toLocaleString('en-US'),
    )
  return content
}

async function contentOf(bytes: Uint8Array, name: string, options: FileOptions): Promise<FileContent> {
  if (begins(bytes, ZIP)) return fromSheets(await workbookSheets(bytes), options)
  const other = OTHERS.find(([, , magic]) => begins(bytes, magic))
  if (other !== undefined) throw unreadable(`The file is ${other[0]}, which Covercast does not read.`, other[1])
  const text = decodeText(bytes)
  if (text === null) throw unreadable('The file holds no text and no workbook.', NEXT_FORMATS)
  const start = text.slice(0, 2_000).trimStart()
  if (start === '') throw unreadable('The file is empty.', NEXT_FORMATS)
  if (/^BEGIN:VCALENDAR/iu.test(start))
    return { kind: 'roster', found: readCalendar(text, options), sheet: null, sheets: [], own: null, roster: null }
  if (start.startsWith('{')) return { kind: 'plan', plan: planFromFile(text) }
  if (/^<(?:!doctype html|html|table|\?xml)/iu.test(start))
    throw unreadable(
      'The file is a web page or XML, though it may be called a workbook.',
      'Open it in a spreadsheet program, save it as XLSX, and import that.',
    )
  return fromSheets([csvSheet(text, name)], options)
}

function fromSheets(sheets: readonly Sheet[], options: FileOptions): FileContent {
  const book = options.sheet === null ? ownWorkbook(sheets) : null
  const zone = book?.plan?.timeZone ?? ownZone(book?.shifts ?? sheets[0]!)
  const timeZone = zone === null || options.isZoneChosen ? options.timeZone : zone
  const { sheet, found } = readSheets(sheets, book?.shifts.name ?? options.sheet, { ...options, timeZone })
  const own = zone === null ? null : { name: null, poolId: null, ...book?.plan, timeZone }
  return { kind: 'roster', found, sheet, sheets: sheets.map(({ name }) => name), own, roster: book?.roster ?? null }
}

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
