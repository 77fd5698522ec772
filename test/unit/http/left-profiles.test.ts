import { chmodSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sweepLeftProfiles } from '../../../electron/printing/left-profiles.ts'
import { tempFolder } from '../store/temp-store.ts'

const NOW = Date.UTC(2026, 10, 20)
const HOUR = 3_600_000

describe('profiles of browsers that were killed while they printed', () => {
  it('are removed once no print can still use them, and nothing else is', async () => {
    const folder = tempFolder()
    const make = (name: string, ageMs: number): void => {
      const path = join(folder, name)
      mkdirSync(path, { mode: 0o700 })
      writeFileSync(join(path, 'History'), 'what was printed')
      utimesSync(path, new Date(NOW - ageMs), new Date(NOW - ageMs))
    }
    make('covercast-print-dEad01', 2 * HOUR)
    make('covercast-print-busy02', 60_000)
    make('covercast-print-for-the-board', 48 * HOUR)
    make('somebody-elses', 48 * HOUR)
    symlinkSync(join(folder, 'somebody-elses'), join(folder, 'covercast-print-link03'))
    await sweepLeftProfiles(folder, NOW)
    expect(readdirSync(folder).toSorted()).toEqual([
      'covercast-print-busy02',
      'covercast-print-for-the-board',
      'covercast-print-link03',
      'somebody-elses',
    ])
    expect(readdirSync(join(folder, 'somebody-elses'))).toEqual(['History'])
  })

  it.runIf(process.platform !== 'win32')('are not folders that a person made, whatever they are called', async () => {
    const folder = tempFolder()
    const path = join(folder, 'covercast-print-drafts')
    mkdirSync(path)
    chmodSync(path, 0o755)
    utimesSync(path, new Date(NOW - 48 * HOUR), new Date(NOW - 48 * HOUR))
    await sweepLeftProfiles(folder, NOW)
    expect(readdirSync(folder)).toEqual(['covercast-print-drafts'])
  })

  it('stop nothing where they cannot be looked for', async () => {
    await expect(sweepLeftProfiles(join(tempFolder(), 'gone'), NOW)).resolves.toBeUndefined()
  })
})
