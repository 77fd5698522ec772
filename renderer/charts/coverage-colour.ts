/** Red, green and blue, 0-255. */
export type Rgb = readonly [number, number, number]

export type ThemeName = 'light' | 'dark'

/** The three anchors of the coverage scale: nobody served, on target, everybody served. */
export interface CoverageScale {
  readonly missed: Rgb
  readonly neutral: Rgb
  readonly covered: Rgb
}

/** Vermillion and bluish green of Okabe and Ito's palette: apart for colour-blind eyes too. */
export const COVERAGE_SCALES: Readonly<Record<ThemeName, CoverageScale>> = {
  light: { missed: [222, 98, 18], neutral: [206, 203, 194], covered: [33, 163, 124] },
  dark: { missed: [232, 116, 40], neutral: [131, 132, 126], covered: [38, 168, 128] },
}

/** Points under the target at which a cell is as vermillion as it gets. */
const POINTS_TO_FULL = 40
const DARK_INK: Rgb = [20, 22, 20]
const LIGHT_INK: Rgb = [255, 255, 255]

/**
 * Where a coverage rate (0-100) lies between "missed" (-1), the target (0) and "everybody covered" (1).
 * A target of 100 leaves only full coverage on the green side.
 */
export function coverageStrength(rate: number, target: number): number {
  if (rate < target) return Math.max(-1, (rate - target) / POINTS_TO_FULL)
  return target >= 100 ? 1 : (rate - target) / (100 - target)
}

/** The colour of a strength -1 .. 1 on a scale, mixed so that equal steps look equal. */
export function coverageColour(strength: number, scale: CoverageScale): Rgb {
  const clamped = Math.max(-1, Math.min(1, strength))
  return mix(scale.neutral, clamped < 0 ? scale.missed : scale.covered, Math.abs(clamped))
}

/** The ink (near black or white) that reads best on a colour. */
export function inkOn(background: Rgb): Rgb {
  return contrast(background, DARK_INK) >= contrast(background, LIGHT_INK) ? DARK_INK : LIGHT_INK
}

export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`
}

/** WCAG contrast ratio of two colours, 1-21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Mixes in OKLab, where equal steps look equal. */
function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const one = toOklab(from)
  const other = toOklab(to)
  return fromOklab([0, 1, 2].map((axis) => one[axis]! + (other[axis]! - one[axis]!) * share) as unknown as Rgb)
}

function linear(colour: Rgb): Rgb {
  return colour.map((value) =>
    value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb
}

function toOklab(colour: Rgb): Rgb {
  const [red, green, blue] = linear(colour)
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ]
}

function fromOklab([lightness, a, b]: Rgb): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

function gamma(value: number): number {
  const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
  return Math.max(0, Math.min(255, encoded * 255))
}
