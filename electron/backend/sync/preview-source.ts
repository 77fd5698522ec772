import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { CountryFilter, CoverageSummary, DataProblem } from '../../../shared/coverage/types.ts'
import type { Interval } from '../../../shared/foundation/interval.ts'
import { addDays, localDateOf, localRange } from '../../../shared/time/local.ts'
import { SLOT_MS, utcDayOf } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { openUnstoredCache } from '../../store/unstored-cache.ts'
import type { SyncOptions, SyncOutcome } from '../../sync/options.ts'
import { runSync } from '../../sync/run-sync.ts'
import type { Source, SourceOrganization } from '../../sync/source.ts'
import { createCoverageCalculator } from '../coverage/compute.ts'

export interface PreviewRequest {
  /** null: the only one; of several none is counted, and only their names are listed. */
  readonly organizationId: string | null
  /** IANA zone whose days are meant. */
  readonly timeZone: string
}

/** What a first look at a source finds, before anything is stored. Instants are epoch milliseconds. */
export interface SourcePreview {
  /** The source's clock. */
  readonly now: number
  readonly organizations: readonly SourceOrganization[]
  /** null: one of several has still to be chosen. */
  readonly organization: SourceOrganization | null
  /** null: it has no visit yet, or no organization was chosen. */
  readonly day: PreviewDay | null
  readonly problems: readonly DataProblem[]
}

/** One day as Coverage shows it after a sync. */
export interface PreviewDay {
  /** Local date. */
  readonly date: string
  /** false: the day is not over yet. */
  readonly isOver: boolean
  readonly totals: CoverageSummary & { readonly avgAgentsOnline: number }
  /** The organization's own rule, which the figures obey; null: none. */
  readonly countryFilter: CountryFilter | null
  /** Pools that visits were for, most visitors first. id null: no pool. */
  readonly pools: readonly (CoverageSummary & { readonly id: string | null; readonly name: string | null })[]
  /** Countries that visitors came from, whether they count or not, most visitors first. code null: not known. */
  readonly countries: readonly { readonly code: string | null; readonly visitors: number }[]
  /** Sessions that reach into the day. */
  readonly sessions: number
  /** Of them, those that were never closed although their agent is gone or has begun another since. */
  readonly leftOpen: number
}

export interface Preview {
  readonly source: Source
  readonly request: PreviewRequest
  readonly clock: () => number
}

/**
 * Counts the last full day of an organization (or, where nobody came then, the newest day with visits) by a sync into a cache that is never
 * stored, and reads it as Coverage does. Throws what a sync throws: AppError 'source-*' or 'cancelled'.
 */
export async function previewSource(preview: Preview, signal: AbortSignal): Promise<SourcePreview> {
  try {
    return await look(preview, signal)
  } catch (thrown) {
    // What a sync says of what it kept is not true of a look.
    throw thrown instanceof AppError
      ? new AppError({ ...toErrorReport(thrown), kept: 'Nothing was stored.' }, { cause: thrown })
      : thrown
  }
}

async function look({ source, request, clock }: Preview, signal: AbortSignal): Promise<SourcePreview> {
  const { now, organizations } = await source.describe(signal)
  const wanted = request.organizationId ?? (organizations.length === 1 ? organizations[0]!.id : null)
  if (wanted === null) return { now, organizations, organization: null, day: null, problems: [] }
  const store = openUnstoredCache()
  try {
    const count = (date: string): Promise<SyncOutcome> =>
      runSync({
        source: withoutCalls(source),
        cache: store.cache,
        options: optionsFor({ date, timeZone: request.timeZone, organizationId: wanted, now }),
        signal,
        clock,
      })
    const yesterday = addDays(localDateOf(now, request.timeZone), -1)
    let outcome = await count(yesterday)
    let day = readDay(store.snapshot(), { date: yesterday, timeZone: request.timeZone, now })
    const latest = store.snapshot().directory?.latest ?? null
    if (day.totals.totalPageviews === 0 && latest !== null) {
      const newest = localDateOf(Math.min(latest, now), request.timeZone)
      outcome = await count(newest)
      day = readDay(store.snapshot(), { date: newest, timeZone: request.timeZone, now })
    }
    const name = store.snapshot().directory?.organizationName ?? null
    return {
      now,
      organizations,
      organization: { id: wanted, name },
      day: latest === null ? null : day,
      problems: outcome.dataProblems,
    }
  } finally {
    store.close()
  }
}

/** Calls are counted by a sync only: they are no figure of a day. */
function withoutCalls({ callsIdentity: _calls, ...source }: Source): Source {
  return source
}

interface DayRequest {
  readonly date: string
  readonly timeZone: string
  readonly now: number
}

function optionsFor({
  date,
  timeZone,
  organizationId,
  now,
}: DayRequest & { readonly organizationId: string }): SyncOptions {
  const { start, end } = localRange(date, date, timeZone)
  return {
    organizationId,
    now,
    fromDay: utcDayOf(start),
    historyFromDay: null,
    sessionsFromDay: null,
    remap: false,
    toDay: utcDayOf(end - 1),
    full: false,
    reconcile: 'never',
    takeSource: false,
    overlapMs: 0,
    keepFromDay: null,
    defaultWeeks: 1,
    foldCountriesUnder: 0,
  }
}

function readDay(snapshot: CacheSnapshot, { date, timeZone, now }: DayRequest): PreviewDay {
  const calculator = createCoverageCalculator()
  const query = {
    workspaceId: '',
    from: date,
    to: date,
    timeZone,
    organizationId: null,
    countryFilter: null,
    clock: now,
    countAway: true,
  }
  const report = calculator.coverage(snapshot, { ...query, poolId: undefined })
  const { start, end } = localRange(date, date, timeZone)
  const seen = visitorsBy(snapshot, { start, end })
  const sessions = snapshot.sessions.filter(
    ({ startedAt, endedAt }) => startedAt < Math.min(end, now) && (endedAt === null || endedAt > start),
  )
  return {
    date,
    isOver: end <= now,
    totals: report.figures.totals,
    countryFilter:
      report.hasCountry && report.countryFilter !== null && report.countryFilter.countries.length > 0
        ? report.countryFilter
        : null,
    pools: [...seen.pools.keys()]
      .map((id) => {
        const { figures, pool } = calculator.coverage(snapshot, { ...query, poolId: id })
        const { totalPageviews, pageviewsWithAgent, missedOpportunities, coverageRate } = figures.totals
        return {
          id,
          name: id === null || pool === id ? null : pool,
          totalPageviews,
          pageviewsWithAgent,
          missedOpportunities,
          coverageRate,
        }
      })
      .toSorted((a, b) => b.totalPageviews - a.totalPageviews),
    countries: [...seen.countries]
      .map(([code, visitors]) => ({ code, visitors }))
      .toSorted((a, b) => b.visitors - a.visitors),
    sessions: sessions.length,
    leftOpen: sessions.filter(({ leftOpen }) => leftOpen).length,
  }
}

/** Visitors of a time range by pool and by country, counted or not. */
function visitorsBy({ traffic, dictionary }: CacheSnapshot, { start, end }: Interval) {
  const pools = new Map<string | null, number>()
  const countries = new Map<string | null, number>()
  const add = (sums: Map<string | null, number>, code: string | null, visitors: number): void =>
    void sums.set(code, (sums.get(code) ?? 0) + visitors)
  for (const cells of traffic.values()) {
    for (let cell = 0; cell < cells.length; cell += 1) {
      const instant = cells.slot[cell]! * SLOT_MS
      if (instant < start || instant >= end) continue
      add(pools, dictionary.pools[cells.pool[cell]!] ?? null, cells.visitors[cell]!)
      add(countries, dictionary.countries[cells.country[cell]!] ?? null, cells.visitors[cell]!)
    }
  }
  return { pools, countries }
}
