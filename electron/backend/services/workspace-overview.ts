import { localDateOf } from '../../../shared/time/local.ts'
import type { CacheOverview } from '../roles/app-queries.ts'
import type { LastRun, WorkspaceOverview } from './app-services.ts'
import { environmentPassword, passwordTarget, targetOf } from '../../sync/postgres/connection-target.ts'
import { timeZoneOf } from './app-coverage.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Passwords } from './passwords.ts'
import { readCache } from './read-cache.ts'
import { workspaceById } from './workspace-by-id.ts'
import { describeWorkspace } from './workspace-choice.ts'

/** Everything about a workspace that its screens need before their figures. */
export async function workspaceOverview(deps: ServiceDependencies, passwords: Passwords, workspaceId: string): Promise<WorkspaceOverview> {
  const workspace = await workspaceById(deps.data.work(), workspaceId)
  const target = workspace.source?.kind === 'postgres' ? targetOf(workspace.source.url) : null
  const [cache, password] = await Promise.all([
    readCache(deps, workspaceId, (reader) => reader.overview(workspaceId)),
    target === null ? null : passwords.of({ workspaceId, target: passwordTarget(target) }),
  ])
  const timeZone = timeZoneOf(workspace, deps)
  return {
    workspace: describeWorkspace(workspace),
    source: workspace.source,
    unconfirmed: workspace.isConfirmed ? null : target,
    passwordKnown: workspace.source?.kind === 'demo' || password !== null || (target !== null && environmentPassword(target, deps.environment) !== null),
    organization: cache.organization,
    countryRule: cache.countryRule,
    hasCountry: cache.hasCountry,
    pools: cache.pools,
    hasVisitsWithoutPool: cache.hasVisitsWithoutPool,
    hasMembership: cache.hasMembership,
    countries: cache.countries,
    now: cache.now === null ? null : new Date(cache.now).toISOString(),
    firstKnownDate: cache.firstKnown === null ? null : localDateOf(cache.firstKnown, timeZone),
    lastRun: lastRunOf(cache),
    problems: cache.problems,
    settings: workspace.settings,
    timeZone,
    revision: cache.revision,
  }
}

function lastRunOf({ lastRun }: CacheOverview): LastRun | null {
  if (lastRun === null) return null
  const { startedAt, durationMs, outcome, windows, cells, sessionRows, visitors, error } = lastRun
  return { startedAt: new Date(startedAt).toISOString(), durationMs, outcome, windows, cells, sessionRows, visitors, error }
}
