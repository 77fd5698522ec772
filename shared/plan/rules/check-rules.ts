import type { Plan, PlanKind, Shift } from '../plan.ts'
import { weekClock, type WeekClock } from '../week-clock.ts'
import { checkAgent } from './check-agent.ts'
import type { Rules } from './rules.ts'
import type { Violation } from './violation.ts'

interface AgentReport {
  readonly shifts: readonly Shift[]
  readonly violations: readonly Violation[]
}

/** The rules that a plan breaks in one week, kept by agent so that the next report looks only at agents whose shifts were changed. */
export interface RuleReport {
  readonly violations: readonly Violation[]
  readonly kind: PlanKind
  readonly poolId: string | null
  readonly rules: Rules
  readonly clock: WeekClock
  /** null: the open shifts. */
  readonly byAgent: ReadonlyMap<string | null, AgentReport>
}

interface CheckOptions {
  readonly rules: Rules
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** A report on the plan as it was a moment ago: what it says of agents with the very same shifts is taken over. */
  readonly previous?: RuleReport | null
}

/** The rules that a plan breaks in the week that begins on a date: see `checkRules`. Throws AppError 'invalid-input' for nonsense. */
export function findViolations(plan: Plan, rules: Rules, week: { readonly firstDate: string }): readonly Violation[] {
  return checkRules(plan, { rules, firstDate: week.firstDate }).violations
}

/**
 * The rules that a plan breaks in the week that begins on a date, by agent: those of the rules first, then others of the plan, open shifts
 * last. A shift counts as a whole in the week in which it begins; rest, touching shifts and days in a row are looked at over the week's
 * edges. Throws AppError 'invalid-input' for nonsense.
 */
export function checkRules(plan: Plan, { rules, firstDate, previous = null }: CheckOptions): RuleReport {
  const clock = weekClock(plan.timeZone, firstDate)
  const context = { kind: plan.kind, poolId: plan.poolId, rules, clock }
  const isStillGood =
    previous !== null && previous.rules === rules && previous.clock === clock && previous.poolId === plan.poolId && previous.kind === plan.kind
  const byAgent = new Map<string | null, AgentReport>()
  const violations: Violation[] = []
  for (const [agentId, shifts] of shiftsByAgent(plan, rules)) {
    const known = isStillGood ? previous.byAgent.get(agentId) : undefined
    const report = known && isSameList(known.shifts, shifts) ? known : { shifts, violations: checkAgent(agentId, shifts, context) }
    byAgent.set(agentId, report)
    violations.push(...report.violations)
  }
  return { violations, ...context, byAgent }
}

/** What is wrong with each shift. */
export function violationsByShift(violations: readonly Violation[]): ReadonlyMap<string, readonly Violation[]> {
  const byShift = new Map<string, Violation[]>()
  for (const violation of violations) {
    for (const id of violation.shiftIds) {
      const known = byShift.get(id)
      if (known) known.push(violation)
      else byShift.set(id, [violation])
    }
  }
  return byShift
}

function shiftsByAgent(plan: Plan, rules: Rules): ReadonlyMap<string | null, readonly Shift[]> {
  const byAgent = new Map<string | null, Shift[]>(Object.keys(rules.agents).map((agentId) => [agentId, []]))
  const open: Shift[] = []
  for (const shift of plan.shifts) {
    if (shift.agentId === null) {
      open.push(shift)
      continue
    }
    const known = byAgent.get(shift.agentId)
    if (known) known.push(shift)
    else byAgent.set(shift.agentId, [shift])
  }
  return byAgent.set(null, open)
}

function isSameList(one: readonly Shift[], other: readonly Shift[]): boolean {
  return one.length === other.length && one.every((shift, index) => shift === other[index])
}
