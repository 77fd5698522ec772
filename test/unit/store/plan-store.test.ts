import { describe, expect, test } from 'vitest'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { doing, openedWork, planWith, REDO, shift, step, UNDO } from './plan-fixtures.ts'
import { errorOf, NOW, tempWorkspace } from './temp-store.ts'

const NINE = shift('a')
const TEN = shift('a', { startMinute: 600 })
const NIGHT = shift('b', { agentId: null, day: 6, startMinute: 1320, endMinute: 1800, breaks: [] })

function withPlan(instant = NOW) {
  const { paths } = tempWorkspace()
  const work = openedWork(paths, instant)
  const id = work.plans.create(planWith([NINE, NIGHT]), { target: 90 })
  return { paths, work, id, plans: work.plans }
}

describe('a plan', () => {
  test('comes back as it was stored, over a restart', () => {
    const { paths, work, id } = withPlan()
    work.close()
    expect(openedWork(paths).plans.get(id)).toEqual({
      id,
      revision: 1,
      archived: false,
      createdAt: NOW,
      updatedAt: NOW,
      plan: planWith([NINE, NIGHT]),
      done: [],
      undone: [],
      settings: { target: 90 },
      publications: [],
    })
  })

  test('of many shifts in no order of their ids comes back whole', () => {
    const { plans } = withPlan()
    const many = planWith(
      Array.from({ length: 123 }, (_, index) =>
        shift(`s${(index * 37) % 123}`, { agentId: `agent ${index}`, note: String(index) }),
      ),
    )
    const byId = new Map(many.shifts.map((one) => [one.id, one]))
    const read = plans.get(plans.create(many, {}))!.plan.shifts
    expect(new Map(read.map((one) => [one.id, one]))).toEqual(byId)
  })

  test('is listed with its hours without breaks, the last changed first', () => {
    const { plans, id } = withPlan()
    const dated = plans.create(
      planWith([shift('a', { day: 20_500 }), shift('b', { day: 20_507 })], {
        name: 'Christmas',
        kind: 'dated',
        poolId: 'sales',
      }),
    )
    plans.create(planWith([], { name: 'Empty' }))
    const summaries = new Map(plans.list().map((one) => [one.name, one]))
    expect([...summaries.values()]).toEqual(plans.list().map((one) => plans.summary(one.id)))
    expect(summaries.get('October')).toMatchObject({
      id,
      kind: 'weekly',
      poolId: null,
      shifts: 2,
      openShifts: 1,
      agents: 1,
      workedMinutes: 450 + 480,
      dates: null,
    })
    expect(summaries.get('Christmas')).toMatchObject({
      id: dated,
      poolId: 'sales',
      workedMinutes: 900,
      agents: 1,
      dates: { from: '2026-02-16', to: '2026-02-23' },
    })
    expect(summaries.get('Empty')).toMatchObject({
      shifts: 0,
      openShifts: 0,
      agents: 0,
      workedMinutes: 0,
      archived: false,
      publications: [],
    })
  })

  test('gets a name that is free', () => {
    const { plans } = withPlan()
    for (const name of [
      'october',
      'October',
      'October (2)',
      'x'.repeat(PLAN_LIMITS.nameLength),
      'x'.repeat(PLAN_LIMITS.nameLength),
    ])
      plans.create(planWith([], { name }))
    const names = plans.list().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['October', 'october (2)', 'October (3)', 'October (4)']))
    expect(new Set(names).size).toBe(6)
    expect(names.every((name) => name.length <= PLAN_LIMITS.nameLength)).toBe(true)
  })

  test('is refused with two shifts of one id, or with too many', () => {
    const { plans } = withPlan()
    expect(errorOf(() => plans.create(planWith([NINE, TEN]))).code).toBe('invalid-input')
    const many = Array.from({ length: PLAN_LIMITS.shifts + 1 }, (_, index) => shift(`s${index}`))
    expect(errorOf(() => plans.create(planWith(many))).message).toBe('A plan can have 200,000 shifts at most.')
    expect(plans.list()).toHaveLength(1)
  })

  test('keeps settings by name', () => {
    const { plans, id } = withPlan()
    expect(plans.saveSettings(id, { cost: { hourly: 20 }, target: 95 })).toEqual({ target: 95, cost: { hourly: 20 } })
    expect(plans.saveSettings(id, { target: null })).toEqual({ cost: { hourly: 20 } })
    expect(plans.get(id)).toMatchObject({ revision: 1, settings: { cost: { hourly: 20 } } })
  })

  test('is erased only from the archive, where nothing can be changed', () => {
    const { plans, id } = withPlan()
    expect(errorOf(() => plans.erase(id))).toMatchObject({ code: 'conflict', next: 'Archive it first.' })
    plans.setArchived(id, true)
    expect(plans.list()[0]).toMatchObject({ archived: true, shifts: 2 })
    expect(
      errorOf(() => plans.apply(id, { expectedRevision: 1, operations: [doing('1', { removed: [NINE] })] })).message,
    ).toBe('The plan "October" is archived.')
    expect(errorOf(() => plans.saveSettings(id, { target: 1 })).code).toBe('conflict')
    plans.setArchived(id, false)
    plans.apply(id, { expectedRevision: 1, operations: [doing('1', { removed: [NINE] })] })
    plans.setArchived(id, true)
    plans.erase(id)
    expect(plans.list()).toEqual([])
    expect(errorOf(() => plans.get(id)).code).toBe('not-found')
  })
})

describe('an edit', () => {
  test('is on the disk with its revision, and is undone and redone after a restart', () => {
    const { paths, work, id, plans } = withPlan()
    expect(
      plans.apply(id, { expectedRevision: 1, operations: [doing('1', { removed: [NINE], added: [TEN] })] }),
    ).toEqual({ revision: 2 })
    const renamed = step('2', { label: 'Rename', details: { before: { name: 'October' }, after: { name: 'Autumn' } } })
    expect(
      plans.apply(id, {
        expectedRevision: 2,
        operations: [{ kind: 'do', step: renamed }, doing('3', { removed: [NIGHT] })],
      }),
    ).toEqual({ revision: 3 })
    expect(plans.get(id).plan).toEqual(planWith([TEN], { name: 'Autumn' }))
    work.close()

    const again = openedWork(paths, NOW + 1).plans
    expect(again.get(id).done.map((one) => one.id)).toEqual(['1', '2', '3'])
    again.apply(id, { expectedRevision: 3, operations: [UNDO, UNDO] })
    expect(again.get(id)).toMatchObject({ plan: planWith([TEN, NIGHT]), revision: 4, updatedAt: NOW + 1 })
    expect(again.get(id).undone.map((one) => one.id)).toEqual(['3', '2'])
    again.apply(id, { expectedRevision: 4, operations: [REDO] })
    expect(again.get(id).plan).toEqual(planWith([TEN, NIGHT], { name: 'Autumn' }))
    again.apply(id, { expectedRevision: 5, operations: [UNDO, UNDO] })
    expect(again.get(id).plan).toEqual(planWith([NINE, NIGHT]))
  })

  test('after an undo forgets what was undone', () => {
    const { plans, id } = withPlan()
    plans.apply(id, {
      expectedRevision: 1,
      operations: [doing('1', { removed: [NINE], added: [TEN] }), doing('2', { removed: [NIGHT] }), UNDO, UNDO],
    })
    plans.apply(id, { expectedRevision: 2, operations: [doing('4', { removed: [NIGHT] })] })
    const { done, undone } = plans.get(id)
    expect([done.map((one) => one.id), undone]).toEqual([['4'], []])
    expect(errorOf(() => plans.apply(id, { expectedRevision: 3, operations: [REDO] })).message).toBe(
      'There is nothing left to do again in this plan.',
    )
    expect(errorOf(() => plans.apply(id, { expectedRevision: 3, operations: [UNDO, UNDO] })).message).toBe(
      'There is nothing left to undo in this plan.',
    )
    expect(plans.get(id)).toMatchObject({ revision: 3, plan: planWith([NINE]) })
  })

  test('of a plan that another window changed is refused whole, in words', () => {
    const { paths, plans, id } = withPlan()
    const other = openedWork(paths).plans
    other.apply(id, { expectedRevision: 1, operations: [doing('other', { removed: [NIGHT] })] })
    const refused = errorOf(() =>
      plans.apply(id, { expectedRevision: 1, operations: [doing('mine', { removed: [NINE] })] }),
    )
    expect(refused).toMatchObject({ code: 'plan-changed', message: 'This plan was changed in another window.' })
    expect([refused.kept, refused.next].every((words) => words!.length > 20)).toBe(true)
    expect(errorOf(() => plans.apply(id, { expectedRevision: 3, operations: [UNDO] })).code).toBe('plan-changed')
    expect(plans.get(id)).toMatchObject({ revision: 2, plan: planWith([NINE]) })
  })

  test('that arrives twice is stored once', () => {
    const { plans, id } = withPlan()
    const edit = { expectedRevision: 1, operations: [doing('1', { removed: [NINE], added: [TEN] }), UNDO, REDO] }
    expect(plans.apply(id, edit)).toEqual({ revision: 2 })
    expect(plans.apply(id, edit)).toEqual({ revision: 2 })
    const more = { ...edit, operations: [...edit.operations, UNDO] }
    expect(plans.apply(id, more)).toEqual({ revision: 3 })
    expect(plans.apply(id, more)).toEqual({ revision: 3 })
    expect(plans.apply(id, { expectedRevision: 3, operations: [REDO] })).toEqual({ revision: 4 })
    expect(
      plans.apply(id, { expectedRevision: 4, operations: [doing('1', { removed: [NINE], added: [TEN] })] }),
    ).toEqual({ revision: 5 })
    expect(plans.get(id)).toMatchObject({ plan: planWith([TEN, NIGHT]), done: [{ id: '1' }], undone: [] })
  })

  test('that does not fit leaves everything as it was', () => {
    const { plans, id } = withPlan()
    const misfits = [
      doing('x', { removed: [TEN] }),
      doing('x', { added: [NINE] }),
      doing('x', { added: [shift('n'), shift('n', { day: 2 })] }),
      doing('x', { details: { before: { name: 'November' }, after: { name: 'December' } } }),
    ]
    for (const misfit of misfits) {
      const edit = { expectedRevision: 1, operations: [doing('fits', { removed: [NIGHT] }), misfit] }
      expect(errorOf(() => plans.apply(id, edit)).code).toMatch(/^(conflict|invalid-input)$/u)
    }
    expect(plans.get(id)).toMatchObject({ revision: 1, plan: planWith([NINE, NIGHT]), done: [] })
  })

  test('that makes a plan too large is refused', () => {
    const { plans } = withPlan()
    const id = plans.create(planWith(Array.from({ length: PLAN_LIMITS.shifts }, (_, index) => shift(`s${index}`))))
    expect(
      errorOf(() => plans.apply(id, { expectedRevision: 1, operations: [doing('1', { added: [shift('one more')] })] }))
        .code,
    ).toBe('invalid-input')
    expect(
      plans.apply(id, {
        expectedRevision: 1,
        operations: [doing('1', { removed: [shift('s5')], added: [shift('new')] })],
      }),
    ).toEqual({ revision: 2 })
  })

  test('of a plan of this kind only: what is no shift of it is refused', () => {
    const { plans, id } = withPlan()
    for (const wrong of [
      shift('n', { day: 7 }),
      shift('n', { startMinute: 545 }),
      shift('n', { breaks: [{ startMinute: 0, endMinute: 30 }] }),
    ]) {
      expect(
        errorOf(() => plans.apply(id, { expectedRevision: 1, operations: [doing('1', { added: [wrong] })] })).message,
      ).toMatch(/^This is not a plan: /u)
    }
    expect(plans.get(id).revision).toBe(1)
  })

  test(
    'can be undone ten thousand times, of which an editor that opens the plan is given two thousand',
    { timeout: 60_000 },
    () => {
      const { plans, id } = withPlan()
      const flip = (index: number) =>
        index % 2 === 0
          ? doing(`${index}`, { removed: [NINE], added: [TEN] })
          : doing(`${index}`, { removed: [TEN], added: [NINE] })
      plans.apply(id, { expectedRevision: 1, operations: Array.from({ length: 10_100 }, (_, index) => flip(index)) })
      expect(plans.get(id).done.map((one) => one.id)).toEqual(
        Array.from({ length: 2000 }, (_, index) => `${8100 + index}`),
      )
      plans.apply(id, { expectedRevision: 2, operations: Array.from({ length: 10_000 }, () => UNDO) })
      expect(plans.get(id)).toMatchObject({ plan: planWith([NINE, NIGHT]), done: [] })
      expect(errorOf(() => plans.apply(id, { expectedRevision: 3, operations: [UNDO] })).code).toBe('conflict')
      expect(plans.get(id).undone).toHaveLength(10_000)
    },
  )
})
