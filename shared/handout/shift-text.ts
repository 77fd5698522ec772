import type { Formatter } from '../language/formatter.ts'
import { dayOfWeekOf } from '../time/local.ts'
import { noteText, type HandedShift } from './handed-shift.ts'
import type { MovedShift, PersonChanges } from './roster-changes.ts'

/** How dates and times of shifts are written. */
export interface ShiftTextOptions {
  /** Whose clock they show. */
  readonly timeZone: string
  /** Each shift is of the same weekday of every week. */
  readonly isPattern: boolean
}

/** "Tue, Nov 24", or "Every Tuesday". */
export function dayText(
  { date }: Pick<HandedShift, 'date'>,
  { isPattern }: ShiftTextOptions,
  format: Formatter,
): string {
  return isPattern
    ? format.texts.handout.every({ day: format.dayName(dayOfWeekOf(date)) })
    : format.date(date, 'weekday')
}

/** "9:00 AM–5:00 PM". */
export function timesText(
  { start, end }: { readonly start: number; readonly end: number },
  timeZone: string,
  format: Formatter,
): string {
  return format.texts.handout.times({ start: format.time(start, timeZone), end: format.time(end, timeZone) })
}

/** "12:00 PM–12:30 PM, 3:00 PM–3:15 PM"; empty: there are none. */
export function breaksText({ breaks }: Pick<HandedShift, 'breaks'>, timeZone: string, format: Formatter): string {
  return breaks.map((one) => timesText(one, timeZone, format)).join(', ')
}

/** A shift with all that whoever works it has to know: "Tue, Nov 24, 9:00 AM–5:00 PM, break 12:00 PM–12:30 PM (Bring the keys)". */
function shiftText(shift: HandedShift, options: ShiftTextOptions, format: Formatter): string {
  const day = dayText(shift, options, format)
  return format.texts.handout.shift({ day, times: contentText(shift, options, format) })
}

/** What changes for a person, a sentence a change, by date. */
export function changeTexts(
  { added, removed, moved }: Pick<PersonChanges, 'added' | 'removed' | 'moved'>,
  options: ShiftTextOptions,
  format: Formatter,
): readonly string[] {
  const { handout } = format.texts
  const lines = [
    ...added.map((shift) => ({ at: shift.start, text: handout.added({ shift: shiftText(shift, options, format) }) })),
    ...removed.map((shift) => ({
      at: shift.start,
      text: handout.removed({ shift: shiftText(shift, options, format) }),
    })),
    ...moved.map((one) => ({
      at: Math.min(one.before.start, one.after.start),
      text: movedText(one, options, format),
    })),
  ]
  return lines.toSorted((one, other) => one.at - other.at).map(({ text }) => text)
}

function movedText({ before, after }: MovedShift, options: ShiftTextOptions, format: Formatter): string {
  const { handout } = format.texts
  const isSameDay = before.date === after.date
  return (isSameDay ? handout.changed : handout.moved)({
    before: shiftText(before, options, format),
    after: isSameDay ? contentText(after, options, format) : shiftText(after, options, format),
  })
}

function contentText(shift: HandedShift, { timeZone }: ShiftTextOptions, format: Formatter): string {
  const { handout } = format.texts
  const times = timesText(shift, timeZone, format)
  const { length } = shift.breaks
  const withBreaks =
    length === 0
      ? times
      : handout.withBreaks({ shift: times, count: length, breaks: breaksText(shift, timeZone, format) })
  const note = noteText(shift)
  return note === '' ? withBreaks : handout.withNote({ shift: withBreaks, note })
}
