import { AppError } from '../../../shared/contract/errors.ts'
import type { FreezingOptions } from './plan-freezing.ts'
import { freezePublication } from './plan-freezing.ts'
import { describePublication, newestFirst, overlapsOf, weekOf } from './plan-entries.ts'
import type { PublishAnswer, PublishRequest } from './plan-services.ts'

/** Publishes a plan as it is stored and predicts its weeks; where that cannot be done, it is published all the same. */
export async function publish(options: FreezingOptions, { workspaceId, planId, firstWeek, lastWeek, expectedRevision }: PublishRequest): Promise<PublishAnswer> {
  const { work, clock } = options
  if (lastWeek !== null && lastWeek < firstWeek) {
    throw new AppError({
      code: 'invalid-input',
      message: `The last week (${lastWeek}) is before the first (${firstWeek}).`,
      kept: 'Nothing was published.',
      next: 'Choose a last week that is not before the first, or none.',
    })
  }
  const { id } = await work.publishPlan(workspaceId, {
    planId,
    publishedAt: clock(),
    firstWeek,
    lastWeek: lastWeek === null ? null : weekOf(lastWeek, firstWeek),
    ...(expectedRevision === null ? {} : { expectedRevision }),
  })
  const { publication: fresh } = await published(options, workspaceId, id)
  const problem = await freezePublication(options, workspaceId, fresh)
  const { publication, plans } = await published(options, workspaceId, id)
  return {
    publication: describePublication(publication, { publications: newestFirst(plans), now: clock() }),
    overlaps: overlapsOf(publication, plans),
    notPredicted: problem === null ? null : [problem.message, problem.next].filter((words) => words !== undefined).join(' '),
  }
}

async function published({ work }: FreezingOptions, workspaceId: string, id: string) {
  const plans = await work.listPlans(workspaceId)
  return { plans, publication: newestFirst(plans).find((one) => one.id === id)! }
}
