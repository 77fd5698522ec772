import { expect, test } from 'vitest'
import { connectForWriting } from '../../../electron/store/connection.ts'
import { tempWorkspace } from './temp-store.ts'

/** What SQLite's own documents call FULL and NORMAL. */
const [FULL, NORMAL] = [2, 1]

test('an edit is on the disk before it is answered; a cache, which can be pulled again, may lose its last commit', () => {
  const { paths } = tempWorkspace()
  const setting = (file: string, kind: 'work' | 'cache', pragma: string): unknown => {
    const db = connectForWriting(file, kind)
    try {
      return db.pragma(pragma, { simple: true })
    } finally {
      db.close()
    }
  }
  expect(setting(paths.workFile, 'work', 'synchronous')).toBe(FULL)
  expect(setting(paths.workFile, 'work', 'fullfsync')).toBe(1)
  expect(setting(paths.cacheFile, 'cache', 'synchronous')).toBe(NORMAL)
})
