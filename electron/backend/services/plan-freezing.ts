import { toErrorReport } from '../../../shared/contract/errors.ts'
import type { ErrorReport } from '../../../shared/contract/errors.ts'
import { inForceOn, weekOfPublishing } from '../../../shared/plan/in-force.ts'
import { addDays, localRange } from '../../../shared/time/local.ts'
import { DAY_MS } from '../../../shared/time/slots.ts'
import type { PublicationSummary } from '../../store/plan-store-records.ts'
import type { WorkApi } from '../roles/roles.ts'
import type { ServiceDependencies, SyncedWorkspace } from './dependencies.ts'
import type { PlanFreezer, WeekToFreeze } from './plan-freezer.ts'

/** Weeks that are predicted when a plan is published. */
const WEEKS_AT_ONCE = 13
/** Later weeks are predicted at the first sync this long before they begin. */
const AHEAD_MS = 14 * DAY_MS
/** So that what was not synced for years does not hold up one sync. */
const MOST_WEEKS = 26

export interface FreezingOptions {
  readonly work: WorkApi
  readonly freezer: PlanFreezer
  readonly clock: () => number
}

/** Predicts the weeks of a publication that are due, one by one, and keeps them. Returns the first reason why one could not be; null: all were. */
export async function freezePublication({ work, freezer, clock }: FreezingOptions, workspaceId: string, publication: PublicationSummary): Promise<ErrorReport | null> {
  let problem: ErrorReport | null = null
  try {
    const weeks = weeksDue(publication, { now: clock(), publications: await work.listPublications(workspaceId) })
    if (weeks.length === 0) return null
    const { plan } = await work.readPublication(workspaceId, publication.id)
    for (const week of weeks) {
      try {
        if (!(await isStillPublished(work, workspaceId, { id: publication.id, week: week.week }))) return problem
        const [prediction] = await freezer.predictWeeks({ workspaceId, plan, weeks: [week] })
        await work.freezeWeeks(workspaceId, publication.id, [{ week: week.week, frozenAt: clock(), prediction: prediction! }])
      } catch (thrown) {
        if (!(await isStillPublished(work, workspaceId, { id: publication.id, week: week.week }))) return problem
        problem ??= toErrorReport(thrown)
        // One week may have too little history before it and the next enough; a closing app has no next one.
        if (toErrorReport(thrown).code === 'cancelled') break
      }
    }
    return problem
  } catch (thrown) {
    return toErrorReport(thrown)
  }
}

/** Whether a week of a publication was not withdrawn, while others were predicted. */
async function isStillPublished(work: WorkApi, workspaceId: string, { id, week }: { readonly id: string; readonly week: string }): Promise<boolean> {
  const publication = (await work.listPublications(workspaceId)).find((one) => one.id === id)
  return publication !== undefined && (publication.lastWeek === null || week <= publication.lastWeek)
}

/** Predicts what is due of every publication. Returns the first reason why something could not be; null: all was. */
export async function freezeAllDue(options: FreezingOptions, workspaceId: string): Promise<ErrorReport | null> {
  const problems: (ErrorReport | null)[] = []
  for (const publication of await options.work.listPublications(workspaceId)) {
    problems.push(await freezePublication(options, workspaceId, publication))
  }
  return problems.find((problem) => problem !== null) ?? null
}

/** After a sync: predicts what is due. What cannot be predicted is noted, and is no failure of the sync. */
export async function freezeAfterSync({ data, onNotice }: ServiceDependencies, freezer: PlanFreezer, { workspaceId, now }: SyncedWorkspace): Promise<void> {
  try {
    const problem = await freezeAllDue({ work: data.work(), freezer, clock: () => now }, workspaceId)
    if (problem !== null) onNotice(`A published plan could not be predicted: ${problem.message}`)
  } catch (thrown) {
    onNotice(`Published plans could not be predicted: ${toErrorReport(thrown).message}`)
  }
}

/**
 * The weeks of a publication that are to be predicted now and are not yet: those of its first 13 weeks, and later ones in which it is in
 * force from two weeks before they begin. Nothing goes in that came after the week began.
 */
export function weeksDue(
  publication: PublicationSummary,
  { now, publications }: { readonly now: number; readonly publications: readonly PublicationSummary[] },
): readonly WeekToFreeze[] {
  const { lastWeek, publishedAt, timeZone, poolId, frozenWeeks } = publication
  const frozen = new Set(frozenWeeks)
  const due: WeekToFreeze[] = []
  // A week that was over when the plan was published has nothing to be predicted.
  const first = weekOfPublishing(publication)
  for (let index = 0; due.length < MOST_WEEKS; index++) {
    const week = addDays(first, 7 * index)
    if (lastWeek !== null && week > lastWeek) break
    const { start } = localRange(week, week, timeZone)
    const isLater = index >= WEEKS_AT_ONCE
    if (isLater && start > now + AHEAD_MS) break
    if (frozen.has(week) || (isLater && inForceOn(publications, week, poolId)?.id !== publication.id)) continue
    // The first weeks are predicted as of the moment of publishing, whenever that is done.
    due.push({ week, origin: Math.min(isLater ? now : publishedAt, start) })
  }
  return due
}
