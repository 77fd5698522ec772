import { expect, test } from 'vitest'
import { removeMark } from '../../../electron/backend/forecast/marks.ts'
import type { WorkThread } from '../../../electron/backend/threads/work-thread.ts'
import { simpleMark } from '../../../shared/predict/forecast/mark-days.ts'

test('a day inside a mark is not said to be unmarked, and its mark is kept', async () => {
  const fair = { ...simpleMark('2026-12-14', 'event', 'Fair'), to: '2026-12-18' }
  const weekly = { ...simpleMark('2026-01-05', 'event', 'Newsletter'), repeat: 'weekly' as const }
  const work = { listMarks: async () => [weekly, fair], removeMark: async () => true } as unknown as WorkThread
  const said = async (date: string): Promise<unknown> =>
    removeMark(work, 'workspace', date).then(
      ({ removed }) => removed.date,
      (error: Error) => error.message,
    )
  expect(await said('2026-12-15')).toBe('2026-12-15 belongs to the mark of 2026-12-14, so nothing was removed.')
  expect(await said('2026-06-01')).toBe('2026-06-01 belongs to the mark of 2026-01-05, so nothing was removed.')
  expect(await said('2026-12-19')).toBe('2026-12-19 is not marked, so nothing was removed.')
  expect(await said('2026-12-14')).toBe('2026-12-14')
})
