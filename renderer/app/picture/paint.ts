/** A colour as every program that reads SVG knows it. */
export interface Paint {
  /** #rrggbb. */
  readonly colour: string
  /** 0-1. */
  readonly opacity: number
}

/** A colour as a browser computes it, "rgb(1, 2, 3)" or "color(srgb 0.1 0.2 0.3 / 0.5)"; null: nothing is painted. */
export function paintOf(computed: string): Paint | null {
  const [, kind, inside] = /^(rgba?|color)\((.+)\)$/u.exec(computed) ?? []
  if (inside === undefined) return null
  const numbers = [...inside.matchAll(/\d*\.?\d+(?:e-?\d+)?/gu)].map(([number]) => Number(number))
  const [red, green, blue, opacity = 1] = numbers
  if (red === undefined || green === undefined || blue === undefined || opacity === 0) return null
  const most = kind === 'color' ? 1 : 255
  const hex = [red, green, blue]
    .map((value) => Math.round((255 * Math.min(value, most)) / most))
    .map((value) => value.toString(16).padStart(2, '0'))
  return { colour: `#${hex.join('')}`, opacity }
}
