import { type Interval, totalWithin } from '../foundation/interval.ts'
import type { AssumedStaff } from '../plan/assumptions/assumed-staff.ts'
import type { Plan, PlannedInterval, Shift } from '../plan/plan.ts'
import { NO_RULES } from '../plan/rules/rules.ts'
import { OUTSIDE_QUARTERS } from '../predict/attendance/shift-place.ts'
import { SLOT_MS } from '../time/slots.ts'
import { checkAgent } from '../plan/rules/check-agent.ts'
import type { CheckContext } from '../plan/rules/check-context.ts'
import type { Violation } from '../plan/rules/violation.ts'
import { inactiveSince, intervalsWhileActive } from '../plan/inactive-agents.ts'
import { lengthOf } from '../plan/grid.ts'
import { rowOf } from '../predict/plan-prediction/presence-rows.ts'
import type { WeekModel } from '../predict/plan-prediction/week-model.ts'
import { weekProgramme, type WeekEdges, type WeekProgramme } from './week-programme.ts'
import { personLimits, type PersonLimits } from './person-limits.ts'
import { presenceLevels, type PresenceLevels } from './presence-levels.ts'
import type { SuggestProblem } from './problem.ts'
import { shiftRules } from './shift-rules.ts'
import { visitPick, type Picks, type ShiftOption } from './shift-option.ts'
import type { PlacedRange, SlotClock } from './slot-clock.ts'
import { weekChoices, type PlannedDay } from './week-choices.ts'

/** Somebody of the plan, or who may be given shifts; an open shift is somebody of its own. */
export interface Person {
  readonly agentId: string | null
  /** Of the plan, in the week and about it. */
  readonly shifts: readonly Shift[]
  readonly days: readonly PlannedDay[]
  readonly shares: Float64Array
  readonly levels: Float64Array
  /** Presence that no move changes: of shifts of the weeks around. */
  readonly fixedPresence: Float64Array
  /** Worked slots of days that are not moved. */
  readonly fixedUnits: number
  readonly programme: WeekProgramme
  /** The week as the plan has it. */
  readonly planned: Picks
  /** What the plan breaks of this person's rules. */
  readonly violations: readonly Violation[]
  /** Assumed to be hired: no rule is about them. */
  readonly isHired: boolean
}

export interface PeopleOptions {
  readonly problem: SuggestProblem
  readonly week: WeekModel
  readonly clock: SlotClock
  readonly context: CheckContext
  /** What the plan assumes of people. */
  readonly staff: AssumedStaff
}

/** Everybody whose week may be changed or must be counted, agents in the order of their first shifts, then open shifts, then others. */
export function peopleOf(options: PeopleOptions): readonly Person[] {
  const { plan, options: asked } = options.problem
  const byAgent = Map.groupBy(
    plan.shifts.filter(({ agentId }) => agentId !== null),
    ({ agentId }) => agentId!,
  )
  const people = [...byAgent].map(([agentId, shifts]) => personOf({ agentId, shifts }, options))
  for (const shift of plan.shifts)
    if (shift.agentId === null) people.push(personOf({ agentId: null, shifts: [shift] }, options))
  for (const agentId of new Set(asked.agents))
    if (!byAgent.has(agentId)) people.push(personOf({ agentId, shifts: [] }, options))
  for (const [agentId, hired] of Map.groupBy(options.staff.hires, (interval) => interval.agentId))
    people.push(hiredPerson(agentId, hired, options))
  return people
}

/** Somebody who is hired is there as assumed: nothing of it changes, and no rule is about it. */
function hiredPerson(agentId: string | null, hired: readonly PlannedInterval[], options: PeopleOptions): Person {
  const { problem, context, week } = options
  const free = {
    ...options,
    problem: {
      ...problem,
      options: {
        ...problem.options,
        rules: NO_RULES,
        moves: 'breaks' as const,
        pinnedAgents: agentId === null ? [] : [agentId],
      },
    },
    context: { ...context, rules: NO_RULES },
  }
  return { ...personOf({ agentId, shifts: [] }, free), fixedPresence: rowOf(hired, week.maker).presence, isHired: true }
}

/** One person, as `peopleOf` has them. */
export function personOf(
  { agentId, shifts }: Pick<Person, 'agentId' | 'shifts'>,
  { problem, week, clock, context, staff }: PeopleOptions,
): Person {
  const { inputs, plan, options } = problem
  const levels = presenceLevels(inputs.attendance, agentId)
  const { shares } = week.maker.serves(agentId)
  const violations = checkAgent(agentId, shifts, context)
  const presenceOf = (some: readonly Shift[]): Float64Array => {
    const intervals = intervalsWhileActive(staff.expected(clock.intervals(some)), week.inactive)
    return intervals.length === 0 ? new Float64Array(clock.slots) : rowOf(intervals, week.maker).presence
  }
  const away = staff.away(agentId)
  const byDay = Array.from({ length: 7 }, (_, day) => shifts.filter((shift) => clock.dayOf(shift) === day))
  const outside = shifts.filter(
    (shift) => isNear(clock.dayOf(shift)) && (clock.dayOf(shift) < 0 || clock.dayOf(shift) > 6),
  )
  const apart = sumOf([...byDay, outside].map(presenceOf), clock.slots)
  const whole = presenceOf(shifts)
  // Shifts of several days that touch are one block, which is no sum.
  const isSum = whole.every((presence, slot) => Math.abs(presence - apart[slot]!) < 1e-12)
  const pinned = new Set(options.pinnedShifts)
  const around = presenceOf(outside)
  const isApart = byDay.every((own) => presenceOf(own).every((presence, slot) => presence === 0 || around[slot] === 0))
  const isLeftAlone =
    !isSum ||
    !isApart ||
    (agentId !== null && options.pinnedAgents.includes(agentId)) ||
    inactiveSince(agentId, week.inactive) < clock.clock.end ||
    shares.every((share) => share === 0)
  const days = byDay.map((own, day): PlannedDay => {
    const isFixed =
      isLeftAlone ||
      own.length > 1 ||
      own.some(({ id }) => pinned.has(id)) ||
      own.some((shift) => clock.place(day, shift.startMinute, shift.endMinute) === null) ||
      clock.intervals(own).some((interval) => touches(away, interval))
    return {
      shifts: own,
      isFixed,
      option: own.length === 0 ? null : plannedOption(own, { day, clock, levels, presenceOf }),
    }
  })
  const units = days.reduce((sum, { option }) => sum + (option?.units ?? 0), 0)
  const alone = personLimits(
    { agentId, shifts: byDay.flat(), violations, units },
    { rules: options.rules, poolId: plan.poolId, clock, keepsEveryRule: options.keepsEveryRule },
  )
  const edges = edgesOf(plan, { shifts: outside, clock, limits: alone })
  // What the weeks around leave no rest for is no choice: presences of both would meet.
  const limits: PersonLimits = {
    ...alone,
    mayWork: (range) =>
      range.startAt >= edges.earliest &&
      range.endAt + alone.restSlots <= edges.latest &&
      alone.mayWork(range) &&
      !piecesOf(range, inputs.starts[0]!).some((piece) => touches(away, piece)),
  }
  const { keepsEveryRule } = options
  const choices = weekChoices(days, {
    moves: options.moves,
    shapes: options.shapes,
    keepsEveryRule,
    clock,
    limits,
    shiftRules: shiftRules({ agentId, shifts, violations, context, clock, keepsEveryRule }),
    planRules: options.rules.plan,
    levels,
  })
  return {
    agentId,
    shifts,
    days,
    shares,
    levels: levels.values(),
    fixedPresence: isSum ? around : subtracted(whole, sumOf(byDay.map(presenceOf), clock.slots)),
    fixedUnits: days.reduce((sum, { option, isFixed }) => sum + (isFixed ? (option?.units ?? 0) : 0), 0),
    programme: weekProgramme(choices, { limits, edges, slots: clock.slots }),
    planned: choices.days.map(({ options: all }, day) => {
      const kept = all.find(({ planned }) => planned !== null) ?? days[day]!.option
      return kept === null ? null : { option: kept, breakAt: -1 }
    }),
    violations,
    isHired: false,
  }
}

/** Presence before and after a shift reaches so far. */
const OUTSIDE_MS = OUTSIDE_QUARTERS * SLOT_MS

/** Whether a shift, or the presence around it, is in any of some times. */
export function touches(times: readonly Interval[], { start, end }: Interval): boolean {
  return totalWithin(times, start - OUTSIDE_MS, end + OUTSIDE_MS) > 0
}

/** Every time that a range touches the week. */
function piecesOf({ pieces, startAt, endAt }: PlacedRange, begin: number): readonly Interval[] {
  return pieces.map((piece) => ({
    start: begin + piece * SLOT_MS,
    end: begin + (piece + endAt - startAt) * SLOT_MS,
  }))
}

/** Days of a dated plan that can matter to a week: by rest, by days in a row, by a night. */
function isNear(day: number): boolean {
  return day >= -10 && day < 17
}

/** A day of the plan as it is. */
function plannedOption(
  shifts: readonly Shift[],
  {
    day,
    clock,
    levels,
    presenceOf,
  }: {
    readonly day: number
    readonly clock: SlotClock
    readonly levels: PresenceLevels
    readonly presenceOf: (shifts: readonly Shift[]) => Float64Array
  },
): ShiftOption {
  const presence = presenceOf(shifts)
  const slots = Int32Array.from([...presence.keys()].filter((slot) => presence[slot]! > 0))
  const intervals = shifts.flatMap((shift) => clock.intervalOf(shift) ?? [])
  return {
    day,
    startMinute: shifts[0]!.startMinute,
    slots: lengthOf(shifts[0]!) / 15,
    pieces: [],
    startAt: intervals.reduce((first, { startAt }) => Math.min(first, Math.floor(startAt)), Number.POSITIVE_INFINITY),
    endAt: intervals.reduce((last, { endAt }) => Math.max(last, Math.ceil(endAt)), Number.NEGATIVE_INFINITY),
    units: intervals.reduce((sum, one) => sum + one.units, 0),
    kind: -1,
    levels: new Uint16Array(0),
    duringBreaks: levels.duringBreaks,
    breaks: null,
    planned: { slots, levels: Uint16Array.from(slots, (slot) => levels.levelOf(presence[slot]!)) },
  }
}

/** What the weeks around leave of rest and days in a row. */
function edgesOf(
  plan: Plan,
  {
    shifts,
    clock,
    limits: { restSlots, longRestSlots },
  }: {
    readonly shifts: readonly Shift[]
    readonly clock: SlotClock
    readonly limits: Pick<PersonLimits, 'restSlots' | 'longRestSlots'>
  },
): WeekEdges {
  let endBefore = Number.NEGATIVE_INFINITY
  let latest = Number.POSITIVE_INFINITY
  const worked = new Set<number>()
  if (plan.kind === 'weekly')
    return { earliest: endBefore, earliestAfterLongRest: endBefore, latest, daysBefore: 0, isRepeated: true }
  for (const shift of shifts) {
    const interval = clock.intervalOf(shift)
    if (interval === null) continue
    worked.add(clock.dayOf(shift))
    if (clock.dayOf(shift) < 0) endBefore = Math.max(endBefore, Math.ceil(interval.endAt))
    else latest = Math.min(latest, Math.floor(interval.startAt))
  }
  let daysBefore = 0
  while (worked.has(-1 - daysBefore)) daysBefore += 1
  return {
    earliest: endBefore + restSlots,
    // Of a rest that began in the week before, what lies in this one counts.
    earliestAfterLongRest: Math.max(0, endBefore) + Math.max(restSlots, longRestSlots ?? 0),
    latest,
    daysBefore,
    isRepeated: false,
  }
}

/** The chance that somebody is online at each slot with a week. */
export function presenceOfPicks(person: Person, picks: Picks): Float64Array {
  const presence = person.fixedPresence.slice()
  for (const pick of picks) {
    if (pick === null) continue
    visitPick(pick, presence.length, (slot, level) => {
      presence[slot] = Math.min(1, presence[slot]! + person.levels[level]!)
    })
  }
  return presence
}

/** Worked slots of a week. */
export function unitsOf(picks: Picks): number {
  return picks.reduce((sum, pick) => sum + (pick?.option.units ?? 0), 0)
}

function sumOf(rows: readonly Float64Array[], slots: number): Float64Array {
  const sum = new Float64Array(slots)
  for (const row of rows) for (let slot = 0; slot < slots; slot += 1) sum[slot]! += row[slot]!
  return sum
}

function subtracted(from: Float64Array, what: Float64Array): Float64Array {
  return from.map((value, slot) => value - what[slot]!)
}
