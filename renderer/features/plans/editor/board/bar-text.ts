import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import type { Shift, TimeRange } from '../../../../../shared/plan/plan.ts'
import type { Formatter } from '../../../../format/formatter.ts'

/** The size that bars are written in, and what the edges of a bar take. */
export const BAR_TEXT_SIZE = 12
const EDGES = 7
/** What the edges take where the times stand one under the other. */
const NARROW_EDGES = 3

interface Written extends Pick<Shift, 'startMinute' | 'endMinute'> {
  /** Only the rest of a shift that begins elsewhere. */
  readonly isRest: boolean
}

interface Room {
  /** CSS pixels of the bar. */
  readonly width: number
  /** CSS pixels that a text takes in the bar. */
  readonly measure: (text: string) => number
}

/**
 * As much of a shift's times as its bar has room for: both, both without ":00", one under the other, when it begins, or nothing; of a rest
 * when it ends. "am" and "pm" are never left out: without them a time is another time.
 */
export function barText(
  { startMinute, endMinute, isRest }: Written,
  { width, measure }: Room,
  { shortWallTime }: Formatter,
): string {
  const [start, end] = [shortWallTime(startMinute), shortWallTime(endMinute)]
  const lines = isRest ? [`–${end}`, `–${bare(end)}`] : [`${start}–${end}`, `${bare(start)}–${bare(end)}`]
  const found = lines.find((text) => measure(text) + EDGES <= width)
  if (found !== undefined || isRest) return found ?? ''
  const pairs = [[start, `–${end}`], [bare(start), `–${bare(end)}`], [bare(start)]]
  return pairs.find((pair) => pair.every((text) => measure(text) + NARROW_EDGES <= width))?.join('\n') ?? ''
}

function bare(time: string): string {
  return time.replace(':00', '')
}

interface Named {
  readonly shift: Shift
  readonly who: string
  /** "Monday 23 November" */
  readonly dayName: string
  /** The rules that it breaks, in sentences. */
  readonly problem: string | null
  /** The same times for whoever lives in another zone. */
  readonly ownTimes: string | null
}

/** "Ana, Monday 23 November, 09:00 to 17:30. 8 hours of work. Break 12:30 to 13:00.": read out, and shown under the pointer. */
export function shiftName({ shift, who, dayName, problem, ownTimes }: Named, format: Formatter): string {
  const { planBoard: t, planShifts } = format.texts
  const range = ({ startMinute, endMinute }: TimeRange) => ({
    start: format.wallTime(startMinute),
    end: format.wallTime(endMinute),
  })
  const values = { who, day: dayName, ...range(shift), work: hoursOfWork(shift, format) }
  return [
    shift.endMinute > DAY_MINUTES ? t.shiftNextDay(values) : t.shift(values),
    ...(ownTimes === null ? [] : [planShifts.timesFor({ who, times: ownTimes })]),
    ...shift.breaks.map((rest) => t.breakFromTo(range(rest))),
    ...(shift.note === '' ? [] : [shift.note]),
    ...(problem === null ? [] : [problem]),
  ].join(' ')
}

/** "7.5 hours of work": on the wall clock, without breaks. */
export function hoursOfWork(
  { startMinute, endMinute, breaks }: Pick<Shift, 'startMinute' | 'endMinute' | 'breaks'>,
  format: Formatter,
): string {
  const minutes = endMinute - startMinute - breaks.reduce((sum, rest) => sum + rest.endMinute - rest.startMinute, 0)
  const hours = minutes / 60
  return format.texts.planShifts.work({ count: hours, hours: format.hours(hours) })
}
