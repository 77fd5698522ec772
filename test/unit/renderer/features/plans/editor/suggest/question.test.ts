import { describe, expect, it } from 'vitest'
import {
  firstQuestion,
  questionProblem,
  suggestRequest,
  type SuggestQuestion,
} from '../../../../../../../renderer/features/plans/editor/suggest/question.ts'
import type { Plan } from '../../../../../../../shared/plan/plan.ts'
import { shift } from '../store/editor-fixture.ts'

const PLAN: Plan = {
  name: 'Usual',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'weekly',
  shifts: [shift('a'), shift('b', { agentId: 'agent-1', day: 2 })],
}
const AGENTS = ['agent-0', 'agent-1', 'agent-2']
const FIRST = firstQuestion(85.4)
const problem = (patch: Partial<SuggestQuestion>, plan: Plan = PLAN, agentIds: readonly string[] = AGENTS) =>
  questionProblem({ ...FIRST, ...patch }, { plan, agentIds })
const request = (patch: Partial<SuggestQuestion>) =>
  suggestRequest(
    { ...FIRST, ...patch },
    {
      workspaceId: 'demo',
      planId: '8c2e8b5a-6f0f-4c57-9e56-3a1f0f0f0f0f',
      plan: PLAN,
      week: '2026-03-16',
      agentIds: AGENTS,
    },
  )

describe('the question of a better schedule', () => {
  it('costs nothing at first', () => {
    expect(FIRST).toMatchObject({ goal: 'same-hours', moves: 'breaks', targetPercent: 85 })
    expect(problem({})).toBeNull()
  })

  it('needs numbers in their ranges, where they are asked', () => {
    expect(problem({ addHours: Number.NaN })).toBeNull()
    expect(problem({ goal: 'more-hours', addHours: Number.NaN })).toBe('number')
    expect(problem({ goal: 'more-hours', addHours: 0 })).toBe('number')
    expect(problem({ goal: 'more-hours', addHours: 8 })).toBeNull()
    expect(problem({ goal: 'target', targetPercent: 101 })).toBe('number')
    expect(problem({ goal: 'target', targetPercent: 100 })).toBeNull()
    expect(problem({ leastGain: Number.NaN })).toBe('number')
  })

  it('needs shifts to move, or somebody who can be given some', () => {
    const empty = { ...PLAN, shifts: [] }
    expect(problem({}, empty)).toBe('no-shifts')
    expect(problem({ goal: 'more-hours' }, empty)).toBeNull()
    expect(problem({ goal: 'more-hours' }, empty, [])).toBe('nobody')
  })

  it('needs somebody who is not to be left alone', () => {
    expect(problem({ keptAgents: AGENTS })).toBe('all-kept')
    expect(problem({ keptAgents: AGENTS.slice(1) })).toBeNull()
    const unassigned = { ...PLAN, shifts: [...PLAN.shifts, shift('c', { agentId: null })] }
    expect(problem({ keptAgents: AGENTS }, unassigned)).toBeNull()
  })

  it('is asked with no hour more, and about nobody else, where hours stay', () => {
    expect(request({ moves: 'starts', addHours: 40 })).toMatchObject({
      moves: 'starts',
      goal: { kind: 'cover' },
      addHours: 0,
      agents: [],
      plan: { kind: 'given', plan: PLAN },
      changePrice: 1,
      week: '2026-03-16',
    })
    expect(request({ moves: 'all' }).agents).toEqual(AGENTS)
  })

  it('is asked about everything where hours may be added or saved', () => {
    expect(request({ goal: 'more-hours', moves: 'breaks', addHours: 12 })).toMatchObject({
      moves: 'all',
      goal: { kind: 'cover' },
      addHours: 12,
      agents: AGENTS,
    })
    expect(request({ goal: 'target', targetPercent: 90, per: 'hour' })).toMatchObject({
      moves: 'all',
      goal: { kind: 'target', rate: 0.9, per: 'hour' },
      addHours: 0,
    })
  })

  it('leaves out shifts to leave alone that the plan has no more', () => {
    expect(request({ keptShifts: ['a', 'gone'], keptAgents: ['agent-1'] })).toMatchObject({
      pinnedShifts: ['a'],
      pinnedAgents: ['agent-1'],
    })
  })
})
