import { describe, expect, it } from 'vitest'
import { boardWeek } from '../../../../../../../renderer/features/plans/editor/board/board-week.ts'
import { plannedShifts } from '../../../../../../../renderer/features/plans/editor/board/planned-shifts.ts'
import type { TimeRange } from '../../../../../../../shared/plan/plan.ts'
import type { WorkLimits } from '../../../../../../../shared/plan/rules/rules.ts'
import type { PlanAt } from '../../../../../../../renderer/app/staffing-blocks/plan-at.ts'
import { parseLocalDate } from '../../../../../../../shared/time/local.ts'
import { british } from '../../../../support/report-fixture.ts'
import { planAtText } from '../../../../../../../renderer/features/plans/list/plan-text.ts'

const MONDAY = '2026-11-23'
const week = boardWeek('weekly', MONDAY)
const lunch: PlanAt = { days: [1, 2, 3, 4, 5], startHour: 12, endHour: 14, agents: 2, poolId: null }
/** A shift may be as short as what is asked for. */
const HOURLY = { minShiftHours: 1 }
const times = (at: PlanAt, limits: WorkLimits = HOURLY): readonly (readonly number[])[] =>
  plannedShifts(at, { week, limits, gainsWith: () => [] }).map(({ day, startMinute, endMinute }) => [
    day,
    startMinute / 60,
    endMinute / 60,
  ])

describe('shifts that are planned for hours of the week', () => {
  it('are as many as agents, open, on each of the days', () => {
    expect(times(lunch)).toEqual(
      [1, 2, 3, 4, 5].flatMap((day) => [
        [day, 12, 14],
        [day, 12, 14],
      ]),
    )
    expect(
      plannedShifts(lunch, { week, limits: HOURLY, gainsWith: () => [] }).every(({ agentId }) => agentId === null),
    ).toBe(true)
  })

  it('lie on the dates of the week that is shown, in a plan of real weeks', () => {
    const days = plannedShifts(
      { ...lunch, agents: 1 },
      { week: boardWeek('dated', MONDAY), limits: {}, gainsWith: () => [] },
    ).map(({ day }) => day)
    expect(days).toEqual([0, 1, 2, 3, 4].map((later) => parseLocalDate(MONDAY) + later))
  })

  it('are cut where one would be too long, and made longer where it would be too short', () => {
    const night: PlanAt = { days: [6], startHour: 0, endHour: 24, agents: 1, poolId: null }
    expect(times(night, {})).toEqual([
      [6, 0, 8],
      [6, 8, 16],
      [6, 16, 24],
    ])
    expect(times(night, { maxShiftHours: 12 })).toEqual([
      [6, 0, 12],
      [6, 12, 24],
    ])
    expect(times({ ...lunch, days: [0], agents: 1 }, { minShiftHours: 4 })).toEqual([[0, 12, 16]])
  })

  it('of an hour or two are as long as people are asked to come for, around it where that covers most', () => {
    const noon: PlanAt = { days: [1], startHour: 12, endHour: 13, agents: 2, poolId: null }
    expect(times({ ...noon, agents: 1 }, {})).toEqual([[1, 12, 16]])
    // Monday is the first column; the second agent is worth most where the first is not.
    const gainsWith = (added: readonly TimeRange[]) =>
      Array.from({ length: 168 }, (_, hour) => (added.length === 0 ? (hour < 12 ? 3 : 1) : hour > 12 ? 3 : 1))
    const placed = plannedShifts(noon, { week, limits: {}, gainsWith })
    expect(placed.map(({ startMinute, endMinute }) => [startMinute / 60, endMinute / 60])).toEqual([
      [9, 13],
      [12, 16],
    ])
    expect(times({ ...noon, startHour: 23, endHour: 24, agents: 1 }, {})).toEqual([[1, 20, 24]])
  })

  it('of an hour alone are one short shift from then on', () => {
    expect(times({ days: [6], startHour: 22, endHour: null, agents: 1, poolId: null }, {})).toEqual([[6, 22, 26]])
  })

  it('are described before a plan is chosen', () => {
    const overview = { pools: [{ id: 's', name: 'Sales', present: true }] } as unknown as Parameters<
      typeof planAtText
    >[1]['overview']
    const text = (planAt: PlanAt, hasPlans = false): string => planAtText(planAt, { overview, hasPlans }, british)
    expect(text(lunch)).toBe(
      'Create a plan for 2 more agents, Mon–Fri 12:00–14:00. They are added as unassigned shifts of a usual length, in one step you can undo.',
    )
    expect(text({ ...lunch, agents: 1, poolId: 's' }, true)).toMatch(
      /^Choose the plan for 1 more agent for Sales, Mon–Fri 12:00–14:00\. /u,
    )
    expect(text({ days: [6], startHour: 12, endHour: null, agents: 1, poolId: null })).toBe(
      'Create a plan for a shift on Saturday from 12:00. It is added unassigned.',
    )
  })
})
