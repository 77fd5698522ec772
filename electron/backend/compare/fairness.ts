import type { z } from 'zod'
import type { FairnessOutput } from '../../../shared/contract/fairness-output.ts'
import type { Fairness } from '../../../shared/plan/staffing/fairness.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { planOf } from '../prediction/use-cases.ts'
import { computeFromWork } from '../threads/read-cache.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import type { fairnessInput } from './inputs.ts'

/** Where nothing else is asked for: so many days until yesterday. */
const USUAL_DAYS = 84
/** Nights and weekends of each agent, worked and scheduled, beside the fair share. */
export async function fairness(
  context: BackendContext,
  { workspaceId, from, to, timeZone, plan: choice, until }: z.output<typeof fairnessInput>,
): Promise<FairnessOutput> {
  const zone = timeZone ?? timeZoneOf(await workspaceById(context.data.work(), workspaceId), context)
  const last = to ?? addDays(localDateOf(until ?? context.clock(), zone), -1)
  const range = { from: from ?? addDays(last, 1 - USUAL_DAYS), to: last, timeZone: zone }
  const plan = choice === null ? null : await planOf(context, workspaceId, choice)
  const found = await computeFromWork(context, workspaceId, (computer) =>
    computer.fairness({ workspaceId, range, plan, until }),
  )
  const names = new Map((await listAgents(context, workspaceId)).map(({ id, name }) => [id, name]))
  const named = ({ agents, ...shares }: Fairness): FairnessOutput['worked'] => ({
    ...shares,
    agents: agents.map(({ agentId, ...share }) => ({ agentId, name: names.get(agentId) ?? agentId, ...share })),
  })
  return { range, worked: named(found.worked), planned: named(found.planned) }
}
