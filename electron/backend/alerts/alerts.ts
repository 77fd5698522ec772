import type { z } from 'zod'
import { alertText, plainText } from '../../../shared/alerts/alert-text.ts'
import type { AlertFigures } from '../../../shared/alerts/judge.ts'
import { isFresh } from '../../../shared/alerts/episode.ts'
import { toErrorReport, type ErrorReport } from '../../../shared/foundation/errors.ts'
import { type BackendContext, perContext, type SyncedWorkspace } from '../core/context.ts'
import { autoSyncOf } from '../sync/auto-sync.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { deliverDue, type ChannelOff, type Delivered } from './deliver.ts'
import { digestsOf } from './digest.ts'
import type { watchInput } from './inputs.ts'
import { isQuietAt, lookAtOrganizations, lookAtRules, lookAtSync, type AlertChange } from './look.ts'
import { wordingOf } from './wording.ts'

/** Something that is wrong now. Instants are ISO. */
export interface ActiveAlert {
  readonly ruleId: string
  /** Of one rule each once. */
  readonly subject: string
  readonly rule: string
  /** Of the pool or agent; null: all together. */
  readonly name: string | null
  readonly since: string
  readonly figures: AlertFigures
  /** Whether it is to be said aloud: not in quiet hours, nor before it lasted long enough, nor once it was dismissed. */
  readonly isAlert: boolean
}

export interface Alerts {
  /** Looks after a sync of a workspace that syncs by itself, and sends what is due. What it cannot do is no failure of the sync. */
  look(synced: SyncedWorkspace): Promise<void>
  /** Sends what is due, of every workspace that syncs by itself. */
  tick(): Promise<void>
  active(workspace: WorkspaceRecord): Promise<readonly ActiveAlert[]>
}

export const alertsOf = perContext(createAlerts)

/** Rules of alerts while the app runs: each episode once, none in quiet hours. */
function createAlerts(context: BackendContext): Alerts {
  const { data, host, onNotice } = context
  const work = () => data.work()
  const attempt = async (what: string, run: () => Promise<unknown>): Promise<void> => {
    try {
      await run()
    } catch (thrown) {
      if (toErrorReport(thrown).code !== 'cancelled') onNotice(`${what}: ${toErrorReport(thrown).message}`)
    }
  }
  let shownCount = 0
  // Of one process never two rounds at once.
  let round: Promise<void> | null = null
  const send = async (workspace: WorkspaceRecord): Promise<void> =>
    attempt('Alerts could not be sent', () => deliverDue(context, workspace))
  // First what is due: a digest that cannot be written keeps no alert.
  const deliver = async (workspace: WorkspaceRecord): Promise<void> => {
    await send(workspace)
    let isWritten = false
    await attempt('The weekly digest could not be written', async () => {
      isWritten = await digestsOf(context).enqueue(workspace)
    })
    if (isWritten) await send(workspace)
  }
  const active = async (workspace: WorkspaceRecord): Promise<readonly ActiveAlert[]> => {
    if (!watches(workspace)) return []
    const zone = timeZoneOf(workspace, context)
    const now = context.clock()
    const { rules } = await work().alertSettings(workspace.id)
    return (await work().alertStates(workspace.id)).flatMap(({ ruleId, subject, state, seen }) => {
      const rule = rules.find(({ id }) => id === ruleId)
      if (rule?.isOn !== true || state.kind !== 'low' || seen === null) return []
      if (!isFresh(state, { now, every: workspace.settings.autoSyncMinutes! })) return []
      return [
        {
          ruleId,
          subject,
          rule: rule.name,
          name: seen.name,
          since: new Date(state.since).toISOString(),
          figures: seen.figures,
          isAlert: rule.desktop && state.told && !state.dismissed && !isQuietAt(now, rule, zone),
        },
      ]
    })
  }
  const watched = async (): Promise<readonly WorkspaceRecord[]> => (await work().list()).filter(watches)
  const showBadge = async (workspaces: readonly WorkspaceRecord[]): Promise<void> => {
    if (host.badge === null) return
    const all = await Promise.all(workspaces.map(active))
    const count = all.flat().filter(({ isAlert }) => isAlert).length
    if (count !== shownCount) host.badge(count)
    shownCount = count
  }
  const tickOnce = async (): Promise<void> => {
    const workspaces = await watched()
    for (const workspace of workspaces) {
      await attempt('Alerts could not be checked', () =>
        lookAtSync(context, workspace, {
          isFailing: autoSyncOf(context).stateOf(workspace).failures > 0,
          every: workspace.settings.autoSyncMinutes!,
        }),
      )
      await deliver(workspace)
    }
    await showBadge(workspaces)
  }
  const tick = async (): Promise<void> => {
    round ??= attempt('Alerts could not be checked', tickOnce).finally(() => (round = null))
    await round
  }
  return {
    active,
    tick,
    async look(synced) {
      await attempt('Alerts could not be checked', async () => {
        const workspace = await workspaceById(work(), synced.workspaceId)
        if (!watches(workspace)) return
        await attempt('Alerts could not be checked', () =>
          lookAtRules(context, synced, workspace.settings.autoSyncMinutes!),
        )
        await deliver(workspace)
        // Last, because counting a large platform takes minutes.
        await attempt('Organizations could not be checked', async () => {
          if ((await lookAtOrganizations(context, workspace)).length > 0) await send(workspace)
        })
        await showBadge(await watched())
      })
    },
  }
}

export interface WatchRound {
  readonly changes: readonly Omit<AlertChange, 'event'>[]
  readonly delivered: readonly Delivered[]
  readonly off: readonly ChannelOff[]
  /** What could not be done; the rest was. */
  readonly problems: readonly ErrorReport[]
}

/** One round of `covercast watch`: looks at the cache as it is, and sends what is due. What it cannot do keeps nothing else. */
export async function watchRound(
  context: BackendContext,
  { workspaceId, isFailing, every, looks, wording }: z.output<typeof watchInput>,
): Promise<WatchRound> {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const problems: ErrorReport[] = []
  const attempt = async <Found>(run: () => Promise<Found>, otherwise: Found): Promise<Found> => {
    try {
      return await run()
    } catch (thrown) {
      problems.push(toErrorReport(thrown))
      return otherwise
    }
  }
  const { now } = workspace
  const looked =
    now === null || !looks ? [] : await attempt(() => lookAtRules(context, { workspaceId, now }, every), [])
  const syncs = await attempt(() => lookAtSync(context, workspace, { isFailing, every }), [])
  const nothing = { delivered: [], off: [] }
  const first = await attempt(() => deliverDue(context, workspace), nothing)
  const isWritten = await attempt(() => digestsOf(context).enqueue(workspace), false)
  const fallen = looks ? await attempt(() => lookAtOrganizations(context, workspace), []) : []
  const then = isWritten || fallen.length > 0 ? await attempt(() => deliverDue(context, workspace), nothing) : nothing
  const words = wording === undefined ? null : await wordingOf(context, workspace, wording)
  const changes = [...looked, ...syncs, ...fallen].map(({ event, ...change }) => ({
    ...change,
    text: words === null ? change.text : plainText(alertText(event, words)),
  }))
  return { changes, delivered: [...first.delivered, ...then.delivered], off: first.off, problems }
}

/** Who syncs by hand looks anyway. */
function watches({ problem, settings, source }: WorkspaceRecord): boolean {
  return problem === null && source !== null && settings.autoSyncMinutes !== null
}
