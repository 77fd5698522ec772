import { coverageFraction } from '../../shared/foundation/rate.ts'
import { SLOT_MS } from '../../shared/time/slots.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import { isPlanned } from './schedules.ts'
import { deviation } from './truth.ts'
import { dayInWeek, firstDayOf } from './wall-clock.ts'
import type { Events } from './replay.ts'
import type { World, WorldShift } from './world.ts'

/** Coverage rates (0-1) that anybody could predict without a model. */
export interface NaivePredictions {
  readonly lastWeek: number
  /** Each hour of the week covered as it was on average. */
  readonly sameCell: number
  /** Each quarter-hour covered for whoever comes while anybody is planned. */
  readonly anybodyPlanned: number
}

/** Visitors and covered ones of the history, by week and by quarter-hour of the week. */
export interface NaiveHistory {
  readonly byWeek: readonly { readonly visitors: number; readonly covered: number }[]
  readonly visitors: Float64Array
  readonly covered: Float64Array
}

const QUARTERS = 7 * 96

export function naiveHistory(world: World, { arrivals, served }: Events): NaiveHistory {
  const byWeek = Array.from({ length: world.weeks }, () => ({ visitors: 0, covered: 0 }))
  const history = { byWeek, visitors: new Float64Array(QUARTERS), covered: new Float64Array(QUARTERS) }
  const firstWall = firstDayOf(world, 0) * 86_400_000
  for (let visit = 0; visit < served.length; visit += 1) {
    if (world.planPool !== null && arrivals.pool[visit] !== world.planPool) continue
    const at = arrivals.at[visit]!
    const quarter = Math.floor((at + offsetAt(at, world.timeZone) - firstWall) / SLOT_MS)
    const covered = served[visit]! >= 0 ? 1 : 0
    const week = byWeek[Math.floor(quarter / QUARTERS)]!
    week.visitors += 1
    week.covered += covered
    history.visitors[quarter % QUARTERS]! += 1
    history.covered[quarter % QUARTERS]! += covered
  }
  return history
}

export function naivePredictions(world: World, history: NaiveHistory, shifts: readonly WorldShift[]): NaivePredictions {
  const lastWeek = history.byWeek.at(-1)!
  const planned = plannedQuarters(world, shifts)
  let visitors = 0
  let sameCell = 0
  let met = 0
  for (let hour = 0; hour < QUARTERS / 4; hour += 1) {
    const quarters = [0, 1, 2, 3].map((part) => hour * 4 + part)
    const total = quarters.reduce((sum, quarter) => sum + history.visitors[quarter]!, 0)
    const covered = quarters.reduce((sum, quarter) => sum + history.covered[quarter]!, 0)
    visitors += total
    sameCell += total === 0 ? 0 : total * (covered / total)
    for (const quarter of quarters) met += history.visitors[quarter]! * planned[quarter]!
  }
  return {
    lastWeek: coverageFraction(lastWeek, 1),
    sameCell: visitors === 0 ? 1 : sameCell / visitors,
    anybodyPlanned: visitors === 0 ? 1 : met / visitors,
  }
}

/** Deviation of the past weeks' coverage: how wide a band one would draw who knew no better. */
export function historicalDeviation({ byWeek }: NaiveHistory): number {
  return deviation(byWeek.map(({ visitors, covered }) => coverageFraction({ visitors, covered }, 1)))
}

/** 1 where anybody is planned, by quarter-hour of the week from the world's first day of the week. */
function plannedQuarters(world: World, shifts: readonly WorldShift[]): Float64Array {
  const planned = new Float64Array(QUARTERS)
  for (const shift of shifts) {
    if (!isPlanned(world, shift)) continue
    const first = dayInWeek(world, shift.dayOfWeek) * 96
    for (let minute = shift.startMinute; minute < shift.endMinute; minute += 15)
      planned[(first + Math.floor(minute / 15)) % QUARTERS] = 1
  }
  return planned
}
