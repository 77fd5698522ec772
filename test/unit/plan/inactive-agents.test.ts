import { describe, expect, it } from 'vitest'
import {
  calledOffShifts,
  inactiveOf,
  nameWhen,
  plannedInactive,
  intervalsWhileActive,
} from '../../../shared/plan/inactive-agents.ts'
import type { PlannedInterval } from '../../../shared/plan/plan.ts'

const interval = (agentId: string | null, start: number, end: number): PlannedInterval => ({
  shiftId: `${agentId}-${start}`,
  agentId,
  localDay: 0,
  start,
  end,
  breaks: [],
})
const PLAN = [
  interval('ann', 0, 10),
  {
    ...interval('ann', 8, 20),
    breaks: [
      { start: 9, end: 11 },
      { start: 14, end: 18 },
    ],
  },
  interval('ann', 15, 30),
  interval('bob', 15, 30),
  interval(null, 15, 30),
]

describe('the planned time of a deactivated agent', () => {
  it('ends when the agent is deactivated, and nobody else’s does', () => {
    expect(intervalsWhileActive(PLAN, { ann: 15 })).toEqual([
      PLAN[0],
      {
        ...PLAN[1],
        end: 15,
        breaks: [
          { start: 9, end: 11 },
          { start: 14, end: 15 },
        ],
      },
      PLAN[3],
      PLAN[4],
    ])
    expect(plannedInactive(PLAN, { ann: 15 })).toEqual(['ann'])
    expect(calledOffShifts(PLAN, { ann: 15 })).toEqual([
      { agentId: 'ann', start: 8, end: 20, since: 15 },
      { agentId: 'ann', start: 15, end: 30, since: 15 },
    ])
    expect(calledOffShifts(PLAN, undefined)).toEqual([])
  })

  it('is whole where all of it lies before', () => {
    expect(intervalsWhileActive(PLAN, { ann: 30, eve: 0 })).toBe(PLAN)
    expect(intervalsWhileActive(PLAN, undefined)).toBe(PLAN)
    expect(plannedInactive(PLAN, { ann: 30, eve: 0 })).toEqual([])
  })

  it('goes by the agents as they are listed', () => {
    expect(
      inactiveOf([
        { id: 'ann', inactiveSince: '2026-03-01T00:00:00.000Z' },
        { id: 'constructor', inactiveSince: null },
      ]),
    ).toEqual({ ann: Date.parse('2026-03-01T00:00:00Z') })
    expect(plannedInactive([interval('constructor', 0, 1)], {})).toEqual([])
    expect([nameWhen('Ann', true), nameWhen('Ann', false)]).toEqual(['Ann (deactivated)', 'Ann'])
  })
})
