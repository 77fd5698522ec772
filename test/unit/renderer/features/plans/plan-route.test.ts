import { describe, expect, it } from 'vitest'
import { asKind, FIRST_ROTATION } from '../../../../../renderer/features/plans/list/make-plan.ts'
import { formatPlansView, nextWeek, parsePlansView } from '../../../../../renderer/features/plans/plan-route.ts'
import type { Plan } from '../../../../../shared/plan/plan.ts'
import { formatLocalDate, parseLocalDate, weekStartOf } from '../../../../../shared/time/local.ts'

describe('the address of the plans screen', () => {
  it('keeps what is open, and gives it back', () => {
    const views = [
      { planId: null, week: null, compared: null, planAt: null, suggest: null },
      { planId: 'p', week: '2026-11-23', compared: null, planAt: null, suggest: null },
      { planId: null, week: null, compared: ['a', 'b'], planAt: null, suggest: null },
      { planId: 'p', week: '2026-11-23', compared: null, planAt: null, suggest: 'breaks' as const },
      {
        planId: null,
        week: null,
        compared: null,
        planAt: { days: [6], startHour: 12, endHour: null, agents: 1, poolId: null },
        suggest: null,
      },
      {
        planId: null,
        week: null,
        compared: null,
        planAt: { days: [1, 2, 3, 4, 5], startHour: 12, endHour: 14, agents: 3, poolId: 'sales' },
        suggest: null,
      },
      {
        planId: 'p',
        week: null,
        compared: null,
        planAt: { days: [0, 6], startHour: 0, endHour: 24, agents: 99, poolId: null },
        suggest: null,
      },
    ]
    for (const view of views) expect(parsePlansView(formatPlansView(view))).toEqual(view)
  })

  it('passes over what makes no sense', () => {
    expect(parsePlansView({ week: '2026-02-30', weekday: '7', hour: '12', compare: ',', suggest: 'x' })).toEqual({
      planId: null,
      week: null,
      compared: [],
      planAt: null,
      suggest: null,
    })
    const hours = { weekday: '1', hour: '12', until: '14' }
    const nonsense = [
      { weekday: '1', hour: '24' },
      { weekday: '1' },
      { weekday: '1', hour: '-1' },
      { ...hours, weekday: '51' },
      { ...hours, weekday: '11' },
      { ...hours, until: '12' },
      { ...hours, until: '25' },
      { ...hours, until: 'x' },
      { ...hours, agents: '0' },
    ]
    expect(nonsense.map((params) => parsePlansView(params).planAt)).toEqual(nonsense.map(() => null))
    expect(
      formatPlansView({ planAt: { days: [1], startHour: 9, endHour: 10, agents: 4096, poolId: null } })['agents'],
    ).toBe('99')
  })

  it('finds the week of a date and the next one, whatever day they begin on', () => {
    expect([weekStartOf('2026-11-22', 1), weekStartOf('2026-11-22', 0), weekStartOf('2026-11-23', 1)]).toEqual([
      '2026-11-16',
      '2026-11-22',
      '2026-11-23',
    ])
    // Still Saturday in New York.
    expect(nextWeek(Date.parse('2026-11-22T03:00:00Z'), { timeZone: 'America/New_York', firstDayOfWeek: 0 })).toBe(
      '2026-11-22',
    )
  })
})

describe('a plan of another kind', () => {
  const wish = { firstDate: '2026-11-23', weeks: 3, firstDayOfWeek: 1, rotation: FIRST_ROTATION }
  const weekly: Plan = {
    name: 'p',
    timeZone: 'UTC',
    poolId: null,
    kind: 'weekly',
    shifts: [{ id: 'a', agentId: null, day: 6, startMinute: 540, endMinute: 600, breaks: [], note: '' }],
  }

  it('of a pattern is as many real weeks as wished, and their first week is the pattern again', () => {
    const dated = asKind(weekly, { ...wish, rotation: FIRST_ROTATION, kind: 'dated' })
    expect(dated.shifts.map(({ day }) => formatLocalDate(day))).toEqual(['2026-11-28', '2026-12-05', '2026-12-12'])
    expect(asKind(dated, { ...wish, rotation: FIRST_ROTATION, kind: 'weekly' }).shifts).toMatchObject([
      { day: 6, startMinute: 540 },
    ])
    expect(parseLocalDate('2026-11-28')).toBe(dated.shifts[0]!.day)
  })

  it('of its own kind stays as it is', () => {
    expect(asKind(weekly, { ...wish, rotation: FIRST_ROTATION, kind: 'weekly' })).toBe(weekly)
  })
})
