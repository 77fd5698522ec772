import type { DayVisits, PoolHistory } from './pool-history.ts'

/** A pool whose visitors all look missed although agents who serve it are online: the visits they take are recorded elsewhere. */
export interface StarvedPool {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Visits of the days that show it. */
  readonly visitors: number
  readonly covered: number
  /** UTC days with visits. */
  readonly days: number
  /** Share of the visits that came while somebody who serves the pool was online, 0-1. */
  readonly onlineShare: number
}

const LEAST_VISITORS = 30
const LEAST_DAYS = 7
/** Of the visits at most this share, exclusive, may be covered ... */
const MOST_COVERED = 0.02
/** ... although somebody was online for at least this share of them. */
const LEAST_ONLINE = 0.5
/** A pool may become starved, or stop being so: every interval of so many days is looked at, and all days together. */
const INTERVAL_DAYS = 28

/**
 * The pools that are starved in the whole of what is given or in some four weeks of it: hardly any visit is covered although somebody was
 * online for at least half of them. Where the visits that agents take are missing from a pool, those of hours without agents are soon the
 * most; so a pool is found as well if the same is true of those of its visits alone that came while somebody was online. A pool whose
 * agents are not online is not starved: its visitors are missed. Figures are of all days where those show it, else of the newest interval.
 */
export function findStarvedPools(pools: readonly Pick<PoolHistory, 'poolId' | 'days'>[]): readonly StarvedPool[] {
  return pools.flatMap(({ poolId, days }) => {
    const found = isStarved(sumOf(days)) ? sumOf(days) : newestStarved(days)
    return found === null
      ? []
      : [
          {
            poolId,
            visitors: found.visitors,
            covered: found.covered,
            days: found.days,
            onlineShare: found.online / found.visitors,
          },
        ]
  })
}

/** The visits of all days of a pool, as they are reported of a starved one. */
export function totalVisits(history: readonly DayVisits[]): Omit<StarvedPool, 'poolId'> {
  const { visitors, covered, days, online } = sumOf(history)
  return { visitors, covered, days, onlineShare: visitors === 0 ? 0 : online / visitors }
}

/** Whether agents are online for so many of its visits that it is starved even if no other pool shows what they take. */
export function isMostlyOnline({ onlineShare }: StarvedPool): boolean {
  return onlineShare >= LEAST_ONLINE
}

/** Visits, and those while somebody was online; days with either. */
interface Sums {
  readonly visitors: number
  readonly covered: number
  readonly online: number
  readonly coveredOnline: number
  readonly days: number
  readonly daysOnline: number
}

const NOTHING: Sums = { visitors: 0, covered: 0, online: 0, coveredOnline: 0, days: 0, daysOnline: 0 }

function newestStarved(days: readonly DayVisits[]): Sums | null {
  // As the last day moves back, days leave the interval at its end and enter it at its beginning.
  let first = days.length
  let sums = NOTHING
  for (let last = days.length - 1; last >= 0; last--) {
    while (first > 0 && days[first - 1]!.day > days[last]!.day - INTERVAL_DAYS) sums = changed(sums, days[--first]!, 1)
    // A few first days are no interval: all days together say more.
    if (days[last]!.day - days[0]!.day < INTERVAL_DAYS - 1) return null
    if (isStarved(sums)) return sums
    sums = changed(sums, days[last]!, -1)
  }
  return null
}

function sumOf(days: readonly DayVisits[]): Sums {
  return days.reduce<Sums>((sums, day) => changed(sums, day, 1), NOTHING)
}

function changed(sums: Sums, day: DayVisits, sign: 1 | -1): Sums {
  return {
    visitors: sums.visitors + sign * day.visitors,
    covered: sums.covered + sign * day.covered,
    online: sums.online + sign * day.online,
    coveredOnline: sums.coveredOnline + sign * day.coveredOnline,
    days: sums.days + sign,
    daysOnline: sums.daysOnline + (day.online > 0 ? sign : 0),
  }
}

function isStarved({ visitors, covered, online, coveredOnline, days, daysOnline }: Sums): boolean {
  return (
    (online >= LEAST_ONLINE * visitors && isHardlyCovered(visitors, covered, days)) ||
    isHardlyCovered(online, coveredOnline, daysOnline)
  )
}

function isHardlyCovered(visitors: number, covered: number, days: number): boolean {
  return visitors >= LEAST_VISITORS && days >= LEAST_DAYS && covered < MOST_COVERED * visitors
}
