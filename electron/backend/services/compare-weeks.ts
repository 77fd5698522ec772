import { AppError } from '../../../shared/contract/errors.ts'
import type { FrozenPrediction } from '../../../shared/predict/assemble/frozen-prediction.ts'
import type { CompareReport } from '../roles/compare-queries.ts'
import type { ComparedWeek } from './compare-services.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { PublishedWeek } from './published-weeks.ts'
import { computeFromCache, readCache } from './read-cache.ts'

export interface ComparedPublication extends ComparedWeek {
  readonly report: CompareReport
  readonly frozenAt: number
}

interface CompareOptions {
  readonly workspaceId: string
  readonly until: number | null
  readonly inDetail: boolean
}

/** The clock of the last sync, and the cache's revision. Throws 'not-found' where nothing was ever synced. */
export async function lastSync(deps: ServiceDependencies, workspaceId: string): Promise<{ readonly now: number | null; readonly revision: number }> {
  const { now, revision } = await readCache(deps, workspaceId, (reader) => reader.overview(workspaceId))
  return { now, revision }
}

/** What counts as the present: the clock of the last sync, or an earlier instant that was asked for. null: nothing was ever synced. */
export function presentAt({ now }: { readonly now: number | null }, until: number | null): number | null {
  return now === null || until === null ? now : Math.min(now, until)
}

/** One published week beside what happened. Throws 'not-found' where its prediction was not kept. */
export async function comparePublished(deps: ServiceDependencies, one: PublishedWeek, { workspaceId, until, inDetail }: CompareOptions): Promise<ComparedPublication> {
  const work = deps.data.work()
  const { publicationId, week } = one
  const frozen = await work.frozenWeek(workspaceId, publicationId, week)
  if (frozen === null) throw notPredicted(one)
  const { plan } = await work.readPublication(workspaceId, publicationId)
  const prediction = frozen.prediction as unknown as FrozenPrediction
  const report = await computeFromCache(deps, workspaceId, (computer) => computer.compareWeek({ workspaceId, publicationId, plan, prediction, until, inDetail }))
  const { state, total, elsewhere } = report
  const { planId, planName, version, poolId, timeZone } = one
  return { planId, planName, publicationId, version, poolId, timeZone, week, state, total, elsewhere, report, frozenAt: frozen.frozenAt }
}

/** Those that were predicted, one after the other: a computation holds up no other for long. */
export async function compareAll(deps: ServiceDependencies, weeks: readonly PublishedWeek[], options: CompareOptions): Promise<readonly ComparedPublication[]> {
  const compared: ComparedPublication[] = []
  for (const one of weeks) {
    if (!one.isFrozen) continue
    const week = await comparePublished(deps, one, options)
    if (week.state !== 'ahead') compared.push(week)
  }
  return compared
}

function notPredicted({ planName, week }: PublishedWeek): AppError {
  return new AppError({
    code: 'not-found',
    message: `The week of ${week} of "${planName}" was never predicted.`,
    next: 'Choose another week; weeks to come are predicted with the next sync.',
  })
}
