/** A line of a text as it is laid out in the window, CSS pixels. */
export interface TextLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
}

const SIGNS = new Intl.Segmenter()
/** Blanks that a browser breaks lines at and draws together as one. */
const WORD = /[^ \t\r\n\f]+/gu

/** The lines into which a text is broken. */
export function linesOf(text: Text): readonly TextLine[] {
  const lines: TextLine[] = []
  let end = 0
  for (const { index, 0: word } of text.data.matchAll(WORD)) {
    for (const piece of piecesOf(text, { start: index, end: index + word.length })) {
      const last = lines.at(-1)
      const isNext = last !== undefined && Math.abs(last.top - piece.top) < 1
      if (isNext) {
        lines[lines.length - 1] = {
          text: `${last.text}${piece.start > end ? ' ' : ''}${piece.text}`,
          left: Math.min(last.left, piece.left),
          right: Math.max(last.right, piece.right),
          top: last.top,
        }
      } else lines.push({ text: piece.text, left: piece.left, right: piece.right, top: piece.top })
      end = piece.start + piece.text.length
    }
  }
  return lines
}

interface Piece extends TextLine {
  readonly start: number
}

/** A word, or its signs where it is too long for a line. */
function piecesOf(text: Text, { start, end }: { readonly start: number; readonly end: number }): readonly Piece[] {
  const range = document.createRange()
  range.setStart(text, start)
  range.setEnd(text, end)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first] = rects
  if (first === undefined) return []
  const signs = Array.from(SIGNS.segment(text.data.slice(start, end)), ({ segment }) => segment)
  if (rects.every(({ top }) => Math.abs(top - first.top) < 1) || signs.length === 1) {
    const left = Math.min(...rects.map((rect) => rect.left))
    const right = Math.max(...rects.map((rect) => rect.right))
    return [{ text: text.data.slice(start, end), left, right, top: first.top, start }]
  }
  let at = start
  return signs.flatMap((sign) => {
    const from = at
    at += sign.length
    return piecesOf(text, { start: from, end: at })
  })
}

let context: CanvasRenderingContext2D | null = null
const ascents = new Map<string, number>()

/** How far the line on which letters are written lies below the top of their box. */
export function ascentOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const known = ascents.get(font)
  if (known !== undefined) return known
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return Number.parseFloat(fontSize)
  context.font = font
  const ascent = context.measureText('x').fontBoundingBoxAscent
  ascents.set(font, ascent)
  return ascent
}
