import type { z } from 'zod'
import { inactiveOf } from '../../../shared/plan/inactive-agents.ts'
import { instantOfWallTime } from '../../../shared/plan/week-clock.ts'
import { owedBreaksOf, type AgentRules } from '../../../shared/plan/rules/rules.ts'
import type { Shift } from '../../../shared/plan/plan.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { planRulesOf } from '../plans/plan-rules.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { listTimeOff } from '../time-off/use-cases.ts'
import type { gapInput } from './inputs.ts'
import { dayOf } from './use-cases.ts'

/** What is known of an agent that limits no work. */
const NO_LIMITS: ReadonlySet<string> = new Set(['pools', 'timeZone', 'hourlyCost', 'vacationDays'])

function areRules(rules: AgentRules): boolean {
  return Object.entries(rules).some(
    ([name, rule]) =>
      !NO_LIMITS.has(name) && rule !== null && rule !== undefined && !(Array.isArray(rule) && rule.length === 0),
  )
}

/**
 * What the rest of today loses without an agent, and the best three ways to cover for them, by the plan in force. null: nothing of theirs
 * is left today. Instants are ISO.
 */
export async function gap(context: BackendContext, { workspaceId, agentId }: z.output<typeof gapInput>) {
  const { query, inForce } = await dayOf(context, workspaceId)
  const found = inForce.find(({ plan }) => plan.shifts.some((shift) => shift.agentId === agentId))
  if (found === undefined) return null
  const { plan, planId } = found
  const agents = await listAgents(context, workspaceId)
  const { settings } = await context.data.work().readPlan(workspaceId, planId)
  const timeOff = Map.groupBy(await listTimeOff(context, workspaceId), (entry) => entry.agentId)
  const rules = {
    plan: planRulesOf(settings),
    agents: Object.fromEntries(agents.map(({ id, rules: own }) => [id, own])),
    inactive: inactiveOf(agents),
    timeOff: Object.fromEntries(timeOff),
  }
  const isAsked = ({ present, inactiveSince, rules: { pools } }: (typeof agents)[number]): boolean =>
    present && inactiveSince === null && (plan.poolId === null || (pools ?? [plan.poolId]).includes(plan.poolId))
  const report = await computeFromCache(context, workspaceId, (computer) =>
    computer.fillGap({
      ...query,
      plan,
      rules,
      absentId: agentId,
      agentIds: agents.filter(isAsked).map(({ id }) => id),
      now: context.clock(),
    }),
  )
  if (report === null) return null
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const iso = (day: number, minute: number): string =>
    new Date(instantOfWallTime(plan.timeZone, day, minute)).toISOString()
  const range = ({ day, startMinute, endMinute }: Pick<Shift, 'day' | 'startMinute' | 'endMinute'>) => ({
    start: iso(day, startMinute),
    end: iso(day, endMinute),
  })
  const times = (shift: Shift) => ({
    ...range(shift),
    breaks: shift.breaks.map((one) => range({ day: shift.day, ...one })),
  })
  return {
    planName: plan.name,
    plan: { kind: plan.kind, timeZone: plan.timeZone },
    lost: report.lost,
    /** Whether there is any rule of work to keep, beside time off. */
    hasRules:
      areRules(rules.plan.limits) ||
      owedBreaksOf(rules.plan).length > 0 ||
      agents.some((agent) => areRules(agent.rules)),
    repairs: report.repairs.map(({ kind, agentId: id, before, after, coveredGain, hours, violations }) => ({
      kind,
      agentId: id,
      name: names.get(id) ?? id,
      before: before === null ? null : times(before),
      after: times(after),
      coveredGain,
      hours,
      violations,
    })),
  }
}
