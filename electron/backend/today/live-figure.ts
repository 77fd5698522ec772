import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import { appSettingsFile } from '../core/app-settings-file.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import { today, WHOLE_DAY } from './use-cases.ts'

/** So long a figure stays as it is without a sync. */
const REFRESH_MS = MINUTE_MS

interface LiveFigureKeeper {
  /** Looks anew, if it is time to; at once where something has changed. */
  refresh(now?: 'at-once'): Promise<void>
}

/** Keeps the chance of the next visitor in the system's tray, where the host has one and the user asked for it. */
export const liveFigureOf = perContext(createLiveFigure)

function createLiveFigure(context: BackendContext): LiveFigureKeeper {
  const { host, clock, dataDir, log } = context
  const { showFigure } = host
  const settings = appSettingsFile(dataDir)
  let looked = Number.NEGATIVE_INFINITY
  let running: Promise<void> = Promise.resolve()

  async function look(): Promise<void> {
    if (showFigure === null) return
    if (!(await settings.read()).liveFigure) return showFigure(null)
    const workspaces = (await context.data.work().list()).toSorted(
      (one, other) => (other.lastUsed ?? 0) - (one.lastUsed ?? 0),
    )
    const [workspace] = workspaces
    if (workspace === undefined) return showFigure(null)
    try {
      const { next, timeZone } = await today(context, { ...WHOLE_DAY, workspaceId: workspace.id })
      showFigure({
        workspace: workspace.name,
        chance: percentOf(next?.chance),
        pools: (next?.pools ?? []).map(({ name, chance }) => ({ name, chance: percentOf(chance) })),
        agents: next?.agents ?? 0,
        asOf: next?.now ?? null,
        timeZone,
      })
    } catch (thrown) {
      const { code } = toErrorReport(thrown)
      // Nothing was synced yet, or the app ends; what else is wrong is said where it is looked at.
      if (code !== 'not-found' && code !== 'cancelled') log.warn(`The live figure is not known: ${String(thrown)}`)
      showFigure({ workspace: workspace.name, chance: null, pools: [], agents: 0, asOf: null, timeZone: 'UTC' })
    }
  }
  return {
    refresh(when) {
      if (showFigure === null || (when === undefined && clock() - looked < REFRESH_MS)) return Promise.resolve()
      looked = clock()
      // One after the other: the newest is shown last.
      running = running.then(look)
      return running
    },
  }
}

function percentOf(chance: number | null | undefined): number | null {
  return chance === null || chance === undefined ? null : 100 * chance
}
