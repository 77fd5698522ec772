import { overlap } from '../../../../../shared/foundation/interval.ts'
import type { AssumedStaff } from '../../../../../shared/plan/assumptions/assumed-staff.ts'
import { areSameAssumptions } from '../../../../../shared/plan/assumptions/assumption.ts'
import type { Plan, PlannedInterval } from '../../../../../shared/plan/plan.ts'
import { checkRules, checkWeeks, plannedDays, type RuleReport } from '../../../../../shared/plan/rules/check-rules.ts'
import { rulesOf, type Rules } from '../../../../../shared/plan/rules/rules.ts'
import { violationText } from '../../../../../shared/plan/rules/violation-text.ts'
import type { Violation } from '../../../../../shared/plan/rules/violation.ts'
import { intervalsOnClock } from '../../../../../shared/plan/planned-intervals.ts'
import { hoursOfIntervals, type WeekHours } from '../../../../../shared/plan/staffing/week-hours.ts'
import { weekClock } from '../../../../../shared/plan/week-clock.ts'
import { addDays, dayOfWeekOf, daysBetween, parseLocalDate } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { rulesFor } from '../../rules/plan-rules.ts'
import type { Hours } from '../board/axis.ts'
import { arrangeRows, orderOf, type ArrangeOptions } from '../board/arrange-rows.ts'
import { boardRows, shownAgents } from '../board/board-rows.ts'
import { boardWeek } from '../board/board-week.ts'
import { offTimes } from '../board/off-times.ts'
import { defaultHours, showsAll } from '../board/default-hours.ts'
import { hourCells, visitorsBand } from '../strips/strip-bands.ts'
import { weekMinutesOf } from '../board/week-times.ts'
import type { EditorInputs, EditorState, PlannedWeek, ShownWeek } from './editor-state.ts'
import { editorWorld } from './editor-world.ts'

const NO_AGENT_RULES = {}
const NOBODY_ABSENT: ReadonlySet<string> = new Set()
/** A plan of several weeks is checked only in the week that is shown. */
const MOST_WEEKS = 60

/** The parts of the state that follow from others. */
type Derived = Pick<EditorState, 'week' | 'rules' | 'planned' | 'usualHours'>
type Given = Pick<EditorState, 'inputs' | 'history' | 'settings' | 'published' | 'rowView'>

/** What follows from inputs, plan and settings; from the state before is taken what did not change. */
export function derive(given: Given, before: (Given & Derived) | null): Derived {
  const { inputs, settings, published, rowView } = given
  const arranged = (hours: WeekHours, order: ArrangeOptions['order']): ArrangeOptions => ({
    view: rowView,
    agents: inputs.agents,
    hours,
    order,
  })
  const { plan } = given.history
  const isSameWeek =
    before !== null &&
    isOfSameWeek(inputs, before.inputs) &&
    before.history.plan.timeZone === plan.timeZone &&
    before.history.plan.poolId === plan.poolId
  const week =
    isSameWeek && areSameAssumptions(before.week.world.assumptions, plan.assumptions)
      ? before.week
      : shownWeek(inputs, plan)
  const rules =
    before !== null &&
    before.settings === settings &&
    before.published === published &&
    before.inputs.agents === inputs.agents &&
    before.inputs.timeOff === inputs.timeOff
      ? before.rules
      : rulesFor(settings, { ...inputs, published })
  // Rules and agents change no interval: what was drawn of the intervals before stays good.
  const intervals =
    before !== null && before.week.clock === week.clock && before.history.plan === plan
      ? before.planned.intervals
      : intervalsOnClock(plan, week.clock)
  const isSamePlanned =
    before !== null &&
    before.week === week &&
    before.rules === rules &&
    before.planned.intervals === intervals &&
    before.inputs.format === inputs.format
  const isSameView = before !== null && before.rowView === rowView
  const planned =
    isSamePlanned && isSameView
      ? before.planned
      : isSamePlanned
        ? { ...before.planned, rows: arrangeRows(before.planned.allRows, arranged(before.planned.hours, null)) }
        : plannedWeek(plan, {
            week,
            rules,
            inputs,
            intervals,
            before: before?.planned ?? null,
            // While one edits, rows stay where they are; another week or another choice puts them in order.
            arrange: (hours) => arranged(hours, isSameWeek && isSameView ? orderOf(before.planned.rows) : null),
          })
  const usualHours =
    before !== null && showsAll(plan.shifts, before.usualHours)
      ? before.usualHours
      : usualBoardHours(plan, inputs, week)
  return { week, rules, planned, usualHours }
}

function isOfSameWeek(one: EditorInputs, other: EditorInputs): boolean {
  return (
    one.report === other.report &&
    one.predictor === other.predictor &&
    one.target === other.target &&
    one.firstDate === other.firstDate
  )
}

/** Whether nothing differs that is shown. */
export function isSameInputs(one: EditorInputs, other: EditorInputs): boolean {
  return (
    isOfSameWeek(one, other) &&
    one.agents === other.agents &&
    one.timeOff === other.timeOff &&
    one.format === other.format
  )
}

/** Of the plan as it is opened: while one works on it the board keeps its hours, but where a shift would be out of sight. */
export function usualBoardHours({ shifts }: Plan, { predictor }: EditorInputs, { weekMinutes }: ShownWeek): Hours {
  return defaultHours({ shifts, visitors: predictor.typicalWeek().visitors, weekMinutes })
}

function shownWeek({ report, predictor, target, firstDate }: EditorInputs, plan: Plan): ShownWeek {
  const { kind, timeZone, poolId } = plan
  const clock = weekClock(timeZone, firstDate)
  const { starts } = report.inputs
  const weekMinutes = weekMinutesOf(starts, clock)
  const world = editorWorld(plan, { inputs: report.inputs, predictor, clock })
  return {
    firstDate,
    clock,
    board: boardWeek(kind, firstDate),
    starts,
    weekMinutes,
    cells: hourCells(weekMinutes, dayOfWeekOf(firstDate)),
    needed: world.predictor.agentsNeeded(target),
    visitorsBand: visitorsBand(world.inputs, poolId),
    world,
  }
}

interface PlannedOptions {
  readonly week: ShownWeek
  readonly rules: Rules
  readonly inputs: EditorInputs
  readonly intervals: readonly PlannedInterval[]
  readonly before: PlannedWeek | null
  readonly arrange: (hours: WeekHours) => ArrangeOptions
}

function plannedWeek(plan: Plan, { week, rules, inputs, intervals, before, arrange }: PlannedOptions): PlannedWeek {
  const { clock, firstDate } = week
  const agents = shownAgents(inputs.agents, { plan, weekStart: clock.start }, inputs.format)
  const { shown: ruleReport, all: weekReports } = ruleReports(plan, { rules, firstDate, before })
  const allRows = boardRows(
    plan,
    {
      week: week.board,
      agents,
      timeOff: inputs.timeOff,
      offOf: (id) => offTimes(rulesOf(id, rules) ?? NO_AGENT_RULES, clock),
      before: before?.allRows ?? null,
    },
    inputs.format,
  )
  const hours = hoursOfIntervals(intervals, { rules, clock })
  return {
    agents,
    allRows,
    rows: arrangeRows(allRows, arrange(hours)),
    intervals,
    expected: week.world.staff.isAsPlanned
      ? intervals
      : [...week.world.staff.expected(intervals), ...week.world.staff.hires],
    absent: absentShifts(intervals, week.world.staff),
    hours,
    ruleReport,
    weekReports,
    violationTexts: textsByShift(ruleReport.violations, plan, inputs.format),
  }
}

function absentShifts(intervals: readonly PlannedInterval[], staff: AssumedStaff): ReadonlySet<string> {
  if (staff.isAsPlanned) return NOBODY_ABSENT
  return new Set(
    intervals
      .filter((interval) => staff.absences(interval.agentId).some((one) => overlap(one, interval) !== null))
      .map(({ shiftId }) => shiftId),
  )
}

interface ReportOptions {
  readonly rules: Rules
  readonly firstDate: string
  readonly before: PlannedWeek | null
}

/** The report on the week that is shown, and on every week of a dated plan; what did not change is taken over. */
function ruleReports(
  plan: Plan,
  { rules, firstDate, before }: ReportOptions,
): { readonly shown: RuleReport; readonly all: readonly RuleReport[] } {
  const planDays = plannedDays(plan, rules, before?.weekReports[0] ?? null)
  const firstDay = parseLocalDate(firstDate)
  const first = planDays === null ? 0 : Math.floor((planDays.firstDay - firstDay) / 7)
  const weeks = planDays === null ? 1 : Math.floor((planDays.lastDay - firstDay) / 7) - first + 1
  if (first > 0 || first + weeks <= 0 || weeks > MOST_WEEKS) {
    const shown = checkRules(plan, { rules, firstDate, previous: before?.ruleReport ?? null })
    return { shown, all: [shown] }
  }
  const from = addDays(firstDate, 7 * first)
  const offset = before === null ? 0 : daysBetween(before.weekReports[0]!.clock.firstDate, from) / 7
  const previous = before === null || !Number.isInteger(offset) ? null : shifted(before.weekReports, offset)
  const all = checkWeeks(plan, { rules, firstDate: from, weeks, previous })
  return { shown: all[-first]!, all }
}

/** Reports from another week on; weeks that are not there are undefined. */
function shifted(reports: readonly RuleReport[], weeks: number): readonly RuleReport[] {
  return weeks >= 0 ? reports.slice(weeks) : [...Array.from<RuleReport>({ length: -weeks }), ...reports]
}

function textsByShift(violations: readonly Violation[], plan: Plan, format: Formatter): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const violation of violations) {
    const text = violationText(violation, plan, format)
    for (const id of violation.shiftIds) texts.set(id, texts.has(id) ? `${texts.get(id)} · ${text}` : text)
  }
  return texts
}
