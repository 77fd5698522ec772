import { expect, onTestFinished, test } from 'vitest'
import { checkRestoredPlans } from '../../../electron/store/check-restored-plans.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import type { StoredTimeOff } from '../../../electron/store/time-off-store.ts'
import type { WorkStore } from '../../../electron/store/work-store.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { timeOffSchema } from '../../../shared/plan/rules/time-off-schema.ts'
import Database from 'better-sqlite3'
import { NOW, tempWorkspace } from './temp-store.ts'

const VACATION: StoredTimeOff = {
  id: 'v',
  agentId: 'ann',
  kind: 'vacation',
  from: '2026-12-24',
  to: '2026-12-31',
  part: null,
  note: 'family',
}
const TRAINING: StoredTimeOff = {
  id: 't',
  agentId: 'bob',
  kind: 'training',
  from: '2026-11-23',
  to: '2026-11-23',
  part: { startMinute: 22 * 60, endMinute: 26 * 60 },
  note: '',
}

function open(paths: WorkspacePaths, instant = NOW): WorkStore {
  const { work } = openWork({ paths, now: () => instant })
  onTestFinished(() => work.close())
  return work
}

test('keeps time off by first date, over a restart, and replaces one by its id', () => {
  const { paths } = tempWorkspace()
  const work = open(paths)
  work.timeOff.save(VACATION, TRAINING)
  work.close()
  const again = open(paths, NOW + 5)
  expect(again.timeOff.list()).toEqual([TRAINING, VACATION])
  again.timeOff.save({ ...VACATION, from: '2026-10-01', part: { startMinute: 0, endMinute: 720 } })
  expect(again.timeOff.list().map(({ id, from, part }) => [id, from, part?.endMinute ?? null])).toEqual([
    ['v', '2026-10-01', 720],
    ['t', '2026-11-23', 1560],
  ])
  for (const each of again.timeOff.list()) expect(timeOffSchema.parse(each)).toEqual(each)
  expect([again.timeOff.remove('v', 'x'), again.timeOff.list().length]).toEqual([1, 1])
})

test('is a change worth a backup, and comes back with one', () => {
  const { paths } = tempWorkspace()
  const work = open(paths)
  work.timeOff.save(VACATION)
  const backup = work.backUp()
  expect(backup).not.toBeNull()
  const copy = new Database(backup!, { readonly: true })
  onTestFinished(() => void copy.close())
  expect(copy.prepare('SELECT note FROM time_off').pluck().all()).toEqual(['family'])
})

test.each([
  ['a date that is none', "UPDATE time_off SET last_date = 'someday'"],
  ['a longer time than anybody is away', "UPDATE time_off SET last_date = '2100-01-01'"],
  ['a note longer than any', "UPDATE time_off SET note = printf('%.2000c', 'x')"],
  ['an instant out of time', 'UPDATE time_off SET created_at = 9e15'],
])('a restored backup with %s is refused', (_, sql) => {
  const { paths } = tempWorkspace()
  const work = open(paths)
  work.timeOff.save(VACATION)
  work.close()
  const db = new Database(paths.workFile)
  onTestFinished(() => void db.close())
  expect(() => checkRestoredPlans(db)).not.toThrow()
  db.exec(sql)
  expect(() => checkRestoredPlans(db)).toThrow(expect.objectContaining({ code: 'store-damaged' }))
})
