import type { ErrorReport } from '../../../shared/foundation/errors.ts'
import type { RpcClient } from '../../app/rpc/procedures.ts'
import type { PrintPage } from '../../../shared/contract/print-page.ts'
import { withAssumptions } from '../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { PredictionReport } from '../../features/plans/plan-types.ts'
import { publishedFor } from '../../features/plans/rules/published-for.ts'
import { rulesFor, storedPlanRules } from '../../features/plans/rules/plan-rules.ts'
import { unknownWeek } from '../../features/plans/editor/panel/unknown-week.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import { givenPlan } from '../given-plan.ts'
import { dateNames } from '../../app/known-dates/known-dates.ts'
import { addDays } from '../../../shared/time/local.ts'
import { isReport, orReport } from '../or-report.ts'
import { planPrint, type PlanPrint, type PlanState } from './plan-print.ts'

type PlanPage = Extract<PrintPage, { kind: 'plan' }>

interface Stored {
  readonly plan: Plan
  readonly settings: Parameters<typeof rulesFor>[0]
  readonly state: PlanState
}

/** Reads a plan as its editor does, and computes what its document says. */
export async function loadPlan(page: PlanPage, client: RpcClient, format: Formatter): Promise<PlanPrint> {
  const { workspaceId, week, until } = page
  const [{ plan: stored, settings, state }, agents, timeOff, overview, dates] = await Promise.all([
    page.planId === null
      ? { plan: givenPlan(), settings: {}, state: 'file' as const }
      : storedPlan(client, workspaceId, page.planId),
    client.agents.list.query({ workspaceId }),
    client.timeOff.list.query({ workspaceId }),
    orReport(client.workspace.overview.query({ workspaceId })),
    client.holidays.dates.query({ workspaceId, from: week, to: addDays(week, 6) }),
  ])
  const plan = withAssumptions(stored, page.assumptions)
  const published = await publishedFor(client, { workspaceId, plan, rules: storedPlanRules(settings) })
  const predicted = await orReport(
    client.prediction.inputs.query({ workspaceId, week, timeZone: plan.timeZone, until }),
  )
  const notPredicted = whyNotPredicted(predicted, format)
  return planPrint(
    {
      plan,
      state,
      firstDate: week,
      agents,
      rules: rulesFor(settings, { agents, timeOff, published }),
      timeOff,
      names: dateNames(dates, format),
      overview: isReport(overview) ? null : (overview satisfies Overview),
      prediction: notPredicted !== null || isReport(predicted) ? null : predicted,
      notPredicted,
    },
    format,
  )
}

/** null: it could be. Figures of a week of which nothing is known would be zeros, which say that nobody comes. */
function whyNotPredicted(predicted: PredictionReport | ErrorReport, format: Formatter): string | null {
  if (isReport(predicted)) return format.texts.paperPlan.notPredicted({ reason: predicted.message })
  return unknownWeek(predicted, format)?.text ?? null
}

async function storedPlan(client: RpcClient, workspaceId: string, planId: string): Promise<Stored> {
  const { plan, settings, publications } = await client.plans.get.query({ workspaceId, planId })
  return {
    plan,
    settings,
    state: publications.some(({ inForce }) => inForce) ? 'live' : publications.length > 0 ? 'published' : 'draft',
  }
}
