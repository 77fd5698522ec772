import type { Shift } from '../../../../../shared/plan/plan.ts'
import { shortWallTime, wallTime } from '../../../../format/wall-time.ts'

/** CSS pixels of a figure and of a colon in the size that bars are written in, and what the edges of a bar take. */
const FIGURE_WIDTH = 6.7
const COLON_WIDTH = 3.2
const EDGES = 7

interface Written extends Pick<Shift, 'startMinute' | 'endMinute'> {
  /** Only the rest of a shift that begins elsewhere. */
  readonly isRest: boolean
  readonly hour12: boolean
}

/** What the edges take where the times stand one under the other, and what they take at least: there, text may touch them. */
const NARROW_EDGES = 3
const LEAST_EDGES = 1

/**
 * As much of a shift's times as its bar has room for: both, both without ":00", one under the other, or nothing; of a rest when it ends.
 * A bar stands on the hours of its day, so that "am" and "pm" are left out first.
 */
export function barText({ startMinute, endMinute, isRest, hour12 }: Written, width: number): string {
  const [start, end] = [shortWallTime(startMinute, hour12), shortWallTime(endMinute, hour12)]
  const lines = isRest ? [`–${end}`, `–${bare(end)}`, `–${figures(end)}`] : [`${start}–${end}`, `${bare(start)}–${bare(end)}`]
  const found = lines.find((text) => widthOf(text) + EDGES <= width)
  if (found !== undefined || isRest) return found ?? ''
  const pairs = [bare, figures].flatMap((shortened) => [[shortened(start), `–${shortened(end)}`], [shortened(start), shortened(end)]])
  const fits = (pair: readonly string[], edges: number): boolean => pair.every((text) => widthOf(text) + edges <= width)
  return (pairs.find((pair) => fits(pair, NARROW_EDGES)) ?? pairs.find((pair) => fits(pair, LEAST_EDGES)))?.join('\n') ?? ''
}

function widthOf(text: string): number {
  const colons = text.split(':').length - 1
  return (text.length - colons) * FIGURE_WIDTH + colons * COLON_WIDTH
}

function bare(time: string): string {
  return time.replace(':00', '')
}

/** Without "a" and "p". */
function figures(time: string): string {
  return bare(time).replace(/\D+$/u, '')
}

interface Named {
  readonly shift: Shift
  readonly who: string
  /** "Monday 23 November" */
  readonly dayName: string
  /** What is broken, in words. */
  readonly problem: string | null
  /** The same times for whoever lives in another zone. */
  readonly ownTimes: string | null
}

/** "Ana, Monday 23 November, 09:00 to 17:30, break 12:30 to 13:00, 8 hours of work": read out, and shown under the pointer. */
export function shiftName({ shift, who, dayName, problem, ownTimes }: Named, hour12: boolean): string {
  const time = (minute: number): string => wallTime(minute, hour12)
  return [
    who,
    dayName,
    `${time(shift.startMinute)} to ${time(shift.endMinute)}${shift.endMinute > 1440 ? ' on the next day' : ''}`,
    ...(ownTimes === null ? [] : [ownTimes]),
    ...shift.breaks.map((rest) => `break ${time(rest.startMinute)} to ${time(rest.endMinute)}`),
    hoursOfWork(shift),
    ...(shift.note === '' ? [] : [shift.note]),
    ...(problem === null ? [] : [problem]),
  ].join(', ')
}

/** "7.5 hours of work": on the wall clock, without breaks. */
export function hoursOfWork({ startMinute, endMinute, breaks }: Pick<Shift, 'startMinute' | 'endMinute' | 'breaks'>): string {
  const minutes = endMinute - startMinute - breaks.reduce((sum, rest) => sum + rest.endMinute - rest.startMinute, 0)
  const hours = Math.round((100 * minutes) / 60) / 100
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} of work`
}
