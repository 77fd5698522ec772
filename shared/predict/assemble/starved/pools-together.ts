import type { CubeDictionary } from '../../../coverage/cube.ts'
import type { PredictionFacts } from '../facts.ts'
import { membersAt } from '../members.ts'
import type { PoolTraffic } from '../pool-traffic.ts'
import type { PredictionInputs } from '../../types.ts'
import { findStarvedPools, isMostlyOnline, type StarvedPool } from './starved-pools.ts'

/** A starved pool, and the pools under which the visits that its agents take seem to be recorded; none: no pool shows them. */
export interface StarvedPoolFound extends StarvedPool {
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

/**
 * Looks for starved pools. What their agents take is recorded under a pool that shares agents with them: the catch-all where that is one
 * of them, else all of them; a catch-all at any rate. `at` is the instant whose membership holds.
 */
export function findStarvedLoads(traffic: readonly PoolTraffic[], directory: Directory, at: number): StarvedPools {
  const found = findStarvedPools(traffic)
  if (found.length === 0) return { starved: [], loads: [] }
  const starvedIds = new Set(found.map(({ poolId }) => poolId))
  const covered = new Map(traffic.filter(({ poolId }) => !starvedIds.has(poolId)).map(({ poolId, cells }) => [poolId, cells.covered.reduce((sum, count) => sum + count, 0)]))
  const takers = [...covered].filter(([, visits]) => visits > 0).map(([poolId]) => poolId)
  const starved = found
    .map((pool) => ({ ...pool, recordedUnder: recordedUnder(pool.poolId, takers, { directory, at }) }))
    .filter((pool) => pool.recordedUnder.length > 0 || isMostlyOnline(pool))
  return { starved, loads: joined(starved, covered) }
}

function recordedUnder(poolId: string | null, takers: readonly (string | null)[], { directory, at }: { readonly directory: Directory; readonly at: number }): readonly (string | null)[] {
  const isCatchAll = (taker: string | null): boolean => directory.pools?.some((pool) => pool.id === taker && pool.isCatchAll) === true
  const own = membersAt(directory, poolId, at)
  const sharing = takers.filter((taker) => {
    const others = membersAt(directory, taker, at)
    return own === null || others === null || own.some((agent) => others.includes(agent))
  })
  const [catchAlls, anyCatchAlls] = [sharing.filter(isCatchAll), takers.filter(isCatchAll)]
  return [catchAlls, sharing, anyCatchAlls].find((pools) => pools.length > 0) ?? []
}

function joined(starved: readonly StarvedPoolFound[], covered: ReadonlyMap<string | null, number>): readonly PoolLoad[] {
  let sets: readonly ReadonlySet<string | null>[] = []
  for (const { poolId, recordedUnder: under } of starved) {
    if (under.length === 0) continue
    const own = new Set([poolId, ...under])
    const touched = sets.filter((set) => [...own].some((id) => set.has(id)))
    sets = [...sets.filter((set) => !touched.includes(set)), new Set([...touched.flatMap((set) => [...set]), ...own])]
  }
  return sets.map((set) => {
    const ids = [...set].toSorted(byId)
    const poolId = ids.toSorted((a, b) => (covered.get(b) ?? -1) - (covered.get(a) ?? -1))[0]!
    return { poolId, others: ids.filter((id) => id !== poolId) }
  })
}

function byId(a: string | null, b: string | null): number {
  if (a === b) return 0
  return a === null ? 1 : b === null || a < b ? -1 : 1
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
  const everybodys = new Set(loads.filter(({ poolId, others }) => [poolId, ...others].some((id) => membersAt(facts, id, at) === null)).map(({ poolId }) => poolId))
  const dictionaries = new Map<CubeDictionary, CubeDictionary>()
  const together = (dictionary: CubeDictionary): CubeDictionary => {
    const known = dictionaries.get(dictionary) ?? { ...dictionary, pools: dictionary.pools.map((poolId) => countedAs(loads, poolId)) }
    dictionaries.set(dictionary, known)
    return known
  }
  return {
    ...facts,
    batches: facts.batches.map(({ dictionary, cells }) => ({ dictionary: together(dictionary), cells })),
    pools: poolsTogether(facts.pools, loads, everybodys),
    // Whom a pool without listed members is served by, membersAt says: everybody.
    members: facts.members?.flatMap((member) => {
      const poolId = countedAs(loads, member.poolId)
      return poolId === null || everybodys.has(poolId) ? [] : [{ ...member, poolId }]
    }) ?? null,
  }
}

function poolsTogether(pools: PredictionFacts['pools'], loads: readonly PoolLoad[], everybodys: ReadonlySet<string | null>): PredictionFacts['pools'] {
  if (pools === null) return null
  return pools
    .filter(({ id }) => countedAs(loads, id) === id)
    .map((pool) => {
      const load = loads.find(({ poolId }) => poolId === pool.id)
      if (load === undefined) return pool
      const others = pools.filter(({ id }) => load.others.includes(id))
      return { id: pool.id, isCatchAll: pool.isCatchAll || everybodys.has(pool.id) || others.some(({ isCatchAll }) => isCatchAll), present: pool.present || others.some(({ present }) => present) }
    })
}
