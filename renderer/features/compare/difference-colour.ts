import { coverageColour, type CoverageScale, type Rgb, type ThemeName } from '../../charts/coverage-colour.ts'

/**
 * A scale of its own, so that "less than predicted" is not taken for "many missed": amber for less, blue for more (Okabe and Ito's
 * palette, apart for colour-blind eyes), in the form of the coverage scale.
 */
const DIFFERENCE_SCALES: Readonly<Record<ThemeName, CoverageScale>> = {
  light: { missed: [230, 159, 0], neutral: [222, 222, 218], covered: [64, 134, 194] },
  dark: { missed: [214, 150, 20], neutral: [134, 136, 131], covered: [86, 156, 214] },
}

/** Difference, as a fraction of 1, at which a colour is as strong as it gets. */
const FULL = 0.3

/** The colour of a difference of rates, actual minus predicted, fractions of 1. */
export function differenceColour(difference: number, theme: ThemeName): Rgb {
  return coverageColour(difference / FULL, DIFFERENCE_SCALES[theme])
}
