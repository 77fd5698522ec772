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

/** The pools that a plan is for (null or absent: all), or of these only some by index, as classes. */
export function servingClasses(
  inputs: PredictionInputs,
  poolId: string | null | undefined,
  only?: readonly number[],
): readonly ServingClass[] {
  const classes = new Map<string, ServingClass & { readonly pools: number[] }>()
  inputs.pools.forEach((pool, index) => {
    if (poolId !== null && poolId !== undefined && !isPool(pool, poolId)) return
    if (only !== undefined && !only.includes(index)) return
    const group = inputs.groups.findIndex((members) => members.includes(index))
    const { availability, visitorsPerAgent } = pool.model
    const key = JSON.stringify([group, availability, visitorsPerAgent, pool.members?.toSorted() ?? null])
    const found = classes.get(key)
    if (found) found.pools.push(index)
    else
      classes.set(key, {
        pools: [index],
        group,
        members: pool.members === null ? null : new Set(pool.members),
        availability,
        visitorsPerAgent,
      })
  })
  return [...classes.values()]
}

/** Whom somebody serves. */
export interface Serving {
  /** Share (0-1) of each class: 0 or 1, but for whoever is taken like the average agent. */
  readonly shares: Float64Array
  /** What that is an average of: sets of classes ([class] of 0 or 1), each with its share of the agents. */
  readonly patterns: readonly { readonly served: Uint8Array; readonly share: number }[]
}

/**
 * Says for an agent (null: an open shift) which classes are served. Whom the source does not list serves as the average agent does, and in a
 * plan of one pool that pool; an open shift serves whatever the plan is for.
 */
export function servingTest(
  inputs: PredictionInputs,
  classes: readonly ServingClass[],
): (agentId: string | null) => Serving {
  const listed = new Set(
    inputs.pools.flatMap(({ members }) => members ?? []).filter((agentId) => inputs.inactive?.[agentId] === undefined),
  )
  const everything = servingOf([{ served: new Uint8Array(classes.length).fill(1), share: 1 }])
  const servedBy = (agentId: string): Uint8Array =>
    Uint8Array.from(classes, ({ members }) => Number(members === null || members.has(agentId)))
  const known = new Map<string, Serving>()
  let average: Serving | null = null
  const isListed = (agentId: string): boolean => listed.has(agentId) || inputs.inactive?.[agentId] !== undefined
  return (agentId) => {
    if (agentId === null) return everything
    if (!isListed(agentId))
      return (average ??= classes.length === 1 ? everything : (averageOf([...listed].map(servedBy)) ?? everything))
    const found = known.get(agentId) ?? servingOf([{ served: servedBy(agentId), share: 1 }])
    known.set(agentId, found)
    return found
  }
}

/** Of agents who serve any of the classes; null: none does. */
function averageOf(all: readonly Uint8Array[]): Serving | null {
  const serving = all.filter((served) => served.includes(1))
  if (serving.length === 0) return null
  return servingOf(
    [...Map.groupBy(serving, (served) => served.join('')).values()].map((alike) => ({
      served: alike[0]!,
      share: alike.length / serving.length,
    })),
  )
}

function servingOf(patterns: Serving['patterns']): Serving {
  return {
    patterns,
    shares: Float64Array.from(patterns[0]!.served, (_, index) =>
      patterns.reduce((sum, { served, share }) => sum + share * served[index]!, 0),
    ),
  }
}
