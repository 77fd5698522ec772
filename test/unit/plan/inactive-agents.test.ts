import { describe, expect, it } from 'vitest'
import { inactiveOf, nameWhen, plannedInactive, spellsWhileActive } from '../../../shared/plan/inactive-agents.ts'
import type { PlannedSpell } from '../../../shared/plan/plan.ts'

const spell = (agentId: string | null, start: number, end: number): PlannedSpell => ({ shiftId: `${agentId}-${start}`, agentId, localDay: 0, start, end, breaks: [] })
const PLAN = [spell('ann', 0, 10), { ...spell('ann', 8, 20), breaks: [{ start: 9, end: 11 }, { start: 14, end: 18 }] }, spell('ann', 15, 30), spell('bob', 15, 30), spell(null, 15, 30)]

describe('the planned time of a deactivated agent', () => {
  it('ends when the agent is deactivated, and nobody else’s does', () => {
    expect(spellsWhileActive(PLAN, { ann: 15 })).toEqual([PLAN[0], { ...PLAN[1], end: 15, breaks: [{ start: 9, end: 11 }, { start: 14, end: 15 }] }, PLAN[3], PLAN[4]])
    expect(plannedInactive(PLAN, { ann: 15 })).toEqual(['ann'])
  })

  it('is whole where all of it lies before', () => {
    expect(spellsWhileActive(PLAN, { ann: 30, eve: 0 })).toBe(PLAN)
    expect(spellsWhileActive(PLAN, undefined)).toBe(PLAN)
    expect(plannedInactive(PLAN, { ann: 30, eve: 0 })).toEqual([])
  })

  it('goes by the agents as they are listed', () => {
    expect(inactiveOf([{ id: 'ann', inactiveSince: '2026-03-01T00:00:00.000Z' }, { id: 'constructor', inactiveSince: null }])).toEqual({ ann: Date.parse('2026-03-01T00:00:00Z') })
    expect(plannedInactive([spell('constructor', 0, 1)], {})).toEqual([])
    expect([nameWhen('Ann', true), nameWhen('Ann', false)]).toEqual(['Ann (deactivated)', 'Ann'])
  })
})
