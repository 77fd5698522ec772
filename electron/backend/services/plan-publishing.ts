import { AppError, type ErrorReport } from '../../../shared/contract/errors.ts'
import type { PublicationSummary } from '../../store/plan-store-records.ts'
import type { FreezingOptions } from './plan-freezing.ts'
import { describePublication, newestFirst, overlapsOf, weekOf } from './plan-entries.ts'
import type { PublishAnswer, PublishRequest } from './plan-services.ts'

/** Publishes a plan as it is stored. Its weeks are still to be predicted. */
export async function publish({ work, clock }: Pick<FreezingOptions, 'work' | 'clock'>, request: PublishRequest): Promise<PublicationSummary> {
  const { workspaceId, planId, firstWeek, lastWeek, expectedRevision } = request
  if (lastWeek !== null && lastWeek < firstWeek) {
    throw new AppError({
      code: 'invalid-input',
      message: `The last week (${lastWeek}) is before the first (${firstWeek}).`,
      kept: 'Nothing was published.',
      next: 'Choose a last week that is not before the first, or none.',
    })
  }
  return work.publishPlan(workspaceId, {
    planId,
    publishedAt: clock(),
    firstWeek,
    lastWeek: lastWeek === null ? null : weekOf(lastWeek, firstWeek),
    ...(expectedRevision === null ? {} : { expectedRevision }),
  })
}

/** What publishing led to. `problem`: why weeks could not be predicted. */
export async function publishAnswer(
  { work, clock }: Pick<FreezingOptions, 'work' | 'clock'>,
  { workspaceId, id, problem }: { readonly workspaceId: string; readonly id: string; readonly problem: ErrorReport | null },
): Promise<PublishAnswer> {
  const plans = await work.listPlans(workspaceId)
  const publications = newestFirst(plans)
  const publication = publications.find((one) => one.id === id)!
  return {
    publication: describePublication(publication, { publications, now: clock() }),
    overlaps: overlapsOf(publication, plans),
    notPredicted: problem === null ? null : [problem.message, problem.next].filter((words) => words !== undefined).join(' '),
  }
}
