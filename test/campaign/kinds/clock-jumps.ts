import { truncateSync } from 'node:fs'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { createWorkspace } from '../../../electron/store/workspaces.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'
import { NOW } from '../setting.ts'

/** The computer's clock jumps by years between sessions, some of which are killed; the newest backup must be the newest. */
export const clockJumps: Kind = {
  name: 'clock jumps',
  obstacle: () => null,
  async run({ dataDir, random }: Round): Promise<Findings> {
    let now = NOW
    const paths = createWorkspace({ dataDir, name: 'Ours', source: { kind: 'demo' }, now: () => now })
    const sessions = random.integer(5, 30)
    let value = 0
    for (let session = 0; session < sessions; session += 1) {
      now = NOW + random.integer(-2000, 2000) * DAY_MS
      const { work } = openWork({ paths, now: () => now })
      const edits = random.integer(1, 20)
      for (let edit = 0; edit < edits; edit += 1) work.setSettings({ value: (value += 1) })
      // Killed, now and then: never closed.
      if (session === sessions - 1 || random.chance(0.7)) work.close()
    }
    truncateSync(paths.workFile, 0)
    const { work } = openWork({ paths, now: () => NOW })
    const kept = Number(work.setting('value') ?? 0)
    work.close()
    return { ...NOTHING_FOUND, lostEdits: value - kept }
  },
}
