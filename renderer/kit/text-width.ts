let context: CanvasRenderingContext2D | null = null
/** The app's typeface; it is loaded before anything is drawn, and stays. */
let family = ''
const widths = new Map<string, number>()
/** So many different texts are remembered; more are measured anew. */
const MOST_KEPT = 5000

/** CSS pixels that a text takes in the app's typeface, in a size of it. */
export function textWidth(text: string, size: number): number {
  const key = `${size} ${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (context === null) {
    context = document.createElement('canvas').getContext('2d')
    family = getComputedStyle(document.body).fontFamily
  }
  if (context === null) return 0
  context.font = `${size}px ${family}`
  const { width } = context.measureText(text)
  if (widths.size > MOST_KEPT) widths.clear()
  widths.set(key, width)
  return width
}
