import { countryTest } from '../../coverage/traffic-filter.ts'
import { HOURS_PER_WEEK } from '../../foundation/hour-of-week.ts'
import { DAY_MS } from '../../foundation/minutes.ts'
import { hoursOfWeek } from '../../time/hours-of-week.ts'
import { SLOT_MS, SLOTS_PER_DAY } from '../../time/slots.ts'
import { HISTORY_WEEKS } from '../forecast/history.ts'
import { slotCalendar } from '../model/slot-calendar.ts'
import type { PredictionInputs } from '../types.ts'
import type { Past } from './past.ts'

/** What a visitor is worth on average, by pool and hour of the week. */
export interface VisitorValues {
  readonly pools: readonly { readonly poolId: string | null; readonly byHour: readonly number[] }[]
  /** Of pools that are not here. */
  readonly usual: number
  /** Of the visits that are looked at, the share of which the pages are known, 0-1; 1 where there are none. */
  readonly countedShare: number
}

export interface ValueOptions {
  readonly timeZone: string
  /** What a visit counts by the class of its page; null: of none. */
  readonly worthOf: (pageClass: string | null) => number
  /** Whether the visits of a UTC day were counted by class of page. */
  readonly isCounted: (day: number) => boolean
}

/** An hour's own mean, and a pool's, is steadied by so many visits of the pool's, and of all. */
const STEADYING_VISITS = 20

interface Sums {
  readonly visits: Float64Array
  readonly worth: Float64Array
}

/** Learns what visitors are worth from the weeks that demand is learned from. Where every visit counts 1, all values are exactly 1. */
export function visitorValues(
  { facts: { batches, countryRule }, origin }: Pick<Past, 'facts' | 'origin'>,
  { timeZone, worthOf, isCounted }: ValueOptions,
): VisitorValues {
  const firstSlot = Math.floor((origin - HISTORY_WEEKS * 7 * DAY_MS) / SLOT_MS)
  const slots = Math.floor(origin / SLOT_MS) - firstSlot
  const { hourCell } = slotCalendar({ timeZone, firstSlot, slots })
  const isCountryWanted = countryTest(countryRule ?? undefined)
  const byPool = new Map<string | null, Sums>()
  let all = 0
  let counted = 0
  for (const { dictionary, cells } of batches) {
    const { pageClasses = [null] } = dictionary
    const worths = pageClasses.map(worthOf)
    const wanted = dictionary.countries.map((country) => isCountryWanted(country))
    for (let cell = 0; cell < cells.length; cell++) {
      const slot = cells.slot[cell]!
      if (slot < firstSlot || slot >= firstSlot + slots || !wanted[cells.country[cell]!]) continue
      const visits = cells.visitors[cell]!
      all += visits
      if (cells.pageClass === undefined || !isCounted(Math.floor(slot / SLOTS_PER_DAY))) continue
      counted += visits
      const poolId = dictionary.pools[cells.pool[cell]!]!
      const sums = byPool.get(poolId) ?? {
        visits: new Float64Array(HOURS_PER_WEEK),
        worth: new Float64Array(HOURS_PER_WEEK),
      }
      byPool.set(poolId, sums)
      const hour = hourCell[slot - firstSlot]!
      sums.visits[hour]! += visits
      sums.worth[hour]! += visits * worths[cells.pageClass[cell]!]!
    }
  }
  const totals = [...byPool.values()].map(({ visits, worth }) => ({ visits: sum(visits), worth: sum(worth) }))
  const usual = counted === 0 ? 1 : sum(totals.map(({ worth }) => worth)) / counted
  return {
    pools: [...byPool].map(([poolId, { visits, worth }], index) => {
      const ofPool = steadied(totals[index]!, usual)
      return {
        poolId,
        byHour: Array.from(visits, (count, hour) => steadied({ visits: count, worth: worth[hour]! }, ofPool)),
      }
    }),
    usual,
    countedShare: all === 0 ? 1 : counted / all,
  }
}

/** What a visitor of a pool is worth, by hour of the week. */
export function valuesOfPool({ pools, usual }: VisitorValues, poolId: string | null): (hour: number) => number {
  const found = pools.find((pool) => pool.poolId === poolId)
  return (hour) => found?.byHour[hour] ?? usual
}

/** The inputs of a week in which visitors count what they are worth: predictors' figures are then sums of values. */
export function withVisitorValues(inputs: PredictionInputs, values: VisitorValues): PredictionInputs {
  if (inputs.starts.length === 0) return inputs
  const hours = hoursOfWeek(inputs.starts, inputs.timeZone)
  return {
    ...inputs,
    pools: inputs.pools.map((pool) => ({ ...pool, visitorValues: hours.map(valuesOfPool(values, pool.poolId)) })),
  }
}

/** The same inputs with all visitors alike. */
export function withoutVisitorValues(inputs: PredictionInputs): PredictionInputs {
  return { ...inputs, pools: inputs.pools.map(({ visitorValues: _visitorValues, ...pool }) => pool) }
}

function steadied({ visits, worth }: { readonly visits: number; readonly worth: number }, mean: number): number {
  return (worth + STEADYING_VISITS * mean) / (visits + STEADYING_VISITS)
}

function sum(column: ArrayLike<number>): number {
  let total = 0
  for (let index = 0; index < column.length; index++) total += column[index]!
  return total
}
