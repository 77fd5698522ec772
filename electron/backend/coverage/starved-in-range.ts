import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { agentsOnlineFrom, type AgentsOnline } from '../../../shared/predict/assemble/starved/partly-starved.ts'
import { findStarvedLoads, type StarvedPools } from '../../../shared/predict/assemble/starved/pools-together.ts'
import { localRange } from '../../../shared/time/local.ts'
import { SLOT_MS, slotOf } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { createRecent } from '../threads/recent.ts'
import { effectiveFilter } from './chosen-facts.ts'
import { createPoolHistories } from './pool-histories.ts'
import type { CoverageQuery } from './queries.ts'
import { syncedSlots } from './synced-slots.ts'

/** Fewer days may show nothing of it, so that a short range is looked at with what came before it. */
export const STARVED_DAYS = 28
const KEPT = 8
/** Sets of agents whose presence is kept: the pools of a large organization. */
const KEPT_ONLINE = 64

type StarvedOf = (
  snapshot: CacheSnapshot,
  query: Pick<CoverageQuery, 'from' | 'to' | 'timeZone' | 'clock'>,
) => StarvedPools

/** Finds the starved pools of ranges, and which pools count as one for it. The organization's own countries count, whatever a screen is set to. */
export function createStarvedInRange(): StarvedOf {
  const historiesOf = createPoolHistories()
  const bySnapshot = new WeakMap<CacheSnapshot, ReturnType<typeof finderOf>>()
  const finderOf = (snapshot: CacheSnapshot) => ({
    found: createRecent<StarvedPools>(KEPT),
    agentsOnline: rememberedAgentsOnline(snapshot),
  })
  return (snapshot, { from, to, timeZone, clock }) => {
    const range = localRange(from, to, timeZone)
    const end = Math.min(range.end, snapshot.state.now ?? clock)
    const start = Math.min(range.start, end - STARVED_DAYS * DAY_MS)
    const finder = bySnapshot.get(snapshot) ?? finderOf(snapshot)
    bySnapshot.set(snapshot, finder)
    return finder.found([start, end], () => {
      const { directory } = snapshot
      const histories = historiesOf(snapshot, {
        countryRule: effectiveFilter(snapshot, directory?.countryRule ?? null),
        fromSlot: slotOf(start),
        toSlot: Math.ceil(end / SLOT_MS),
      })
      const staff = { pools: directory?.pools ?? null, members: directory?.members ?? null }
      return findStarvedLoads(histories, { ...staff, agentsOnline: finder.agentsOnline }, end)
    })
  }
}

/** Sweeps the sessions of a set of agents once, over all that is synced. */
function rememberedAgentsOnline(snapshot: CacheSnapshot): AgentsOnline {
  const synced = syncedSlots(snapshot)
  const sweep = agentsOnlineFrom(snapshot.sessions)
  const known = createRecent<ArrayLike<number>>(KEPT_ONLINE)
  return (agents, { firstSlot, length }) => {
    const online = known([agents], () => sweep(agents, synced))
    return Float64Array.from({ length }, (_, slot) => online[firstSlot + slot - synced.firstSlot] ?? 0)
  }
}
