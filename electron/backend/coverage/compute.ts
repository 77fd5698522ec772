import { figuresFromSeries, knownShare, type CoverageRange, type SlotSeries } from '../../../shared/coverage/index.ts'
import { MOST_PAGE_CLASSES } from '../../../shared/contract/page-rules.ts'
import { localRange } from '../../../shared/time/local.ts'
import { SLOT_MS, utcDayOf } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { knownIntervals } from './known-intervals.ts'
import { countedByPages, keepsSessions } from '../../sync/fingerprints.ts'
import { cellDates } from './cell-query.ts'
import { chosenPool, effectiveFilter, refuseOtherOrganization } from './chosen-facts.ts'
import type { CellQuery, CoverageQuery } from './queries.ts'
import { createStarvedInRange } from './starved-in-range.ts'
import { starvedReport } from './starved-report.ts'
import { createSeriesCache, type DayRange, type FilteredSeries, type SeriesFilter } from './series-cache.ts'

/** Every class there can be, and the pages of none. */
const CLASSES_KEPT = MOST_PAGE_CLASSES + 1

/** Answers coverage queries from snapshots of one cache; keeps filtered series at hand between them. */
export function createCoverageCalculator() {
  const seriesOf = createSeriesCache()
  const classSeriesOf = createSeriesCache(CLASSES_KEPT)
  const starvedIn = createStarvedInRange()
  const prepare = (snapshot: CacheSnapshot, query: CoverageQuery) => {
    const pool = chosenPool(snapshot, query.poolId)
    refuseOtherOrganization(snapshot, query.organizationId)
    const agentsOnline = countsPresent(snapshot, query) ? ('present' as const) : ('sessions' as const)
    const countryFilter = query.countryFilter ?? snapshot.directory?.countryRule ?? null
    const filter = {
      poolId: query.poolId,
      countryFilter: effectiveFilter(snapshot, countryFilter),
      pageClass: query.pageClass,
      pageClasses: query.pageWeights === undefined ? undefined : [...query.pageWeights.keys()],
      presentOnly: agentsOnline === 'present',
    }
    const filtered = seriesOf(snapshot, filter, daysOf(query))
    return { pool, countryFilter, agentsOnline, filter, filtered, now: snapshot.state.now ?? query.clock }
  }
  /** The same visits by what they are worth; null: no rules of pages say so. */
  const valueOf = (
    snapshot: CacheSnapshot,
    query: CoverageQuery,
    { filter, range, agentTime }: { filter: SeriesFilter; range: CoverageRange; agentTime: Float64Array },
  ) => {
    const { pageWeights, pageClassing } = query
    if (pageWeights === undefined || pageClassing === undefined) return null
    const days = daysOf(query)
    const figuresOf = (series: SlotSeries) => figuresFromSeries(series, agentTime, range)
    const weighted = figuresOf(seriesOf(snapshot, { ...filter, pageWeights }, days).series)
    const classes = [...pageWeights, [null, 1] as const].filter(
      ([pageClass]) => filter.pageClass === undefined || filter.pageClass === pageClass,
    )
    return {
      ...weighted,
      byClass: classes.map(([pageClass, weight]) => {
        const { series } = classSeriesOf(snapshot, { ...filter, pageClass }, days)
        const { avgAgentsOnline: _agents, ...totals } = figuresOf(series).totals
        return { pageClass, weight, ...totals }
      }),
      countedShare: classedShare(snapshot, pageClassing, days),
    }
  }
  return {
    coverage(snapshot: CacheSnapshot, query: CoverageQuery) {
      const { pool, countryFilter, agentsOnline, filter, filtered, now } = prepare(snapshot, query)
      const range: CoverageRange = { from: query.from, to: query.to, timeZone: query.timeZone, now }
      const agentTime = agentTimeKnown(snapshot, query)
        ? filtered.agentTime
        : new Float64Array(filtered.agentTime.length)
      return {
        figures: figuresFromSeries(filtered.series, agentTime, range),
        value: valueOf(snapshot, query, { filter, range, agentTime }),
        now,
        ...knownShare(range, knownIntervals(snapshot)),
        agentData: hasAgentTime({ ...filtered, agentTime }, range),
        agentsOnline,
        organization: snapshot.directory?.organizationName ?? null,
        pool,
        countryFilter,
        hasCountry: snapshot.directory?.hasCountry ?? true,
        starvedPools: starvedReport(snapshot, starvedIn(snapshot, query).starved, query.poolId),
        problems: snapshot.state.problems,
        revision: snapshot.revision,
      }
    },
    cell(snapshot: CacheSnapshot, query: CellQuery) {
      const { filtered, now } = prepare(snapshot, query)
      return {
        dates: cellDates(query, { filtered, known: knownIntervals(snapshot), now }),
        revision: snapshot.revision,
      }
    },
  }
}

/** Whether agents are counted without their time away: only where that is asked for, and recorded. */
function countsPresent({ presence }: CacheSnapshot, { countAway }: CoverageQuery): boolean {
  return !countAway && presence !== null && presence.away.length > 0
}

/** The UTC days that a query's local dates touch. */
function daysOf({ from, to, timeZone }: CoverageQuery): DayRange {
  const { start, end } = localRange(from, to, timeZone)
  return { first: utcDayOf(start), end: utcDayOf(end - 1) + 1 }
}

/** Averages over days of which no sessions are kept would be of others: then nothing is said of agents. */
function agentTimeKnown({ syncedDays }: CacheSnapshot, query: CoverageQuery): boolean {
  const { first, end } = daysOf(query)
  for (let day = first; day < end; day += 1) {
    const record = syncedDays.get(day)
    if (record !== undefined && !keepsSessions(record)) return false
  }
  return true
}

/** Of the visits of some days, the share that was counted by these rules of pages, not by none or by others, 0-1; 1 where there are none. */
function classedShare({ traffic, syncedDays }: CacheSnapshot, pageClassing: string, { first, end }: DayRange): number {
  const isByThese = countedByPages(pageClassing)
  let all = 0
  let classed = 0
  for (let day = first; day < end; day += 1) {
    const cells = traffic.get(day)
    if (cells === undefined) continue
    const visitors = cells.visitors.reduce((sum, count) => sum + count, 0)
    all += visitors
    const record = syncedDays.get(day)
    if (cells.pageClass !== undefined && record !== undefined && isByThese(record)) classed += visitors
  }
  return all === 0 ? 1 : classed / all
}

function hasAgentTime({ series, agentTime }: FilteredSeries, range: CoverageRange): boolean {
  const { start, end } = localRange(range.from, range.to, range.timeZone)
  const firstMs = series.firstSlot * SLOT_MS
  const first = Math.max(Math.floor((start - firstMs) / SLOT_MS), 0)
  const last = Math.min(Math.ceil((end - firstMs) / SLOT_MS), agentTime.length)
  for (let slot = first; slot < last; slot++) if (agentTime[slot]! > 0) return true
  return false
}
