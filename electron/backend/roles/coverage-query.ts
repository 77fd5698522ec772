import { AppError } from '../../../shared/contract/errors.ts'
import { figuresFromSeries, knownShare, type CountryFilter, type CoverageRange } from '../../../shared/coverage/index.ts'
import { localRange } from '../../../shared/time/local.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { knownSpans } from './known-spans.ts'
import type { CellQuery, CellReport } from './app-queries.ts'
import { cellDates } from './cell-query.ts'
import type { CoverageQuery, CoverageReport } from './roles.ts'
import { createSeriesCache, type FilteredSeries } from './series-cache.ts'

export interface CoverageCalculator {
  coverage(snapshot: CacheSnapshot, query: CoverageQuery): CoverageReport
  cell(snapshot: CacheSnapshot, query: CellQuery): CellReport
}

/** Answers coverage queries from snapshots of one cache; keeps filtered series at hand between them. */
export function createCoverageCalculator(): CoverageCalculator {
  const seriesOf = createSeriesCache()
  const prepare = (snapshot: CacheSnapshot, query: CoverageQuery) => {
    const pool = poolOf(snapshot, query.poolId)
    refuseOtherOrganization(snapshot, query.organizationId)
    const countryFilter = query.countryFilter ?? snapshot.directory?.countryRule ?? null
    const filtered = seriesOf(snapshot, { poolId: query.poolId, countryFilter: effective(snapshot, countryFilter) })
    return { pool, countryFilter, filtered, now: snapshot.state.now ?? query.clock }
  }
  const coverage = (snapshot: CacheSnapshot, query: CoverageQuery): CoverageReport => {
    const { pool, countryFilter, filtered, now } = prepare(snapshot, query)
    const range: CoverageRange = { from: query.from, to: query.to, timeZone: query.timeZone, now }
    return {
      figures: figuresFromSeries(filtered.series, filtered.agentTime, range),
      now,
      ...knownShare(range, knownSpans(snapshot)),
      agentData: hasAgentTime(filtered, range),
      organization: snapshot.directory?.organizationName ?? null,
      pool,
      countryFilter,
      hasCountry: snapshot.directory?.hasCountry ?? true,
      revision: snapshot.revision,
    }
  }
  return {
    coverage,
    cell(snapshot, query) {
      const { filtered, now } = prepare(snapshot, query)
      return { dates: cellDates(query, { filtered, known: knownSpans(snapshot), now }), revision: snapshot.revision }
    },
  }
}

/** Where the source has no countries every visit's is unknown, and a filter would only seem to work. */
function effective({ directory }: CacheSnapshot, filter: CountryFilter | null): CountryFilter | null {
  return directory?.hasCountry === false ? null : filter
}

function hasAgentTime({ series, agentTime }: FilteredSeries, range: CoverageRange): boolean {
  const { start, end } = localRange(range.from, range.to, range.timeZone)
  const firstMs = series.firstSlot * SLOT_MS
  const first = Math.max(Math.floor((start - firstMs) / SLOT_MS), 0)
  const last = Math.min(Math.ceil((end - firstMs) / SLOT_MS), agentTime.length)
  for (let slot = first; slot < last; slot++) if (agentTime[slot]! > 0) return true
  return false
}

function poolOf({ directory, dictionary }: CacheSnapshot, poolId: string | null | undefined): string | null {
  if (poolId === undefined) return null
  if (poolId === null) return 'No pool'
  const known = directory?.pools?.find((pool) => pool.id === poolId)
  if (known) return known.name ?? known.id
  if (dictionary.pools.includes(poolId)) return poolId
  const names = (directory?.pools ?? []).map((pool) => `${pool.id} (${pool.name ?? 'no name'})`)
  throw new AppError({
    code: 'not-found',
    message: `There is no pool "${poolId}".`,
    next: names.length === 0 ? 'The source names no pools; "none" stands for visits without one.' : `There are: ${names.join(', ')}; "none" stands for visits without a pool.`,
  })
}

function refuseOtherOrganization({ directory }: CacheSnapshot, organizationId: string | null): void {
  if (organizationId === null || directory === null || directory.organizationId === organizationId) return
  throw new AppError({
    code: 'not-found',
    message: `This workspace holds the organization ${directory.organizationId}, not ${organizationId}.`,
    next: 'Choose the workspace of that organization, or sync it into a workspace of its own.',
  })
}
