import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { SyncRun } from '../../sync/cache.ts'
import { knownIntervals } from '../coverage/known-intervals.ts'

export type CacheOverview = ReturnType<typeof cacheOverview>

/** What a cache holds, apart from figures. Instants are epoch milliseconds; null: none yet. */
export function cacheOverview(snapshot: CacheSnapshot, lastRun: SyncRun | null) {
  const { directory, dictionary, state } = snapshot
  return {
    organization: directory?.organizationName ?? directory?.organizationId ?? null,
    countryRule: directory?.countryRule ?? null,
    hasCountry: directory?.hasCountry ?? true,
    pools: poolsOf(snapshot),
    hasVisitsWithoutPool: hasVisitsWithoutPool(snapshot),
    hasMembership: (directory?.members ?? null) !== null,
    countries: dictionary.countries.filter((code) => code !== null).toSorted(),
    now: state.now,
    /** The first instant of which something is known. */
    firstKnown: knownIntervals(snapshot).reduce<number | null>(
      (first, { start }) => (first === null || start < first ? start : first),
      null,
    ),
    lastRun,
    problems: state.problems,
    revision: snapshot.revision,
  }
}

/** Where the source names no pools, those that visits were routed to. */
function poolsOf({
  directory,
  dictionary,
}: CacheSnapshot): readonly { readonly id: string; readonly name: string | null; readonly present: boolean }[] {
  const named = directory?.pools
  if (named) return named.map(({ id, name, present }) => ({ id, name, present }))
  return dictionary.pools.filter((id) => id !== null).map((id) => ({ id, name: null, present: true }))
}

/** Of a long history, as far back as it was looked at. */
function hasVisitsWithoutPool({ dictionary, traffic }: CacheSnapshot): boolean {
  const ordinal = dictionary.pools.indexOf(null)
  if (ordinal < 0) return false
  for (const { pool, length } of traffic.values()) {
    const found = pool.indexOf(ordinal)
    if (found >= 0 && found < length) return true
  }
  return false
}
