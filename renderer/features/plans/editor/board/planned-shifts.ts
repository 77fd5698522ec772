import { DAY_MINUTES, HOUR_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { ShiftDraft } from '../../../../../shared/plan/edits/shift-changes.ts'
import { type TimeRange } from '../../../../../shared/plan/plan.ts'
import type { WorkLimits } from '../../../../../shared/plan/rules/rules.ts'
import { dayOfWeekOf } from '../../../../../shared/time/local.ts'
import type { PlanAt } from '../../../../app/staffing-blocks/plan-at.ts'
import { COLUMNS, dateOfColumn, dayOfColumn, type BoardWeek } from './board-week.ts'

/** Hours of the shortest and the longest shift that is planned where no rule says so. */
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

interface PlacingOptions {
  readonly week: BoardWeek
  readonly limits: WorkLimits
  /** Visitors that one more agent would cover, by hour of the shown week, beside some shifts that are added. */
  readonly gainsWith: (added: readonly TimeRange[]) => ArrayLike<number>
}

/** The shortest shift that people are asked to come for, in whole hours: as the rules have it, else four. */
export function shortestShift({ minShiftHours, maxShiftHours }: WorkLimits): number {
  return Math.max(1, Math.ceil(minShiftHours ?? Math.min(SHORT_HOURS, Math.floor(maxShiftHours ?? LONG_HOURS))))
}

/**
 * Open shifts of the hours that are asked for, on each of their days: as many as agents, cut where one would be too long. Where it would be
 * shorter than people are asked to come for, it is longer, and lies around the hours so that it covers most visitors.
 */
export function plannedShifts(
  { days, startHour, endHour, agents }: PlanAt,
  { week, limits, gainsWith }: PlacingOptions,
): readonly ShiftDraft[] {
  const shortest = shortestShift(limits) * HOUR_MINUTES
  const hours = endHour === null ? shortest / HOUR_MINUTES : endHour - startHour
  const parts = Math.ceil(hours / Math.max(1, limits.maxShiftHours ?? LONG_HOURS))
  const length = (hours * HOUR_MINUTES) / parts
  const asked = COLUMNS.filter((column) => days.includes(dayOfWeekOf(dateOfColumn(week, column)))).flatMap((column) =>
    Array.from({ length: parts }, (_, part) => {
      const startMinute = column * DAY_MINUTES + startHour * HOUR_MINUTES + part * length
      return { startMinute, endMinute: startMinute + length }
    }),
  )
  const placed: TimeRange[] = []
  for (let agent = 0; agent < agents; agent++) {
    const gains = length >= shortest ? [] : gainsWith(placed)
    placed.push(...asked.map((range) => lengthened(range, shortest, gains)))
  }
  return placed.toSorted((one, other) => one.startMinute - other.startMinute).map((range) => openShift(range, week))
}

/** A range made as long as the shortest shift, by hours before and after it on its day that gain most; where nothing does, by those after it. */
function lengthened(range: TimeRange, shortest: number, gains: ArrayLike<number>): TimeRange {
  const { startMinute, endMinute } = range
  if (endMinute - startMinute >= shortest) return range
  const midnight = Math.floor(startMinute / DAY_MINUTES) * DAY_MINUTES
  const earliest = Math.max(midnight, endMinute - shortest)
  const latest = Math.max(earliest, Math.min(startMinute, midnight + DAY_MINUTES - shortest))
  let best = latest
  for (let start = latest - HOUR_MINUTES; start >= earliest; start -= HOUR_MINUTES)
    if (gained(start, shortest, gains) > gained(best, shortest, gains)) best = start
  return { startMinute: best, endMinute: best + shortest }
}

function gained(startMinute: number, minutes: number, gains: ArrayLike<number>): number {
  let sum = 0
  for (let minute = startMinute; minute < startMinute + minutes; minute += HOUR_MINUTES)
    sum += gains[Math.floor(minute / HOUR_MINUTES)] ?? 0
  return sum
}
