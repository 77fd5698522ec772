import { CALM, isQuietHour, stepAlert, type AlertState } from '../../../shared/compare/today/alert-state.ts'
import { chanceBelow } from '../../../shared/compare/today/chance-below.ts'
import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import { HOUR_MS } from '../../../shared/time/slots.ts'
import { offsetAt } from '../../../shared/time/zone.ts'
import type { HostCapabilities } from '../host-capabilities.ts'
import type { WorkspaceRecord } from '../roles/roles.ts'
import { timeZoneOf } from './app-coverage.ts'
import type { ServiceDependencies, SyncedWorkspace } from './dependencies.ts'
import { computeFromCache } from './read-cache.ts'
import type { LowCoverage } from './today-services.ts'
import { workspaceById } from './workspace-by-id.ts'

/** What happened longer ago is not worth an alert. */
const OLD_MS = 30 * 60_000

export interface CoverageWatch {
  /** Looks at the last hour after a sync, and tells where that is due. What it cannot do is no failure of the sync. */
  look(synced: SyncedWorkspace): Promise<void>
  low(workspaceId: string): LowCoverage | null
}

interface Watched {
  readonly state: AlertState
  readonly last: Pick<LowCoverage, 'visitors' | 'covered' | 'target'> | null
}

/** Keeps an eye on coverage of workspaces that sync by themselves: one alert an episode, none in quiet hours. */
export function createCoverageWatch(deps: ServiceDependencies, notify: HostCapabilities['notify']): CoverageWatch {
  const watched = new Map<string, Watched>()
  return {
    async look({ workspaceId, now }) {
      try {
        const workspace = await workspaceById(deps.data.work(), workspaceId)
        const { settings } = workspace
        // Who syncs by hand looks anyway.
        if (!settings.lowCoverageAlert || settings.autoSyncMinutes === null || deps.clock() - now > OLD_MS) {
          watched.delete(workspaceId)
          return
        }
        const { lastHour } = await computeFromCache(deps, workspaceId, (computer) => computer.lastHour(workspaceId))
        const chance = lastHour === null ? null : chanceBelow(settings.targetCoverage / 100, lastHour)
        const isQuiet = isQuietHour(localHour(now, timeZoneOf(workspace, deps)), quietHours(settings))
        const { state, event } = stepAlert(watched.get(workspaceId)?.state ?? CALM, { at: now, chance, isQuiet })
        watched.set(workspaceId, { state, last: lastHour === null ? (watched.get(workspaceId)?.last ?? null) : { ...lastHour, target: settings.targetCoverage } })
        if (event === 'raise') notify?.(words(workspace, lastHour!))
      } catch (thrown) {
        deps.onNotice(`Coverage of the last hour could not be looked at: ${toErrorReport(thrown).message}`)
      }
    },
    low(workspaceId) {
      const found = watched.get(workspaceId)
      if (found?.state.kind !== 'low' || !found.state.told || found.last === null) return null
      return { since: new Date(found.state.since).toISOString(), ...found.last }
    },
  }
}

function words({ name, organization, settings }: WorkspaceRecord, { visitors, covered }: { readonly visitors: number; readonly covered: number }): { readonly title: string; readonly body: string } {
  const missed = visitors - covered
  return {
    title: 'Coverage is low',
    body: `${organization ?? name}: ${missed} of ${visitors} visitors of the last hour found nobody. The target is ${settings.targetCoverage} %.`,
  }
}

function quietHours({ quietFrom, quietTo }: WorkspaceSettings): { readonly from: number; readonly to: number } | null {
  return quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
}

function localHour(instant: number, timeZone: string): number {
  return Math.floor((instant + offsetAt(instant, timeZone)) / HOUR_MS) % 24
}
