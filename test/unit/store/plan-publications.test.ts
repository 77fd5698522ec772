import { describe, expect, test } from 'vitest'
import { inForceOn } from '../../../shared/plan/in-force.ts'
import { connectForReading } from '../../../electron/store/connection.ts'
import { doing, openedWork, planWith, shift } from './plan-fixtures.ts'
import { errorOf, NOW, tempWorkspace } from './temp-store.ts'

function withPlan(instant = NOW) {
  const { paths } = tempWorkspace()
  const work = openedWork(paths, instant)
  const planId = work.plans.create(planWith([shift('a')], { poolId: 'sales' }), { hourlyCost: 20 })
  return { paths, work, planId, ...work }
}

describe('a publication', () => {
  test('keeps the plan and its settings as they were', () => {
    const { paths, work, planId, plans, publications } = withPlan()
    const first = publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })
    expect(first).toEqual({
      id: first.id,
      number: 1,
      planId,
      version: 1,
      poolId: 'sales',
      timeZone: 'America/New_York',
      firstWeek: '2026-11-23',
      lastWeek: null,
      publishedAt: NOW,
      revision: 1,
      frozenWeeks: [],
    })
    plans.apply(planId, { expectedRevision: 1, operations: [doing('1', { removed: [shift('a')] })] })
    plans.saveSettings(planId, { hourlyCost: 30 })
    work.close()
    const again = openedWork(paths, NOW + 1)
    expect(again.publications.get(first.id)).toEqual({
      ...first,
      plan: planWith([shift('a')], { poolId: 'sales' }),
      settings: { hourlyCost: 20 },
    })
    expect(again.publications.publish({ planId, firstWeek: '2026-12-07', lastWeek: '2026-12-14' })).toMatchObject({
      version: 2,
      revision: 2,
    })
    expect(again.plans.list()[0]!.publications.map(({ version }) => version)).toEqual([2, 1])
    expect(again.plans.get(planId).publications).toEqual(again.publications.list())
  })

  test('keeps what was predicted of a week, once and for all, in little room', () => {
    const { paths, planId, publications } = withPlan()
    const { id } = publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })
    const prediction = {
      version: 1,
      inputs: { seed: 7 },
      slots: { covered: Array.from({ length: 672 }, (_, slot) => Math.round(1e6 * Math.sin(slot)) / 1e6) },
    }
    expect(
      publications.addSnapshots(id, [
        { week: '2026-11-30', frozenAt: NOW, prediction: 2 },
        { week: '2026-11-23', frozenAt: NOW, prediction },
      ]),
    ).toBe(2)
    expect(publications.addSnapshots(id, [{ week: '2026-11-23', frozenAt: NOW + 1, prediction: 'later' }])).toBe(0)
    expect(publications.snapshot(id, '2026-11-23')).toEqual({ week: '2026-11-23', frozenAt: NOW, prediction })
    expect(publications.snapshot(id, '2026-12-07')).toBeNull()
    expect(publications.list()[0]!.frozenWeeks).toEqual(['2026-11-23', '2026-11-30'])
    const db = connectForReading(paths.workFile)
    expect(db.prepare<[], number>('SELECT max(length(prediction)) FROM publication_weeks').pluck().get()).toBeLessThan(
      JSON.stringify(prediction).length,
    )
    db.close()
  })

  test('is withdrawn from a week on: what was frozen of those before stays', () => {
    const { planId, publications } = withPlan()
    const { id } = publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })
    const frozen = (week: string) => ({ week, frozenAt: NOW, prediction: { version: 1, inputs: { week }, slots: {} } })
    publications.addSnapshots(id, ['2026-11-23', '2026-11-30', '2026-12-07'].map(frozen))
    expect(publications.withdraw(id, '2026-12-07')).toMatchObject({
      lastWeek: '2026-11-30',
      frozenWeeks: ['2026-11-23', '2026-11-30'],
    })
    expect(publications.snapshot(id, '2026-11-30')).toEqual(frozen('2026-11-30'))
    expect([
      inForceOn(publications.list(), '2026-12-06', 'sales')?.id,
      inForceOn(publications.list(), '2026-12-07', 'sales'),
    ]).toEqual([id, null])
    expect(publications.addSnapshots(id, [frozen('2026-12-07')])).toBe(0)
    expect(errorOf(() => publications.withdraw(id, '2026-12-07'))).toMatchObject({
      code: 'conflict',
      kept: 'It stays as it is, to be compared with what happened.',
    })
    expect(publications.list()).toMatchObject([{ id, lastWeek: '2026-11-30' }])
    expect(publications.withdrawn(planId)).toEqual([
      { firstWeek: '2026-12-07', lastWeek: null, plan: publications.get(id).plan },
    ])
  })

  test('is gone when it is withdrawn before it begins, and the one before holds again', () => {
    const { planId, plans, publications } = withPlan()
    const before = publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })
    const { id } = publications.publish({ planId, firstWeek: '2026-12-07', lastWeek: null })
    publications.addSnapshots(id, [{ week: '2026-12-07', frozenAt: NOW, prediction: 1 }])
    expect(publications.withdraw(id, '2026-12-07')).toBeNull()
    expect(inForceOn(publications.list(), '2026-12-07', 'sales')?.id).toBe(before.id)
    expect(plans.list()[0]!.publications).toEqual([before])
    expect(publications.withdrawn(planId)).toMatchObject([{ firstWeek: '2026-12-07', lastWeek: null }])
    expect(errorOf(() => publications.withdraw(id, '2026-12-07')).code).toBe('not-found')
  })

  test('goes with its plan when that is erased', () => {
    const { planId, plans, publications } = withPlan()
    const { id } = publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })
    publications.addSnapshots(id, [{ week: '2026-11-23', frozenAt: NOW, prediction: 1 }])
    plans.setArchived(planId, true)
    expect(publications.list()).toHaveLength(1)
    expect(errorOf(() => publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })).code).toBe(
      'conflict',
    )
    plans.erase(planId)
    expect(publications.list()).toEqual([])
    expect(errorOf(() => publications.get(id)).code).toBe('not-found')
    expect(errorOf(() => publications.addSnapshots(id, [])).code).toBe('not-found')
  })

  test('is of the revision that its publisher saw', () => {
    const { planId, publications } = withPlan()
    const refused = errorOf(() =>
      publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null, expectedRevision: 2 }),
    )
    expect(refused).toMatchObject({ code: 'plan-changed', kept: 'Nothing was published.' })
    expect(
      publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null, expectedRevision: 1 }).revision,
    ).toBe(1)
  })

  test('is refused with weeks that are turned round, and of a plan that is not there', () => {
    const { planId, publications } = withPlan()
    expect(errorOf(() => publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: '2026-11-16' })).code).toBe(
      'invalid-input',
    )
    expect(errorOf(() => publications.publish({ planId: 'none', firstWeek: '2026-11-23', lastWeek: null })).code).toBe(
      'not-found',
    )
    expect(publications.list()).toEqual([])
  })
})

test('the newest publication of a pool that has the week is in force', () => {
  const { paths } = tempWorkspace()
  // The clock is set back between the two.
  let instant = NOW
  const publish = (name: string, poolId: string | null, [firstWeek, lastWeek]: readonly [string, string | null]) => {
    const work = openedWork(paths, (instant -= 1000))
    work.publications.publish({ planId: work.plans.create(planWith([], { name, poolId })), firstWeek, lastWeek })
  }
  publish('regular', 'sales', ['2026-11-02', null])
  publish('newer', 'sales', ['2026-11-16', '2026-11-23'])
  publish('everybody', null, ['2026-11-02', null])
  const work = openedWork(paths)
  const names = new Map(work.plans.list().map(({ id, name }) => [id, name]))
  const inForce = (week: string, poolId: string | null) =>
    names.get(inForceOn(work.publications.list(), week, poolId)?.planId ?? '') ?? null
  expect(
    ['2026-10-26', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-29', '2026-11-30'].map((week) =>
      inForce(week, 'sales'),
    ),
  ).toEqual([null, 'regular', 'newer', 'newer', 'newer', 'regular'])
  expect([inForce('2026-11-16', null), inForce('2026-11-16', 'support')]).toEqual(['everybody', null])
})
