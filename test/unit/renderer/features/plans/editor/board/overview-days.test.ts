import { describe, expect, it } from 'vitest'
import {
  overviewDays,
  shiftsByDay,
} from '../../../../../../../renderer/features/plans/editor/overview/overview-days.ts'
import { formatLocalDate, parseLocalDate } from '../../../../../../../shared/time/local.ts'
import { shift } from '../store/editor-fixture.ts'

const span = (firstDate: string, of: 'two-weeks' | 'month') => {
  const days = overviewDays(firstDate, of)
  return [formatLocalDate(days[0]!), formatLocalDate(days.at(-1)!), days.length]
}

describe('an overview of weeks', () => {
  it('has the shown week and the next, or every week that touches the month', () => {
    expect(span('2026-12-07', 'two-weeks')).toEqual(['2026-12-07', '2026-12-20', 14])
    expect(span('2026-12-07', 'month')).toEqual(['2026-11-30', '2027-01-03', 35])
    expect(span('2026-11-30', 'month')).toEqual(['2026-11-30', '2027-01-03', 35])
    expect(span('2027-02-01', 'month')).toEqual(['2027-02-01', '2027-02-28', 28])
  })

  it('repeats a weekly pattern, and has the shifts of real weeks on their dates alone', () => {
    const day = parseLocalDate('2026-12-07')
    const plan = { name: '', timeZone: 'UTC', poolId: null } as const
    const weekly = shiftsByDay({ ...plan, kind: 'weekly', shifts: [shift('b', { startMinute: 900 }), shift('a')] })
    expect(weekly('agent-0', day).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(weekly('agent-0', day + 14)).toHaveLength(2)
    expect(weekly(null, day)).toEqual([])
    const dated = shiftsByDay({ ...plan, kind: 'dated', shifts: [shift('a', { day })] })
    expect([dated('agent-0', day).length, dated('agent-0', day + 7).length]).toEqual([1, 0])
  })
})
