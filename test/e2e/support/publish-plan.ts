import type { Page } from 'playwright'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'
import { planFromFile, type PlanFile } from '../../../shared/contract/plan-file.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'

/** Publishes the demo's plan, or another, as the Plans screen does, and answers its id. Three days of its week are over, whichever day it is. */
export async function publishDemoPlan(
  page: Page,
  plan: typeof DEMO_PLAN | PlanFile = DEMO_PLAN,
  now = Date.now(),
): Promise<string> {
  const firstWeek = addDays(localDateOf(now, plan.timeZone), -3)
  return page.evaluate(publishPlan, { plan: planFromFile(plan), firstWeek })
}

/** In the page. */
async function publishPlan({
  plan,
  firstWeek,
}: {
  readonly plan: unknown
  readonly firstWeek: string
}): Promise<string> {
  const workspaceId = /^#\/w\/([^/]+)/.exec(location.hash)![1]!
  const call = async <T>(procedure: string, input: object): Promise<T> => {
    const answer = await fetch(`/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workspaceId, ...input }),
    })
    return ((await answer.json()) as { readonly result: { readonly data: T } }).result.data
  }
  const { id } = await call<{ readonly id: string }>('plans.create', { plan })
  await call('plans.publish', { planId: id, firstWeek, lastWeek: firstWeek })
  return id
}
