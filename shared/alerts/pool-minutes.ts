import { MINUTE_MS } from '../foundation/minutes.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { comparePoolIds, trafficByPool } from '../predict/assemble/pool-traffic.ts'
import { factsTogether, type PoolLoad } from '../predict/assemble/starved/pools-together.ts'
import { SLOT_MS, slotOf } from '../time/slots.ts'
import type { PoolMinutes } from './judge.ts'

/**
 * Visitors of each pool in the minutes before the quarter-hour of `now`; pools of the source to which nobody came are there too. Pools of a
 * load are one: what their agents take is recorded under one of them, and the others look missed. null: not all of these minutes are known.
 */
export function poolMinutes(
  recorded: PredictionFacts,
  {
    minutes,
    now,
    loads = [],
  }: { readonly minutes: number; readonly now: number; readonly loads?: readonly PoolLoad[] },
): readonly PoolMinutes[] | null {
  const facts = factsTogether(recorded, loads, now)
  const toSlot = slotOf(now)
  const fromSlot = toSlot - (minutes * MINUTE_MS) / SLOT_MS
  for (let slot = fromSlot; slot < toSlot; slot += 1) {
    if (!facts.known.some(({ start, end }) => start <= slot * SLOT_MS && (slot + 1) * SLOT_MS <= end)) return null
  }
  const came = trafficByPool(facts.batches, { countryRule: facts.countryRule, fromSlot, toSlot }).map(
    ({ poolId, cells }): PoolMinutes => {
      const sum = (column: 'visitors' | 'covered', isWanted: (agents: number) => boolean = () => true): number =>
        cells[column].reduce((total, value, index) => (isWanted(cells.agents[index]!) ? total + value : total), 0)
      return {
        poolId,
        visitors: sum('visitors'),
        covered: sum('covered'),
        alone: sum('visitors', (agents) => agents === 0),
      }
    },
  )
  const idle = (facts.pools ?? [])
    .filter(({ id, present }) => present && came.every(({ poolId }) => poolId !== id))
    .map(({ id }): PoolMinutes => ({ poolId: id, visitors: 0, covered: 0, alone: 0 }))
  const includesOf = (poolId: string | null): readonly (string | null)[] | undefined =>
    loads.find((load) => load.poolId === poolId)?.others
  return [...came, ...idle]
    .map((one) => {
      const includes = includesOf(one.poolId)
      return includes === undefined ? one : { ...one, includes }
    })
    .toSorted((one, other) => comparePoolIds(one.poolId, other.poolId))
}
