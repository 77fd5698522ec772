import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { ALWAYS, type Assumption } from '../../../shared/plan/assumptions/assumption.ts'
import { assume, dropAssumption } from '../../../shared/plan/edits/whole-plan.ts'
import type { PlanStep } from '../../../shared/plan/step.ts'
import { openedWork, planWith, REDO, shift, UNDO } from './plan-fixtures.ts'
import { errorOf, tempWorkspace } from './temp-store.ts'

const PLAN = planWith([shift('a')])
let ids = 0
const newId = (): string => `id-${(ids += 1)}`

function doStep(step: PlanStep) {
  return { kind: 'do' as const, step }
}

describe('assumptions of a stored plan', () => {
  test('are kept, undone after a restart to the very same plan, done again, and published as they were', () => {
    const { paths } = tempWorkspace()
    const work = openedWork(paths)
    const id = work.plans.create(PLAN)
    const before = work.plans.get(id).plan
    const step = assume(before, { kind: 'demand', percent: 20, poolId: null, time: ALWAYS }, { newId })!
    work.plans.apply(id, { expectedRevision: 1, operations: [doStep(step)] })
    const assumed: readonly Assumption[] = step.details!.after.assumptions!
    expect(work.plans.get(id).plan).toEqual({ ...PLAN, assumptions: assumed })
    work.publications.publish({ planId: id, firstWeek: '2026-11-23', lastWeek: null })
    work.close()

    const again = openedWork(paths)
    expect(again.plans.get(id).plan.assumptions).toEqual(assumed)
    again.plans.apply(id, { expectedRevision: 2, operations: [UNDO] })
    expect(JSON.stringify(again.plans.get(id).plan)).toBe(JSON.stringify(before))
    again.plans.apply(id, { expectedRevision: 3, operations: [REDO] })
    expect(again.plans.get(id).plan.assumptions).toEqual(assumed)
    const dropped = dropAssumption(again.plans.get(id).plan, assumed[0]!.id, newId)!
    again.plans.apply(id, { expectedRevision: 4, operations: [doStep(dropped)] })
    expect(again.plans.get(id).plan).not.toHaveProperty('assumptions')
    const [publication] = again.publications.list()
    expect(again.publications.get(publication!.id).plan.assumptions).toEqual(assumed)
  })

  test('are no reason to lose a plan where they are damaged, and stay in the file until they are changed', () => {
    const { paths } = tempWorkspace()
    const work = openedWork(paths)
    const id = work.plans.create({ ...PLAN, assumptions: [{ id: '1', kind: 'handling', percent: 10 }] })
    work.close()
    const db = new Database(paths.workFile)
    db.exec(`UPDATE plans SET assumptions = '[{"kind": "weather"}]'`)
    db.close()
    const again = openedWork(paths)
    expect(again.plans.get(id).plan).toEqual(PLAN)
    again.plans.apply(id, {
      expectedRevision: 1,
      operations: [doStep({ id: 's', label: '', removed: [shift('a')], added: [], details: null })],
    })
    const stored = new Database(paths.workFile, { readonly: true })
    expect(stored.prepare('SELECT assumptions FROM plans').pluck().get()).toBe('[{"kind": "weather"}]')
    stored.close()
    const step = assume(again.plans.get(id).plan, { kind: 'handling', percent: 5 }, { newId })!
    again.plans.apply(id, { expectedRevision: 2, operations: [doStep(step)] })
    expect(again.plans.get(id).plan.assumptions).toEqual([expect.objectContaining({ percent: 5 })])
  })

  test('are refused in a step that was made for others', () => {
    const { paths } = tempWorkspace()
    const work = openedWork(paths)
    const id = work.plans.create(PLAN)
    const one = assume(PLAN, { kind: 'handling', percent: 5 }, { newId })!
    const other = assume(PLAN, { kind: 'handling', percent: 6 }, { newId })!
    work.plans.apply(id, { expectedRevision: 1, operations: [doStep(one)] })
    expect(errorOf(() => work.plans.apply(id, { expectedRevision: 2, operations: [doStep(other)] }))).toMatchObject({
      code: 'conflict',
    })
  })
})
