import xlsx from '@e965/xlsx/dist/xlsx.mini.min.js'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Sheet } from '../../../shared/roster/roster.ts'
import { FORMULA, numberTexts } from './cell-text.ts'
import { columnOf, plainCells, type Cell } from './plain-cells.ts'
import { sameTexts } from './same-texts.ts'
import { sheetRows, type MergedCells } from './sheet-rows.ts'
import { hearXml } from './xml-events.ts'

/** The parts of a workbook by their names in lower case. */
export type WorkbookParts = ReadonlyMap<string, Uint8Array>

const WORKBOOK = 'xl/workbook.xml'
const GENERAL = 'General'
/** Formats by number that no workbook writes out: those of spreadsheets of East Asia are dates. */
const BUILT_IN: ReadonlyMap<number, string> = new Map(
  Object.entries(xlsx.SSF.get_table()).map(([id, format]) => [Number(id), String(format)]),
)
const isDateOfEastAsia = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
/** "_x000D_": a sign that XML has no other way to write. */
const ESCAPED = /_x([\dA-F]{4})_/giu

/** The sheets of an XLSX file that are not hidden, as text: formulas by the values kept with them, where there are any. */
export function xlsxSheets(parts: WorkbookParts): readonly Sheet[] {
  const { sheets, is1904 } = workbookOf(parts)
  const shown = sheets.filter(({ isHidden }) => !isHidden)
  const context = { strings: sharedStrings(parts), formats: cellFormats(parts), textOfNumber: numberTexts(is1904) }
  return (shown.length === 0 ? sheets : shown).flatMap(({ name, part }) => {
    const xml = textOf(parts, part)
    return xml === null ? [] : [{ name, rows: rowsOf(xml, context) }]
  })
}

function textOf(parts: WorkbookParts, name: string): string | null {
  const bytes = parts.get(name.toLowerCase())
  if (bytes === undefined) return null
  const text = new TextDecoder().decode(bytes)
  return text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text
}

interface ListedSheet {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

function workbookOf(parts: WorkbookParts): { readonly sheets: readonly ListedSheet[]; readonly is1904: boolean } {
  const targets = new Map<string, string>()
  hearElements(textOf(parts, 'xl/_rels/workbook.xml.rels') ?? '', (name, { Id: id = '', Target: target = '' }) => {
    if (name === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  const sheets: ListedSheet[] = []
  let is1904 = false
  hearElements(textOf(parts, WORKBOOK) ?? '', (element, { name = '', id = '', state, date1904 }) => {
    if (element === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true'
    if (element !== 'sheet') return
    const part = targets.get(id) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`
    sheets.push({ name, part, isHidden: state === 'hidden' || state === 'veryHidden' })
  })
  return { sheets, is1904 }
}

/** Of each style of cells how it shows numbers. */
function cellFormats(parts: WorkbookParts): readonly string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let within = ''
  hearElements(
    textOf(parts, 'xl/styles.xml') ?? '',
    (name, { numFmtId = '0', formatCode }) => {
      if (name === 'numFmts' || name === 'cellXfs') within = name
      else if (within === 'numFmts' && name === 'numFmt') own.set(Number(numFmtId), formatCode ?? GENERAL)
      else if (within === 'cellXfs' && name === 'xf') {
        const id = Number(numFmtId)
        formats.push(own.get(id) ?? BUILT_IN.get(id) ?? (isDateOfEastAsia(id) ? 'yyyy-mm-dd' : GENERAL))
      }
    },
    (name) => {
      if (name === within) within = ''
    },
  )
  return formats
}

/** Texts that cells name by their number. */
function sharedStrings(parts: WorkbookParts): readonly string[] {
  const strings: string[] = []
  const item = richText((text) => strings.push(unescaped(text)), 'si')
  hearXml(textOf(parts, 'xl/sharedStrings.xml') ?? '', item)
  return strings
}

/** Hears the text of an element that may be in several parts, without how it is pronounced. */
function richText(done: (text: string) => void, element: string) {
  let text = ''
  let isText = false
  let isSaid = false
  return {
    open(name: string): void {
      if (name === element) text = ''
      else if (name === 't') isText = true
      else if (name === 'rPh') isSaid = true
    },
    text(more: string): void {
      if (isText && !isSaid) text += more
    },
    close(name: string): void {
      if (name === 't') isText = false
      else if (name === 'rPh') isSaid = false
      else if (name === element) done(text)
    },
  }
}

interface CellContext {
  readonly strings: readonly string[]
  readonly formats: readonly string[]
  readonly textOfNumber: (value: number, format: string) => string
}

type CellReader = (cell: Cell) => string

/** A function that says what a person sees in a cell. */
function cellReader({ strings, formats, textOfNumber }: CellContext): CellReader {
  const same = sameTexts()
  return ({ type, style, value, isUnsaved }) => {
    if (value === '') return isUnsaved ? FORMULA : ''
    switch (type) {
      case 's':
        return strings[Number(value)] ?? ''
      case 'str':
      case 'inlineStr':
        return same(unescaped(value))
      case 'b':
        return value === '1' || value === 'true' ? 'true' : 'false'
      case 'e':
        return '#error'
      case 'd':
        return value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/su, '$1 $2')
      default: {
        const number = Number(value)
        return Number.isNaN(number) ? value : textOfNumber(number, formats[style] ?? GENERAL)
      }
    }
  }
}

function rowsOf(xml: string, context: CellContext): readonly (readonly string[])[] {
  const textOf = cellReader(context)
  const plain = sheetRows()
  const after = plainCells(xml, { rows: plain, textOf })
  if (after === null) return rowsInAnyForm(xml, textOf)
  const merges: MergedCells[] = []
  hearElements(xml.slice(after), (element, { ref = '' }) => {
    const merged = element === 'mergeCell' ? mergedCells(ref) : null
    if (merged !== null) merges.push(merged)
  })
  plain.merge(merges)
  return plain.rows
}

/** Cells and rows may leave out where they are: then they follow the one before. */
function rowsInAnyForm(xml: string, textOf: CellReader): readonly (readonly string[])[] {
  const rows = sheetRows()
  const merges: MergedCells[] = []
  let element = ''
  let row = -1
  let texts: string[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let isUnsaved = false
  const inline = richText((text) => (value = text), 'is')

  hearXml(xml, {
    open(name) {
      element = name
      if (name === 'c') {
        column++
        type = ''
        style = 0
        value = ''
        isUnsaved = false
      } else if (name === 'row') {
        row++
        texts = []
        column = -1
      } else if (name === 'v') {
        isValue = true
        isUnsaved = false
      } else if (name === 'f') isUnsaved = true
      else if (type === 'inlineStr') inline.open(name)
    },
    attribute(name, text) {
      if (element === 'c') {
        if (name === 'r') column = columnOf(text)
        else if (name === 't') type = text
        else if (name === 's') style = Number(text)
      } else if (element === 'row' && name === 'r') row = Number(text) - 1
      else if (element === 'mergeCell' && name === 'ref') {
        const merged = mergedCells(text)
        if (merged !== null) merges.push(merged)
      }
    },
    text(text) {
      if (isValue) value += text
      else if (type === 'inlineStr') inline.text(text)
    },
    close(name) {
      if (name === 'v') isValue = false
      else if (name === 'c') {
        const text = column < LIMITS.rosterColumns ? textOf({ type, style, value, isUnsaved }) : ''
        type = ''
        if (text === '') return
        while (texts.length < column) texts.push('')
        texts[column] = text
      } else if (name === 'row') rows.add(row, texts)
      else if (type === 'inlineStr') inline.close(name)
    },
  })
  rows.merge(merges)
  return rows.rows
}

function mergedCells(range: string): MergedCells | null {
  const [, fromColumn, fromRow, toColumn, toRow] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/iu.exec(range) ?? []
  if (toRow === undefined) return null
  return {
    fromRow: Number(fromRow) - 1,
    fromColumn: columnOf(fromColumn!),
    toRow: Number(toRow) - 1,
    toColumn: columnOf(toColumn!),
  }
}

function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
}

/** Hears each element with all its attributes, once they are read. */
function hearElements(
  xml: string,
  opened: (name: string, attributes: Readonly<Record<string, string>>) => void,
  closed?: (name: string) => void,
): void {
  let element: string | null = null
  let attributes: Record<string, string> = {}
  const begun = (): void => {
    if (element !== null) opened(element, attributes)
    element = null
  }
  hearXml(xml, {
    open(name) {
      begun()
      element = name
      attributes = Object.create(null) as Record<string, string>
    },
    attribute: (name, value) => void (attributes[name] = value),
    close(name) {
      begun()
      closed?.(name)
    },
  })
}
