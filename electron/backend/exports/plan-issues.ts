import { setImmediate } from 'node:timers/promises'
import { LIMITS } from '../../../shared/contract/limits.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { findViolations } from '../../../shared/plan/rules/check-rules.ts'
import type { MinimumStaff, TimeOff } from '../../../shared/plan/rules/rule-types.ts'
import type { Rules } from '../../../shared/plan/rules/rules.ts'
import type { Violation } from '../../../shared/plan/rules/violation.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { planRulesOf } from '../plans/plan-rules.ts'
import { publishedForNotice } from '../publishing/published-shifts.ts'
import { allTimeOff } from '../time-off/use-cases.ts'
import type { ExportSubject } from './export-subject.ts'
import type { PlanFileRequest } from './inputs.ts'

/** What somebody who has only the file should know of a plan: who is away, and the rules that it breaks. */
export interface PlanIssues {
  /** Of agents of the plan, in its weeks. Of which kind it is stays inside (docs/security.md). */
  readonly timeOff: readonly (Omit<TimeOff, 'id' | 'kind' | 'note'> & { readonly agentId: string })[]
  readonly violations: readonly { readonly week: string; readonly violation: Violation }[]
  readonly minimumStaff: readonly MinimumStaff[]
}

/** Of the weeks of an export, by the plan's rules; a plan of a file has those of agents alone. */
export async function planIssues(
  context: BackendContext,
  { workspaceId }: Pick<PlanFileRequest, 'workspaceId'>,
  { plan, settings, agents, inactive, firstDate, weeks }: Omit<ExportSubject, 'plan'> & { readonly plan: Plan },
): Promise<PlanIssues> {
  const own = planRulesOf(settings)
  const [published, away] = await Promise.all([
    publishedForNotice(context, { workspaceId, plan, rules: own }),
    allTimeOff(context, workspaceId, agents),
  ])
  const rules: Rules = {
    plan: own,
    agents: Object.fromEntries(agents.map(({ id, rules: ofAgent }) => [id, ofAgent])),
    inactive,
    timeOff: Object.fromEntries(Map.groupBy(away, ({ agentId }) => agentId)),
    ...(published === null ? {} : { published }),
  }
  const violations: PlanIssues['violations'][number][] = []
  for (let index = 0; index < Math.min(weeks, LIMITS.exportWeeks); index++) {
    const week = addDays(firstDate, 7 * index)
    violations.push(...findViolations(plan, rules, { firstDate: week }).map((violation) => ({ week, violation })))
    // A long plan takes a while, and the process has others to answer.
    await setImmediate()
  }
  const planned = new Set(plan.shifts.map(({ agentId }) => agentId))
  const last = addDays(firstDate, 7 * weeks - 1)
  return {
    timeOff: away.filter(({ agentId, from, to }) => planned.has(agentId) && from <= last && to >= firstDate),
    violations,
    minimumStaff: own.minimumStaff ?? [],
  }
}
