import { mergeMembers } from './membership.ts'
import type { CachedAgent, CachedDirectory } from './cache.ts'
import type { SourceAgent, SourceDirectory } from './source.ts'

/** The directory to cache: what the source holds now, and the last known names of what it no longer holds. */
export function mergeDirectory(
  seen: SourceDirectory,
  previous: CachedDirectory | null,
  clocks: { readonly previousNow: number | null; readonly now: number },
): CachedDirectory {
  const knownMembers = previous?.members ?? previous?.formerMembers ?? null
  return {
    organizationId: seen.organization.id,
    organizationName: seen.organization.name,
    countryRule: seen.countryRule,
    pools: mergeNamed(seen.pools, previous?.pools ?? null),
    agents: mergeNamed(mergeStates(seen.agents, previous?.agents ?? null, clocks.now), previous?.agents ?? null),
    members: mergeMembers(seen.members, { previous: knownMembers, ...clocks }),
    ...(seen.members === null && knownMembers !== null ? { formerMembers: knownMembers } : {}),
    hasCountry: seen.hasCountry,
    // The cache keeps what the source drops, so what it has of the past only grows.
    earliest: least(seen.earliest, previous?.earliest ?? null),
    latest: greatest(seen.latest, previous?.latest ?? null, clocks.now),
  }
}

type AgentState = Omit<CachedAgent, 'present'>

/** Of an agent who is not active and has no date, the first sync that saw it gives the date. */
function mergeStates(
  seen: readonly SourceAgent[] | null,
  previous: readonly CachedAgent[] | null,
  now: number,
): readonly AgentState[] | null {
  const before = new Map((previous ?? []).map((agent) => [agent.id, agent]))
  return (
    seen?.map(({ id, name, isActive = null, deactivatedAt = null, maxSimultaneous = null }) => {
      const since = deactivatedAt ?? (isActive === false ? (before.get(id)?.inactiveSince ?? now) : null)
      return { id, name, inactiveSince: isActive === true ? null : since, maxSimultaneous }
    }) ?? null
  )
}

function mergeNamed<T extends { readonly id: string }>(
  seen: readonly T[] | null,
  previous: readonly (T & { readonly present: boolean })[] | null,
): readonly (T & { readonly present: boolean })[] | null {
  // A table that cannot be read any more says nothing about who left.
  if (seen === null) return previous
  const present = new Set(seen.map((entry) => entry.id))
  const gone = (previous ?? []).filter((entry) => !present.has(entry.id))
  return [...seen.map((entry) => ({ ...entry, present: true })), ...gone.map((entry) => ({ ...entry, present: false }))]
}

/** The later of two instants that are not after `now`. */
function greatest(a: number | null, b: number | null, now: number): number | null {
  const instants = [a, b].filter((instant) => instant !== null && instant <= now) as number[]
  return instants.length === 0 ? null : Math.max(...instants)
}

function least(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
