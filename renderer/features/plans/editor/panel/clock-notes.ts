import { DAY_MS, MINUTE_MS } from '../../../../../shared/foundation/minutes.ts'
import type { Plan, PlannedInterval } from '../../../../../shared/plan/plan.ts'
import { beginsIn, emptiedShifts } from '../../../../../shared/plan/planned-intervals.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import { formatLocalDate } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'

interface ClockNotesInput {
  readonly plan: Plan
  readonly clock: WeekClock
  /** The plan's intervals in that week. */
  readonly intervals: readonly PlannedInterval[]
  readonly agentName: (agentId: string | null) => string
}

const NAMES_SAID = 4

/** What a change of the clock in the week does to the plan, in sentences: shifts that get longer or shorter, and shifts of which nothing is left. */
export function clockNotes(input: ClockNotesInput, format: Formatter): readonly string[] {
  return [
    ...changedDays(input.clock).flatMap((change) => changeNote(change, input, format)),
    ...emptiedNotes(input, format),
  ]
}

interface ChangedDay {
  readonly localDay: number
  readonly start: number
  readonly end: number
  /** More than 0: the day is longer. */
  readonly minutes: number
}

function changedDays({ dayStarts, firstDay }: WeekClock): readonly ChangedDay[] {
  return Array.from({ length: 7 }, (_, day): ChangedDay => {
    const [start, end] = [dayStarts[day]!, dayStarts[day + 1]!]
    return { localDay: firstDay + day, start, end, minutes: (end - start - DAY_MS) / MINUTE_MS }
  }).filter(({ minutes }) => minutes !== 0)
}

function changeNote(
  { localDay, start, end, minutes }: ChangedDay,
  { plan, clock, intervals, agentName }: ClockNotesInput,
  format: Formatter,
): readonly string[] {
  const shifts = new Map(plan.shifts.map((shift) => [shift.id, shift]))
  const longer = intervals
    .filter((interval) => beginsIn(interval, clock) && interval.start < end && interval.end > start)
    .map((interval) => ({
      interval,
      minutes: (interval.end - interval.start) / MINUTE_MS - wallLength(shifts.get(interval.shiftId)),
    }))
    .filter((one) => one.minutes !== 0)
  const day = format.date(formatLocalDate(localDay), 'weekday')
  const what = `On ${day} the clock is set ${minutes > 0 ? 'back' : 'forward'} by ${lengthText(Math.abs(minutes))}.`
  if (longer.length === 0) return [`${what} No shift runs over it.`]
  const total = longer.reduce((sum, one) => sum + one.minutes, 0)
  const who = listedNames(longer.map(({ interval }) => agentName(interval.agentId)))
  return [
    `${what} ${longer.length === 1 ? 'One shift over it is' : `${longer.length} shifts over it are`} ${total > 0 ? 'longer' : 'shorter'}, by ${lengthText(Math.abs(total))} in all: ${who}. Hours, cost and coverage count it so.`,
  ]
}

function emptiedNotes({ plan, clock, agentName }: ClockNotesInput, format: Formatter): readonly string[] {
  return emptiedShifts(plan, { firstDate: clock.firstDate }).map(
    ({ agentId, localDay }) =>
      `The shift of ${agentName(agentId)} on ${format.date(formatLocalDate(localDay), 'weekday')} lies wholly in the time that the clock skips: nothing of it is left.`,
  )
}

function wallLength(shift: { readonly startMinute: number; readonly endMinute: number } | undefined): number {
  return shift === undefined ? 0 : shift.endMinute - shift.startMinute
}

/** "1 hour", "30 minutes", "1.5 hours". */
function lengthText(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${Math.round((100 * minutes) / 60) / 100} hours`
}

function listedNames(names: readonly string[]): string {
  const different = [...new Set(names)]
  const rest = different.length - NAMES_SAID
  return rest > 0 ? `${different.slice(0, NAMES_SAID).join(', ')} and ${rest} more` : different.join(', ')
}
