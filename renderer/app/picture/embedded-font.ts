/** The alphabets of the app's font in which a text is written, as rules that hold the font itself: a picture looks alike where the font is not installed. */
export async function embeddedFont(text: string): Promise<string> {
  const signs = new Set(Array.from(text, (sign) => sign.codePointAt(0)!))
  const rules = await Promise.all(fontFaces().map((face) => embedded(face, signs)))
  return rules.filter((rule) => rule !== null).join('\n')
}

interface FontFace {
  readonly rule: CSSFontFaceRule
  /** Of the style sheet. */
  readonly base: string
}

function fontFaces(): readonly FontFace[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => ({ rule, base: sheet.href ?? document.baseURI })),
  )
}

/** null: the text has no sign of it, or it cannot be had: then another font serves. */
async function embedded({ rule: { style }, base }: FontFace, signs: ReadonlySet<number>): Promise<string | null> {
  const range = style.getPropertyValue('unicode-range')
  const address = /url\("?([^")]+)"?\)/u.exec(style.getPropertyValue('src'))?.[1]
  if (address === undefined || !hasSign(range, signs)) return null
  try {
    const response = await fetch(new URL(address, base))
    if (!response.ok) return null
    const font = await dataAddress(await response.blob())
    const family = style.getPropertyValue('font-family')
    const weight = style.getPropertyValue('font-weight')
    return `@font-face{font-family:${family};font-weight:${weight};unicode-range:${range};src:url("${font}") format("woff2")}`
  } catch {
    return null
  }
}

/** "U+0-FF, U+131". */
export function hasSign(unicodeRange: string, signs: ReadonlySet<number>): boolean {
  const ranges = [...unicodeRange.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/giu)].map(([, from, to]) => ({
    from: Number.parseInt(from!, 16),
    to: Number.parseInt(to ?? from!, 16),
  }))
  return [...signs].some((sign) => ranges.some(({ from, to }) => sign >= from && sign <= to))
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(reader.error as DOMException))
    reader.readAsDataURL(new Blob([blob], { type: 'font/woff2' }))
  })
}
