import {
  agentTimePerSlot,
  filterTraffic,
  presentSessions,
  type CountryFilter,
  type SlotRange,
  type SlotSeries,
} from '../../../shared/coverage/index.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { createRecent } from '../threads/recent.ts'
import { syncedSlots } from './synced-slots.ts'

/** Visits and agent-time of one filter, per UTC slot of all that a snapshot has; visits at least of the days that were asked for. */
export interface FilteredSeries {
  readonly series: SlotSeries
  readonly agentTime: Float64Array
}

export interface SeriesFilter {
  readonly poolId: string | null | undefined
  readonly countryFilter: CountryFilter | null
  /** Only visits of pages of this class (null: of none); undefined: of all. */
  readonly pageClass?: string | null | undefined
  /** The classes that rules have now: a visit that was counted as of another is of none. Absent: any. */
  readonly pageClasses?: readonly string[] | undefined
  /** What a visit counts by the class of its page; absent: 1. */
  readonly pageWeights?: ReadonlyMap<string, number> | undefined
  /** Whether time away is left out of agent-time. */
  readonly presentOnly: boolean
}

/** UTC days [first, end). */
export interface DayRange {
  readonly first: number
  readonly end: number
}

/** Answers for the days of a span; asking for more of the same filter adds only those. */
export type SeriesOf = (snapshot: CacheSnapshot, filter: SeriesFilter, days: DayRange) => FilteredSeries

/** How many filters stay at hand: changing only range or zone, or going back to a filter, costs nothing. */
const KEPT = 8

/** Filters a snapshot once for each filter that is asked for. */
export function createSeriesCache(kept = KEPT): SeriesOf {
  let of: CacheSnapshot | null = null
  let series = createRecent<FillingSeries>(kept)
  let agentTimes = createRecent<Float64Array>(KEPT)
  return (snapshot, filter, days) => {
    if (of !== snapshot) {
      series = createRecent(kept)
      agentTimes = createRecent(KEPT)
    }
    of = snapshot
    const pool = filter.poolId === undefined ? 'all' : { pool: filter.poolId }
    const { pageClass, pageClasses, pageWeights } = filter
    const pages =
      pageClass === undefined && pageWeights === undefined ? [] : [{ pageClass, pageClasses }, [...(pageWeights ?? [])]]
    const filling = series([pool, filter.countryFilter, ...pages], () => new FillingSeries(snapshot, filter))
    // Who is online does not depend on where visitors come from.
    const agentTime = agentTimes([pool, filter.presentOnly], () => agentTimeOf(snapshot, filter))
    return { series: filling.upTo(days), agentTime }
  }
}

/** The visits of one filter, filled in day by day as they are asked for. */
class FillingSeries {
  readonly #snapshot: CacheSnapshot
  readonly #filter: SeriesFilter
  readonly #synced: SlotRange
  readonly #series: SlotSeries
  #filled: DayRange | null = null

  constructor(snapshot: CacheSnapshot, filter: SeriesFilter) {
    this.#snapshot = snapshot
    this.#filter = filter
    this.#synced = syncedSlots(snapshot)
    const { firstSlot, length } = this.#synced
    this.#series = { firstSlot, visitors: new Float64Array(length), covered: new Float64Array(length) }
  }

  upTo(days: DayRange): SlotSeries {
    const firstDay = this.#synced.firstSlot / SLOTS_PER_DAY
    const first = Math.max(days.first, firstDay)
    const end = Math.min(days.end, firstDay + this.#synced.length / SLOTS_PER_DAY)
    if (first >= end) return this.#series
    const filled = this.#filled ?? { first, end: first }
    this.#fill({ first, end: filled.first })
    this.#fill({ first: filled.end, end })
    this.#filled = { first: Math.min(first, filled.first), end: Math.max(end, filled.end) }
    return this.#series
  }

  #fill({ first, end }: DayRange): void {
    if (first >= end) return
    const { traffic, dictionary } = this.#snapshot
    const { poolId, countryFilter } = this.#filter
    const worthOf = worthIn(this.#filter)
    const batches = []
    for (let day = first; day < end; day++) {
      const cells = traffic.get(day)
      if (cells !== undefined) batches.push({ dictionary, cells })
    }
    const filter = {
      ...(poolId === undefined ? {} : { poolId }),
      ...(countryFilter === null ? {} : { countryFilter }),
      ...(worthOf === undefined ? {} : { worthOf }),
    }
    const part = filterTraffic(batches, filter, {
      firstSlot: first * SLOTS_PER_DAY,
      length: (end - first) * SLOTS_PER_DAY,
    })
    this.#series.visitors.set(part.visitors, part.firstSlot - this.#synced.firstSlot)
    this.#series.covered.set(part.covered, part.firstSlot - this.#synced.firstSlot)
  }
}

/** What a visit counts, by its class; undefined: all count 1. */
function worthIn({
  pageClass: wanted,
  pageClasses,
  pageWeights,
}: SeriesFilter): ((pageClass: string | null) => number) | undefined {
  if (wanted === undefined && pageWeights === undefined) return undefined
  return (counted) => {
    const pageClass = counted !== null && pageClasses?.includes(counted) === false ? null : counted
    if (wanted !== undefined && pageClass !== wanted) return 0
    return pageClass === null ? 1 : (pageWeights?.get(pageClass) ?? 1)
  }
}

function agentTimeOf(snapshot: CacheSnapshot, { poolId, presentOnly }: SeriesFilter): Float64Array {
  const now = snapshot.state.now ?? 0
  const slots = { ...syncedSlots(snapshot), now }
  if (presentOnly) {
    const sessions = poolId === undefined ? snapshot.sessions : snapshot.sessionsOfPool(poolId)
    return agentTimePerSlot(presentSessions(sessions, snapshot.presence?.away ?? [], now), slots)
  }
  return agentTimePerSlot(poolId === undefined ? snapshot.sessionColumns() : snapshot.sessionsOfPool(poolId), slots)
}
