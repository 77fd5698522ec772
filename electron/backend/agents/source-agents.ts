import type { CacheSnapshot } from '../../store/traffic-reader.ts'

/** An agent as the source knows them. */
export interface SourceAgent {
  readonly id: string
  readonly name: string | null
  /** false: no longer in the source. */
  readonly present: boolean
  /** The source calls the agent deactivated since then, epoch milliseconds; null: active. */
  readonly inactiveSince: number | null
  /** Pools served now; null: not known, which counts as all. */
  readonly pools: readonly string[] | null
  /** When the agent was last online, epoch milliseconds; null: never seen. */
  readonly lastOnline: number | null
  /** When the agent was first online in the history, epoch milliseconds; null: never seen. */
  readonly firstOnline: number | null
}

/** The agents of a cache, also those of whom only sessions are known. */
export function sourceAgents({
  directory,
  sessions,
  state,
}: Pick<CacheSnapshot, 'directory' | 'sessions' | 'state'>): readonly SourceAgent[] {
  const lastOnline = new Map<string, number>()
  const firstOnline = new Map<string, number>()
  for (const { agentId, startedAt, endedAt } of sessions) {
    const last = Math.min(endedAt ?? Infinity, state.now ?? Infinity)
    const seen = Number.isFinite(last) ? last : startedAt
    if (seen > (lastOnline.get(agentId) ?? -Infinity)) lastOnline.set(agentId, seen)
    if (startedAt < (firstOnline.get(agentId) ?? Infinity)) firstOnline.set(agentId, startedAt)
  }
  const pools = currentPools(directory?.members ?? null)
  const forAll = catchAllPools(directory?.pools ?? [], pools)
  const named = directory?.agents ?? null
  const known = new Set(named?.map(({ id }) => id))
  const unnamed = [...lastOnline.keys()].filter((id) => !known.has(id)).toSorted()
  // Where the source lists its agents, whoever is not on the list has left.
  const all = [
    ...(named ?? []),
    ...unnamed.map((id) => ({ id, name: null, present: named === null, inactiveSince: null })),
  ]
  return all.map(({ id, name, present, inactiveSince }) => ({
    id,
    name,
    present,
    inactiveSince,
    pools: pools === null ? null : [...(pools.get(id) ?? []), ...forAll].toSorted(),
    lastOnline: lastOnline.get(id) ?? null,
    firstOnline: firstOnline.get(id) ?? null,
  }))
}

type Members = NonNullable<CacheSnapshot['directory']>['members']

function currentPools(members: Members): ReadonlyMap<string, readonly string[]> | null {
  if (members === null) return null
  const current = Map.groupBy(
    members.filter(({ untilDay }) => untilDay === null),
    ({ agentId }) => agentId,
  )
  return new Map(
    [...current].map(([agentId, spans]) => [agentId, [...new Set(spans.map(({ poolId }) => poolId))].toSorted()]),
  )
}

/** Pools that everybody serves: those that catch all and list nobody. */
function catchAllPools(
  pools: NonNullable<NonNullable<CacheSnapshot['directory']>['pools']>,
  served: ReadonlyMap<string, readonly string[]> | null,
): readonly string[] {
  const withMembers = new Set([...(served?.values() ?? [])].flat())
  return pools
    .filter(({ id, isCatchAll, present }) => isCatchAll && present && !withMembers.has(id))
    .map(({ id }) => id)
}
