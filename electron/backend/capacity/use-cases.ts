import type { z } from 'zod'
import { inForceOn } from '../../../shared/plan/in-force.ts'
import { monthsAfter, mondayOf } from '../../../shared/predict/capacity/month-weeks.ts'
import type { CapacityOutput } from '../../../shared/contract/capacity-output.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import { coverageFigures } from '../coverage/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { newestFirst } from '../plans/plan-entries.ts'
import { nextMonday } from '../prediction/next-monday.ts'
import { planOf } from '../prediction/use-cases.ts'
import { datesKnownOf } from '../prediction/week-query.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { capacityOutput, type CountedWeeks } from './capacity-output.ts'
import type { capacityInput } from './inputs.ts'

/** What the calendar months after the present one bring under a plan. Throws 'not-found' where nothing is known of the time before. */
export async function capacity(context: BackendContext, input: z.output<typeof capacityInput>) {
  const { workspaceId, organizationId, growth, attrition, hires, until } = input
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const timeZone = input.timeZone ?? timeZoneOf(workspace, context)
  const now = until ?? context.clock()
  const today = localDateOf(now, timeZone)
  const months = monthsAfter(today, input.months)
  const [{ kind, plan }, datesKnown, published] = await Promise.all([
    plannedBy(context, input, today),
    datesKnownOf(context, workspaceId, mondayOf(months.at(-1)!.to)),
    work.publishedPlans(workspaceId),
  ])
  const target = input.target ?? workspace.settings.targetCoverage
  const query = { workspaceId, organizationId, timeZone, months, plan, growth, attrition, hires, datesKnown, published }
  const recent = await countedBefore(context, { ...query, poolId: plan?.poolId ?? null }, today)
  const report = await computeFromCache(context, workspaceId, (computer) =>
    computer.capacity({
      ...query,
      target: target / 100,
      visitorsPerAgent: null,
      firstWeek: nextMonday(now, timeZone),
      ...(until === null ? {} : { until }),
    }),
  )
  const { organization, pool, revision } = report
  return {
    output: capacityOutput(report, { ...input, timeZone, target, planKind: kind, recent }),
    organization,
    /** null: all. */
    pool,
    revision,
  }
}

/** Days that were counted last, for what is missed today. */
const RECENT_DAYS = 28

/** Less of them says little of what is missed. */
const LEAST_KNOWN = 0.5

/** null: too little of the days before a date is known. */
async function countedBefore(
  context: BackendContext,
  query: {
    readonly workspaceId: string
    readonly organizationId: string | null
    readonly timeZone: string
    readonly poolId: string | null
  },
  date: string,
): Promise<CountedWeeks | null> {
  const { workspaceId, organizationId, timeZone, poolId } = query
  const [from, to] = [addDays(date, -RECENT_DAYS), addDays(date, -1)]
  const { totals, range } = await coverageFigures(context, {
    workspaceId,
    organizationId,
    timeZone,
    from,
    to,
    countryFilter: null,
    mayBeEmpty: true,
    ...(poolId === null ? {} : { poolId }),
  })
  if (range.knownShare < LEAST_KNOWN) return null
  return { from, to, knownShare: range.knownShare, visitors: totals.totalPageviews, covered: totals.pageviewsWithAgent }
}

/** The plan that is meant: the named one, else the one for all pools that is in force on a date, else the typical week. */
async function plannedBy(
  context: BackendContext,
  { workspaceId, plan: choice }: z.output<typeof capacityInput>,
  date: string,
): Promise<{ readonly kind: CapacityOutput['plan']['kind']; readonly plan: Plan | null }> {
  if (choice !== null) return { kind: 'given', plan: await planOf(context, workspaceId, choice) }
  const work = context.data.work()
  const id = inForceOn(newestFirst(await work.listPlans(workspaceId)), date, null)?.id
  const inForce = (await work.publishedPlans(workspaceId)).find((one) => one.id === id)
  return inForce === undefined ? { kind: 'typical', plan: null } : { kind: 'live', plan: inForce.plan }
}
