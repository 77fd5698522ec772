import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLog } from '../../electron/backend/core/log.ts'
import { HOSTS } from './support/open-host.ts'
import { clientOf } from './support/rpc.ts'

const ROUNDS = 8

it('ends with the last line of the log, whatever is due by itself at that moment', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'covercast-closing-'))
    const log = openLog({ folder, clock: Date.now })
    const host = await HOSTS[0]!.open({ change: () => ({ tickMs: 1, log }) })
    await clientOf(host).workspaces.list.query()
    await host.close()
    const lines = readFileSync(log.file, 'utf8').trimEnd().split('\n')
    expect(lines.at(-1)).toMatch(/Covercast was closed\.$/u)
    expect(lines.filter((line) => /Z (?:warn|error)/u.test(line))).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  }
})
