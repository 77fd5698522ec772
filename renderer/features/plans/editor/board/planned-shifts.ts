import { DAY_MINUTES, HOUR_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { ShiftDraft } from '../../../../../shared/plan/edits/shift-changes.ts'
import { type TimeRange } from '../../../../../shared/plan/plan.ts'
import type { WorkLimits } from '../../../../../shared/plan/rules/rules.ts'
import { dayOfWeekOf } from '../../../../../shared/time/local.ts'
import type { PlanAt } from '../../../../app/staffing-blocks/plan-at.ts'
import { COLUMNS, dateOfColumn, dayOfColumn, type BoardWeek } from './board-week.ts'

/** Hours of a shift that is planned for an hour alone, and of the longest that is planned where no rule says so. */
const SHORT_HOURS = 4
const LONG_HOURS = 8

/** An open shift of a time range of the week, in minutes from the midnight of its first column. */
export function openShift({ startMinute, endMinute }: TimeRange, week: BoardWeek): ShiftDraft {
  const column = Math.floor(startMinute / DAY_MINUTES)
  return {
    agentId: null,
    day: dayOfColumn(week, column),
    startMinute: startMinute - column * DAY_MINUTES,
    endMinute: endMinute - column * DAY_MINUTES,
  }
}

/** Open shifts of the hours that are asked for, on each of their days: as many as agents, cut where one would be too long, and longer where it would be too short. */
export function plannedShifts(
  { days, startHour, endHour, agents }: PlanAt,
  { week, limits }: { readonly week: BoardWeek; readonly limits: WorkLimits },
): readonly ShiftDraft[] {
  const hours = endHour === null ? SHORT_HOURS : endHour - startHour
  const parts = Math.ceil(hours / Math.max(1, limits.maxShiftHours ?? LONG_HOURS))
  const length = (hours * HOUR_MINUTES) / parts
  const columns = COLUMNS.filter((column) => days.includes(dayOfWeekOf(dateOfColumn(week, column))))
  return columns.flatMap((column) =>
    Array.from({ length: parts }, (_, part) => column * DAY_MINUTES + startHour * HOUR_MINUTES + part * length).flatMap(
      (startMinute) =>
        Array.from({ length: agents }, () =>
          openShift(
            { startMinute, endMinute: startMinute + Math.max(length, (limits.minShiftHours ?? 0) * HOUR_MINUTES) },
            week,
          ),
        ),
    ),
  )
}
