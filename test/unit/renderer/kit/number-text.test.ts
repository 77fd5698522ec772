import { describe, expect, it } from 'vitest'
import { decimalText, numberProblem, parseDecimal, parseNumber, textFor } from '../../../../renderer/kit/number-text.ts'

const range = { minValue: 50, maxValue: 100 }

describe('a number as it is typed', () => {
  it('is a whole number, or none', () => {
    expect([' 75 ', '075', '0'].map(parseNumber)).toEqual([75, 75, 0])
    expect(['', '7.5', '1,000', '-3', '1e3', 'ten'].map(parseNumber)).toEqual(
      Array.from({ length: 6 }, () => Number.NaN),
    )
  })

  it('is said to be out of range rather than changed', () => {
    expect([49, 50, 100, 101].map((value) => numberProblem(value, range))).toEqual([
      'Choose a number from 50 to 100.',
      null,
      null,
      'Choose a number from 50 to 100.',
    ])
    expect(numberProblem(Number.NaN, range)).toBe('Enter a whole number from 50 to 100.')
  })

  it('has decimals after a point or a comma, and thousands as the locale writes them', () => {
    const read = (locale: string, ...texts: readonly string[]) => texts.map((text) => parseDecimal(text, locale))
    expect(read('en-US', '7.5', '7,5', ' .5 ', '7.', '1,250', '1.250', '0,125')).toEqual([
      7.5, 7.5, 0.5, 7, 1250, 1.25, 0.125,
    ])
    expect(read('de-DE', '7.5', '7,5', '1,250', '1.250', '1.250,50')).toEqual([7.5, 7.5, 1.25, 1250, 1250.5])
    expect(read('fr-FR', '1\u202f250,5', '1 250', '1,250')).toEqual([1250.5, 1250, 1.25])
    expect(read('de-CH', '1’250', "1'250.5")).toEqual([1250, 1250.5])
    expect(read('en-US', '1,250.50', '1.250,50', '1,250,000', '12,34,56', '1,2.3', '1 25', '-1', 'x', '')).toEqual([
      1250.5,
      1250.5,
      1_250_000,
      ...Array.from({ length: 6 }, () => Number.NaN),
    ])
  })

  it('is shown so that it is read back the same', () => {
    for (const locale of ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'de-CH'])
      for (const value of [0.125, 1.125, 2.5, 1000, 1_250_000.5])
        expect(parseDecimal(decimalText(value, locale), locale)).toBe(value)
  })

  it('stays as typed until the value is set otherwise', () => {
    expect(textFor(75, null)).toBe('75')
    expect(textFor(parseNumber('07'), '07')).toBe('07')
    expect(textFor(Number.NaN, '7.')).toBe('7.')
    expect(textFor(90, '500')).toBe('90')
  })
})
