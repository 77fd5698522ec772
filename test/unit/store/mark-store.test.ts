import { expect, onTestFinished, test } from 'vitest'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'
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
  work.marks.save(simpleMark('2026-12-25', 'event'))
  work.marks.save(simpleMark('2026-07-04', 'holiday', 'Independence Day'))
  work.close()
  const again = open(paths, NOW + 5)
  again.marks.save(simpleMark('2026-12-25', 'holiday', 'Christmas'))
  expect(again.marks.list()).toEqual([
    simpleMark('2026-07-04', 'holiday', 'Independence Day'),
    simpleMark('2026-12-25', 'holiday', 'Christmas'),
  ])
})

test('keeps all that is said of an event, and forgets what is said no more', () => {
  const { marks } = open(tempWorkspace().paths)
  const fair = {
    date: '2026-09-03',
    to: '2026-09-05',
    kind: 'event',
    note: 'Fair',
    hours: { start: 600, end: 840 },
    repeat: 'yearly',
    until: '2030-12-31',
    effect: { kind: 'share', value: 0.4 },
  } as const
  expect(marks.save(fair)).toEqual(fair)
  expect(marks.list()).toEqual([fair])
  const sale = { ...simpleMark('2026-09-03', 'event', 'Sale'), effect: { kind: 'visitors', value: -20 } } as const
  expect(marks.save(sale)).toEqual(sale)
  expect(marks.list()).toEqual([sale])
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
  marks.save(simpleMark('2026-12-25', 'outage', 'The server was down'))
  expect([marks.remove('2026-12-25'), marks.remove('2026-12-25'), marks.list()]).toEqual([true, false, []])
})
