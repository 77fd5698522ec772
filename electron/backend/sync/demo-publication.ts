import { planFromFile } from '../../../shared/contract/plan-file.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { addDays, localDateOf, localRange, weekStartOf } from '../../../shared/time/local.ts'
import { DEMO_PLAN } from '../../sync/demo/published-plan.ts'
import type { BackendContext } from '../core/context.ts'

/** Whole weeks before the running one for which the plan is published. */
const PAST_WEEKS = 3
/** The company's weeks begin on Sunday. */
const SUNDAY = 0
/** The Thursday before, in the afternoon. */
const DAYS_AHEAD = 3
const PUBLISHED_AT_HOUR_MS = 15 * HOUR_MS

/**
 * Publishes the plan that the demo's agents follow, for three past weeks and the running one, so that there is something to compare and the
 * next week is still to be planned. Whoever compares first has these weeks predicted, as of the day of publishing.
 */
export async function publishDemoPlan({ data }: BackendContext, workspaceId: string, now: number): Promise<void> {
  const work = data.work()
  const plan = planFromFile(DEMO_PLAN)
  const lastWeek = weekStartOf(localDateOf(now, plan.timeZone), SUNDAY)
  const firstWeek = addDays(lastWeek, -7 * PAST_WEEKS)
  const day = addDays(firstWeek, -DAYS_AHEAD)
  await work.publishPlan(workspaceId, {
    planId: await work.createPlan(workspaceId, plan),
    publishedAt: localRange(day, day, plan.timeZone).start + PUBLISHED_AT_HOUR_MS,
    firstWeek,
    lastWeek,
  })
}
