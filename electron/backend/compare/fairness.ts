import type { z } from 'zod'
import type { FairnessOutput } from '../../../shared/contract/fairness-output.ts'
import { type Fairness, FAIRNESS_DAYS } from '../../../shared/plan/staffing/fairness.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { planOf } from '../prediction/use-cases.ts'
import { computeFromWork } from '../threads/read-cache.ts'
import { publicHolidaysOf } from '../time-off/public-holidays.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import type { fairnessInput } from './inputs.ts'

/** Nights and weekends of each agent, worked and scheduled, beside the fair share. */
export async function fairness(
  context: BackendContext,
  { workspaceId, from, to, timeZone, plan: choice, until }: z.output<typeof fairnessInput>,
): Promise<FairnessOutput> {
  const zone = timeZone ?? timeZoneOf(await workspaceById(context.data.work(), workspaceId), context)
  const last = to ?? addDays(localDateOf(until ?? context.clock(), zone), -1)
  const range = { from: from ?? addDays(last, 1 - FAIRNESS_DAYS), to: last, timeZone: zone }
  const plan = choice === null ? null : await planOf(context, workspaceId, choice)
  const known = await listAgents(context, workspaceId)
  const years = { from: Number(range.from.slice(0, 4)), to: Number(range.to.slice(0, 4)) }
  const holidays = (await publicHolidaysOf(context, workspaceId, { agents: known, years })).filter(
    (one) => one.part === null && one.from >= range.from && one.from <= range.to,
  )
  const agents = {
    rules: Object.fromEntries(known.map(({ id, rules }) => [id, rules])),
    holidays: Object.fromEntries(
      [...Map.groupBy(holidays, ({ agentId }) => agentId)].map(([id, own]) => [id, own.map((one) => one.from)]),
    ),
  }
  const found = await computeFromWork(context, workspaceId, (computer) =>
    computer.fairness({ workspaceId, range, plan, until, agents }),
  )
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const named = ({ agents: all, ...shares }: Fairness): FairnessOutput['worked'] => ({
    ...shares,
    agents: all.map(({ agentId, ...share }) => ({ agentId, name: names.get(agentId) ?? agentId, ...share })),
  })
  return { range, worked: named(found.worked), planned: named(found.planned) }
}
