import { describe, expect, it } from 'vitest'
import { applyMoves, movesBetween } from '../../../shared/optimise/moves.ts'
import { takeMoves } from '../../../shared/optimise/take-moves.ts'
import { applyStep, invertStep } from '../../../shared/plan/apply-step.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'

const shift = (id: string, fields: Partial<Shift> = {}): Shift => ({
  id,
  agentId: 'ana',
  day: 1,
  startMinute: 540,
  endMinute: 1020,
  breaks: [],
  note: '',
  ...fields,
})
const PLAN: Plan = {
  name: 'Usual',
  timeZone: 'UTC',
  poolId: null,
  kind: 'weekly',
  shifts: [shift('a'), shift('b', { day: 2 }), shift('c', { day: 3 })],
}
const MOVES = movesBetween(PLAN, {
  ...PLAN,
  shifts: [shift('a', { startMinute: 600, endMinute: 1080 }), shift('b', { day: 2 }), shift('suggested-1', { day: 5 })],
})

describe('taking suggested changes', () => {
  it('is one step that makes exactly these changes, and can be undone', () => {
    let ids = 0
    const step = takeMoves(MOVES, () => `new-${ids++}`)!
    expect(step.label).toBe('Take 3 suggested changes')
    const after = applyStep(PLAN, step)
    const times = ({ shifts }: Plan) => shifts.map((one) => ({ ...one, id: '' }))
    expect(times(after)).toEqual(times(applyMoves(PLAN, MOVES)))
    expect(applyStep(after, invertStep(step))).toEqual(PLAN)
  })

  it('gives new shifts ids of their own, so that a later suggestion can add more', () => {
    const step = takeMoves(
      MOVES.filter(({ kind }) => kind === 'add'),
      () => 'new',
    )!
    expect(step.label).toBe('Take 1 suggested change')
    expect(step.added.map(({ id }) => id)).toEqual(['new'])
  })

  it('of none is no step', () => {
    expect(takeMoves([], () => 'new')).toBeNull()
  })
})
