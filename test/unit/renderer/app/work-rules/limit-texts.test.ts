import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitProblems, typedLimits, limitTexts } from '../../../../../renderer/app/work-rules/limit-texts.ts'
import { typedCost, costProblem, costText } from '../../../../../renderer/app/work-rules/cost-text.ts'

const NOTHING = limitTexts({})
const hours = (max: number) => fc.option(fc.integer({ min: 0, max: max * 4 }).map((quarters) => quarters / 4))
const limits = fc.record(
  {
    minHoursPerWeek: hours(40),
    maxHoursPerWeek: hours(168),
    minShiftHours: hours(24),
    maxShiftHours: hours(24),
    minRestHours: hours(72),
    maxConsecutiveDays: fc.option(fc.integer({ min: 1, max: 366 })),
  },
  { requiredKeys: [] },
)

describe('limits in fields', () => {
  it('are shown and read back as they are, also none at all and no limit', () => {
    fc.assert(
      fc.property(limits, (one) => {
        expect(typedLimits(limitTexts(one))).toEqual(one)
      }),
      { seed: 20_261_122 },
    )
  })

  it('take a comma, and other words for no limit', () => {
    expect(
      typedLimits({ ...NOTHING, maxHoursPerWeek: ' 37,5 ', minRestHours: 'No limit', maxShiftHours: '-' }),
    ).toEqual({
      maxHoursPerWeek: 37.5,
      minRestHours: null,
      maxShiftHours: null,
    })
  })

  it('say what cannot be taken, by field', () => {
    const texts = {
      ...NOTHING,
      maxHoursPerWeek: '169',
      maxShiftHours: 'eight',
      minRestHours: '72',
      maxConsecutiveDays: '5.5',
    }
    expect(limitProblems(texts)).toEqual({
      maxHoursPerWeek: 'Enter a number from 0 to 168.',
      maxShiftHours: 'Enter a number from 0 to 24.',
      maxConsecutiveDays: 'Enter a whole number from 1 to 366.',
    })
  })

  it('say that the least is more than the most, once both can be read', () => {
    expect(limitProblems({ ...NOTHING, minHoursPerWeek: '40', maxHoursPerWeek: '32' })).toEqual({
      minHoursPerWeek: 'That is more than the maximum, 32.',
    })
    expect(limitProblems({ ...NOTHING, minHoursPerWeek: '32', maxHoursPerWeek: '32' })).toEqual({})
    expect(limitProblems({ ...NOTHING, minHoursPerWeek: '40', maxHoursPerWeek: 'none' })).toEqual({})
  })
})

describe('a cost in a field', () => {
  it('is a number with decimals, or nothing', () => {
    expect([typedCost(''), typedCost('24,50'), typedCost(costText(0)), costText(null)]).toEqual([null, 24.5, 0, ''])
    expect([costProblem(''), costProblem('19.99'), costProblem('€20'), costProblem('-1')]).toEqual([
      null,
      null,
      'Enter a number from 0 to 1,000,000.',
      'Enter a number from 0 to 1,000,000.',
    ])
  })
})
