import type { Interval } from '../../foundation/interval.ts'
import { addDays } from '../../time/local.ts'
import type { Plan, PlannedInterval, Shift } from '../plan.ts'
import { weekClock } from '../week-clock.ts'
import { once } from '../../foundation/once.ts'
import { agentCalendar, type AgentCalendar, type AgentWeek } from './agent-week.ts'
import { isSameAveraging } from './average-hours.ts'
import { checkCalendar } from './check-agent.ts'
import type { CheckContext } from './check-context.ts'
import { staffGaps, staffViolations, whenAtWork, type StaffGap } from './minimum-staff.ts'
import type { Rules } from './rules.ts'
import { groupShifts, type ShiftsByAgent } from './shifts-by-agent.ts'
import type { Violation } from './violation.ts'

interface AgentReport {
  readonly agentId: string | null
  readonly calendar: AgentCalendar
  readonly week: AgentWeek
  readonly violations: readonly Violation[]
  /** When they are at work in the week, for minimum staff. */
  readonly atWork: () => readonly Interval[]
}

/** The rules that a plan breaks in one week, kept by agent so that the next report looks only at agents whose shifts were changed. */
export interface RuleReport extends CheckContext {
  readonly violations: readonly Violation[]
  /** Where fewer people are planned than the rules on minimum staff want. */
  readonly gaps: readonly StaffGap[]
  /** The shifts that it is about, by agent. */
  readonly planned: ShiftsByAgent
  /** In the same order. */
  readonly reports: readonly AgentReport[]
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
  const lastReport = previous?.find((report) => report !== undefined) ?? null
  const last = lastReport?.planned ?? null
  const { shifts: planned, changed } = groupShifts(plan, rules, last)
  const calendars = new Map<string | null, AgentCalendar>()
  const calendarOf = (agentId: string | null, shifts: readonly Shift[]): AgentCalendar => {
    const known = calendars.get(agentId)
    if (known) return known
    const before = lastReport === null ? undefined : reportOn(agentId, lastReport)
    const made = agentCalendar(shifts, plan.kind, before?.calendar)
    calendars.set(agentId, made)
    return made
  }
  const planDays = planned.days
  return Array.from({ length: weeks }, (_, week) => {
    const clock = weekClock(plan.timeZone, addDays(firstDate, 7 * week))
    const context = { kind: plan.kind, poolId: plan.poolId, rules, clock, planDays }
    const before = previous?.[week] ?? null
    // Reports on a plan of another moment say nothing of what changed since.
    return checkWeek({
      planned,
      changed: before?.planned === last ? changed : null,
      calendarOf,
      context,
      previous: before,
    })
  })
}

/** First and last day numbers on which a dated plan has shifts, from a report on it as it was a moment ago; null: it has none, or repeats. */
export function plannedDays(plan: Plan, rules: Rules, previous: RuleReport | null): ShiftsByAgent['days'] {
  return groupShifts(plan, rules, previous?.planned ?? null).shifts.days
}

interface WeekOptions {
  readonly planned: ShiftsByAgent
  /** Of whom there are other shifts than in `previous`; null: of anybody. */
  readonly changed: ReadonlySet<string | null> | null
  readonly calendarOf: (agentId: string | null, shifts: readonly Shift[]) => AgentCalendar
  readonly context: CheckContext
  readonly previous: RuleReport | null
}

function checkWeek(options: WeekOptions): RuleReport {
  const { planned, calendarOf, context, previous } = options
  const before = previous !== null && isSameContext(previous, context) ? previous : null
  const changed = before === null ? null : changedReports(before, options)
  if (before !== null && changed !== null) return changedReport(before, changed, { planned, context })
  const reports = [...planned.lists].map(([agentId, shifts]) => {
    const known = before === null ? undefined : reportOn(agentId, before)
    return known?.calendar.shifts === shifts
      ? known
      : agentReport(agentId, calendarOf(agentId, shifts), { context, known })
  })
  return reportOf(reports, gapsOf(reports, context), { planned, context })
}

/** The reports on agents whose shifts were changed; null: others have shifts than before, so that their order may be another. */
function changedReports(
  before: RuleReport,
  { planned: { lists }, changed, calendarOf, context }: WeekOptions,
): readonly AgentReport[] | null {
  const areAllOfRules = lists.size === Object.keys(context.rules.agents).length + 1
  if (!areAllOfRules || before.reports.length !== lists.size) return null
  const reports: AgentReport[] = []
  for (const agentId of changed ?? lists.keys()) {
    const shifts = lists.get(agentId)!
    const known = reportOn(agentId, before)
    if (known?.calendar.shifts !== shifts)
      reports.push(agentReport(agentId, calendarOf(agentId, shifts), { context, known }))
  }
  return reports
}

function reportOn(agentId: string | null, { planned, reports }: RuleReport): AgentReport | undefined {
  const place = planned.places.get(agentId)
  return place === undefined ? undefined : reports[place]
}

interface ReportedOn {
  readonly planned: ShiftsByAgent
  readonly context: CheckContext
}

/** A report with some agents' reports in the place of what they were. */
function changedReport(
  before: RuleReport,
  changed: readonly AgentReport[],
  { planned, context }: ReportedOn,
): RuleReport {
  if (changed.length === 0) return before.planned === planned ? before : { ...before, ...context, planned }
  const reports = [...before.reports]
  let [isSameStaff, areSame] = [true, true]
  for (const report of changed) {
    const place = planned.places.get(report.agentId)!
    const known = before.reports[place]!
    reports[place] = report
    isSameStaff &&= !hasStaffRules(context) || isSameTime(known.week.touching, report.week.touching)
    areSame &&= isSameViolations(known.violations, report.violations)
  }
  const gaps = isSameStaff ? before.gaps : gapsOf(reports, context)
  if (!isSameStaff || !areSame) return reportOf(reports, gaps, { planned, context })
  return { ...context, planned, violations: before.violations, gaps, reports }
}

function reportOf(
  reports: readonly AgentReport[],
  gaps: readonly StaffGap[],
  { planned, context }: ReportedOn,
): RuleReport {
  const violations = [...staffViolations(gaps, context)]
  for (const report of reports) for (const violation of report.violations) violations.push(violation)
  return { ...context, planned, violations, gaps, reports }
}

function hasStaffRules({ rules }: CheckContext): boolean {
  return (rules.plan.minimumStaff ?? []).length > 0
}

function isSameViolations(one: readonly Violation[], other: readonly Violation[]): boolean {
  if (one === other) return true
  return one.length === other.length && (one.length === 0 || JSON.stringify(one) === JSON.stringify(other))
}

function gapsOf(reports: readonly AgentReport[], context: CheckContext): readonly StaffGap[] {
  if (!hasStaffRules(context)) return []
  return staffGaps(
    reports.flatMap(({ agentId, atWork }) => (agentId === null ? [] : [{ agentId, atWork: atWork() }])),
    context,
  )
}

/** `known`: on the same week and by the same rules before an edit. */
function agentReport(
  agentId: string | null,
  calendar: AgentCalendar,
  { context, known }: { readonly context: CheckContext; readonly known: AgentReport | undefined },
): AgentReport {
  const week = calendar.week(context.clock)
  const violations = checkCalendar(agentId, calendar, context)
  if (known?.week === week)
    return isSameViolations(known.violations, violations) ? { ...known, calendar } : { ...known, calendar, violations }
  return {
    agentId,
    calendar,
    week,
    violations,
    // An edit changes it of one agent, and then everybody is counted.
    atWork: once(() => (agentId === null ? [] : whenAtWork(agentId, week.touching, context))),
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

function isSameContext(one: CheckContext, other: CheckContext): boolean {
  return (
    one.rules === other.rules &&
    one.clock === other.clock &&
    one.poolId === other.poolId &&
    one.kind === other.kind &&
    isSameAveraging(one, other)
  )
}

/** Whether somebody is at work at the very same times. */
function isSameTime(one: readonly PlannedInterval[], other: readonly PlannedInterval[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((interval, index) => {
        const { start, end, breaks } = other[index]!
        return (
          interval.start === start &&
          interval.end === end &&
          interval.breaks.length === breaks.length &&
          interval.breaks.every((each, place) => each.start === breaks[place]!.start && each.end === breaks[place]!.end)
        )
      }))
  )
}
