import { localDateOf } from '../../../shared/time/local.ts'
import { environmentPassword, passwordTarget, targetOf } from '../../sync/postgres/connection-target.ts'
import type { BackendContext } from '../core/context.ts'
import { passwordsOf } from '../sync/passwords.ts'
import { readCache } from '../threads/read-cache.ts'
import type { CacheOverview } from './cache-overview.ts'
import { describeWorkspace, timeZoneOf, workspaceById } from './workspace-by-id.ts'

/** Everything about a workspace that its screens need before their figures. Instants are ISO, dates local. */
export async function workspaceOverview(context: BackendContext, workspaceId: string) {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const target = workspace.source?.kind === 'postgres' ? targetOf(workspace.source.url) : null
  const [cache, password] = await Promise.all([
    readCache(context, workspaceId, (reader) => reader.overview(workspaceId)),
    target === null ? null : passwordsOf(context).of({ workspaceId, target: passwordTarget(target) }),
  ])
  const timeZone = timeZoneOf(workspace, context)
  return {
    workspace: describeWorkspace(workspace),
    /** Without a password. */
    source: workspace.source,
    /** A connection that nobody on this computer has named or confirmed: nothing connects before. null: there is none to confirm. */
    unconfirmed: workspace.isConfirmed ? null : target,
    /** Whether a password is at hand. false says little: .pgpass may have one, or the server may want none; try first. */
    passwordKnown:
      workspace.source?.kind === 'demo' ||
      password !== null ||
      (target !== null && environmentPassword(target, context.environment) !== null),
    organization: cache.organization,
    countryRule: cache.countryRule,
    /** false: the source has no countries, and a filter has no effect. */
    hasCountry: cache.hasCountry,
    pools: cache.pools,
    hasVisitsWithoutPool: cache.hasVisitsWithoutPool,
    /** false: who serves which pool is not known, and every agent counts for every pool. */
    hasMembership: cache.hasMembership,
    /** Codes of the countries that visits came from, in order; 'OTHER': those folded together. */
    countries: cache.countries,
    /** The clock of the last sync: nothing at or after it counts. */
    now: cache.now === null ? null : new Date(cache.now).toISOString(),
    firstKnownDate: cache.firstKnown === null ? null : localDateOf(cache.firstKnown, timeZone),
    lastRun: lastRunOf(cache),
    problems: cache.problems,
    settings: workspace.settings,
    /** Zone in force: the workspace's, else the system's. */
    timeZone,
    /** Changes with every change of the cache; figures of one revision belong together. */
    revision: cache.revision,
  }
}

function lastRunOf({ lastRun }: CacheOverview) {
  if (lastRun === null) return null
  const { startedAt, durationMs, outcome, windows, cells, sessionRows, visitors, error } = lastRun
  return {
    startedAt: new Date(startedAt).toISOString(),
    durationMs,
    outcome,
    windows,
    cells,
    sessionRows,
    visitors,
    error,
  }
}
