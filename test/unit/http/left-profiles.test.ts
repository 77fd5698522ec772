import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
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
      mkdirSync(path)
      writeFileSync(join(path, 'History'), 'what was printed')
      utimesSync(path, new Date(NOW - ageMs), new Date(NOW - ageMs))
    }
    make('covercast-print-dead', 2 * HOUR)
    make('covercast-print-busy', 60_000)
    make('somebody-elses', 48 * HOUR)
    symlinkSync(join(folder, 'somebody-elses'), join(folder, 'covercast-print-link'))
    await sweepLeftProfiles(folder, NOW)
    expect(readdirSync(folder).toSorted()).toEqual(['covercast-print-busy', 'covercast-print-link', 'somebody-elses'])
    expect(readdirSync(join(folder, 'somebody-elses'))).toEqual(['History'])
  })

  it('stop nothing where they cannot be looked for', async () => {
    await expect(sweepLeftProfiles(join(tempFolder(), 'gone'), NOW)).resolves.toBeUndefined()
  })
})
