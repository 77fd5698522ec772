import { MINUTE_MS } from '../foundation/minutes.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { comparePoolIds, trafficByPool } from '../predict/assemble/pool-traffic.ts'
import { SLOT_MS, slotOf } from '../time/slots.ts'
import type { PoolMinutes } from './judge.ts'

/**
 * Visitors of each pool in the minutes before the quarter-hour of `now`; pools of the source to which nobody came are there too. null: not
 * all of these minutes are known.
 */
export function poolMinutes(
  facts: PredictionFacts,
  { minutes, now }: { readonly minutes: number; readonly now: number },
): readonly PoolMinutes[] | null {
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
  return [...came, ...idle].toSorted((one, other) => comparePoolIds(one.poolId, other.poolId))
}
