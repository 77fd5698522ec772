import { type Absences, withoutAbsent } from '../compare/today/absent-today.ts'
import { fittedBreaks } from '../plan/break-fitting.ts'
import { type Interval, overlap } from '../foundation/interval.ts'
import { DAY_MINUTES, DAY_MS, HOUR_MINUTES, MINUTE_MS } from '../foundation/minutes.ts'
import { inOrder } from '../plan/order.ts'
import type { Plan, PlannedInterval, Shift, TimeRange } from '../plan/plan.ts'
import type { AssumedStaff } from '../plan/assumptions/assumed-staff.ts'
import { intervalOf } from '../plan/planned-intervals.ts'
import { shiftsInZone } from '../plan/shifts-in-zone.ts'
import { checkRules } from '../plan/rules/check-rules.ts'
import { owedBreaks } from '../plan/rules/owed-breaks.ts'
import type { Rules } from '../plan/rules/rules.ts'
import type { Violation } from '../plan/rules/violation.ts'
import { toDated } from '../plan/starting-points.ts'
import { weekClock, type WeekClock } from '../plan/week-clock.ts'
import { staffInWeek } from '../predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../predict/plan-prediction/plan-predictor.ts'
import type { PredictionInputs, WeekPrediction } from '../predict/types.ts'
import { addDays, dayOfWeekOf, localDateOf, parseLocalDate } from '../time/local.ts'
import { offsetAt } from '../time/zone.ts'

/** What somebody can do about the hours in which another is away today. */
export type RepairKind = 'come-in' | 'start-earlier' | 'stay-longer' | 'move-break'

export interface Repair {
  readonly kind: RepairKind
  readonly agentId: string
  /** null: the agent has no shift today. */
  readonly before: Shift | null
  readonly after: Shift
  /** Visitors of the rest of the day, predicted with this one change. */
  readonly coveredGain: number
  /** Worked hours on top. */
  readonly hours: number
  /** Rules that are broken by it and by nothing else. */
  readonly violations: readonly Violation[]
}

export interface Gap {
  /** Visitors of the rest of the day whom the absence loses. */
  readonly lost: number
  /** The best first; at most three, each of another agent. */
  readonly repairs: readonly Repair[]
}

export interface GapProblem {
  /** Of the week that begins today. */
  readonly inputs: PredictionInputs
  /** In force today. */
  readonly plan: Plan
  /** Other plans in force today, in which the same people may work; absent: none. */
  readonly otherPlans?: readonly Plan[]
  readonly rules: Rules
  readonly absentId: string
  /** Who can be asked. */
  readonly agentIds: readonly string[]
  /** Nothing before it changes. */
  readonly now: number
  /** When others are known not to be there. */
  readonly absences?: Absences
  /** Places of the pools that follow the plan, and what other plans schedule for them; absent: the plan's own pool, or all, and nothing. */
  readonly ruled?: { readonly pools: readonly number[]; readonly others: readonly PlannedInterval[] }
}

const MOST = 3
/** A zone may skip a whole day, so a shift of the day before yesterday can still go on. */
const DAYS_BEFORE = 2
const QUARTER = 15
/** Nobody can come sooner. */
const LEAD_MINUTES = 60
/** Nobody comes for less. */
const LEAST_MINUTES = 120
/** How much somebody stays longer, or starts earlier. */
const EXTENSIONS = [60, 120, 180, 240]
/** A break that is moved begins no sooner, so that it can be announced, and ends so long before the shift does. */
const NOTICE_MINUTES = 15
const BEFORE_END_MINUTES = 60
/** Less is no repair. */
const LEAST_GAIN = 0.5

/**
 * The best ways to cover for somebody who is away for the rest of today: others come in, stay longer, start earlier or move a break. Those
 * that break no rule come first, then by visitors. Nobody is asked for hours that they work under another plan in force, and rules count
 * those hours too. null: the plan has nothing of the agent left today.
 */
export function fillGap(problem: GapProblem): Gap | null {
  const { inputs, rules, absentId, now, otherPlans = [] } = problem
  const day = withoutAgent(problem)
  const { plan, clock, absent, ofToday, isOfToday, date } = day
  const { timeZone } = plan
  const today = clock.firstDay
  if (absent.length === 0) return null
  const nowMinute = Math.floor((now + offsetAt(now, timeZone) - today * DAY_MS) / MINUTE_MS)
  /** Minutes from the midnight of a shift's day to today's. */
  const sinceDayOf = (shift: Shift): number => (today - shift.day) * DAY_MINUTES
  const gap = {
    startMinute: Math.max(nowMinute, Math.min(...absent.map((one) => one.startMinute - sinceDayOf(one)))),
    endMinute: Math.max(...absent.map((one) => one.endMinute - sinceDayOf(one))),
  }
  const firstOfWeek = parseLocalDate(mondayOf(date))
  const restOfToday: Interval = { start: now, end: clock.dayStarts[1]! }
  const staffs = [day.staff, ...otherPlans.map((other) => staffInWeek(other, inputs))]
  const isAssumedAbsent = (agentId: string): boolean =>
    staffs.some((staff) => staff.absences(agentId).some((one) => overlap(one, restOfToday) !== null))
  const elsewhere = Map.groupBy(
    otherPlans.flatMap((other, index) => shiftsInZone(weeksAround(other, date, `other-${index}`), timeZone)),
    ({ agentId }) => agentId,
  )
  const without: Plan = { ...plan, shifts: plan.shifts.filter((shift) => !absent.includes(shift)) }
  const rest = restOfDay(problem, day)
  const violationsOf = newViolations(without, { rules, firstDate: mondayOf(date), elsewhere })
  const found = problem.agentIds.flatMap((agentId) => {
    if (agentId === absentId || isAssumedAbsent(agentId)) return []
    const own = ofToday.filter((shift) => shift.agentId === agentId)
    const others = elsewhere.get(agentId) ?? []
    const comingIn = (): readonly Change[] =>
      others.some(isOfToday) ? [] : comeIn(agentId, { gap, today, nowMinute, rules })
    const changes =
      own.length === 0
        ? comingIn()
        : // What began last week is not of the week that is changed.
          own
            .filter((shift) => shift.day >= firstOfWeek)
            .flatMap((shift) => changesOf(shift, laterBy(sinceDayOf(shift), { gap, nowMinute })))
    return changes
      .filter(({ before, after }) => minutesTogether(after, others) <= minutesTogether(before, others))
      .map(({ kind, before, after }): Repair => ({
        kind,
        agentId,
        before,
        after,
        coveredGain: rest.gainOf(before, after),
        hours: (workedMinutes(after) - (before === null ? 0 : workedMinutes(before))) / HOUR_MINUTES,
        violations: violationsOf(before, after),
      }))
      .filter(({ coveredGain }) => coveredGain >= LEAST_GAIN)
      .toSorted(better)
      .slice(0, 1)
  })
  return { lost: rest.lost, repairs: found.toSorted(better).slice(0, MOST) }
}

/** Visitors of the rest of today whom an absence loses; null: the plan has nothing of the agent left today. */
export function lostWithout(problem: Omit<GapProblem, 'rules' | 'agentIds'>): number | null {
  const day = withoutAgent(problem)
  return day.absent.length === 0 ? null : restOfDay(problem, day).lost
}

/** Whether a plan has anything of an agent left today. */
export function hasWorkLeft(problem: Pick<GapProblem, 'plan' | 'absentId' | 'now'>): boolean {
  return shiftsLeft(problem).absent.length > 0
}

/** Today in a plan, what of it an agent does not work, and what is expected of the others. */
function withoutAgent(problem: Omit<GapProblem, 'rules' | 'agentIds'>) {
  const { inputs, plan, absences = new Map(), ruled } = problem
  return { ...shiftsLeft(problem), absences, ruled, staff: staffInWeek(plan, inputs) }
}

/** Today's shifts in a plan, and those of an agent of which something is left. */
function shiftsLeft({ plan: inForce, absentId, now }: Pick<GapProblem, 'plan' | 'absentId' | 'now'>) {
  const { timeZone } = inForce
  const date = localDateOf(now, timeZone)
  const clock = weekClock(timeZone, date)
  const dated = weeksAround(inForce, date, 'shift')
  const isLeft = (shift: Shift): boolean => intervalsOf(shift, clock).some(({ end }) => end > now)
  // A night shift that began yesterday is today's as long as it goes on.
  const isOfToday = (shift: Shift): boolean =>
    shift.day === clock.firstDay ||
    (shift.day < clock.firstDay && clock.firstDay - shift.day <= DAYS_BEFORE && isLeft(shift))
  const ofToday = dated.shifts.filter(isOfToday)
  const absent = ofToday.filter((shift) => shift.agentId === absentId && isLeft(shift))
  return { plan: dated, clock, date, ofToday, isOfToday, absent }
}

/** A plan with the weeks around a date, so that rest and hours a week can be looked at. */
function weeksAround(plan: Plan, date: string, idPrefix: string): Plan {
  let ids = 0
  return toDated(plan, { firstDate: addDays(date, -7), weeks: 3, newId: () => `${idPrefix}-${ids++}` })
}

/** Minutes that a shift has in common with others of its agent. */
function minutesTogether(shift: Shift | null, others: readonly Shift[]): number {
  if (shift === null) return 0
  const rangeOf = ({ day, startMinute, endMinute }: Shift): Interval => ({
    start: day * DAY_MINUTES + startMinute,
    end: day * DAY_MINUTES + endMinute,
  })
  return others.reduce((sum, other) => {
    const common = overlap(rangeOf(shift), rangeOf(other))
    return common === null ? sum : sum + common.end - common.start
  }, 0)
}

interface Today {
  readonly plan: Plan
  readonly clock: WeekClock
  readonly absent: readonly Shift[]
  readonly absences: Absences
  readonly ruled: GapProblem['ruled']
  readonly staff: AssumedStaff
}

/** What the rest of today loses, and what one change gives back. */
function restOfDay({ inputs, now }: Pick<GapProblem, 'inputs' | 'now'>, today: Today) {
  const { plan, clock, absent, absences, ruled, staff } = today
  const dayEnd = clock.dayStarts[1]!
  const near = plan.shifts.filter(({ day }) => Math.abs(day - clock.firstDay) <= DAYS_BEFORE)
  const expected = (shift: Shift): readonly PlannedInterval[] => staff.expected(intervalsOf(shift, clock))
  const session = createPlanPredictor(
    inputs,
    ruled === undefined ? { poolId: plan.poolId } : { pools: ruled.pools },
  ).startSession([
    ...near.flatMap((shift) => (absent.includes(shift) ? expected(shift) : withoutAbsent(expected(shift), absences))),
    ...staff.hires,
    ...(ruled?.others ?? []),
  ])
  const restOf = ({ covered }: Pick<WeekPrediction, 'covered'>): number =>
    inputs.starts.reduce((sum, start, slot) => (start >= now && start < dayEnd ? sum + covered[slot]! : sum), 0)
  const whole = restOf(session.current())
  for (const { id } of absent) session.replaceShift(id, [])
  const left = restOf(session.current())
  return {
    lost: whole - left,
    gainOf(before: Shift | null, after: Shift): number {
      const id = before?.id ?? after.id
      const gained = restOf(session.replaceShift(id, withoutAbsent(expected(after), absences))) - left
      session.replaceShift(id, before === null ? [] : withoutAbsent(expected(before), absences))
      return gained
    },
  }
}

function intervalsOf(shift: Shift, clock: WeekClock): readonly PlannedInterval[] {
  const interval = intervalOf(shift, shift.day, clock)
  return interval === null ? [] : [interval]
}

interface RulesOfWeek {
  readonly rules: Rules
  readonly firstDate: string
  /** What agents work under other plans; it counts as their work here. */
  readonly elsewhere: ReadonlyMap<string | null, readonly Shift[]>
}

/** The rules that one change breaks and that are not broken without it. */
function newViolations(without: Plan, { elsewhere, ...week }: RulesOfWeek) {
  const reportOn = (plan: Plan) => {
    const report = checkRules(inOrder(plan), week)
    return { plan, report, known: new Set(report.violations.map(violationKey)) }
  }
  const alone = reportOn(without)
  const byAgent = new Map<string | null, typeof alone>()
  const withElsewhere = (agentId: string | null): typeof alone => {
    const others = elsewhere.get(agentId)
    if (others === undefined) return alone
    const found = byAgent.get(agentId) ?? reportOn({ ...without, shifts: [...without.shifts, ...others] })
    byAgent.set(agentId, found)
    return found
  }
  return (before: Shift | null, after: Shift): readonly Violation[] => {
    const { plan, report, known } = withElsewhere(after.agentId)
    const shifts = [...plan.shifts.filter((shift) => shift !== before), after]
    const { violations } = checkRules(inOrder({ ...plan, shifts }), { ...week, previous: report })
    return violations.filter((violation) => !known.has(violationKey(violation)))
  }
}

function mondayOf(date: string): string {
  return addDays(date, -((dayOfWeekOf(date) + 6) % 7))
}

interface Change {
  readonly kind: RepairKind
  readonly before: Shift | null
  readonly after: Shift
}

interface TodayGap {
  /** In minutes after today's midnight. */
  readonly gap: TimeRange
  readonly nowMinute: number
}

/** The same gap in minutes after an earlier midnight. */
function laterBy(minutes: number, { gap, nowMinute }: TodayGap): TodayGap {
  return {
    gap: { startMinute: gap.startMinute + minutes, endMinute: gap.endMinute + minutes },
    nowMinute: nowMinute + minutes,
  }
}

/** A shift over what is left of the gap, as soon as somebody can be there. */
function comeIn(
  agentId: string,
  { gap, today, nowMinute, rules }: TodayGap & { readonly today: number; readonly rules: Rules },
): readonly Change[] {
  const startMinute = upToQuarter(Math.max(nowMinute + LEAD_MINUTES, gap.startMinute))
  const { endMinute } = gap
  if (endMinute - startMinute < LEAST_MINUTES) return []
  const breaks = owedBreaks({ startMinute, endMinute }, rules.plan)
  const after: Shift = { id: `come-in ${agentId}`, agentId, day: today, startMinute, endMinute, breaks, note: '' }
  return [{ kind: 'come-in', before: null, after }]
}

/** Longer at either end, as far as it covers the gap, and breaks at other times that are still to come. */
function changesOf(shift: Shift, { gap, nowMinute }: TodayGap): readonly Change[] {
  const { startMinute, endMinute } = shift
  const soonest = upToQuarter(Math.max(nowMinute + LEAD_MINUTES, gap.startMinute))
  const earlier = EXTENSIONS.map((by) => startMinute - by)
    .filter((start) => startMinute > nowMinute && start >= soonest)
    .map((start): Change => ({ kind: 'start-earlier', before: shift, after: { ...shift, startMinute: start } }))
  const later = EXTENSIONS.map((by) => endMinute + by)
    .filter((end) => endMinute > nowMinute && end <= upToQuarter(gap.endMinute))
    .map((end): Change => ({ kind: 'stay-longer', before: shift, after: { ...shift, endMinute: end } }))
  return [...earlier, ...later, ...breakMoves(shift, nowMinute)]
}

function breakMoves(shift: Shift, nowMinute: number): readonly Change[] {
  const soonest = upToQuarter(nowMinute + NOTICE_MINUTES)
  return shift.breaks.flatMap((moved) => {
    if (moved.startMinute < soonest) return []
    const others = shift.breaks.filter((one) => one !== moved)
    const length = moved.endMinute - moved.startMinute
    const first = Math.max(soonest, shift.startMinute + BEFORE_END_MINUTES)
    const last = shift.endMinute - BEFORE_END_MINUTES - length
    const starts = Array.from(
      { length: Math.max(0, Math.floor((last - first) / QUARTER) + 1) },
      (_, at) => first + at * QUARTER,
    )
    return starts
      .filter(
        (start) =>
          start !== moved.startMinute &&
          others.every((one) => start >= one.endMinute || start + length <= one.startMinute),
      )
      .map((start): Change => ({
        kind: 'move-break',
        before: shift,
        after: {
          ...shift,
          breaks: fittedBreaks([...others, { startMinute: start, endMinute: start + length }], shift),
        },
      }))
  })
}

/** What breaks no rule first, then what covers more, then what takes fewer hours. */
function better(one: Repair, other: Repair): number {
  return (
    Number(one.violations.length > 0) - Number(other.violations.length > 0) ||
    other.coveredGain - one.coveredGain ||
    one.hours - other.hours
  )
}

function workedMinutes({ startMinute, endMinute, breaks }: Shift): number {
  return endMinute - startMinute - breaks.reduce((sum, one) => sum + one.endMinute - one.startMinute, 0)
}

function upToQuarter(minute: number): number {
  return Math.ceil(minute / QUARTER) * QUARTER
}

/** What a violation is, whatever the shifts are called that break the rule. */
function violationKey(violation: Violation): string {
  return JSON.stringify({ ...violation, shiftIds: null })
}
