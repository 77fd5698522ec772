import type { CubeDictionary } from '../../../coverage/cube.ts'
import type { PredictionFacts } from '../facts.ts'
import { membersAt } from '../members.ts'
import { comparePoolIds } from '../pool-traffic.ts'
import type { PredictionInputs } from '../../types.ts'
import { type AgentsOnline, losesVisits, looksLessCovered } from './partly-starved.ts'
import type { PoolHistory } from './pool-history.ts'
import { findStarvedPools, isMostlyOnline, type StarvedPool, totalVisits } from './starved-pools.ts'

/** A starved pool, and the pools under which the visits that its agents take seem to be recorded; none: no pool shows them. */
export interface StarvedPoolFound extends StarvedPool {
  /** Only a part of them is missing. Figures are then of all days. */
  readonly isPart: boolean
  readonly recordedUnder: readonly (string | null)[]
}

/** Pools that count as one: under `poolId`, with the visits of the others. */
export interface PoolLoad {
  readonly poolId: string | null
  readonly others: readonly (string | null)[]
}

/** The starved pools of a history, and which pools have to be looked at together for it. */
export interface StarvedPools {
  readonly starved: readonly StarvedPoolFound[]
  /** Apart from one another. */
  readonly loads: readonly PoolLoad[]
}

type Directory = Pick<PredictionFacts, 'pools' | 'members'>

/** Who may serve which pool, and who was online. */
export interface Staff extends Directory {
  readonly agentsOnline: AgentsOnline
}

/**
 * Looks for pools that are starved, wholly or in part. What their agents take is recorded under a pool that shares agents with them: the catch-all where that is one
 * of them, else all of them; a catch-all at any rate. Series of all pools have the same slots. `at` is the instant whose membership holds.
 */
export function findStarvedLoads(pools: readonly PoolHistory[], staff: Staff, at: number): StarvedPools {
  const wholly = findStarvedPools(pools).map((pool) => ({ ...pool, isPart: false }))
  const all = visitsOfAll(pools)
  const partly = pools
    .filter(({ poolId, series }) => {
      if (wholly.some((pool) => pool.poolId === poolId)) return false
      const slots = { firstSlot: series.firstSlot, length: all.length }
      return losesVisits(series, all, staff.agentsOnline(membersAt(staff, poolId, at), slots))
    })
    .map(({ poolId, days }) => ({ ...totalVisits(days), poolId, isPart: true }))
  const found = [...wholly, ...partly]
  if (found.length === 0) return { starved: [], loads: [] }
  const starvedIds = new Set(found.map(({ poolId }) => poolId))
  const covered = new Map(
    pools
      .filter(({ poolId }) => !starvedIds.has(poolId))
      .map(({ poolId, days }) => [poolId, totalVisits(days).covered]),
  )
  const takers = [...covered].filter(([, visits]) => visits > 0).map(([poolId]) => poolId)
  const starved = found
    .map((pool) => ({ ...pool, recordedUnder: recordedUnder(pool.poolId, takers, { directory: staff, at }) }))
    .filter((pool) =>
      pool.isPart ? isLessCovered(pool, pools) : pool.recordedUnder.length > 0 || isMostlyOnline(pool),
    )
  return { starved, loads: joined(starved, covered) }
}

function visitsOfAll(pools: readonly PoolHistory[]): Float64Array {
  const all = new Float64Array(pools[0]?.series.visitors.length ?? 0)
  for (const { series } of pools) for (let slot = 0; slot < all.length; slot++) all[slot]! += series.visitors[slot]!
  return all
}

function isLessCovered({ poolId, recordedUnder: under }: StarvedPoolFound, pools: readonly PoolHistory[]): boolean {
  const own = pools.find((pool) => pool.poolId === poolId)!
  return looksLessCovered(
    own,
    pools.filter((pool) => under.includes(pool.poolId)),
  )
}

function recordedUnder(
  poolId: string | null,
  takers: readonly (string | null)[],
  { directory, at }: { readonly directory: Directory; readonly at: number },
): readonly (string | null)[] {
  const isCatchAll = (taker: string | null): boolean =>
    directory.pools?.some((pool) => pool.id === taker && pool.isCatchAll) === true
  const own = membersAt(directory, poolId, at)
  const sharing = takers.filter((taker) => {
    const others = membersAt(directory, taker, at)
    return own === null || others === null || own.some((agent) => others.includes(agent))
  })
  const [catchAlls, anyCatchAlls] = [sharing.filter(isCatchAll), takers.filter(isCatchAll)]
  return [catchAlls, sharing, anyCatchAlls].find((pools) => pools.length > 0) ?? []
}

function joined(
  starved: readonly StarvedPoolFound[],
  covered: ReadonlyMap<string | null, number>,
): readonly PoolLoad[] {
  let sets: readonly ReadonlySet<string | null>[] = []
  for (const { poolId, recordedUnder: under } of starved) {
    if (under.length === 0) continue
    const own = new Set([poolId, ...under])
    const touched = sets.filter((set) => [...own].some((id) => set.has(id)))
    sets = [...sets.filter((set) => !touched.includes(set)), new Set([...touched.flatMap((set) => [...set]), ...own])]
  }
  return sets.map((set) => {
    const ids = [...set].toSorted(comparePoolIds)
    const poolId = ids.toSorted((a, b) => (covered.get(b) ?? -1) - (covered.get(a) ?? -1))[0]!
    return { poolId, others: ids.filter((id) => id !== poolId) }
  })
}

/** The loads that a prediction's inputs were made with. */
export function loadsOf({ pools }: Pick<PredictionInputs, 'pools'>): readonly PoolLoad[] {
  return pools.flatMap(({ poolId, includes = [] }) => (includes.length === 0 ? [] : [{ poolId, others: includes }]))
}

/** The pool under which a pool's visits count. */
export function countedAs(loads: readonly PoolLoad[], poolId: string | null): string | null {
  const load = loads.find(({ others }) => others.includes(poolId))
  return load === undefined ? poolId : load.poolId
}

/** The facts with the pools of each load as one pool, which is served by whoever serves one of them. `at` as above. */
export function factsTogether(facts: PredictionFacts, loads: readonly PoolLoad[], at: number): PredictionFacts {
  if (loads.length === 0) return facts
  const everybodys = new Set(
    loads
      .filter(({ poolId, others }) => [poolId, ...others].some((id) => membersAt(facts, id, at) === null))
      .map(({ poolId }) => poolId),
  )
  const dictionaries = new Map<CubeDictionary, CubeDictionary>()
  const together = (dictionary: CubeDictionary): CubeDictionary => {
    const known = dictionaries.get(dictionary) ?? {
      ...dictionary,
      pools: dictionary.pools.map((poolId) => countedAs(loads, poolId)),
    }
    dictionaries.set(dictionary, known)
    return known
  }
  return {
    ...facts,
    batches: facts.batches.map(({ dictionary, cells }) => ({ dictionary: together(dictionary), cells })),
    pools: poolsTogether(facts.pools, loads, everybodys),
    // Whom a pool without listed members is served by, membersAt says: everybody.
    members:
      facts.members?.flatMap((member) => {
        const poolId = countedAs(loads, member.poolId)
        return poolId === null || everybodys.has(poolId) ? [] : [{ ...member, poolId }]
      }) ?? null,
  }
}

function poolsTogether(
  pools: PredictionFacts['pools'],
  loads: readonly PoolLoad[],
  everybodys: ReadonlySet<string | null>,
): PredictionFacts['pools'] {
  if (pools === null) return null
  return pools
    .filter(({ id }) => countedAs(loads, id) === id)
    .map((pool) => {
      const load = loads.find(({ poolId }) => poolId === pool.id)
      if (load === undefined) return pool
      const others = pools.filter(({ id }) => load.others.includes(id))
      return {
        id: pool.id,
        isCatchAll: pool.isCatchAll || everybodys.has(pool.id) || others.some(({ isCatchAll }) => isCatchAll),
        present: pool.present || others.some(({ present }) => present),
      }
    })
}
