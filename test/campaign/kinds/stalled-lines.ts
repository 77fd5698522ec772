import { type Findings, type Kind, NOTHING_FOUND, type Round } from '../campaign.ts'
import { secondWorkspaces, unequalFigures } from '../setting.ts'

/** The line is dead after a random message of the server; the sync must end by itself, and the next one come to the same figures. */
export const stalledLines: Kind = {
  name: 'stalled lines',
  obstacle: () => null,
  async run({ setting, dataDir, random }: Round): Promise<Findings> {
    const limits = ['--statement-timeout', '1']
    setting.proxy.stall(random.integer(0, setting.messages - 1))
    const stalled = await setting.sync(dataDir, { more: limits })
    setting.proxy.resume()
    // Where it began to say goodbye there was nothing left to wait for.
    if (stalled.code !== 0 && !/source|database|connection|answer/iu.test(stalled.stderr))
      throw new Error(`A dead line was told so: ${stalled.stderr}`)
    const again = await setting.sync(dataDir, { more: ['--statement-timeout', '60'] })
    if (again.code !== 0 && !again.isHung) throw new Error(`The sync after a dead line failed: ${again.stderr}`)
    const hungJobs = Number(stalled.isHung) + Number(again.isHung)
    return {
      ...NOTHING_FOUND,
      hungJobs,
      unequalFigures: unequalFigures(setting, dataDir),
      secondWorkspaces: secondWorkspaces(dataDir),
    }
  },
}
