import * as XLSX from '@e965/xlsx'

/** A made-up file in the shape of one that a tool or a person makes, and what is in it. */
export interface RosterSample {
  readonly name: string
  /** In whose shape. */
  readonly like: string
  readonly bytes: () => Uint8Array
  /** IANA; else Europe/Berlin. */
  readonly timeZone?: string
  readonly usualOrder?: 'dmy' | 'mdy'
  /** "Ann Lee | 2026-03-02 | 09:00-17:00 | 12:00-12:30 | note"; in the order of the file; days of weekly ones are weekdays. */
  readonly shifts: readonly string[]
  /** "Ann Lee | vacation | 2026-03-02..2026-03-06". */
  readonly absences?: readonly string[]
  /** "row:column why". */
  readonly notUnderstood?: readonly string[]
  readonly changed?: readonly string[]
  /** Columns of which nothing is read: "7 Lunch". */
  readonly unused?: readonly string[]
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'
  readonly isWeekly?: boolean
  readonly sheet?: string
  /** Else 2026-03-01. */
  readonly today?: string
}

export const utf8 = (text: string) => (): Uint8Array => new TextEncoder().encode(text)

/** What a spreadsheet program writes without UTF-8. */
export const windows1252 = (text: string) => (): Uint8Array =>
  Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter === '–' ? 0x96 : letter.charCodeAt(0)))

export const utf16 =
  (text: string, { isBig = false, bom = true } = {}) =>
  (): Uint8Array => {
    const letters = Array.from(bom ? `\uFEFF${text}` : text, (letter) => letter.charCodeAt(0))
    return Uint8Array.from(letters.flatMap((code) => (isBig ? [code >> 8, code & 255] : [code & 255, code >> 8])))
  }

/** A cell of a workbook: text, a number, or a number with its format. */
export type BookCell = string | number | null | { readonly v: number; readonly z: string }

interface BookOptions {
  readonly merges?: readonly string[]
  readonly kind?: 'xlsx' | 'ods'
  readonly before?: Readonly<Record<string, readonly (readonly BookCell[])[]>>
  readonly name?: string
}

/** A workbook as a spreadsheet program saves it. */
export const workbook =
  (
    rows: readonly (readonly BookCell[])[],
    { merges = [], kind = 'xlsx', before = {}, name = 'Roster' }: BookOptions = {},
  ) =>
  (): Uint8Array => {
    const book = XLSX.utils.book_new()
    for (const [title, other] of Object.entries(before)) XLSX.utils.book_append_sheet(book, sheetOf(other), title)
    const sheet = sheetOf(rows)
    if (merges.length > 0) sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range))
    XLSX.utils.book_append_sheet(book, sheet, name)
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: kind, compression: true }) as ArrayBuffer)
  }

function sheetOf(rows: readonly (readonly BookCell[])[]): XLSX.WorkSheet {
  return XLSX.utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (cell !== null && typeof cell === 'object' ? { t: 'n', ...cell } : cell))),
  )
}

const EPOCH_SERIAL = 25_569

/** A date as a spreadsheet keeps it. */
export const dateCell = (date: string, z = 'yyyy-mm-dd'): BookCell => ({
  v: Date.parse(`${date}T00:00:00Z`) / 86_400_000 + EPOCH_SERIAL,
  z,
})

/** A time of day as a spreadsheet keeps it. */
export const timeCell = (time: string, z = 'hh:mm'): BookCell => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { v: (hours * 60 + minutes) / 1440, z }
}

/** A calendar with lines as RFC 5545 ends them. */
export const calendar = (text: string) =>
  utf8(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Made up//EN\r\n${text.trim().replaceAll('\n', '\r\n')}\r\nEND:VCALENDAR\r\n`,
  )
