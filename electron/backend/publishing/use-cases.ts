import type { z } from 'zod'
import { AppError } from '../../../shared/foundation/errors.ts'
import { inForceOn } from '../../../shared/plan/in-force.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { PublicationSummary } from '../../store/plan-store-records.ts'
import type { BackendContext } from '../core/context.ts'
import type { workspaceInput } from '../core/inputs.ts'
import { describePublication, newestFirst, overlapsOf, weekOf } from '../plans/plan-entries.ts'
import type { publishInput, withdrawInput } from './inputs.ts'
import { publishAndPredict } from './predicting.ts'

/**
 * Publishes a plan as it is stored; its weeks are predicted afterwards, one by one: `publications` says how far that is. Throws
 * 'plan-changed' where it is not of the revision that was expected.
 */
export async function publishPlan(context: BackendContext, request: z.output<typeof publishInput>) {
  const { workspaceId, planId, firstWeek, lastWeek, expectedRevision, now, isPredicted } = request
  const work = context.data.work()
  const clock = (): number => now ?? context.clock()
  if (lastWeek !== null && lastWeek < firstWeek) {
    throw new AppError({
      code: 'invalid-input',
      message: `The last week (${lastWeek}) is before the first (${firstWeek}).`,
      kept: 'Nothing was published.',
      next: 'Choose a last week that is not before the first, or none.',
    })
  }
  // What is not predicted when the app is closed is predicted with the next sync, as of the same moment.
  const { id, predicted } = await publishAndPredict(context, { workspaceId, clock }, () =>
    work.publishPlan(workspaceId, {
      planId,
      publishedAt: clock(),
      firstWeek,
      lastWeek: lastWeek === null ? null : weekOf(lastWeek, firstWeek),
      ...(expectedRevision === null ? {} : { expectedRevision }),
    }),
  )
  const problem = isPredicted ? await predicted : null
  if (!isPredicted) {
    void predicted.then((found) => {
      if (found !== null && found.code !== 'cancelled')
        context.onNotice(`A published plan could not be predicted yet: ${found.message}`)
    })
  }
  const plans = await work.listPlans(workspaceId)
  const publications = newestFirst(plans)
  const publication = publications.find((one) => one.id === id)!
  return {
    publication: describePublication(publication, { publications, now: clock() }),
    /** Other plans of the same pool that are published for some of its weeks. In them the newest publication holds: this one. */
    overlaps: overlapsOf(publication, plans),
    /** Why weeks have no prediction yet; null: all that can have one have it. Those that lack it get it with a later sync. */
    notPredicted:
      problem === null ? null : [problem.message, problem.next].filter((words) => words !== undefined).join(' '),
  }
}

/** Takes back the weeks of a publication that have not begun; what was predicted of the others is kept. Throws 'conflict' where all have. */
export async function withdrawPlan(
  { data, ...context }: BackendContext,
  { workspaceId, publicationId, now }: z.output<typeof withdrawInput>,
) {
  const work = data.work()
  const clock = (): number => now ?? context.clock()
  const { firstWeek, timeZone, poolId } = await work.readPublication(workspaceId, publicationId)
  // Without an end, so that the store is asked and says what is wrong.
  const from = withdrawableFrom({ firstWeek, lastWeek: null, timeZone }, clock())!
  const left = await work.withdrawPublication(workspaceId, publicationId, from)
  const plans = await work.listPlans(workspaceId)
  const publications = newestFirst(plans)
  const holding = inForceOn(publications, from, poolId)
  return {
    /** The first week that is taken back. */
    from,
    /** null: no week of it had begun, and it is gone. */
    publication: left === null ? null : describePublication(left, { publications, now: clock() }),
    /** The plan that holds in that week now; null: none. */
    heldBy:
      holding === null
        ? null
        : { planId: holding.planId, planName: plans.find(({ id }) => id === holding.planId)!.name },
  }
}

/** What was published of all plans, the newest first. */
export async function listPublications(
  { data, clock }: BackendContext,
  { workspaceId }: z.output<typeof workspaceInput>,
) {
  const plans = await data.work().listPlans(workspaceId)
  const all = { publications: newestFirst(plans), now: clock() }
  return all.publications.map((one) => ({
    ...describePublication(one, all),
    planId: one.planId,
    planName: plans.find(({ id }) => id === one.planId)!.name,
    poolId: one.poolId,
    timeZone: one.timeZone,
    /** The plan's revision that was published: a higher one was edited since. */
    revision: one.revision,
    /** The first week that can be taken back; null: every week has begun. */
    withdrawableFrom: withdrawableFrom(one, all.now),
    overlaps: overlapsOf(one, plans),
  }))
}

/** The first week of a publication that has not begun; null: every week has. */
function withdrawableFrom(
  { firstWeek, lastWeek, timeZone }: Pick<PublicationSummary, 'firstWeek' | 'lastWeek' | 'timeZone'>,
  now: number,
): string | null {
  const today = localDateOf(now, timeZone)
  const week = today < firstWeek ? firstWeek : addDays(weekOf(today, firstWeek), 7)
  return lastWeek === null || week <= lastWeek ? week : null
}
