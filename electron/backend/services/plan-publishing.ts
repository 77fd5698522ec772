import { AppError, type ErrorReport } from '../../../shared/contract/errors.ts'
import { inForceOn } from '../../../shared/plan/in-force.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { PublicationSummary } from '../../store/plan-store-records.ts'
import type { FreezingOptions } from './plan-freezing.ts'
import { describePublication, newestFirst, overlapsOf, weekOf } from './plan-entries.ts'
import type { PublishAnswer, PublishRequest, WithdrawAnswer } from './plan-services.ts'

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

/** The first week of a publication that has not begun; null: every week has. */
export function withdrawableFrom({ firstWeek, lastWeek, timeZone }: Pick<PublicationSummary, 'firstWeek' | 'lastWeek' | 'timeZone'>, now: number): string | null {
  const today = localDateOf(now, timeZone)
  const week = today < firstWeek ? firstWeek : addDays(weekOf(today, firstWeek), 7)
  return lastWeek === null || week <= lastWeek ? week : null
}

/** Takes back the weeks of a publication that have not begun; what was frozen of the others stays. */
export async function withdraw({ work, clock }: Pick<FreezingOptions, 'work' | 'clock'>, workspaceId: string, publicationId: string): Promise<WithdrawAnswer> {
  const { firstWeek, timeZone, poolId } = await work.readPublication(workspaceId, publicationId)
  // Without an end, so that the store is asked and says what is wrong.
  const from = withdrawableFrom({ firstWeek, lastWeek: null, timeZone }, clock())!
  const left = await work.withdrawPublication(workspaceId, publicationId, from)
  const plans = await work.listPlans(workspaceId)
  const publications = newestFirst(plans)
  const holding = inForceOn(publications, from, poolId)
  return {
    from,
    publication: left === null ? null : describePublication(left, { publications, now: clock() }),
    heldBy: holding === null ? null : { planId: holding.planId, planName: plans.find(({ id }) => id === holding.planId)!.name },
  }
}
