/** A pool whose traffic is a smaller share of all than this joins no others: its load would change nobody's coverage. */
const NEGLIGIBLE_SHARE = 0.02

export interface PoolToGroup {
  /** Agents who serve it; null: everybody, or not known. */
  readonly members: readonly string[] | null
  /** Visitors of its history: what it weighs. */
  readonly visitors: number
}

/**
 * Pools that share agents, directly or over others, as lists of indexes: they share one load. Each pool is in one group. A pool served
 * by everybody shares with all. Pools of next to no traffic draw no others together.
 */
export function groupPools(pools: readonly PoolToGroup[]): readonly (readonly number[])[] {
  const all = pools.reduce((sum, pool) => sum + pool.visitors, 0)
  const parent = pools.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  const join = (one: number, other: number): void => {
    const [low, high] = [rootOf(one), rootOf(other)].toSorted((a, b) => a - b) as [number, number]
    parent[high] = low
  }
  const weighty = pools.flatMap((pool, index) => (pool.visitors > NEGLIGIBLE_SHARE * all ? [index] : []))
  const firstPoolOf = new Map<string, number>()
  for (const index of weighty) {
    for (const agent of pools[index]!.members ?? []) {
      const first = firstPoolOf.get(agent)
      if (first === undefined) firstPoolOf.set(agent, index)
      else join(first, index)
    }
  }
  const everybodys = weighty.find((index) => pools[index]!.members === null)
  if (everybodys !== undefined)
    for (const index of weighty) if (pools[index]!.members?.length !== 0) join(everybodys, index)

  const groups = new Map<number, number[]>()
  pools.forEach((_, index) => {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [index])
    else group.push(index)
  })
  return [...groups.values()]
}
