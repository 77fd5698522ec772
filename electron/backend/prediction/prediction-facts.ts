import { AppError } from '../../../shared/foundation/errors.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import type { InactiveAgents } from '../../../shared/plan/inactive-agents.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { CachedAgent } from '../../sync/cache.ts'
import { effectiveFilter } from '../coverage/chosen-facts.ts'
import { intervalsToLearnFrom } from '../coverage/known-intervals.ts'

/** Since when agents are deactivated, by id. */
function inactiveAgents(agents: readonly CachedAgent[]): InactiveAgents {
  return Object.fromEntries(
    agents.flatMap(({ id, inactiveSince }) => (inactiveSince === null ? [] : [[id, inactiveSince] as const])),
  )
}

/** What a cache knows, as predictions take it. Throws 'not-found' where nothing was ever synced. */
export function predictionFacts(snapshot: CacheSnapshot): PredictionFacts {
  const { directory, dictionary, state } = snapshot
  if (state.now === null) {
    throw new AppError({
      code: 'not-found',
      message: 'No sync of this workspace was ever finished, so there is no history to go by.',
      next: 'Sync it first.',
    })
  }
  const days = [...snapshot.traffic].toSorted(([a], [b]) => a - b)
  return {
    batches: days.map(([, cells]) => ({ dictionary, cells })),
    countryRule: effectiveFilter(snapshot, directory?.countryRule ?? null),
    sessions: snapshot.sessions,
    pools: directory?.pools ?? null,
    members: directory?.members ?? null,
    inactive: inactiveAgents(directory?.agents ?? []),
    known: intervalsToLearnFrom(snapshot),
    now: state.now,
  }
}
