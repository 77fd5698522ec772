import { z } from 'zod'
import {
  alertStateSchema,
  CALM,
  dismissAlert,
  isFresh,
  isQuietHour,
  stepAlert,
  type AlertEvent,
} from '../../../shared/compare/today/alert-state.ts'
import { chanceBelow } from '../../../shared/compare/today/chance-below.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { localHourOf } from '../../../shared/time/hours-of-week.ts'
import { SLOT_MS, slotOf } from '../../../shared/time/slots.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { type BackendContext, perContext, type SyncedWorkspace } from '../core/context.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'

/** What happened longer ago is not worth an alert. */
const OLD_MS = 30 * MINUTE_MS
/**
 * Under this name, which no screen can have, the alert's state is kept with the user's work: an episode is one, also when the app is closed
 * in the middle of it.
 */
const KEPT_AS = 'alert/low-coverage'

/** Low coverage that goes on. */
export interface LowCoverage {
  readonly since: string
  /** Figures are of the 60 minutes before; ISO. */
  readonly until: string
  readonly visitors: number
  readonly covered: number
  /** 0-100. */
  readonly target: number
  /** Whether it is to be said aloud: not in quiet hours, nor once it was dismissed. */
  readonly isAlert: boolean
}

export interface CoverageWatch {
  /** Looks at the last hour after a sync, and notifies where that is due. What it cannot do is no failure of the sync. */
  look(synced: SyncedWorkspace): Promise<void>
  /** null: coverage is not low, or nothing was heard of it for long, or the workspace is not watched. */
  low(workspace: WorkspaceRecord): Promise<LowCoverage | null>
  /** No more is said of the episode that goes on. */
  dismiss(workspaceId: string): Promise<void>
}

const watchedSchema = z.strictObject({
  state: alertStateSchema,
  /** Of the hour before `until` when it was last looked at. */
  seen: z.strictObject({ visitors: z.number(), covered: z.number(), target: z.number(), until: z.number() }).nullable(),
})
type Watched = Readonly<z.infer<typeof watchedSchema>>

/** Keeps an eye on coverage of workspaces that sync by themselves: one alert an episode, none in quiet hours. */
export const coverageWatchOf = perContext(createCoverageWatch)

export function createCoverageWatch(deps: BackendContext): CoverageWatch {
  const { notify } = deps.host
  const work = () => deps.data.work()
  const read = async (workspaceId: string): Promise<Watched> =>
    watchedSchema.safeParse(await work().viewState(workspaceId, KEPT_AS)).data ?? { state: CALM, seen: null }
  const isQuietAt = (instant: number, workspace: WorkspaceRecord): boolean =>
    isQuietHour(localHourOf(instant, timeZoneOf(workspace, deps)), quietHours(workspace.settings))
  // One change after the other: what is kept is read and written again.
  let changing: Promise<unknown> = Promise.resolve()
  const change = async (workspaceId: string, changed: (before: Watched) => Watched): Promise<void> => {
    const next = changing.then(async () => work().saveViewState(workspaceId, KEPT_AS, changed(await read(workspaceId))))
    changing = next.catch(() => undefined)
    await next
  }
  return {
    async look({ workspaceId, now }) {
      try {
        const workspace = await workspaceById(work(), workspaceId)
        const { settings } = workspace
        if (!isWatched(settings) || deps.clock() - now > OLD_MS) return
        const { lastHour } = await computeFromCache(deps, workspaceId, (computer) => computer.lastHour(workspaceId))
        const target = settings.targetCoverage
        const look = {
          at: now,
          chance: lastHour === null ? null : chanceBelow(target / 100, lastHour),
          isQuiet: isQuietAt(now, workspace),
          every: settings.autoSyncMinutes!,
        }
        let event: AlertEvent = null
        await change(workspaceId, ({ state: before, seen }) => {
          const step = stepAlert(before, look)
          event = step.event
          return {
            state: step.state,
            seen:
              step.state.kind === 'calm'
                ? null
                : lastHour === null
                  ? seen
                  : { ...lastHour, target, until: slotOf(now) * SLOT_MS },
          }
        })
        if (event === 'raise') notify?.(notificationOf(workspace, lastHour!))
      } catch (thrown) {
        deps.onNotice(`Coverage of the last hour could not be looked at: ${toErrorReport(thrown).message}`)
      }
    },
    async low(workspace) {
      const { settings } = workspace
      if (!isWatched(settings)) return null
      const now = deps.clock()
      const { state, seen } = await read(workspace.id)
      if (state.kind !== 'low' || seen === null || !isFresh(state, { now, every: settings.autoSyncMinutes! }))
        return null
      const { until, ...figures } = seen
      const isAlert = state.told && !state.dismissed && !isQuietAt(now, workspace)
      return { since: new Date(state.since).toISOString(), until: new Date(until).toISOString(), ...figures, isAlert }
    },
    dismiss: (workspaceId) => change(workspaceId, (before) => ({ ...before, state: dismissAlert(before.state) })),
  }
}

/** Who syncs by hand looks anyway. */
function isWatched({ lowCoverageAlert, autoSyncMinutes }: WorkspaceSettings): boolean {
  return lowCoverageAlert && autoSyncMinutes !== null
}

function notificationOf(
  { name, organization, settings }: WorkspaceRecord,
  { visitors, covered }: { readonly visitors: number; readonly covered: number },
): { readonly title: string; readonly body: string } {
  const missed = visitors - covered
  return {
    title: 'Coverage is low',
    body: `${organization ?? name}: ${missed} of ${visitors} visitors missed in the last hour. The target is ${settings.targetCoverage}%.`,
  }
}

function quietHours({ quietFrom, quietTo }: WorkspaceSettings): { readonly from: number; readonly to: number } | null {
  return quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
}
