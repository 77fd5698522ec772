import type { Absences } from '../../../shared/compare/today/absent-today.ts'
import { NO_PLAN_RULES } from '../../../shared/plan/rules/rules.ts'
import { timeOffNear } from '../../../shared/plan/rules/time-off.ts'
import { weekClock } from '../../../shared/plan/week-clock.ts'
import { addDays } from '../../../shared/time/local.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { allTimeOff } from '../time-off/use-cases.ts'

/** When agents are away around a date, by the time off that is entered. */
export async function absencesOn(
  context: BackendContext,
  { workspaceId, timeZone, date }: { readonly workspaceId: string; readonly timeZone: string; readonly date: string },
): Promise<Absences> {
  const agents = await listAgents(context, workspaceId)
  const near = (await allTimeOff(context, workspaceId, agents)).filter(
    ({ from, to }) => from <= addDays(date, 1) && to >= addDays(date, -1),
  )
  if (near.length === 0) return new Map()
  const timeOff = Map.groupBy(near, ({ agentId }) => agentId)
  const rules = {
    plan: NO_PLAN_RULES,
    agents: Object.fromEntries(agents.map(({ id, rules: own }) => [id, own])),
    timeOff: Object.fromEntries(timeOff),
  }
  const clock = weekClock(timeZone, date)
  return new Map([...timeOff.keys()].map((agentId) => [agentId, timeOffNear(agentId, rules, clock)]))
}
