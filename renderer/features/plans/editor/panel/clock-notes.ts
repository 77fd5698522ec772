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
  readonly agentName: (agentId: string) => string
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
  const { planBoard, planPanel: t } = format.texts
  const values = {
    day,
    way: minutes > 0 ? ('back' as const) : ('forward' as const),
    length: format.duration(Math.abs(minutes) * MINUTE_MS),
  }
  if (longer.length === 0) return [t.clockNoShift(values)]
  const total = longer.reduce((sum, one) => sum + one.minutes, 0)
  const names = longer.map(({ interval: { agentId } }) =>
    agentId === null ? planBoard.unassignedRow : agentName(agentId),
  )
  return [
    t.clockShifts({
      ...values,
      count: longer.length,
      change: total > 0 ? 'longer' : 'shorter',
      total: format.duration(Math.abs(total) * MINUTE_MS),
      who: listedNames(names, format),
    }),
  ]
}

function emptiedNotes({ plan, clock, agentName }: ClockNotesInput, format: Formatter): readonly string[] {
  const { planPanel: t } = format.texts
  return emptiedShifts(plan, { firstDate: clock.firstDate }).map(({ agentId, localDay }) => {
    const day = format.date(formatLocalDate(localDay), 'weekday')
    return agentId === null ? t.clockSkipsUnassigned({ day }) : t.clockSkips({ who: agentName(agentId), day })
  })
}

function wallLength(shift: { readonly startMinute: number; readonly endMinute: number } | undefined): number {
  return shift === undefined ? 0 : shift.endMinute - shift.startMinute
}

function listedNames(names: readonly string[], format: Formatter): string {
  const different = [...new Set(names)]
  const more = different.length - NAMES_SAID
  return format.list(
    more > 0 ? [...different.slice(0, NAMES_SAID), format.texts.planBoard.moreAgents({ count: more })] : different,
  )
}
