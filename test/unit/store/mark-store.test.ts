import { expect, onTestFinished, test } from 'vitest'
import { openWork } from '../../../electron/store/open-workspace.ts'
import type { WorkStore } from '../../../electron/store/work-store.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { NOW, tempWorkspace } from './temp-store.ts'

function open(paths: WorkspacePaths, instant = NOW): WorkStore {
  const { work } = openWork({ paths, now: () => instant })
  onTestFinished(() => work.close())
  return work
}

test('keeps one mark a date, in order, over a restart', () => {
  const { paths } = tempWorkspace()
  const work = open(paths)
  work.marks.save({ date: '2026-12-25', kind: 'event', note: '' })
  work.marks.save({ date: '2026-07-04', kind: 'holiday', note: 'Independence Day' })
  work.close()
  const again = open(paths, NOW + 5)
  again.marks.save({ date: '2026-12-25', kind: 'holiday', note: 'Christmas' })
  expect(again.marks.list()).toEqual([
    { date: '2026-07-04', kind: 'holiday', note: 'Independence Day', createdAt: NOW },
    { date: '2026-12-25', kind: 'holiday', note: 'Christmas', createdAt: NOW },
  ])
})

test('remembers refused suggestions over a restart, until they are wanted again', () => {
  const { paths } = tempWorkspace()
  const work = open(paths)
  work.marks.refuse('2026-07-04')
  work.marks.refuse('2026-05-01')
  work.marks.refuse('2026-07-04')
  work.close()
  const { marks } = open(paths, NOW + 5)
  expect(marks.refused()).toEqual(['2026-05-01', '2026-07-04'])
  expect([marks.unrefuse('2026-05-01'), marks.unrefuse('2026-05-01'), marks.refused()]).toEqual([
    true,
    false,
    ['2026-07-04'],
  ])
})

test('removes a mark once', () => {
  const { marks } = open(tempWorkspace().paths)
  marks.save({ date: '2026-12-25', kind: 'outage', note: 'The server was down' })
  expect([marks.remove('2026-12-25'), marks.remove('2026-12-25'), marks.list()]).toEqual([true, false, []])
})
