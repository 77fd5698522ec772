import { clip } from '../foundation/clip.ts'
import { DAY_MINUTES, HOUR_MINUTES } from '../foundation/minutes.ts'
import { formatWallTime } from '../plan/wall-time.ts'
import { fittedBreaks } from '../plan/break-fitting.ts'
import { GRID_MINUTES, type Plan, type Shift, type TimeRange } from '../plan/plan.ts'
import { shiftedRange, snapMinute } from '../plan/grid.ts'
import { compareShifts, isInOrder } from '../plan/order.ts'
import { PLAN_LIMITS } from '../plan/validate-plan.ts'
import { dayOfWeekOfDay } from '../time/local.ts'
import type { FoundRoster, FoundShift, Person, Remark, WhyChanged } from './roster.ts'

/** A shift of the plan, and where it came from. */
export interface PlannedShift {
  readonly shift: Shift
  readonly row: number
  readonly column: number
}

export interface RosterPlan {
  readonly plan: Plan
  /** In the order of the file. */
  readonly planned: readonly PlannedShift[]
  readonly changed: readonly Remark<WhyChanged>[]
}

interface PlanOptions {
  readonly name: string
  readonly timeZone: string
  readonly poolId: string | null
  /** The agent of somebody whom the file names. */
  readonly agentOf: (person: Person) => string
}

/** The plan that a roster is: shifts on the quarter-hour, breaks inside them; what had to be changed for it is said. */
export function planOfRoster(found: FoundRoster, { name, timeZone, poolId, agentOf }: PlanOptions): RosterPlan {
  const changed: Remark<WhyChanged>[] = [...found.changed]
  const remarked = new Set<string>()
  const planned = found.shifts.map((one) => {
    const remark = (why: WhyChanged, text: string): void => {
      // A series has many shifts of one event.
      const key = `${one.row} ${one.column} ${why} ${found.shape === 'calendar' ? '' : text}`
      if (!remarked.has(key)) changed.push({ row: one.row, column: one.column, text, why })
      remarked.add(key)
    }
    const range = onGrid(one)
    if (range.startMinute !== one.startMinute || range.endMinute !== one.endMinute) remark('rounded', rangeText(one))
    if (one.endMinute - one.startMinute > LONG_MINUTES) remark('long', rangeText(one))
    const placed = placedDay(one.day, range, found.isWeekly)
    const moved = placed.startMinute - range.startMinute
    const fitted = breaksOf(one, range, remark)
    const breaks = moved === 0 ? fitted : fitted.map((each) => shiftedRange(each, moved))
    if (one.note.length > PLAN_LIMITS.noteLength) remark('note-cut', clip(one.note, 80))
    // Given its place once all are there.
    const shift: Omit<Shift, 'id'> & { id: string } = {
      id: '',
      agentId: one.person === null ? null : agentOf(one.person),
      day: placed.day,
      startMinute: placed.startMinute,
      endMinute: placed.endMinute,
      breaks,
      note: clip(one.note, PLAN_LIMITS.noteLength),
    }
    return { row: one.row, column: one.column, shift }
  })
  const inOrder = planned.map(({ shift }) => shift)
  if (!isInOrder(inOrder)) inOrder.sort(compareShifts)
  for (const [place, shift] of inOrder.entries()) shift.id = `shift-${place + 1}`
  return {
    plan: { name, timeZone, poolId, kind: found.isWeekly ? 'weekly' : 'dated', shifts: inOrder },
    planned,
    changed,
  }
}

/** Nobody plans longer shifts often: a time was read wrongly sooner. */
const LONG_MINUTES = 15 * HOUR_MINUTES

function onGrid({ startMinute, endMinute }: TimeRange): TimeRange {
  const start = snapMinute(startMinute)
  const end = Math.min(snapMinute(endMinute), start + DAY_MINUTES)
  return { startMinute: start, endMinute: Math.max(end, start + GRID_MINUTES) }
}

/** A start that was rounded up to midnight is on the next day. */
function placedDay(
  day: number,
  { startMinute, endMinute }: TimeRange,
  isWeekly: boolean,
): TimeRange & { readonly day: number } {
  if (startMinute < DAY_MINUTES) return { day, startMinute, endMinute }
  return {
    day: isWeekly ? (day + 1) % 7 : day + 1,
    startMinute: startMinute - DAY_MINUTES,
    endMinute: endMinute - DAY_MINUTES,
  }
}

function breaksOf(
  shift: FoundShift,
  within: TimeRange,
  remark: (why: WhyChanged, text: string) => void,
): readonly TimeRange[] {
  const wanted =
    shift.breaks.length === 0 && shift.breakMinutes > 0 ? [inTheMiddle(shift.breakMinutes, within)] : shift.breaks
  if (wanted.length === 0) return wanted
  const breaks = fittedBreaks(wanted, within)
  const text = shift.breaks.length === 0 ? `${shift.breakMinutes} min` : shift.breaks.map(rangeText).join(', ')
  const isAsSaid =
    shift.breaks.length === 0
      ? breaks.length === 1 && lengthOf(breaks[0]!) === shift.breakMinutes
      : isSame(
          wanted.toSorted((one, other) => one.startMinute - other.startMinute),
          breaks,
        )
  const asTimes = shift.breaks.reduce((sum, one) => sum + lengthOf(one), 0)
  const isMore = shift.breaks.length > 0 && shift.breakMinutes > 0 && shift.breakMinutes !== asTimes
  if (isMore) remark('break-dropped', `${shift.breakMinutes} min`)
  if (breaks.length < wanted.length) remark('break-dropped', text)
  else if (!isAsSaid) remark('break-rounded', text)
  return breaks
}

function isSame(some: readonly TimeRange[], others: readonly TimeRange[]): boolean {
  return some.every(
    ({ startMinute, endMinute }, index) =>
      startMinute === others[index]?.startMinute && endMinute === others[index].endMinute,
  )
}

function inTheMiddle(minutes: number, { startMinute, endMinute }: TimeRange): TimeRange {
  const length = Math.max(GRID_MINUTES, snapMinute(minutes))
  const start = snapMinute((startMinute + endMinute - length) / 2)
  return { startMinute: start, endMinute: start + length }
}

function lengthOf({ startMinute, endMinute }: TimeRange): number {
  return endMinute - startMinute
}

function rangeText({ startMinute, endMinute }: TimeRange): string {
  return `${formatWallTime(startMinute)}-${formatWallTime(endMinute)}`
}

/** Whole weeks of days: from the first to the last day, both inside. */
export interface WeekSpan {
  readonly first: number
  readonly last: number
}

const MONDAY = 1
const SUNDAY = 0
const SATURDAY = 6

/**
 * The weeks that a dated roster is about: those that hold its days, beginning on the weekday on which they are fewest, so that a week from
 * Sunday to Saturday is one. Of several the usual one, Monday, Sunday, Saturday.
 */
export function weeksOfRoster({ first, last }: WeekSpan, usual: number): WeekSpan {
  const spans = [usual, MONDAY, SUNDAY, SATURDAY].map((weekday) => {
    const start = first - ((dayOfWeekOfDay(first) - weekday + 7) % 7)
    return { first: start, last: start + 7 * Math.ceil((last - start + 1) / 7) - 1 }
  })
  return spans.reduce((best, span) => (span.last - span.first < best.last - best.first ? span : best))
}
