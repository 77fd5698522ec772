/** A place of Unicode that never holds a sign: what it looks like is what a missing one looks like. */
const NO_SIGN = '\u{10FFFE}'
const SIDE = 24
/** Blank by nature, or drawn only together with others. */
const SKIPPED = /[\p{White_Space}\p{Cc}\p{Cf}\p{M}\p{Variation_Selector}]/u

/** The signs of a text, once each, that no font at hand has. Those of ASCII are in every font. */
export function missingSigns(text: string): readonly string[] {
  const signs = [...new Set(text)].filter((sign) => sign.codePointAt(0)! > 0x7f && !SKIPPED.test(sign))
  if (signs.length === 0) return []
  const draw = drawer()
  if (draw === null) return []
  const nothing = new Set([draw(NO_SIGN), draw(' ')])
  return signs.filter((sign) => nothing.has(draw(sign)))
}

/** Says how a sign looks, in the font of the page; null: the page cannot draw. */
function drawer(): ((sign: string) => string) | null {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  context.font = `16px ${getComputedStyle(document.body).fontFamily}`
  context.textBaseline = 'middle'
  return (sign) => {
    context.clearRect(0, 0, SIDE, SIDE)
    context.fillText(sign, 2, SIDE / 2)
    return context.getImageData(0, 0, SIDE, SIDE).data.join(',')
  }
}
