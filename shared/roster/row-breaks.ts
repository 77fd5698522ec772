import { DAY_MINUTES } from '../foundation/minutes.ts'
import { shiftedRange } from '../plan/grid.ts'
import type { TimeRange } from '../plan/plan.ts'
import type { Role } from './headers.ts'
import { momentReader } from './moments.ts'
import { breakReader, within } from './range-shifts.ts'
import type { RowContext, RowShift } from './row-says.ts'
import { movedTo, wallAt } from './wall-clock.ts'
import { plain, saysOff, tidy } from './words.ts'

const NO_BREAKS: readonly TimeRange[] = []
/** What is longer is no length of a break, but a time. */
const LONGEST_BREAK = 300

/** The breaks of a shift, minutes of those without times, and a text that is neither; null: there is none. */
type RowBreaks = readonly [readonly TimeRange[], number, string | null]

/** A function that reads the breaks beside a shift, which is on the clock of the plan; theirs is that of the row's zone. */
export function rowBreaks({
  table,
  options,
  style,
  isWeekly,
}: RowContext): (row: readonly string[], shift: RowShift, zone: string) => RowBreaks {
  const allOf = (role: Role): readonly number[] => table.roles.flatMap((one, column) => (one === role ? [column] : []))
  const [breakColumns, breakStarts, breakEnds] = [allOf('break'), allOf('break-start'), allOf('break-end')]
  const moments = momentReader(style)
  const saidOfBreak = breakReader(style)
  return (row, shift, zone) => {
    const said: TimeRange[] = []
    // Breaks are on the clock of the file, which is where their place in the shift is looked for.
    const local =
      isWeekly || zone === options.timeZone
        ? shift.startMinute
        : movedTo({ day: shift.day, minute: shift.startMinute }, options.timeZone, zone).minute
    const moved = shift.startMinute - local
    const place = (from: number, to: number): TimeRange =>
      shiftedRange(within(shiftedRange(shift, -moved), from, to), moved)
    for (const [index, column] of breakStarts.entries()) {
      const from = moments(row[column] ?? '')
      const to = moments(row[breakEnds[index] ?? -1] ?? '')
      if (from.instant !== null && to.instant !== null && !isWeekly) {
        const [startMinute, endMinute] = [minuteOf(from.instant), minuteOf(to.instant)]
        if (endMinute > startMinute) said.push({ startMinute, endMinute })
      } else if (from.minute !== null && to.minute !== null) said.push(place(from.minute, to.minute))
    }
    if (said.length > 0) return [said, 0, null]
    let total = 0
    for (const column of breakColumns) {
      const text = tidy(row[column] ?? '')
      if (plain(text) === '' || saysOff(text) || /^(?:no|nein|non|nee|nej|false)$/iu.test(text)) continue
      const { ranges, minutes } = saidOfBreak(text)
      if (ranges.length === 0 && (minutes === null || minutes > LONGEST_BREAK)) return [NO_BREAKS, 0, text]
      said.push(...ranges.map((range) => place(range.startMinute, range.endMinute)))
      total += minutes ?? 0
    }
    return [said.length === 0 ? NO_BREAKS : said, total, null]

    function minuteOf(instant: number): number {
      const wall = wallAt(instant, options.timeZone)
      return (wall.day - shift.day) * DAY_MINUTES + wall.minute
    }
  }
}
