import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { parseWallTime } from '../../../shared/plan/wall-time.ts'
import { isLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import type { CsvValue, NamedTable } from '../core/csv.ts'
import writeExcelFile, { type Cell, type Feature, type Sheet } from 'write-excel-file/node'

/** How a number of a cell is shown. */
export type CellFormat = 'date' | 'weekday' | 'time' | 'number' | 'hours' | 'share'

/** A cell of a workbook: a text is a text, whatever it begins with; dates and times are numbers as spreadsheets keep them. */
export type WorkbookCell =
  | string
  | number
  | null
  | {
      readonly value: string | number
      readonly format?: CellFormat
      readonly isHead?: boolean
      readonly wraps?: boolean
      /** Of its row, in lines: not every program makes room for what wraps. */
      readonly lines?: number
    }

export interface WorkbookSheet {
  /** At most 31 characters, without []/\:*? */
  readonly name: string
  readonly cells: readonly (readonly WorkbookCell[])[]
  /** In characters, a number a column. */
  readonly widths: readonly number[]
  /** Stay in sight, and are on every printed page. */
  readonly headRows: number
  readonly headColumns: number
  /** How many columns after the head go onto a page of paper; null: all of them. */
  readonly columnsAPage: number | null
}

const FORMATS: Readonly<Record<CellFormat, string>> = {
  date: 'yyyy-mm-dd',
  weekday: 'ddd d mmm',
  time: 'hh:mm',
  number: '0',
  hours: '0.##',
  share: '0.0',
}
/** Excel takes no more in a cell. */
const LONGEST = 32_767
/** Points that a line takes. */
const LINE_HEIGHT = 15
const HEAD_COLOUR = '#e6eef7'

/** A table as a sheet: its dates and times of day are those of spreadsheets. */
export function tableSheet({ name, header, rows }: NamedTable & { readonly name: string }): WorkbookSheet {
  const longest = header.map((title, column) =>
    rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[column] ?? '').length), title.length),
  )
  return {
    name,
    cells: [
      header.map((value) => ({ value, isHead: true })),
      ...rows.map((row) => row.map((value, column) => typedCell(value, header[column]!))),
    ],
    widths: longest.map((length) => Math.min(40, Math.max(8, length + 2))),
    headRows: 1,
    headColumns: 1,
    columnsAPage: null,
  }
}

function typedCell(value: CsvValue, column: string): WorkbookCell {
  if (typeof value === 'number') return column.endsWith('rate') ? { value, format: 'share' } : value
  if (column === 'date' && isLocalDate(value)) return { value: serialOf(parseLocalDate(value)), format: 'date' }
  const minute = column === 'hour' || column === 'time' ? parseWallTime(value) : null
  return minute === null ? value : { value: minute / DAY_MINUTES, format: 'time' }
}

const EPOCH_SERIAL = 25_569

/** The serial number by which spreadsheets know a day number of the calendar. */
export function serialOf(day: number): number {
  return day + EPOCH_SERIAL
}

/** An Excel workbook (XLSX). Nothing in it is a formula. */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const features = [paperSetup(sheets)]
  const made = writeExcelFile(
    sheets.map(({ name, cells, widths, headRows, headColumns }): Sheet<Buffer> => ({
      sheet: name,
      data: cells.map((row) => row.map(cellOf)),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headRows,
      stickyColumnsCount: headColumns,
      orientation: 'landscape',
    })) as never,
    { features: features as never },
  )
  return new Uint8Array(await made.toBuffer())
}

function cellOf(cell: WorkbookCell): Cell {
  if (cell === null) return null
  const { value, format, isHead = false, wraps = false, lines } = typeof cell === 'object' ? cell : { value: cell }
  if (value === '') return null
  return {
    ...(typeof value === 'number' ? { value, type: Number } : { value: safeText(value), type: String }),
    ...(format === undefined ? {} : { format: FORMATS[format] }),
    ...(isHead ? { fontWeight: 'bold' as const, backgroundColor: HEAD_COLOUR } : {}),
    ...(wraps ? { wrap: true, alignVertical: 'top' as const } : {}),
    ...(lines === undefined ? {} : { height: LINE_HEIGHT * lines }),
  } as Cell
}

/**
 * What XML has no signs for is written as spreadsheets write it (_x000D_), and what looks like that already so that it stays itself: the
 * text comes back as it was.
 */
function safeText(text: string): string {
  const short = text.slice(0, LONGEST)
  // The library looks texts up in an object, and would find what every object has.
  if (short in Object.prototype) return `${escaped(short[0]!)}${short.slice(1)}`
  return (
    short
      .replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
      // oxlint-disable-next-line no-control-regex -- control characters are what is written otherwise
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, escaped)
  )
}

function escaped(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** What the library leaves to its users: heads on every page, and how much goes onto one. */
function paperSetup(sheets: readonly WorkbookSheet[]): Feature<Buffer> {
  const isWhole = (index: number): boolean => sheets[index]?.columnsAPage === null
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // oxlint-disable-next-line max-params -- the library calls it so
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) =>
            tag !== 'pageSetup'
              ? attributes
              : isWhole(sheetIndex)
                ? { ...attributes, fitToWidth: 1, fitToHeight: 0 }
                : { ...attributes, scale: 70 },
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]!
            if (isWhole(sheetIndex))
              return xml.replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            return xml.replace('</worksheet>', `${columnBreaks(sheet)}</worksheet>`)
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = sheets.map(printTitles).join('')
            return xml.replace(/<definedNames\s*\/>/u, names === '' ? '' : `<definedNames>${names}</definedNames>`)
          },
        },
      },
    },
  }
}

function columnBreaks({ headColumns, columnsAPage, widths }: WorkbookSheet): string {
  const breaks: number[] = []
  for (let column = headColumns + columnsAPage!; column < widths.length - 1; column += columnsAPage!)
    breaks.push(column)
  return breaks.length === 0
    ? ''
    : `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks
        .map((column) => `<brk id="${column}" max="1048575" man="1"/>`)
        .join('')}</colBreaks>`
}

function printTitles({ name, headRows, headColumns }: WorkbookSheet, index: number): string {
  const sheet = `'${name.replaceAll("'", "''")}'!`
  const areas = [
    ...(headColumns === 0 ? [] : [`${sheet}$A:$${letterOf(headColumns - 1)}`]),
    ...(headRows === 0 ? [] : [`${sheet}$1:$${headRows}`]),
  ]
  return areas.length === 0
    ? ''
    : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${areas.join(',')}</definedName>`
}

/** Of the first 26 columns. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column)
}
