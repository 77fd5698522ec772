import { SLOTS_PER_DAY } from '../../../time/slots.ts'
import type { PoolCells, PoolTraffic } from '../pool-traffic.ts'

/** What one pool's visits show of whether it is starved. */
export interface PoolHistory {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Days with visits, ascending. */
  readonly days: readonly DayVisits[]
  /** All visits by UTC slot. */
  readonly series: VisitSeries
}

/** Visits by UTC slot, from `firstSlot` on. */
export interface VisitSeries {
  readonly firstSlot: number
  readonly visitors: ArrayLike<number>
}

/** Visits of one UTC day, and those that came while somebody who serves the pool was online. */
export interface DayVisits {
  readonly day: number
  readonly visitors: number
  readonly covered: number
  readonly online: number
  readonly coveredOnline: number
}

/** The history of a pool from its traffic. */
export function poolHistory({ poolId, cells, series }: PoolTraffic): PoolHistory {
  return { poolId, days: visitsByDay(cells), series }
}

/** A pool's visits by UTC day; days without any are left out. */
export function visitsByDay({ slot, agents, visitors, covered }: PoolCells): readonly DayVisits[] {
  const days = new Map<number, { -readonly [Key in keyof DayVisits]: number }>()
  for (let row = 0; row < slot.length; row++) {
    if (visitors[row] === 0) continue
    const day = Math.floor(slot[row]! / SLOTS_PER_DAY)
    const sums = days.get(day) ?? { day, visitors: 0, covered: 0, online: 0, coveredOnline: 0 }
    sums.visitors += visitors[row]!
    sums.covered += covered[row]!
    if (agents[row]! > 0) {
      sums.online += visitors[row]!
      sums.coveredOnline += covered[row]!
    }
    days.set(day, sums)
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day)
}
