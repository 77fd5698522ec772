/** Visits of one pool by UTC slot and agents online at the visit's own instant, as columns of equal length, in any order. */
export interface FitCells {
  /** UTC slot number (time/slots.ts). */
  readonly slot: ArrayLike<number>
  readonly agents: ArrayLike<number>
  readonly visitors: ArrayLike<number>
  readonly covered: ArrayLike<number>
}

export interface FitPool {
  /** null: visits without a pool. */
  readonly poolId: string | null
  /** Agents who serve it; null: everybody, or not known. */
  readonly members: readonly string[] | null
  readonly cells: FitCells
  /** Visitors expected in UTC slot firstSlot + i; not a number: not known, and its visits are left out. */
  readonly demand: Float64Array
}

/** What the coverage model learns from: all countable traffic of all pools before an origin. */
export interface FitInput {
  readonly timeZone: string
  readonly firstSlot: number
  /** How many quarter-hours; each pool's `demand` is as long. */
  readonly slots: number
  readonly pools: readonly FitPool[]
}
