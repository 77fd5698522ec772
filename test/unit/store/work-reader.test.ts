import { existsSync, renameSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'
import { readWork, readWorkRecord } from '../../../electron/store/work-reader.ts'
import { openedWork, planWith, shift } from './plan-fixtures.ts'
import { errorOf, NOW, tempWorkspace } from './temp-store.ts'

function published() {
  const { paths } = tempWorkspace()
  const work = openedWork(paths)
  const planId = work.plans.create(planWith([shift('a')]))
  const { id } = work.publications.publish({ planId, firstWeek: '2026-11-23', lastWeek: null })
  return {
    paths,
    work,
    planId,
    id,
    read: () =>
      readWork(paths.workFile, ({ publications, planNames, marks }) => ({
        weeks: publications.list().map(({ firstWeek }) => firstWeek),
        names: [...planNames().keys()],
        marks: marks().map(({ date }) => date),
      })),
  }
}

test('what was written just now is read beside the connection that wrote it, before its log is folded', () => {
  const { paths, work, planId, id, read } = published()
  expect(read()).toEqual({ weeks: ['2026-11-23'], names: [planId], marks: [] })
  expect(existsSync(`${paths.workFile}-wal`)).toBe(true)
  work.marks.save(simpleMark('2026-12-25', 'holiday'))
  work.publications.withdraw(id, '2026-11-23')
  expect(read()).toEqual({ weeks: [], names: [planId], marks: ['2026-12-25'] })
})

test('nothing of it changes while it is read', () => {
  const { paths, work } = published()
  const seen = readWork(paths.workFile, ({ marks }) => {
    const before = marks().length
    work.marks.save(simpleMark('2026-12-25', 'holiday'))
    return [before, marks().length]
  })
  expect(seen).toEqual([0, 0])
})

test('a file that another took the place of is not held on to', () => {
  const { paths, work, read } = published()
  const copy = `${paths.workFile}.copy`
  const db = new Database(paths.workFile, { readonly: true })
  db.prepare('VACUUM INTO ?').run(copy)
  db.close()
  work.marks.save(simpleMark('2026-12-25', 'holiday'))
  expect(read().marks).toEqual(['2026-12-25'])
  work.close()
  renameSync(copy, paths.workFile)
  expect(read().marks).toEqual([])
})

test('what cannot be read says why: no file, a damaged one, one of an older Covercast', () => {
  const { paths, work, read } = published()
  work.close()
  const db = new Database(paths.workFile)
  const version = Number(db.pragma('user_version', { simple: true }))
  db.pragma(`user_version = ${version - 1}`)
  expect(errorOf(read).code).toBe('store-outdated')
  db.pragma(`user_version = ${version + 1}`)
  expect(errorOf(read).code).toBe('store-newer')
  db.close()
  writeFileSync(paths.workFile, 'x'.repeat(8192))
  expect(errorOf(read).code).toBe('store-damaged')
  renameSync(paths.workFile, `${paths.workFile}.gone`)
  expect(errorOf(read).code).toBe('not-found')
})

test('one record that is damaged is named, and what else fails, fails', () => {
  const { paths, id, work } = published()
  const week = { week: '2026-11-23', frozenAt: NOW, prediction: { version: 1, inputs: {}, slots: {} } }
  work.publications.addSnapshots(id, [week])
  const read = () => readWorkRecord(paths.workFile, ({ publications }) => publications.snapshot(id, '2026-11-23'))
  expect(read()).toEqual(week)
  const db = new Database(paths.workFile)
  db.prepare('UPDATE publication_weeks SET prediction = ?').run(Buffer.from('nothing'))
  db.close()
  expect(read()).toEqual({ damaged: 'the prediction that was kept of the week of 2026-11-23' })
  expect(errorOf(() => readWorkRecord(paths.workFile, ({ publications }) => publications.get('no'))).code).toBe(
    'not-found',
  )
})
