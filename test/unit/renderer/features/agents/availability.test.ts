import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  availableRanges,
  availabilityText,
  nextRange,
  rangeAt,
  weekAvailability,
  type DayAvailability,
} from '../../../../../renderer/features/agents/availability.ts'
import type { AvailableRange } from '../../../../../shared/plan/rules/rules.ts'
import { agentRulesSchema } from '../../../../../shared/plan/rules/rules-schema.ts'
import { american, british } from '../../support/report-fixture.ts'

const on = (
  days: readonly number[],
  ...hours: readonly (readonly [from: number, to: number])[]
): readonly AvailableRange[] =>
  days.flatMap((dayOfWeek) => hours.map(([from, to]) => ({ dayOfWeek, startMinute: from * 60, endMinute: to * 60 })))
const WEEKDAYS = [1, 2, 3, 4, 5]

describe('availability in words', () => {
  it.each([
    [null, 'Any time'],
    [[], 'Never'],
    [on(WEEKDAYS, [8, 18]), 'Mon–Fri 8:00–18:00'],
    [on([...WEEKDAYS, 6], [0, 24]), 'Mon–Sat any time'],
    [on([1, 2], [9, 17]), 'Mon & Tue 9:00–17:00'],
    [
      [...on([1, 2, 3, 5], [9, 12], [13, 17.5]), ...on([0], [0, 24])],
      'Mon–Wed & Fri 9:00–12:00 & 13:00–17:30, Sun any time',
    ],
    [on([6, 0], [18, 24]), 'Sat & Sun 18:00–24:00'],
    [on([5], [22, 30]), 'Fri 22:00–6:00'],
  ])('%j is "%s"', (availability, text) => {
    expect(availabilityText(availability, british)).toBe(text)
  })

  it('follow the clock and the week of the region', () => {
    expect(availabilityText([...on([0], [12, 24]), ...on(WEEKDAYS, [8, 18])], american)).toBe(
      'Sun 12p–12a, Mon–Fri 8a–6p',
    )
  })
})

const range = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 }))
  .map(([start, end]) => rangeAt(start, end))
const day: fc.Arbitrary<DayAvailability> = fc.oneof(
  fc.constantFrom<DayAvailability>({ kind: 'any' }, { kind: 'none' }),
  fc.array(range, { minLength: 2, maxLength: 4 }).map((ranges) => ({
    kind: 'times' as const,
    ranges: ranges.toSorted((one, other) => one.startMinute - other.startMinute),
  })),
)

describe('the form of availability', () => {
  it('says what is stored, and stores what it says', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (week) => {
        const stored = availableRanges(week)
        expect(weekAvailability(stored)).toEqual(week)
        expect(agentRulesSchema.safeParse({ availability: stored }).success).toBe(true)
      }),
      { seed: 20_261_122 },
    )
  })

  it('ends on the next day what would end before it begins', () => {
    expect(rangeAt(22 * 60, 6 * 60)).toEqual({ startMinute: 1320, endMinute: 1800 })
    expect(rangeAt(0, 0)).toEqual({ startMinute: 0, endMinute: 1440 })
    expect(rangeAt(540, 1440)).toEqual({ startMinute: 540, endMinute: 1440 })
  })

  it('offers further times after those there are, or before them where midnight is near', () => {
    expect(nextRange([])).toEqual({ startMinute: 540, endMinute: 1020 })
    expect(nextRange([{ startMinute: 540, endMinute: 720 }])).toEqual({ startMinute: 780, endMinute: 1020 })
    expect(nextRange([{ startMinute: 540, endMinute: 1320 }])).toEqual({ startMinute: 1380, endMinute: 1440 })
    expect(nextRange([{ startMinute: 1320, endMinute: 1800 }])).toEqual({ startMinute: 1020, endMinute: 1260 })
    expect(nextRange([{ startMinute: 0, endMinute: 1440 }])).toEqual({ startMinute: 0, endMinute: 60 })
  })
})
