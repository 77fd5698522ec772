import { runSync } from '../../../electron/sync/run-sync.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { MemoryCache } from '../../support/memory-cache.ts'
import { MemorySource } from '../../support/memory-source.ts'
import type { SyncOptions, SyncOutcome, SyncProgress } from '../../../electron/sync/options.ts'

/** 2 March 2026, as a UTC day number; a Monday. */
export const MONDAY = 20_514

export function at(day: number, hour = 0, minute = 0): number {
  return (MONDAY + day) * DAY_MS + hour * HOUR_MS + minute * 60_000
}

export const OPTIONS: SyncOptions = {
  sessionsFromDay: null,
  organizationId: null,
  now: null,
  fromDay: null,
  toDay: null,
  full: false,
  reconcile: 'daily',
  takeSource: false,
  overlapMs: 2 * HOUR_MS,
  remap: false,
  historyFromDay: null,
  defaultWeeks: 26,
  keepFromDay: null,
  foldCountriesUnder: 0,
}

export interface Scenario {
  readonly source: MemorySource
  readonly cache: MemoryCache
  /** Adds a visit and returns its id. */
  visit(
    instant: number,
    visit?: { readonly agentId?: string | null; readonly poolId?: string | null; readonly country?: string | null },
  ): string
  session(agentId: string, startedAt: number, endedAt: number | null): string
  sync(
    options?: Partial<SyncOptions>,
    extra?: { readonly onProgress?: (progress: SyncProgress) => void; readonly signal?: AbortSignal },
  ): Promise<SyncOutcome>
}

/** A source and a cache of their own, and short words to fill and sync them. */
export function scenario(now: number): Scenario {
  const source = new MemorySource(now)
  const cache = new MemoryCache()
  let ids = 0
  let clock = 1_000
  return {
    source,
    cache,
    visit(instant, { agentId = null, poolId = null, country = null } = {}) {
      const id = `visit-${(ids += 1)}`
      source.visits.push({ id, at: instant, agentId, poolId, country })
      return id
    },
    session(agentId, startedAt, endedAt) {
      const id = `session-${(ids += 1)}`
      source.sessions.push({ id, agentId, startedAt, endedAt })
      return id
    },
    sync(options = {}, extra = {}) {
      source.windows.length = 0
      source.checks.length = 0
      cache.commits.length = 0
      return runSync({ source, cache, options: { ...OPTIONS, ...options }, clock: () => (clock += 10), ...extra })
    },
  }
}

/** A week of visits every two hours, agents online from 9 to 17, synced on the following Monday at 10:07. */
export function busyWeek(): Scenario {
  const company = scenario(at(7, 10, 7))
  company.source.agents = ['ann', 'bob'].map((id) => ({ id, name: id }))
  for (let day = 0; day <= 7; day += 1) {
    for (let hour = 0; hour < 24; hour += 2) {
      if (at(day, hour, 5) < company.source.now)
        company.visit(at(day, hour, 5), { agentId: hour % 4 === 0 ? 'ann' : null, country: 'US' })
    }
    if (day < 7) company.session('ann', at(day, 9), at(day, 17))
  }
  return company
}
