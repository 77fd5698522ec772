import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addShifts,
  applyOperation,
  applyStep,
  changeDetails,
  deleteShifts,
  doStep,
  emptyPlan,
  invertStep,
  isEmptyStep,
  joinSteps,
  moveShifts,
  redo,
  startHistory,
  stepBetween,
  stepToRedo,
  stepToUndo,
  undo,
  validatePlan,
  type Plan,
  type PlanOperation,
  type PlanStep,
} from '../../../shared/plan/index.ts'
import { isInOrder } from '../../../shared/plan/order.ts'
import { planOperationSchema } from '../../../shared/plan/plan-schema.ts'
import { tries } from '../../support/deep.ts'
import { countingIds, planOfWeek } from './plan-arbitraries.ts'
import { EDIT_KINDS, randomEdit } from './random-edits.ts'

const conflict = expect.objectContaining({ code: 'conflict' })
const EMPTY: Plan = emptyPlan({ name: 'October', timeZone: 'Europe/Berlin', poolId: null, kind: 'weekly' })

function planWithShift(): { readonly plan: Plan; readonly id: string } {
  const newId = countingIds()
  const plan = applyStep(
    EMPTY,
    addShifts(EMPTY, [{ agentId: 'ann', day: 1, startMinute: 540, endMinute: 1020 }], newId)!,
  )
  return { plan, id: plan.shifts[0]!.id }
}

describe('any sequence of edits', () => {
  it('undone gives back the first plan exactly, and done again the last one', () => {
    fc.assert(
      fc.property(planOfWeek(), fc.array(randomEdit(), { maxLength: 25 }), ({ plan }, edits) => {
        const newId = countingIds()
        const plans: Plan[] = [startHistory(plan).plan]
        let history = startHistory(plan)
        for (const edit of edits) {
          const step = edit(history.plan, newId)
          if (!step) continue
          history = applyOperation(history, { kind: 'do', step })
          plans.push(history.plan)
        }
        for (let index = plans.length - 1; index > 0; index--) {
          expect(history.plan).toEqual(plans[index])
          history = applyOperation(history, { kind: 'undo' })
        }
        expect(JSON.stringify(history.plan)).toBe(JSON.stringify(plan))
        expect(history).toEqual(undo(history))
        for (const later of plans.slice(1)) {
          history = applyOperation(history, { kind: 'redo' })
          expect(JSON.stringify(history.plan)).toBe(JSON.stringify(later))
        }
        expect(redo(history)).toBe(history)
      }),
      tries(300, 41),
    )
  })

  it('leaves a valid plan with its shifts in order after each step, and every step is plain JSON that says something', () => {
    fc.assert(
      fc.property(planOfWeek(), fc.array(randomEdit(), { maxLength: 15 }), ({ plan }, edits) => {
        const newId = countingIds()
        let now = plan
        for (const edit of edits) {
          const step = edit(now, newId)
          if (!step) continue
          expect(isEmptyStep(step)).toBe(false)
          expect(step.label).not.toBe('')
          expect(planOperationSchema.parse(JSON.parse(JSON.stringify({ kind: 'do', step })))).toEqual({
            kind: 'do',
            step,
          })
          now = applyStep(now, step)
          expect(validatePlan(now)).toEqual([])
          expect(isInOrder(now.shifts)).toBe(true)
        }
      }),
      tries(300, 42),
    )
  })

  it('joined into one step does the same', () => {
    fc.assert(
      fc.property(planOfWeek(), fc.array(randomEdit(), { maxLength: 10 }), ({ plan }, edits) => {
        const newId = countingIds()
        const history = edits.reduce((now, edit) => {
          const step = edit(now.plan, newId)
          return step ? doStep(now, step) : now
        }, startHistory(plan))
        const joined = joinSteps(history.steps, { label: 'All', newId })
        expect(joined ? applyStep(plan, joined) : plan).toEqual(history.plan)
        const between = stepBetween(plan, history.plan, { label: 'All', newId })
        expect(between ? applyStep(plan, between) : plan).toEqual(history.plan)
      }),
      tries(200, 44),
    )
  })

  it.each(Array.from({ length: EDIT_KINDS }, (_, kind) => kind))(
    'is never of a kind that does nothing on every plan (kind %d)',
    (kind) => {
      let done = 0
      fc.assert(
        fc.property(planOfWeek(), randomEdit(kind), ({ plan }, edit) => {
          const step = edit(plan, countingIds())
          if (step) done++
          expect(step ? applyStep(applyStep(plan, step), invertStep(step)) : plan).toEqual(plan)
        }),
        tries(30, 43),
      )
      expect(done).toBeGreaterThan(5)
    },
  )
})

describe('a step', () => {
  it('read backwards twice is the step itself', () => {
    const { plan, id } = planWithShift()
    const step = moveShifts(plan, { ids: [id], days: 1 }, countingIds('move'))!
    expect(invertStep(invertStep(step))).toEqual(step)
  })

  it('is refused by a plan that it was not made for', () => {
    const { plan, id } = planWithShift()
    const newId = countingIds('later')
    const move = moveShifts(plan, { ids: [id], minutes: 60 }, newId)!
    const moved = applyStep(plan, move)
    expect(() => applyStep(moved, move)).toThrow(conflict)
    expect(() => applyStep(EMPTY, move)).toThrow(conflict)
    expect(() => applyStep(plan, { ...move, removed: [] })).toThrow(conflict)
    const renamed = changeDetails(plan, { name: 'November' }, newId)!
    expect(() => applyStep(applyStep(plan, renamed), renamed)).toThrow(conflict)
  })
})

describe('a history', () => {
  it('does a step that arrives twice once', () => {
    const { plan, id } = planWithShift()
    const step = deleteShifts(plan, [id], countingIds('delete'))!
    const once = doStep(startHistory(plan), step)
    expect(doStep(once, step)).toBe(once)
    expect(applyOperation(once, { kind: 'do', step })).toBe(once)
  })

  it('forgets what was undone once something else is done', () => {
    const { plan, id } = planWithShift()
    const newId = countingIds('later')
    const [later, gone] = [moveShifts(plan, { ids: [id], minutes: 60 }, newId)!, deleteShifts(plan, [id], newId)!]
    const operations: readonly PlanOperation[] = [
      { kind: 'do', step: later },
      { kind: 'undo' },
      { kind: 'do', step: gone },
    ]
    const history = operations.reduce(applyOperation, startHistory(plan))
    expect(history.plan.shifts).toEqual([])
    expect(stepToRedo(history)).toBeNull()
    expect(history.steps).toEqual([gone])
  })

  it('names what would be undone and done again', () => {
    const { plan, id } = planWithShift()
    const labels = (steps: readonly (PlanStep | null)[]): readonly (string | undefined)[] =>
      steps.map((step) => step?.label)
    const start = startHistory(plan)
    const moved = doStep(start, moveShifts(plan, { ids: [id], minutes: 60 }, countingIds('move'))!)
    expect(labels([stepToUndo(start), stepToUndo(moved), stepToRedo(moved), stepToRedo(undo(moved))])).toEqual([
      undefined,
      'Move shift',
      undefined,
      'Move shift',
    ])
  })
})
