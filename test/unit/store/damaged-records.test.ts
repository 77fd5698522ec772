import Database from 'better-sqlite3'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openWorkThread } from '../../support/work-thread.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import type { WorkStore } from '../../../electron/store/work-store.ts'
import { listWorkspaces } from '../../../electron/store/workspace-list.ts'
import { createWorkspace } from '../../../electron/store/workspaces.ts'
import { doing, planWith, shift } from './plan-fixtures.ts'
import { errorOf, now, tempFolder, tempWorkspace } from './temp-store.ts'

type Db = InstanceType<typeof Database>

// Bits that flip inside a value break no structure, and no check of the file finds them: one record is lost then, never the others.

/** A workspace with two plans, of which one comes to harm; what is read of it, and what is heard. */
function harmed(harm: (db: Db) => void) {
  const { paths } = tempWorkspace()
  const before = openWork({ paths, now }).work
  const good = before.plans.create(planWith([shift('a')], { name: 'Good' }))
  const bad = before.plans.create(planWith([shift('first'), shift('broken', { day: 3 })], { name: 'Bad' }), {
    rules: 1,
  })
  before.plans.apply(bad, { expectedRevision: 1, operations: [doing('one', { added: [shift('second', { day: 2 })] })] })
  before.plans.apply(bad, { expectedRevision: 2, operations: [doing('two', { added: [shift('third', { day: 1 })] })] })
  const { id: publication } = before.publications.publish({ planId: bad, firstWeek: '2024-10-06', lastWeek: null })
  before.publications.addSnapshots(publication, [
    { week: '2024-10-06', frozenAt: 1, prediction: { version: 1, inputs: {}, slots: {} } },
  ])
  before.plannedAgents.save(
    { id: 'ann', name: 'Ann', rules: { maxHoursPerWeek: 40 } },
    { id: 'ben', name: 'Ben', rules: { maxHoursPerWeek: 20 } },
  )
  before.shiftTemplates.save({ id: 'early', name: 'Early', startMinute: 360, endMinute: 840, breaks: [], note: '' })
  before.shiftTemplates.save({ id: 'late', name: 'Late', startMinute: 840, endMinute: 1320, breaks: [], note: '' })
  before.setSettings({ timeZone: 'Europe/Vienna', overlapMinutes: 5 })
  before.close()
  const db = new Database(paths.workFile)
  db.pragma('ignore_check_constraints = ON')
  harm(db)
  // A file of many plans is not read whole whenever it is opened.
  db.exec("INSERT INTO settings VALUES ('filling', json_quote(hex(zeroblob(1000000))))")
  db.close()
  const heard: string[] = []
  const { work, notices } = openWork({ paths, now, onDamaged: (record) => void heard.push(record) })
  expect(notices).toEqual([])
  return { work, heard, good, bad, publication }
}

const namesOf = (work: WorkStore) =>
  work.plans
    .list()
    .map(({ name }) => name)
    .toSorted()

describe.each([
  ['broken', '{"a'],
  ['of another shape', '{"length": 1e9}'],
  ['a list of texts', '["x"]'],
])('a value that is %s', (_name, text) => {
  const set = (sql: string) => (db: Db) => void db.prepare(sql).run(text)

  test('among a shift’s breaks, loses that shift only', () => {
    const { work, heard, good, bad } = harmed(set("UPDATE plan_shifts SET breaks = ? WHERE id = 'broken'"))
    expect(namesOf(work)).toEqual(['Bad', 'Good'])
    expect(work.plans.get(good).plan.shifts).toHaveLength(1)
    expect(
      work.plans
        .get(bad)
        .plan.shifts.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['first', 'second', 'third'])
    work.plans.get(bad)
    expect(heard).toEqual(['1 shift of the plan "Bad"'])
    work.close()
  })

  test('as a step, ends what can be undone there', () => {
    const { work, heard, bad } = harmed(set("UPDATE plan_steps SET step = ? WHERE id = 'one'"))
    const { done, undone, plan } = work.plans.get(bad)
    expect({ done: done.map(({ id }) => id), undone, shifts: plan.shifts.length }).toEqual({
      done: ['two'],
      undone: [],
      shifts: 4,
    })
    work.plans.apply(bad, { expectedRevision: 3, operations: [{ kind: 'undo' }] })
    expect(errorOf(() => work.plans.apply(bad, { expectedRevision: 4, operations: [{ kind: 'undo' }] })).code).toBe(
      'conflict',
    )
    expect(heard).toEqual(['some of what can be undone in the plan "Bad"'])
    work.close()
  })

  test('as rules of an agent, leaves him there without them, and the others with theirs', () => {
    const { work, heard } = harmed(set("UPDATE planned_agents SET rules = ? WHERE id = 'ann'"))
    expect(work.plannedAgents.list()).toEqual([
      { id: 'ann', name: 'Ann', rules: {} },
      { id: 'ben', name: 'Ben', rules: { maxHoursPerWeek: 20 } },
    ])
    expect(heard).toEqual(['the rules of the agent "Ann"'])
    work.close()
  })

  test('as a shift template, leaves the others', () => {
    const { work, heard } = harmed(set("UPDATE shift_templates SET template = ? WHERE id = 'early'"))
    expect(work.shiftTemplates.list().map(({ id }) => id)).toEqual(['late'])
    expect(heard).toEqual(['the shift template "Early"'])
    work.close()
  })

  test('as what was published, or predicted, can be told from what was never there', () => {
    const { work, heard, publication } = harmed((db) => {
      db.prepare('UPDATE publications SET frozen = ?').run(deflateRawSync(text))
      db.prepare('UPDATE publication_weeks SET prediction = ?').run(Buffer.from(text))
    })
    expect(namesOf(work)).toEqual(['Bad', 'Good'])
    expect(work.publications.list()).toHaveLength(1)
    const failure = { code: 'store-damaged', kept: 'It stays in the file as it is, and everything else can be used.' }
    expect(errorOf(() => work.publications.get(publication))).toMatchObject(failure)
    expect(errorOf(() => work.publications.snapshot(publication, '2024-10-06'))).toMatchObject(failure)
    work.publications.withdraw(publication, '2024-10-06')
    expect(work.publications.withdrawn(work.plans.list().find(({ name }) => name === 'Bad')!.id)).toEqual([])
    expect(heard).toHaveLength(3)
    work.close()
  })
})

test('a plan whose zone is damaged fails alone, and says which it is', () => {
  const { work, good, bad } = harmed((db) => db.exec("UPDATE plans SET time_zone = 'Europe/Viexna' WHERE name = 'Bad'"))
  expect(namesOf(work)).toEqual(['Bad', 'Good'])
  expect(work.plans.get(good).plan.name).toBe('Good')
  expect(errorOf(() => work.plans.get(bad))).toMatchObject({
    code: 'store-damaged',
    message: 'Covercast cannot read the plan "Bad": it is damaged.',
  })
  work.close()
})

test('a plan keeps its shifts where its rules and costs are damaged', () => {
  const { work, heard, bad } = harmed((db) => db.exec("UPDATE plans SET settings = '{\"a' WHERE name = 'Bad'"))
  expect(work.plans.get(bad)).toMatchObject({ settings: {}, plan: { shifts: { length: 4 } } })
  expect(heard).toEqual(['the rules and costs of the plan "Bad"'])
  work.close()
})

test('a damaged setting is as good as never set, and the others stay', () => {
  const { work } = harmed((db) => db.exec("UPDATE settings SET value = '\"Europe' WHERE key = 'timeZone'"))
  expect(work.setting('timeZone')).toBeUndefined()
  expect(work.settings()).toMatchObject({ overlapMinutes: 5 })
  work.close()
})

test('a workspace whose source is damaged has the one that the list of workspaces knows, also after it was used', async () => {
  const dataDir = `${tempFolder()}/data`
  const source = {
    kind: 'postgres' as const,
    url: 'postgres://ann@db.example:5432/shop',
    organizationId: 'o',
    mapping: null,
  }
  const paths = createWorkspace({ dataDir, name: 'Ours', source, now })
  const db = new Database(paths.workFile)
  db.exec(`UPDATE workspace SET source = '{"kind": "postgres"}'`)
  db.close()
  expect(listWorkspaces(dataDir)).toMatchObject([{ source, problem: null }])
  const role = openWorkThread({ dataDir, now })
  await role.update(paths.id, { lastUsed: now() + 1 })
  expect(await role.list()).toMatchObject([{ source, isConfirmed: true }])
  role.close()
})

test('the user is told once of each record that is damaged', async () => {
  const { dataDir, paths } = tempWorkspace()
  const { work } = openWork({ paths, now })
  work.shiftTemplates.save({ id: 'early', name: 'Early', startMinute: 360, endMinute: 840, breaks: [], note: '' })
  work.close()
  const db = new Database(paths.workFile)
  db.exec("UPDATE shift_templates SET template = '[]'")
  db.close()
  const role = openWorkThread({ dataDir, now })
  await role.listShiftTemplates(paths.id)
  await role.listShiftTemplates(paths.id)
  expect(await role.takeNotices()).toEqual([
    'Covercast cannot read the shift template "Early": it is damaged. It stays in the file as it is, and everything else can be used. To have it back, restore a backup of this workspace from before.',
  ])
  role.close()
})
