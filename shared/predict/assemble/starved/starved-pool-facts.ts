/** What is said of a pool that looks uncovered although its agents are online. */
export interface StarvedPoolFacts {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Visits of the days that show it. */
  readonly visitors: number
  readonly covered: number
  /** Share of the visits that came while somebody who serves the pool was online, 0-1. */
  readonly onlineShare: number
  /** Only a part of them is missing. */
  readonly isPart: boolean
  /** Pools under which the visits that its agents take seem to be recorded; none: no pool shows them. */
  readonly recordedUnder: readonly (string | null)[]
}

/** A starved pool with the names of all pools that it is about, by id. */
export interface NamedStarvedPool {
  readonly starved: StarvedPoolFacts
  readonly names: Readonly<Record<string, string>>
}
