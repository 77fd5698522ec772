import { AppError } from '../../../shared/contract/errors.ts'
import { planFromFile, planToFile, planToText } from '../../../shared/contract/plan-file.ts'
import type { StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { importWarnings } from './import-warnings.ts'
import { listAgents } from './plan-agents.ts'
import { choosePlan } from './plan-choice.ts'
import { describePlans } from './plan-entries.ts'
import { freezePublication } from './plan-freezing.ts'
import type { PlanFreezer } from './plan-freezer.ts'
import { publish, publishAnswer, withdraw } from './plan-publishing.ts'
import type { NamedPlan, PlanCommands, PlansRequest } from './plan-services.ts'
import { chooseWorkspace } from './workspace-choice.ts'

/** Stored plans for the command line: of a workspace by name, a plan by id or name. */
export function planCommands(deps: ServiceDependencies, freezer: PlanFreezer): PlanCommands {
  const work = () => deps.data.work()
  const plansOf = async (workspaceId: string, request: PlansRequest): Promise<readonly StoredPlanOutput[]> =>
    describePlans(await work().listPlans(workspaceId), request.now ?? deps.clock())
  const entry = async (workspaceId: string, planId: string, request: PlansRequest): Promise<StoredPlanOutput> =>
    (await plansOf(workspaceId, request)).find(({ id }) => id === planId)!
  const chosen = async (request: NamedPlan): Promise<{ readonly workspaceId: string; readonly planId: string }> => {
    const workspace = await chooseWorkspace(work(), request.workspace)
    return { workspaceId: workspace.id, planId: (await choosePlan(work(), workspace.id, request.plan)).id }
  }

  return {
    async listPlans(request) {
      const workspace = await chooseWorkspace(work(), request.workspace)
      return { plans: await plansOf(workspace.id, request), timeZone: request.timeZone ?? workspace.settings.timeZone ?? deps.systemTimeZone }
    },
    async showPlan(request) {
      const { workspaceId, planId } = await chosen(request)
      const { plan } = await work().readPlan(workspaceId, planId)
      const planned = new Set(plan.shifts.map(({ agentId }) => agentId))
      const agents = (await listAgents(deps, workspaceId)).filter(({ id }) => planned.has(id))
      return {
        plan: await entry(workspaceId, planId, request),
        file: planToFile(plan),
        text: planToText(plan),
        agentNames: Object.fromEntries(agents.map(({ id, name }) => [id, name])),
      }
    },
    async importPlan(request) {
      const plan = planFromFile(request.text)
      const workspace = await chooseWorkspace(work(), request.workspace)
      const warnings = await importWarnings(deps, workspace.id, plan)
      const planId = await work().createPlan(workspace.id, request.name === null ? plan : { ...plan, name: request.name })
      return { plan: await entry(workspace.id, planId, request), warnings }
    },
    async publishPlan(request) {
      const { workspaceId, planId } = await chosen(request)
      const clock = (): number => request.now ?? deps.clock()
      const options = { work: work(), freezer, clock }
      const publication = await publish(options, { workspaceId, planId, firstWeek: request.from, lastWeek: request.to, expectedRevision: null })
      const problem = await freezePublication(options, workspaceId, publication)
      const answer = await publishAnswer(options, { workspaceId, id: publication.id, problem })
      return { ...answer, plan: await entry(workspaceId, planId, request) }
    },
    async withdrawPlan(request) {
      const { workspaceId, planId } = await chosen(request)
      const { name, publications } = await entry(workspaceId, planId, request)
      const [newest] = publications
      if (newest === undefined) throw new AppError({ code: 'conflict', message: `"${name}" is not published, so there was nothing to withdraw.`, next: 'See `covercast plan list` for the plans that are.' })
      const answer = await withdraw({ work: work(), clock: () => request.now ?? deps.clock() }, workspaceId, newest.id)
      return { ...answer, plan: await entry(workspaceId, planId, request) }
    },
  }
}
