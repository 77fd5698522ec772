import { GRID_MINUTES, type Shift } from '../plan/plan.ts'
import { checkAgent } from '../plan/rules/check-agent.ts'
import type { CheckContext } from '../plan/rules/check-context.ts'
import { loneShiftViolations } from '../plan/rules/lone-shift.ts'
import { settledShifts } from '../plan/rules/notice.ts'
import { limitFor, rulesOf, workRuleFor, type PlanRules } from '../plan/rules/rules.ts'
import type { Violation, ViolationKind } from '../plan/rules/violation.ts'
import { dayOfWeekOfDay, localDateOf, parseLocalDate } from '../time/local.ts'
import { newlyBroken } from './broken-rules.ts'
import type { BreakPattern } from './shift-option.ts'
import type { SlotClock } from './slot-clock.ts'

/** A length with breaks that are moved together. */
export interface DrawnShift {
  readonly slots: number
  readonly breaks: BreakPattern | null
}

/** Where the first break of a shift may begin, in slots after its start, both inside; -1 of a shift without breaks. */
export interface BreakRange {
  readonly from: number
  readonly to: number
}

/** The rules that are about one shift, whatever else a person works. */
export interface ShiftRules {
  /** Where rules allow the breaks of such a shift on a day; none: they never allow it. */
  readonly breakRanges: (drawn: DrawnShift, day: number, startMinute: number) => readonly BreakRange[]
  /** Whether rules allow such a shift on any day at all. */
  readonly isPossible: (drawn: DrawnShift) => boolean
  /** Whether rules allow a shift of the plan on a day as it is. */
  readonly mayStay: (shift: Shift, day: number) => boolean
  /** Whether a day may be free: what is published may begin too soon to be dropped. */
  readonly mayBeOff: (day: number) => boolean
}

export interface ShiftRulesOptions {
  readonly agentId: string | null
  /** Of the plan, in the week and about it. */
  readonly shifts: readonly Shift[]
  readonly violations: readonly Violation[]
  readonly context: CheckContext
  readonly clock: SlotClock
  readonly keepsEveryRule: boolean
}

/** Rules about one shift that depend on when it is. */
const BY_TIME: ReadonlySet<ViolationKind> = new Set([
  'long-night',
  'minor-times',
  'minor-day',
  'too-many-weekends',
  'short-notice',
])
const SATURDAY = 6

/** Asks the project's own check of rules of shifts one by one. Without `keepsEveryRule` what the plan breaks on a day may stay as bad there. */
export function shiftRules(options: ShiftRulesOptions): ShiftRules {
  const { agentId, shifts, violations, context, clock, keepsEveryRule } = options
  const { rules } = context
  const accepted = keepsEveryRule ? [] : violations
  const outside = shifts.filter((shift) => clock.dayOf(shift) < 0 || clock.dayOf(shift) > 6)
  const settled = agentId === null ? [] : settledShifts(agentId, context)
  const isSettled = (day: number): boolean =>
    settled.some(({ start }) => parseLocalDate(localDateOf(start, clock.clock.timeZone)) === clock.localDay(day))
  const night = agentId === null ? null : workRuleFor(agentId, 'night', rules)
  const hasMinor = agentId !== null && workRuleFor(agentId, 'minor', rules) !== null
  const hasWeekends = limitFor(agentId, 'maxWeekendsInRow', rules) !== null
  const hasNotice = rules.published !== undefined && (rules.plan.noticeDays ?? null) !== null

  const isAccepted = (found: readonly Violation[], day: number): boolean =>
    newlyBroken(
      found.map((violation) => ('day' in violation ? { ...violation, day: clock.localDay(day) } : violation)),
      accepted,
    ).length === 0

  /** Rules on the time of a shift that can be broken by one; a break matters to those on nights alone. */
  const isByTime = (day: number): boolean => {
    const dayOfWeek = dayOfWeekOfDay(clock.localDay(day))
    return hasMinor || hasNotice || (hasWeekends && (dayOfWeek === SATURDAY || dayOfWeek === 0))
  }
  const isLongNight = ({ slots, breaks }: DrawnShift): boolean =>
    night !== null && night.maxHoursPerDay !== null && slots - breakSlots(breaks) > 4 * night.maxHoursPerDay
  const isInTime = (shift: Shift, day: number): boolean =>
    agentId === null ||
    isAccepted(
      checkAgent(agentId, [...outside, shift], context).filter(
        ({ kind, shiftIds }) => BY_TIME.has(kind) && shiftIds.includes(shift.id),
      ),
      day,
    )

  return {
    breakRanges(drawn, day, startMinute) {
      const shiftAt = (breakAt: number): Shift => ({
        id: CHECKED,
        agentId,
        day: clock.shiftDay(day),
        startMinute,
        endMinute: startMinute + drawn.slots * GRID_MINUTES,
        breaks: breaksAt(drawn.breaks, breakAt).map((one) => ({
          startMinute: startMinute + one.startMinute,
          endMinute: startMinute + one.endMinute,
        })),
        note: '',
      })
      const placed = placesOf(drawn, options).filter(({ found }) => isAccepted(found, day))
      if (placed.length === 0) return []
      const longNight = isLongNight(drawn)
      if (!longNight && isByTime(day) && !isInTime(shiftAt(placed[0]!.breakAt), day)) return []
      return runsOf(placed.flatMap(({ breakAt }) => (longNight && !isInTime(shiftAt(breakAt), day) ? [] : [breakAt])))
    },
    isPossible: (drawn) =>
      placesOf(drawn, options).some(({ found }) =>
        Array.from({ length: 7 }, (_, day) => day).some((day) => isAccepted(found, day)),
      ),
    mayStay: (shift, day) =>
      isAccepted(loneShiftViolations(agentId, { range: shift, breaks: shift.breaks }, rules), day) &&
      isInTime(shift, day),
    mayBeOff(day) {
      if (!isSettled(day)) return true
      // What the plan has dropped already may stay dropped, unless every rule is to be kept.
      return !keepsEveryRule && shifts.every((shift) => clock.dayOf(shift) !== day)
    },
  }
}

const CHECKED = 'checked'

/** A place of the first break, and the rules that a shift breaks with it wherever it lies. */
interface Place {
  readonly breakAt: number
  readonly found: readonly Violation[]
}

/** The same for everybody with the same limits, so that it is found once. */
const known = new WeakMap<PlanRules, Map<string, readonly Place[]>>()

function placesOf({ slots, breaks }: DrawnShift, { agentId, context }: ShiftRulesOptions): readonly Place[] {
  const { rules } = context
  const byShape = known.get(rules.plan) ?? new Map<string, readonly Place[]>()
  known.set(rules.plan, byShape)
  const own = agentId === null ? undefined : rulesOf(agentId, rules)
  const key = JSON.stringify([
    slots,
    breaks,
    agentId === null,
    own && [own.maxShiftHours, own.minShiftHours, own.maxHoursPerDay, own.maxDaySpanHours],
  ])
  const found = byShape.get(key)
  if (found !== undefined) return found
  const range = { startMinute: 0, endMinute: slots * GRID_MINUTES }
  const made: Place[] = []
  for (let breakAt = breaks?.from ?? -1; breakAt <= (breaks?.to ?? -1); breakAt += 1)
    made.push({ breakAt, found: loneShiftViolations(agentId, { range, breaks: breaksAt(breaks, breakAt) }, rules) })
  byShape.set(key, made)
  return made
}

/** Breaks in minutes after the start of their shift. */
function breaksAt(breaks: BreakPattern | null, breakAt: number) {
  return (breaks?.parts ?? []).map(({ after, slots }) => ({
    startMinute: (breakAt + after) * GRID_MINUTES,
    endMinute: (breakAt + after + slots) * GRID_MINUTES,
  }))
}

/** Slots of all breaks. */
export function breakSlots(breaks: BreakPattern | null): number {
  return (breaks?.parts ?? []).reduce((sum, { slots }) => sum + slots, 0)
}

/** Places that follow one another as ranges. */
function runsOf(places: readonly number[]): readonly BreakRange[] {
  const runs: { from: number; to: number }[] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last !== undefined && place === last.to + 1) last.to = place
    else runs.push({ from: place, to: place })
  }
  return runs
}
