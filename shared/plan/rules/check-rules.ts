import { addDays } from '../../time/local.ts'
import type { Plan, PlannedInterval, Shift } from '../plan.ts'
import { datedDays } from '../starting-points.ts'
import { weekClock } from '../week-clock.ts'
import { agentCalendar, type AgentCalendar, type AgentWeek } from './agent-week.ts'
import { checkCalendar } from './check-agent.ts'
import type { CheckContext } from './check-context.ts'
import { staffGaps, staffViolations, type StaffGap } from './minimum-staff.ts'
import type { Rules } from './rules.ts'
import type { Violation } from './violation.ts'

interface AgentReport {
  readonly shifts: readonly Shift[]
  readonly week: AgentWeek
  readonly violations: readonly Violation[]
}

/** The rules that a plan breaks in one week, kept by agent so that the next report looks only at agents whose shifts were changed. */
export interface RuleReport extends CheckContext {
  readonly violations: readonly Violation[]
  /** Where fewer people are planned than the rules on minimum staff want. */
  readonly gaps: readonly StaffGap[]
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

interface CheckWeeksOptions {
  readonly rules: Rules
  /** Local date on which the first week begins. */
  readonly firstDate: string
  readonly weeks: number
  /** Reports on the same weeks of the plan as it was a moment ago. */
  readonly previous?: readonly RuleReport[] | null
}

/** The rules that a plan breaks in the week that begins on a date: see `checkRules`. Throws AppError 'invalid-input' for nonsense. */
export function findViolations(plan: Plan, rules: Rules, week: { readonly firstDate: string }): readonly Violation[] {
  return checkRules(plan, { rules, firstDate: week.firstDate }).violations
}

/**
 * The rules that a plan breaks in the week that begins on a date, by agent: minimum staff first, then agents of the rules, then others of
 * the plan, open shifts last. A shift counts as a whole in the week in which it begins; what reaches over the week's edges is looked at
 * over them (docs/rules.md). Throws AppError 'invalid-input' for nonsense.
 */
export function checkRules(plan: Plan, { rules, firstDate, previous = null }: CheckOptions): RuleReport {
  return checkWeeks(plan, { rules, firstDate, weeks: 1, previous: previous === null ? null : [previous] })[0]!
}

/** As `checkRules`, of weeks that follow one another. */
export function checkWeeks(
  plan: Plan,
  { rules, firstDate, weeks, previous = null }: CheckWeeksOptions,
): readonly RuleReport[] {
  const byAgent = knownLists(shiftsByAgent(plan, rules), previous?.find((report) => report !== undefined) ?? null)
  const calendars = new Map<string | null, AgentCalendar>()
  const calendarOf = (agentId: string | null, shifts: readonly Shift[]): AgentCalendar => {
    const known = calendars.get(agentId)
    if (known) return known
    const made = agentCalendar(shifts, plan.kind)
    calendars.set(agentId, made)
    return made
  }
  const planDays = datedDays(plan)
  return Array.from({ length: weeks }, (_, week) => {
    const clock = weekClock(plan.timeZone, addDays(firstDate, 7 * week))
    const context = { kind: plan.kind, poolId: plan.poolId, rules, clock, planDays }
    return checkWeek({ byAgent, calendarOf, context, previous: previous?.[week] ?? null })
  })
}

interface WeekOptions {
  readonly byAgent: ReadonlyMap<string | null, readonly Shift[]>
  readonly calendarOf: (agentId: string | null, shifts: readonly Shift[]) => AgentCalendar
  readonly context: CheckContext
  readonly previous: RuleReport | null
}

function checkWeek({ byAgent, calendarOf, context, previous }: WeekOptions): RuleReport {
  const before = previous !== null && isSameContext(previous, context) ? previous : null
  const changed = before === null ? null : changedReports(before, { byAgent, calendarOf, context, previous })
  if (before !== null && changed !== null) return changedReport(before, changed, context)
  const reports = new Map<string | null, AgentReport>()
  for (const [agentId, shifts] of byAgent) {
    const known = before?.byAgent.get(agentId)
    const report = known?.shifts === shifts ? known : agentReport(agentId, calendarOf(agentId, shifts), context)
    reports.set(agentId, report)
  }
  return reportOf(reports, gapsOf(reports, context), context)
}

/** The reports on agents whose shifts were changed; null: others have shifts than before, so that their order may be another. */
function changedReports(
  before: RuleReport,
  { byAgent, calendarOf, context }: WeekOptions,
): ReadonlyMap<string | null, AgentReport> | null {
  const areAllOfRules = byAgent.size === Object.keys(context.rules.agents).length + 1
  if (!areAllOfRules || before.byAgent.size !== byAgent.size) return null
  const changed = new Map<string | null, AgentReport>()
  for (const [agentId, shifts] of byAgent)
    if (before.byAgent.get(agentId)?.shifts !== shifts)
      changed.set(agentId, agentReport(agentId, calendarOf(agentId, shifts), context))
  return changed
}

/** A report with some agents' reports in the place of what they were. */
function changedReport(
  before: RuleReport,
  changed: ReadonlyMap<string | null, AgentReport>,
  context: CheckContext,
): RuleReport {
  if (changed.size === 0) return before
  const reports = new Map(before.byAgent)
  let [isSameStaff, areSame] = [true, true]
  for (const [agentId, report] of changed) {
    const known = before.byAgent.get(agentId)!
    reports.set(agentId, report)
    isSameStaff &&= !hasStaffRules(context) || isSameTime(known.week.touching, report.week.touching)
    areSame &&= isSameViolations(known.violations, report.violations)
  }
  const gaps = isSameStaff ? before.gaps : gapsOf(reports, context)
  if (!isSameStaff || !areSame) return reportOf(reports, gaps, context)
  return { ...context, violations: before.violations, gaps, byAgent: reports }
}

function reportOf(
  byAgent: ReadonlyMap<string | null, AgentReport>,
  gaps: readonly StaffGap[],
  context: CheckContext,
): RuleReport {
  const violations = [...staffViolations(gaps, context)]
  for (const report of byAgent.values()) for (const violation of report.violations) violations.push(violation)
  return { ...context, violations, gaps, byAgent }
}

function hasStaffRules({ rules }: CheckContext): boolean {
  return (rules.plan.minimumStaff ?? []).length > 0
}

function isSameViolations(one: readonly Violation[], other: readonly Violation[]): boolean {
  return one.length === other.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(other))
}

function gapsOf(reports: ReadonlyMap<string | null, AgentReport>, context: CheckContext): readonly StaffGap[] {
  if (!hasStaffRules(context)) return []
  return staffGaps(
    [...reports.values()].flatMap(({ week }) => week.touching),
    context,
  )
}

function agentReport(agentId: string | null, calendar: AgentCalendar, context: CheckContext): AgentReport {
  return {
    shifts: calendar.shifts,
    week: calendar.week(context.clock),
    violations: checkCalendar(agentId, calendar, context),
  }
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

/** Lists that are the same as before are the very same: so they are compared once, and not for each week. */
function knownLists(
  byAgent: ReadonlyMap<string | null, readonly Shift[]>,
  previous: RuleReport | null,
): ReadonlyMap<string | null, readonly Shift[]> {
  if (previous === null) return byAgent
  const lists = new Map<string | null, readonly Shift[]>()
  for (const [agentId, shifts] of byAgent) {
    const before = previous.byAgent.get(agentId)?.shifts
    lists.set(agentId, before !== undefined && isSameList(before, shifts) ? before : shifts)
  }
  return lists
}

function isSameContext(one: CheckContext, other: CheckContext): boolean {
  return (
    one.rules === other.rules &&
    one.clock === other.clock &&
    one.poolId === other.poolId &&
    one.kind === other.kind &&
    one.planDays?.firstDay === other.planDays?.firstDay &&
    one.planDays?.lastDay === other.planDays?.lastDay
  )
}

function isSameList(one: readonly Shift[], other: readonly Shift[]): boolean {
  return one === other || (one.length === other.length && one.every((shift, index) => shift === other[index]))
}

/** Whether somebody is at work at the very same times. */
function isSameTime(one: readonly PlannedInterval[], other: readonly PlannedInterval[]): boolean {
  return (
    one.length === other.length &&
    one.every((interval, index) => {
      const { start, end, breaks } = other[index]!
      return (
        interval.start === start &&
        interval.end === end &&
        interval.breaks.length === breaks.length &&
        interval.breaks.every((each, place) => each.start === breaks[place]!.start && each.end === breaks[place]!.end)
      )
    })
  )
}
