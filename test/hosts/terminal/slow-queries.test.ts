import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { BUILT } from '../../support/built.ts'
import { makeDataFolder } from '../../support/services.ts'

describe('slow queries', () => {
  const folder = makeDataFolder()
  afterAll(() => folder.remove())
  const run = async (setting: string) =>
    (
      await promisify(execFile)(process.execPath, [BUILT.commandLine, 'workspace', 'list', '--data-dir', folder.path], {
        env: { ...process.env, COVERCAST_SLOW_QUERIES: setting },
      })
    ).stderr

  it('are written to stderr with their text, where that is asked for', async () => {
    await promisify(execFile)(process.execPath, [
      BUILT.commandLine,
      'demo',
      '--now',
      '2026-03-20T15:00:00Z',
      '--data-dir',
      folder.path,
    ])
    expect(await run('0')).toMatch(/^Slow query, \d+ ms, work\.sqlite: SELECT .+$/mu)
    expect(await run('600000')).toBe('')
    expect(await run('')).toBe('')
  })
})
