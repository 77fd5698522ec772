import { embeddedFont } from './embedded-font.ts'

/** A picture as text, and its size in CSS pixels. */
export interface SvgPicture {
  readonly text: string
  readonly width: number
  readonly height: number
}

/** What XML has no way to write, whatever a name holds. */
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu

/** A drawing as a file of its own, with its title for those who hear it and the font it is written in. */
export async function svgPicture(drawing: SVGSVGElement, title: string): Promise<SvgPicture> {
  const { width, height } = drawing.viewBox.baseVal
  const heading = document.createElementNS(drawing.namespaceURI, 'title')
  heading.textContent = title
  const style = document.createElementNS(drawing.namespaceURI, 'style')
  style.textContent = `${await embeddedFont(drawing.textContent)}\ntext{font-variant-numeric:tabular-nums}`
  drawing.setAttribute('font-family', getComputedStyle(document.body).fontFamily)
  drawing.prepend(heading, style)
  const text = new XMLSerializer().serializeToString(drawing).toWellFormed().replaceAll(NOT_IN_XML, '')
  return { text, width, height }
}

/** Dots for a CSS pixel: sharp on paper and on dense screens. */
const SCALE = 2
/** What browsers can draw at once. */
const MOST_ON_A_SIDE = 16_000
const MOST_DOTS = 120_000_000

/** A picture as dots, on white. */
export async function pngPicture({ text, width, height }: SvgPicture): Promise<Blob> {
  const scale = Math.min(
    SCALE,
    MOST_ON_A_SIDE / width,
    MOST_ON_A_SIDE / height,
    Math.sqrt(MOST_DOTS / (width * height)),
  )
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await canvas.convertToBlob({ type: 'image/png' })
  } finally {
    URL.revokeObjectURL(address)
  }
}
