import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contrast,
  COVERAGE_SCALES,
  coverageColour,
  coverageStrength,
  cssColour,
  inkOn,
  type ThemeName,
} from '../../../../renderer/charts/coverage-colour.ts'

const themes: readonly ThemeName[] = ['light', 'dark']
const strengths = fc.double({ min: -1, max: 1, noNaN: true })

describe('the colour of coverage', () => {
  it('runs from missed over the target to covered', () => {
    expect([0, 50, 70, 90, 95, 100].map((rate) => coverageStrength(rate, 90))).toEqual([-1, -1, -0.5, 0, 0.5, 1])
    expect(coverageStrength(100, 100)).toBe(1)
  })

  it.each(themes)('ends at the anchors of the %s scale', (theme) => {
    const scale = COVERAGE_SCALES[theme]
    for (const [strength, anchor] of [
      [-1, scale.missed],
      [0, scale.neutral],
      [1, scale.covered],
    ] as const) {
      expect(cssColour(coverageColour(strength, scale))).toBe(cssColour(anchor))
    }
    expect(coverageColour(-5, scale)).toEqual(coverageColour(-1, scale))
  })

  it.each(themes)('always leaves its number legible in the %s theme', (theme) => {
    fc.assert(
      fc.property(strengths, (strength) => {
        const colour = coverageColour(strength, COVERAGE_SCALES[theme])
        expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it.each(themes)('tells both ends of the %s scale apart from the middle without relying on hue alone', (theme) => {
    const { missed, neutral, covered } = COVERAGE_SCALES[theme]
    expect(contrast(missed, neutral)).not.toBeCloseTo(1, 1)
    expect(contrast(covered, neutral)).not.toBeCloseTo(1, 1)
  })
})

it('measures contrast as WCAG defines it', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
  expect(contrast([1, 2, 3], [1, 2, 3])).toBe(1)
})
