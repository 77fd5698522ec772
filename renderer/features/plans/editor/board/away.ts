import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { parseLocalDate } from '../../../../../shared/time/local.ts'
import type { TimeOffEntry } from '../../plan-types.ts'
import { COLUMNS, type BoardWeek } from './board-week.ts'

/** When an agent is away in the week of the board, in minutes of the week. */
export interface Away {
  readonly entry: TimeOffEntry
  readonly start: number
  readonly end: number
}

/**
 * Time off as it lies on the board, a piece a day, by start. It is drawn by the dates and times that were entered: those of another zone
 * than the plan's are a few hours off, and the rule on time off has them exactly.
 */
export function awayPlaces(entries: readonly TimeOffEntry[], { firstDay }: BoardWeek): readonly Away[] {
  return entries
    .flatMap((entry) => {
      const [from, to] = [parseLocalDate(entry.from) - firstDay, parseLocalDate(entry.to) - firstDay]
      const { startMinute, endMinute } = entry.part ?? { startMinute: 0, endMinute: DAY_MINUTES }
      return COLUMNS.filter((column) => column >= from && column <= to).map((column) => ({
        entry,
        start: column * DAY_MINUTES + startMinute,
        end: Math.min(column * DAY_MINUTES + endMinute, COLUMNS.length * DAY_MINUTES),
      }))
    })
    .toSorted((one, other) => one.start - other.start)
}

/** Who is away in a column, of all that are. */
export function awayIn(away: readonly Away[], column: number): readonly Away[] {
  return away.filter(({ start }) => Math.floor(start / DAY_MINUTES) === column)
}
