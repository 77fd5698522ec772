import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyOperation, startHistory, stepToRedo, stepToUndo, type PlanHistory } from '../../../shared/plan/history.ts'
import type { Shift } from '../../../shared/plan/plan.ts'
import type { PlanOperation } from '../../../shared/plan/step.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { tries } from '../../support/deep.ts'
import { planWith, shift, step } from './plan-fixtures.ts'
import { now, tempWorkspace } from './temp-store.ts'

const FIRST = planWith([shift('a'), shift('b', { day: 3 }), shift('c', { agentId: null, day: 5 })])

/** What an editor might do next; what it is done to is drawn by place, since plans differ by then. */
const wish = fc.record({
  kind: fc.constantFrom('add', 'move', 'remove', 'rename', 'undo', 'redo', 'reopen'),
  place: fc.nat(20),
  quarter: fc.integer({ min: 0, max: 63 }),
  day: fc.integer({ min: 0, max: 6 }),
})
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never

function operationOf(history: PlanHistory, { kind, place, quarter, day }: Wish, id: string): PlanOperation | null {
  const { shifts, name } = history.plan
  const one: Shift | undefined = shifts[place % Math.max(1, shifts.length)]
  const drawn = (values: Partial<Shift>) =>
    shift(id, { day, startMinute: quarter * 15, endMinute: quarter * 15 + 480, breaks: [], ...values })
  switch (kind) {
    case 'undo':
      return stepToUndo(history) && { kind: 'undo' }
    case 'redo':
      return stepToRedo(history) && { kind: 'redo' }
    case 'rename':
      return { kind: 'do', step: step(id, { details: { before: { name }, after: { name: `Plan ${place}` } } }) }
    case 'add':
      return { kind: 'do', step: step(id, { added: [drawn({})] }) }
    case 'move':
      return one
        ? { kind: 'do', step: step(id, { removed: [one], added: [drawn({ id: one.id, agentId: one.agentId })] }) }
        : null
    case 'remove':
      return one ? { kind: 'do', step: step(id, { removed: [one] }) } : null
    default:
      return null
  }
}

test('any edits, undone and redone in any order over any restarts, are stored as the editor has them, and undone give the first plan', () => {
  const { paths } = tempWorkspace()
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (wishes, batch) => {
      let { work } = openWork({ paths, now })
      const id = work.plans.create(FIRST)
      const { plan: first } = work.plans.get(id)
      let history = startHistory(first)
      let revision = 1
      let waiting: PlanOperation[] = []
      const store = (): void => {
        if (waiting.length > 0)
          ({ revision } = work.plans.apply(id, { expectedRevision: revision, operations: waiting }))
        waiting = []
      }
      for (const [index, each] of wishes.entries()) {
        const operation = operationOf(history, each, `step-${index}`)
        if (operation !== null) {
          history = applyOperation(history, operation)
          waiting.push(operation)
        }
        if (waiting.length >= batch || each.kind === 'reopen') store()
        if (each.kind !== 'reopen') continue
        work.close()
        ;({ work } = openWork({ paths, now }))
      }
      store()
      const stored = work.plans.get(id)
      expect([stored.plan, stored.done, stored.undone]).toEqual([
        history.plan,
        history.steps.slice(0, history.done),
        history.steps.slice(history.done).toReversed(),
      ])
      waiting = stored.done.map(() => ({ kind: 'undo' }))
      store()
      expect(work.plans.get(id).plan).toEqual(first)
      work.close()
    }),
    tries(30, 20261122),
  )
})
