import { describe, expect, it } from 'vitest'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { hasDatesIn, planInWeek } from '../../../shared/plan/repeated-weeks.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'

const shift = (id: string, day: number): Shift => ({
  id,
  agentId: 'ann',
  day,
  startMinute: 540,
  endMinute: 1020,
  breaks: [],
  note: '',
})
const dated = (...dates: readonly string[]): Plan => ({
  name: 'Roster',
  timeZone: 'Europe/Berlin',
  poolId: null,
  kind: 'dated',
  shifts: dates.map((date) => shift(date, parseLocalDate(date))),
})
const datesOf = ({ shifts }: Plan): readonly string[] => shifts.map(({ day }) => formatLocalDate(day))

describe('a plan in past weeks', () => {
  const range = { from: '2026-10-05', to: '2026-11-01' }

  it('is a weekly pattern as it is', () => {
    const plan: Plan = { ...dated(), kind: 'weekly', shifts: [shift('mon', 1)] }
    expect(planInWeek(plan, { firstDate: '2026-10-12', ...range })).toBe(plan)
  })

  it('is a dated plan by its own dates where it has any in the range', () => {
    const plan = dated('2026-10-14', '2026-12-01')
    expect(planInWeek(plan, { firstDate: '2026-10-12', ...range })).toBe(plan)
    expect(hasDatesIn(plan, range.from, range.to)).toBe(true)
    expect(hasDatesIn(plan, '2026-10-15', '2026-11-30')).toBe(false)
  })

  it('repeats the weeks of one that has none, each on its weekday', () => {
    const plan = dated('2026-12-08', '2026-12-15', '2026-12-20')
    const inWeek = (firstDate: string): readonly string[] => datesOf(planInWeek(plan, { firstDate, ...range }))
    // Tuesday of the first week; Tuesday and Sunday of the second.
    expect(inWeek('2026-10-05')).toEqual(['2026-10-06', '2026-10-13', '2026-10-18'])
    expect(inWeek('2026-10-12')).toEqual(['2026-10-06', '2026-10-13', '2026-10-18'])
    expect(inWeek('2026-10-19')).toEqual(['2026-10-20', '2026-10-27', '2026-11-01'])
    expect(inWeek('2026-10-26')).toEqual(['2026-10-20', '2026-10-27', '2026-11-01'])
  })

  it('keeps weekdays whatever day the range begins on, and earlier years too', () => {
    const plan = dated('2026-12-08')
    expect(datesOf(planInWeek(plan, { firstDate: '2024-02-24', from: '2024-02-24', to: '2024-03-08' }))).toEqual([
      '2024-02-27',
    ])
    expect(datesOf(planInWeek(plan, { firstDate: '2024-03-02', from: '2024-02-24', to: '2024-03-08' }))).toEqual([
      '2024-03-05',
    ])
  })
})
