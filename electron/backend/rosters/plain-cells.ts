import { LIMITS } from '../../../shared/contract/limits.ts'
import type { SheetRows } from './sheet-rows.ts'
import { hearXml } from './xml-events.ts'

/** A cell of an XLSX sheet as the file writes it. */
export interface Cell {
  readonly type: string
  /** Its place among the formats of cells. */
  readonly style: number
  readonly value: string
  /** It has a formula, and no value is kept with it. */
  readonly isUnsaved: boolean
}

interface CellsInto {
  readonly rows: Pick<SheetRows, 'add'>
  readonly textOf: (cell: Cell) => string
}

const BEGIN = '<sheetData>'
const END = /\s*<\/sheetData>/uy
const ROW = /\s*<row((?: [\w:]+="[^"<&]*")*)\s?(\/?)>/uy
const PLACE = / r="(\d+)"/u
const ROW_END = /\s*<\/row>/uy
/** With a formula, a value or a text of its own, each of which may be missing. */
const CELL =
  /\s*<c(?: r="([A-Za-z]{1,3})\d+")?(?: s="(\d+)")?(?: t="([A-Za-z]+)")?(?:\s?\/>|>(<f(?: [^<>]*)?(?:\/>|>[^<]*<\/f>))?(?:<v(?: xml:space="preserve")?>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/uy

/**
 * Reads the cells of a sheet that are written as spreadsheet programs write them, which is most of the time that a large workbook takes: a
 * third of what it takes to hear every sign of it. Returns where they end; null: something is written in another way, and nothing of what
 * was read counts.
 */
export function plainCells(xml: string, { rows, textOf }: CellsInto): number | null {
  const begin = xml.indexOf(BEGIN)
  if (begin === -1) return null
  let at = begin + BEGIN.length
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(xml)
    if (found !== null) at = pattern.lastIndex
    return found
  }
  let row = -1
  for (let opened = next(ROW); opened !== null; opened = next(ROW)) {
    const place = PLACE.exec(opened[1]!)
    row = place === null ? row + 1 : Number(place[1]) - 1
    if (opened[2] === '/') continue
    const texts: string[] = []
    let column = -1
    for (let cell = next(CELL); cell !== null; cell = next(CELL)) {
      const [, letters, style, type = '', formula, value, inline] = cell
      column = letters === undefined ? column + 1 : columnOf(letters)
      if (column >= LIMITS.rosterColumns) continue
      const written = value ?? (type === 'inlineStr' ? inline : undefined) ?? ''
      const text = textOf({
        type,
        style: style === undefined ? 0 : Number(style),
        value: written.includes('&') ? withoutEntities(written) : written,
        isUnsaved: formula !== undefined && value === undefined,
      })
      if (text === '') continue
      while (texts.length < column) texts.push('')
      texts[column] = text
    }
    if (next(ROW_END) === null) return null
    rows.add(row, texts)
  }
  return next(END) === null ? null : at
}

function withoutEntities(written: string): string {
  let text = ''
  hearXml(`<v>${written}</v>`, { text: (more) => void (text += more) })
  return text
}

/** "AB12": 27. */
export function columnOf(place: string): number {
  let column = 0
  for (let index = 0; index < place.length; index++) {
    const code = place.charCodeAt(index) | 32
    if (code < 97 || code > 122) break
    column = column * 26 + code - 96
  }
  return column - 1
}
