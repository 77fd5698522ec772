import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'
import { NOW, secondWorkspaces, type SyncOptions, unequalFigures } from '../setting.ts'

/** SIGKILL at a random statement of a first, an incremental or a reconciling sync; the next sync must come to the same figures. */
export const syncKills: Kind = {
  name: 'sync kills',
  obstacle: () => null,
  async run({ setting, dataDir, random }: Round): Promise<Findings> {
    const stage = ['first', 'incremental', 'reconciling'][random.integer(0, 2)]!
    if (stage === 'incremental') await setting.sync(dataDir, { now: NOW - random.integer(1, 12) * DAY_MS })
    if (stage === 'reconciling') await setting.sync(dataDir)
    const wanted: SyncOptions = stage === 'reconciling' ? { more: ['--reconcile'] } : {}
    const fatal = random.integer(1, stage === 'first' ? setting.statements : Math.ceil(setting.statements / 2))
    const delayMs = random.integer(0, 15)
    let seen = 0
    const killed = await setting.sync(dataDir, {
      ...wanted,
      onStart(child) {
        setting.onStatement = () => {
          seen += 1
          if (seen === fatal) setTimeout(() => child.kill('SIGKILL'), delayMs)
        }
      },
    })
    setting.onStatement = () => undefined
    const again = await setting.sync(dataDir, { more: ['--reconcile'] })
    if (again.code !== 0 && !again.isHung) throw new Error(`The sync after a kill (${stage}) failed: ${again.stderr}`)
    const hungJobs = Number(killed.isHung) + Number(again.isHung)
    return {
      ...NOTHING_FOUND,
      hungJobs,
      unequalFigures: unequalFigures(setting, dataDir),
      secondWorkspaces: secondWorkspaces(dataDir),
    }
  },
}
