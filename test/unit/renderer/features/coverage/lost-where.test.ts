import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeLostWhere, findLostWhere, standsOut } from '../../../../../renderer/features/coverage/lost-where.ts'
import { tries } from '../../../../support/deep.ts'
import { american, british } from '../../support/report-fixture.ts'

type Cell = { totalPageviews: number; missedOpportunities: number }
const week = (
  missed: (day: number, hour: number) => number,
  visitors: (day: number, hour: number) => number = () => 100,
): Cell[][] =>
  Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => ({
      totalPageviews: visitors(day, hour),
      missedOpportunities: missed(day, hour),
    })),
  )
const workday = (day: number): boolean => day >= 1 && day <= 5
const phrase = (cells: Cell[][], format = british): string | null => {
  const where = findLostWhere(cells)
  return where === null ? null : describeLostWhere(where, format)
}

describe('where most visitors are lost', () => {
  it('is noon on workdays, and Saturday', () => {
    const cells = week((day, hour) => {
      if (workday(day) && (hour === 12 || hour === 13)) return 60
      if (day === 6 && hour >= 8 && hour < 20) return 40
      return 2
    })
    expect(phrase(cells)).toBe('Mon–Fri 12–14 and Saturday')
    expect(phrase(cells, american)).toBe('Mon–Fri 12–2 PM and Saturday')
  })

  it('is nowhere when nobody was missed', () => {
    expect(findLostWhere(week(() => 0))).toBeNull()
  })

  it('is a single hour', () => {
    expect(phrase(week((day, hour) => (day === 3 && hour === 9 ? 5 : 0)))).toBe('Wed 9–10')
  })

  it('names an hour of every day once', () => {
    expect(phrase(week((_, hour) => (hour === 12 ? 9 : 0)))).toBe('every day 12–13')
  })

  it('runs over the end of the week', () => {
    expect(phrase(week((day, hour) => (day >= 6 || day <= 1 ? (hour === 20 ? 9 : 0) : 0)))).toBe('Sat–Mon 20–21')
  })

  it('leaves out a day at the end that loses much less than the others', () => {
    const noon = [3, 9, 9, 9, 9, 9, 9]
    expect(phrase(week((day, hour) => (hour === 12 ? noon[day]! : 0)))).toBe('Mon–Sat 12–13')
  })

  it('joins two days with "and"', () => {
    expect(phrase(week((day, hour) => (day === 0 || day === 6 ? (hour === 20 ? 9 : 0) : 0)))).toBe('Sat and Sun 20–21')
  })

  it('does not count hours without visitors against a block', () => {
    const open = (hour: number): boolean => hour >= 9 && hour < 17
    const cells = week(
      (day, hour) => (day === 6 && open(hour) ? 30 : 0),
      (_, hour) => (open(hour) ? 100 : 0),
    )
    expect(phrase(cells)).toBe('Saturday')
  })

  it('names nothing where all hours lose alike', () => {
    expect(findLostWhere(week(() => 3))).toEqual({ blocks: [], share: 0, expected: 0 })
  })

  it('stands out by how much more it loses than its hours should, however long the range is', () => {
    // A fifth of all that is lost, in seven of the 168 hours.
    const noon = (days: number): Cell[][] =>
      week(
        (_, hour) => (hour === 12 ? 24 : 4) * days,
        () => 100 * days,
      )
    const found = [30, 90, 309].map((days) => findLostWhere(noon(days))!)
    expect(found.map((where) => describeLostWhere(where, british))).toEqual([
      'every day 12–13',
      'every day 12–13',
      'every day 12–13',
    ])
    expect(found.map(standsOut)).toEqual([true, true, true])
    expect(found[0]!.share).toBeCloseTo(24 / (24 + 23 * 4), 9)
    expect(found[0]!.expected).toBeCloseTo(1 / 24, 9)
  })

  it('does not stand out where it holds little of what is lost', () => {
    const where = findLostWhere(week((day, hour) => (day === 2 && hour === 4 ? 12 : 4)))!
    expect(where.blocks).toHaveLength(1)
    expect(standsOut(where)).toBe(false)
  })

  it('holds, for any week, the share of the missed that it says', () => {
    const cells = fc.array(fc.record({ missedOpportunities: fc.nat(50), extra: fc.nat(50) }), {
      minLength: 168,
      maxLength: 168,
    })
    fc.assert(
      fc.property(cells, (flat) => {
        const given = week(
          (day, hour) => flat[day * 24 + hour]!.missedOpportunities,
          (day, hour) => flat[day * 24 + hour]!.missedOpportunities + flat[day * 24 + hour]!.extra,
        )
        const where = findLostWhere(given)
        const total = flat.reduce((sum, cell) => sum + cell.missedOpportunities, 0)
        fc.pre(total > 0)
        const held = new Set(
          where!.blocks.flatMap(({ days, fromHour, toHour }) =>
            days.flatMap((day) => Array.from({ length: toHour - fromHour }, (_, index) => day * 24 + fromHour + index)),
          ),
        )
        const sum = [...held].reduce((all, cell) => all + flat[cell]!.missedOpportunities, 0)
        expect(where!.share).toBeCloseTo(sum / total, 9)
        expect(where!.blocks.length).toBeLessThanOrEqual(2)
      }),
      tries(60),
    )
  })
})
