/** The taskbar's button of a window on Windows, as far as it is used. */
export interface TaskbarButton<Icon> {
  /** At most 16 x 16 pixels at 100%; null takes it away. `description` is for screen readers. */
  setOverlayIcon(icon: Icon | null, description: string): void
}

export interface OverlayBadgeOptions<Icon> {
  /** null: no window is open. */
  readonly button: () => TaskbarButton<Icon> | null
  readonly draw: (pixels: Buffer, size: number) => Icon
  readonly describe: (count: number) => string
}

/** Shows a number at the window's button in the taskbar, since Windows has no badge of an app. */
export function createOverlayBadge<Icon>({ button, draw, describe }: OverlayBadgeOptions<Icon>) {
  let shown = 0
  const show = (): void =>
    button()?.setOverlayIcon(
      shown === 0 ? null : draw(overlayPixels(shown), OVERLAY_SIZE),
      shown === 0 ? '' : describe(shown),
    )
  return {
    alerts: (count: number): void => {
      shown = count
      show()
    },
    /** A window was opened: its button knows of no alerts. */
    opened: (): void => {
      if (shown > 0) show()
    },
  }
}

/** For screens at 200%: twice what Windows shows at 100%. */
export const OVERLAY_SIZE = 32

/** Three by five dots each. */
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  '1': ['010', '110', '010', '010', '111'],
  '2': ['110', '001', '010', '100', '111'],
  '3': ['110', '001', '010', '001', '110'],
  '4': ['101', '101', '111', '001', '001'],
  '5': ['111', '100', '110', '001', '110'],
  '6': ['011', '100', '110', '101', '010'],
  '7': ['111', '001', '010', '010', '010'],
  '8': ['010', '101', '010', '101', '010'],
  '9': ['010', '101', '011', '001', '110'],
  '+': ['000', '010', '111', '010', '000'],
}
const [GLYPH_WIDTH, GLYPH_HEIGHT] = [3, 5]
/** Blue, green, red and opacity. */
const RED = [0x3a, 0x28, 0xc4, 0xff] as const
const WHITE = [0xff, 0xff, 0xff, 0xff] as const

/** A number on a disc, from top to bottom: blue, green, red and opacity of each pixel. More than nine are "9+". */
export function overlayPixels(count: number): Buffer {
  const pixels = Buffer.alloc(4 * OVERLAY_SIZE * OVERLAY_SIZE)
  const paint = (column: number, row: number, colour: readonly number[]): void =>
    pixels.set(colour, 4 * (row * OVERLAY_SIZE + column))
  const middle = (OVERLAY_SIZE - 1) / 2
  for (let row = 0; row < OVERLAY_SIZE; row += 1)
    for (let column = 0; column < OVERLAY_SIZE; column += 1)
      if (Math.hypot(column - middle, row - middle) <= OVERLAY_SIZE / 2) paint(column, row, RED)
  const text = count > 9 ? '9+' : String(count)
  const dot = text.length === 1 ? 4 : 3
  const width = (text.length * (GLYPH_WIDTH + 1) - 1) * dot
  const [left, top] = [Math.floor((OVERLAY_SIZE - width) / 2), Math.floor((OVERLAY_SIZE - GLYPH_HEIGHT * dot) / 2)]
  for (const [place, character] of text.split('').entries())
    for (const [line, dots] of GLYPHS[character]!.entries())
      for (const [at, isSet] of dots.split('').entries())
        if (isSet === '1')
          for (let down = 0; down < dot; down += 1)
            for (let along = 0; along < dot; along += 1)
              paint(left + (place * (GLYPH_WIDTH + 1) + at) * dot + along, top + line * dot + down, WHITE)
  return pixels
}
