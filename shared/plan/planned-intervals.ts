import { contains, type Interval, merge, subtract } from '../foundation/interval.ts'
import { dayOfWeekOfDay } from '../time/local.ts'
import type { Plan, PlannedInterval, PlanKind, Shift } from './plan.ts'
import { instantOnClock, weekClock, type WeekClock } from './week-clock.ts'

/** A shift of which a clock change leaves nothing on one date: 02:00-03:00 on the night when that hour is skipped. */
export interface EmptiedShift {
  readonly shiftId: string
  readonly agentId: string | null
  /** The date, as a day number of the calendar. */
  readonly localDay: number
}

/** A zone may skip a whole day, so a shift of the day before yesterday can still be going on. */
const DAYS_BEFORE = 2

/**
 * Every shift of a plan that touches the local week beginning on `firstDate`, also one that began before it, with exact instants, by
 * start. A weekly pattern falls on every date. Intervals are whole, not cut at the week's edges. Throws AppError 'invalid-input' for nonsense.
 */
export function plannedIntervals(
  plan: Plan,
  { firstDate }: { readonly firstDate: string },
): readonly PlannedInterval[] {
  return intervalsOnClock(plan, weekClock(plan.timeZone, firstDate))
}

/** As `plannedIntervals`, on a clock at hand. */
export function intervalsOnClock(plan: Plan, clock: WeekClock): readonly PlannedInterval[] {
  const intervals: PlannedInterval[] = []
  for (const shift of plan.shifts) {
    for (const day of daysOf(shift, plan.kind, clock)) {
      const interval = intervalOf(shift, day, clock)
      if (interval && interval.end > clock.start && interval.start < clock.end) intervals.push(interval)
    }
  }
  return intervals.sort(byStart)
}

/** The shifts that begin in the week by the calendar and of which its clock changes leave nothing, by day. */
export function emptiedShifts(plan: Plan, { firstDate }: { readonly firstDate: string }): readonly EmptiedShift[] {
  const clock = weekClock(plan.timeZone, firstDate)
  const emptied: EmptiedShift[] = []
  for (const shift of plan.shifts) {
    for (const localDay of daysOf(shift, plan.kind, clock)) {
      if (localDay < clock.firstDay || intervalOf(shift, localDay, clock)) continue
      emptied.push({ shiftId: shift.id, agentId: shift.agentId, localDay })
    }
  }
  return emptied.sort((one, other) => one.localDay - other.localDay)
}

/**
 * A shift as it falls on the clock when it begins on a calendar day (a day number; `dayInWeek` gives it); null where a clock change
 * leaves nothing of it. Breaks that a change makes touch one another are joined, and those of which nothing is left are dropped.
 */
export function intervalOf(shift: Shift, localDay: number, clock: WeekClock): PlannedInterval | null {
  const start = instantOnClock(clock, localDay, shift.startMinute)
  const end = instantOnClock(clock, localDay, shift.endMinute)
  if (end <= start) return null
  const breaks = shift.breaks.length === 0 ? NO_BREAKS : breaksOf(shift, localDay, { clock, start, end })
  return { shiftId: shift.id, agentId: shift.agentId, localDay, start, end, breaks }
}

/** The calendar day on which a shift begins in a week; of a dated shift its own, in the week or not. */
export function dayInWeek(shift: Shift, kind: PlanKind, clock: WeekClock): number {
  if (kind === 'dated') return shift.day
  return clock.firstDay + ((shift.day - dayOfWeekOfDay(clock.firstDay) + 7) % 7)
}

/** Whether an interval begins in the week of a clock: to the week in which it begins it belongs as a whole. */
export function beginsIn({ start }: { readonly start: number }, week: Interval): boolean {
  return contains(week, start)
}

/** What of intervals is worked, breaks left out: by interval, not merged. */
export function workedIntervals(
  intervals: readonly Pick<PlannedInterval, 'start' | 'end' | 'breaks'>[],
): readonly Interval[] {
  return intervals.flatMap((interval) => subtract([interval], interval.breaks))
}

/** By start, then end, then shift. */
export function byStart(one: PlannedInterval, other: PlannedInterval): number {
  return one.start - other.start || one.end - other.end || (one.shiftId < other.shiftId ? -1 : 1)
}

const NO_BREAKS: readonly Interval[] = []

/** The days from the one before yesterday to the week's last on which a shift begins. */
function daysOf(shift: Shift, kind: PlanKind, clock: WeekClock): readonly number[] {
  const day = dayInWeek(shift, kind, clock)
  if (kind === 'dated') return day >= clock.firstDay - DAYS_BEFORE && day < clock.firstDay + 7 ? [day] : []
  return day - 7 >= clock.firstDay - DAYS_BEFORE ? [day - 7, day] : [day]
}

function breaksOf(
  shift: Shift,
  localDay: number,
  on: { readonly clock: WeekClock; readonly start: number; readonly end: number },
): readonly Interval[] {
  const breaks: Interval[] = []
  for (const shiftBreak of shift.breaks) {
    const start = Math.max(on.start, instantOnClock(on.clock, localDay, shiftBreak.startMinute))
    const end = Math.min(on.end, instantOnClock(on.clock, localDay, shiftBreak.endMinute))
    if (end > start) breaks.push({ start, end })
  }
  return inOrderAndApart(breaks)
}

/** A break in a gap is read as an hour later, and so may fall on the break after it. */
function inOrderAndApart(breaks: readonly Interval[]): readonly Interval[] {
  if (breaks.every((shiftBreak, index) => index === 0 || shiftBreak.start >= breaks[index - 1]!.end)) return breaks
  return merge(breaks)
}
