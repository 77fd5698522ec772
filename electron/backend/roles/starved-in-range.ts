import { trafficByPool } from '../../../shared/predict/assemble/pool-traffic.ts'
import { findStarvedLoads, type StarvedPoolFound } from '../../../shared/predict/assemble/starved/pools-together.ts'
import { localRange } from '../../../shared/time/local.ts'
import { DAY_MS, SLOT_MS } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { effectiveFilter } from './chosen-facts.ts'
import { batchesOf } from './compare-calculator.ts'
import { createRecent } from './recent.ts'
import type { CoverageQuery } from './roles.ts'

/** Fewer days may show nothing of it, so that a short range is looked at with what came before it. */
export const STARVED_DAYS = 28
const KEPT = 8

type StarvedOf = (snapshot: CacheSnapshot, query: Pick<CoverageQuery, 'from' | 'to' | 'timeZone' | 'clock'>) => readonly StarvedPoolFound[]

/** Finds the starved pools of ranges. The organization's own countries count, whatever a screen is set to. */
export function createStarvedInRange(): StarvedOf {
  const recent = new WeakMap<CacheSnapshot, ReturnType<typeof createRecent<readonly StarvedPoolFound[]>>>()
  return (snapshot, { from, to, timeZone, clock }) => {
    const range = localRange(from, to, timeZone)
    const end = Math.min(range.end, snapshot.state.now ?? clock)
    const start = Math.min(range.start, end - STARVED_DAYS * DAY_MS)
    const known = recent.get(snapshot) ?? createRecent<readonly StarvedPoolFound[]>(KEPT)
    recent.set(snapshot, known)
    return known([start, end], () => {
      const { directory } = snapshot
      const traffic = trafficByPool(batchesOf(snapshot, { start, end }), {
        countryRule: effectiveFilter(snapshot, directory?.countryRule ?? null),
        fromSlot: Math.floor(start / SLOT_MS),
        toSlot: Math.ceil(end / SLOT_MS),
      })
      return findStarvedLoads(traffic, { pools: directory?.pools ?? null, members: directory?.members ?? null }, end).starved
    })
  }
}
