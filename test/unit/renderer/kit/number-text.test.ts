import { describe, expect, it } from 'vitest'
import { numberProblem, parseNumber, textFor } from '../../../../renderer/kit/number-text.ts'

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

  it('stays as typed until the value is set otherwise', () => {
    expect(textFor(75, null)).toBe('75')
    expect(textFor(parseNumber('07'), '07')).toBe('07')
    expect(textFor(Number.NaN, '7.')).toBe('7.')
    expect(textFor(90, '500')).toBe('90')
  })
})
