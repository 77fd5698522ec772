import { isPool } from '../is-pool.ts'
import type { PredictionInputs } from '../types.ts'

/** Pools of a plan in which a visitor's chance is the same: served by the same agents, in the same way, under one load. */
export interface ServingClass {
  /** Indexes into the inputs' pools. */
  readonly pools: readonly number[]
  /** Index into the inputs' groups. */
  readonly group: number
  /** null: everybody. */
  readonly members: ReadonlySet<string> | null
  readonly availability: number
  readonly visitorsPerAgent: number
}

/** The pools that a plan is for (null or absent: all), as classes. */
export function servingClasses(inputs: PredictionInputs, poolId: string | null | undefined): readonly ServingClass[] {
  const classes = new Map<string, ServingClass & { readonly pools: number[] }>()
  inputs.pools.forEach((pool, index) => {
    if (poolId !== null && poolId !== undefined && !isPool(pool, poolId)) return
    const group = inputs.groups.findIndex((members) => members.includes(index))
    const { availability, visitorsPerAgent } = pool.model
    const key = JSON.stringify([group, availability, visitorsPerAgent, pool.members?.toSorted() ?? null])
    const found = classes.get(key)
    if (found) found.pools.push(index)
    else classes.set(key, { pools: [index], group, members: pool.members === null ? null : new Set(pool.members), availability, visitorsPerAgent })
  })
  return [...classes.values()]
}

/** Says for an agent (null: an open shift) which classes are served: [class] of 0 or 1. */
export function servingTest(inputs: PredictionInputs, classes: readonly ServingClass[]): (agentId: string | null) => Uint8Array {
  const listed = new Set(inputs.pools.flatMap(({ members }) => members ?? []))
  const everything = new Uint8Array(classes.length).fill(1)
  const known = new Map<string, Uint8Array>()
  return (agentId) => {
    // Whom the source does not know serves whatever the plan is for.
    if (agentId === null || (!listed.has(agentId) && !Object.hasOwn(inputs.attendance.agents, agentId))) return everything
    const found = known.get(agentId) ?? Uint8Array.from(classes, ({ members }) => Number(members === null || members.has(agentId)))
    known.set(agentId, found)
    return found
  }
}
