import { describe, expect, it } from 'vitest'
import { mergeDays } from '../../../shared/health/merge-days.ts'
import type { HealthDay } from '../../../shared/health/organization-facts.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

const FIRST_DAILY = parseLocalDate('2026-03-01')

function day(date: string, visitors: number, calls = 0): HealthDay {
  return { day: parseLocalDate(date), visitors, covered: 0, ownVisitors: visitors, ownCovered: 0, calls, answered: 0 }
}

describe('days that are counted again', () => {
  it('stay where the source has lost visitors, and follow it where it has as many', () => {
    const before = [day('2026-03-02', 10, 4), day('2026-03-03', 5)]
    const now = [day('2026-03-02', 7, 6), { ...day('2026-03-03', 5), ownVisitors: 2 }]
    expect(mergeDays({ before, now, firstDaily: FIRST_DAILY, replacesCalls: false })).toEqual([
      day('2026-03-02', 10, 6),
      { ...day('2026-03-03', 5), ownVisitors: 2 },
    ])
  })

  it('are compared by month where they are older', () => {
    const before = [day('2026-02-03', 10), day('2026-02-20', 10)]
    const merge = (now: readonly HealthDay[]) =>
      mergeDays({ before, now, firstDaily: FIRST_DAILY, replacesCalls: false })
    expect(merge([day('2026-02-01', 15)])).toEqual([day('2026-02-01', 20)])
    expect(merge([day('2026-02-01', 25)])).toEqual([day('2026-02-01', 25)])
  })

  it('forget the calls of another table', () => {
    const before = [day('2026-03-02', 10, 9)]
    expect(mergeDays({ before, now: [], firstDaily: FIRST_DAILY, replacesCalls: true })).toEqual([
      day('2026-03-02', 10),
    ])
  })
})
