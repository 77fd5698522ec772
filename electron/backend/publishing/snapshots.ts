import { type ErrorReport, toErrorReport } from '../../../shared/foundation/errors.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { inForceOn, weekOfPublishing } from '../../../shared/plan/in-force.ts'
import { addDays, localRange } from '../../../shared/time/local.ts'
import type { JsonValue } from '../../store/no-secrets.ts'
import type { PublicationSummary } from '../../store/plan-store-records.ts'
import { damagedRecord } from '../../store/stored-value.ts'
import type { BackendContext, SyncedWorkspace } from '../core/context.ts'
import { calendarsOf } from '../holidays/calendars.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import type { WorkThread } from '../threads/work-thread.ts'
import type { DueWeek, PredictedWeeks, SnapshotsQuery } from './compute.ts'

/** Weeks that are predicted when a plan is published. */
const WEEKS_AT_ONCE = 13
/** Later weeks are predicted at the first sync this long before they begin. */
const AHEAD_MS = 14 * DAY_MS
/** So that what was not synced for years does not hold up one sync. */
const MOST_WEEKS = 26

export interface SnapshotOptions {
  readonly work: Pick<WorkThread, 'listPublications' | 'addSnapshots'>
  readonly predictWeeks: (query: Omit<SnapshotsQuery, 'calendars'>) => Promise<PredictedWeeks>
  readonly clock: () => number
}

/** Takes snapshots with the compute thread, which reads what it needs itself. */
export function snapshotOptions(context: BackendContext, clock: () => number): SnapshotOptions {
  return {
    work: context.data.work(),
    clock,
    async predictWeeks(query) {
      const calendars = await calendarsOf(context, query.workspaceId, query.weeks.at(-1)?.week ?? null)
      const predicted = await computeFromCache(context, query.workspaceId, (computer) =>
        computer.snapshotWeeks({ ...query, calendars }),
      )
      if ('damaged' in predicted) throw damagedRecord(predicted.damaged)
      return predicted
    },
  }
}

/**
 * Predicts the weeks that are due, of one publication or of all (null), and keeps each as it is. Returns the first reason why one could not
 * be predicted; null: all were. It never fails.
 */
export async function takeSnapshots(
  options: SnapshotOptions,
  workspaceId: string,
  publicationId: string | null,
): Promise<ErrorReport | null> {
  let problem: ErrorReport | null = null
  try {
    const publications = await options.work.listPublications(workspaceId)
    for (const publication of publications.filter(({ id }) => publicationId === null || id === publicationId)) {
      const weeks = weeksDue(publication, { now: options.clock(), publications })
      if (weeks.length === 0) continue
      const failed = await snapshotsOf(options, { workspaceId, publicationId: publication.id, weeks })
      problem ??= failed
      if (failed?.code === 'cancelled') return problem
    }
    return problem
  } catch (thrown) {
    return problem ?? toErrorReport(thrown)
  }
}

/** All due weeks of a publication are one computation; each is then kept by a short transaction of its own, between which edits have their turn. */
async function snapshotsOf(
  { work, predictWeeks, clock }: SnapshotOptions,
  query: Omit<SnapshotsQuery, 'calendars'>,
): Promise<ErrorReport | null> {
  const { workspaceId, publicationId } = query
  try {
    const { weeks, problem } = await predictWeeks(query)
    for (const { week, prediction } of weeks) {
      await work.addSnapshots(workspaceId, publicationId, [
        { week, frozenAt: clock(), prediction: prediction as unknown as JsonValue },
      ])
    }
    return problem
  } catch (thrown) {
    const report = toErrorReport(thrown)
    if (report.code === 'cancelled') return report
    // Nothing is wrong where the plan was withdrawn while it was predicted.
    const isThere = (await work.listPublications(workspaceId)).some(({ id }) => id === publicationId)
    return isThere ? report : null
  }
}

/** After a sync: predicts what is due. What cannot be predicted is noted, and is no failure of the sync. */
export async function takeSnapshotsAfterSync(
  context: BackendContext,
  { workspaceId, now }: SyncedWorkspace,
): Promise<void> {
  const problem = await takeSnapshots(
    snapshotOptions(context, () => now),
    workspaceId,
    null,
  )
  if (problem !== null) context.onNotice(`A published plan could not be predicted: ${problem.message}`)
}

/**
 * The weeks of a publication that are to be predicted now and are not yet: those of its first 13 weeks, and later ones in which it is in
 * force from two weeks before they begin. Nothing goes in that came after the week began.
 */
export function weeksDue(
  publication: PublicationSummary,
  { now, publications }: { readonly now: number; readonly publications: readonly PublicationSummary[] },
): readonly DueWeek[] {
  const { lastWeek, publishedAt, timeZone, poolId, frozenWeeks } = publication
  const predicted = new Set(frozenWeeks)
  const due: DueWeek[] = []
  // A week that was over when the plan was published has nothing to be predicted.
  const first = weekOfPublishing(publication)
  for (let index = 0; due.length < MOST_WEEKS; index++) {
    const week = addDays(first, 7 * index)
    if (lastWeek !== null && week > lastWeek) break
    const { start } = localRange(week, week, timeZone)
    const isLater = index >= WEEKS_AT_ONCE
    if (isLater && start > now + AHEAD_MS) break
    if (predicted.has(week) || (isLater && inForceOn(publications, week, poolId)?.id !== publication.id)) continue
    // The first weeks are predicted as of the moment of publishing, whenever that is done.
    due.push({ week, origin: Math.min(isLater ? now : publishedAt, start) })
  }
  return due
}
