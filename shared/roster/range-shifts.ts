import { DAY_MINUTES, HOUR_MINUTES } from '../foundation/minutes.ts'
import type { TimeRange } from '../plan/plan.ts'
import type { WhyChanged } from './roster.ts'
import { lengthMinutes, rangesIn, type TimeStyle } from './time-text.ts'

/** A shift as one cell says it. */
export interface RangeShift extends TimeRange {
  readonly breaks: readonly TimeRange[]
  /** Of a break without times. */
  readonly breakMinutes: number
  readonly note: string
}

const MOST_MINUTES = DAY_MINUTES

/** Ranges with less than two hours between them are one shift with breaks; others are shifts of their own. */
export function joined(
  ranges: readonly TimeRange[],
  rest: string,
): { readonly shifts: readonly RangeShift[]; readonly changed: readonly WhyChanged[] } {
  const shifts: { startMinute: number; endMinute: number; breaks: TimeRange[]; breakMinutes: number; note: string }[] =
    []
  const { minutes, note } = breakWithin(rest, ranges[0])
  let changed: readonly WhyChanged[] = []
  for (const range of ranges) {
    const pause = breakInside(shifts, range)
    if (pause !== null) {
      pause.shift.breaks.push(pause.range)
      continue
    }
    if ('guessed' in range && range.guessed === true) changed = ['afternoon']
    const last = shifts.at(-1)
    const gap = last === undefined ? -1 : range.startMinute - last.endMinute
    if (last !== undefined && gap >= 0 && gap < LONGEST_BREAK && range.endMinute - last.startMinute <= MOST_MINUTES) {
      if (gap > 0) last.breaks.push({ startMinute: last.endMinute, endMinute: range.startMinute })
      last.endMinute = range.endMinute
    } else
      shifts.push({
        startMinute: range.startMinute,
        endMinute: range.endMinute,
        breaks: [],
        breakMinutes: shifts.length === 0 ? minutes : 0,
        note,
      })
  }
  return { shifts, changed }
}

/** "9-17 (12-13)": a short range within a shift is its break, and no second shift at the same time. */
function breakInside<S extends TimeRange>(
  shifts: readonly S[],
  { startMinute, endMinute }: TimeRange,
): { readonly shift: S; readonly range: TimeRange } | null {
  for (const shift of shifts) {
    const range = within(shift, startMinute, endMinute)
    const length = range.endMinute - range.startMinute
    if (length <= LONGEST_BREAK && length < shift.endMinute - shift.startMinute && isInside(range, shift))
      return { shift, range }
  }
  return null
}

const LONGEST_BREAK = 120
const UNIT = String.raw`(?:'|m|min|mins|minutes|minuten|minutos|minuti)`
const BREAK_WORD = String.raw`(?:pause|break|lunch|meal|unpaid|pausa|pauze)`
/** "(30)", "30 min", "break 30", "/ 30". */
const BREAK_MINUTES = new RegExp(
  String.raw`[([]\s*(?:${BREAK_WORD}:?\s*)?(\d{1,3})\s*${UNIT}?\s*${BREAK_WORD}?\s*[)\]]|(?<!\d)(\d{1,3})\s?${UNIT}(?!\p{L})(?:\s*${BREAK_WORD})?|${BREAK_WORD}:?\s*(\d{1,3})(?!\d)|^\s*/\s?(\d{2})(?!\d)\s*(?:${UNIT}(?!\p{L}))?`,
  'iu',
)
const JOINING =
  /^(?:(?:and|und|u|et|y|e|en|og|h|hrs|uhr|uur|from|von|de|du|desde|da|dalle|van|fra)(?:$|[\s,.&+/]+))+$/iu
/** "• 8h": tools write the length of a shift behind it. */
const LENGTH =
  /^[\s•·|,(]*\d{1,2}(?:[.,:]\d{1,2})?\s?(?:h|hrs?|hours?|std)\.?(?:\s?\d{1,2}\s?m(?:in)?)?[)\s]*(?=$|[\s•·|,])/iu

/** "(1h lunch)", "0.5h break", and "(1h)", which may be how long the shift is. */
const BREAK_HOURS = new RegExp(
  String.raw`[([]?\s*(?<before>${BREAK_WORD}:?\s*)?(?<![\d.,])(?<hours>\d(?:[.,]\d{1,2})?)\s?(?:h|hrs?|hours?|std|stunden?)(?!\p{L})\.?(?<after>\s*${BREAK_WORD}(?!\p{L}))?\s*[)\]]?`,
  'iu',
)

function breakHours(
  rest: string,
  shift: TimeRange | undefined,
): { readonly minutes: number; readonly text: string } | null {
  const match = BREAK_HOURS.exec(rest)
  if (match === null || shift === undefined) return null
  const { before, hours, after } = match.groups!
  const minutes = Math.round(Number(hours!.replace(',', '.')) * HOUR_MINUTES)
  const isSaid = before !== undefined || after !== undefined
  // A length without a word is of the shift, unless it is in brackets and far shorter.
  const isApart = /^[([].*[)\]]$/u.test(match[0].trim()) && minutes * 2 < shift.endMinute - shift.startMinute
  return minutes > 0 && minutes <= LONGEST_BREAK && (isSaid || isApart) ? { minutes, text: match[0] } : null
}

const ONLY_BREAK = new RegExp(String.raw`^${BREAK_WORD}$`, 'iu')

/** "9-17 (30)": minutes of a break; the rest is a note. */
function breakWithin(rest: string, shift: TimeRange | undefined): { readonly minutes: number; readonly note: string } {
  const inHours = breakHours(rest, shift)
  if (inHours !== null)
    return { minutes: inHours.minutes, note: noteOf(rest.replace(inHours.text, ' ').replace(LENGTH, ' ')) }
  const withoutLength = rest.replace(LENGTH, ' ')
  const match = BREAK_MINUTES.exec(withoutLength)
  const left = match === null ? withoutLength : withoutLength.replace(match[0], ' ')
  const minutes = match === null ? 0 : Number(match[1] ?? match[2] ?? match[3] ?? match[4])
  return { minutes, note: noteOf(left) }
}

function noteOf(left: string): string {
  const note = left.replaceAll(/^[\s,:;/+&|•·()[\]-]+|[\s,:;/+&|•·()[\]-]+$/gu, '')
  return /\p{L}/u.test(note) && !JOINING.test(note) && !ONLY_BREAK.test(note) ? note : ''
}

interface SaidOfBreak {
  readonly ranges: readonly TimeRange[]
  /** null: it is no length. */
  readonly minutes: number | null
}

/** Reads breaks: ranges of the clock, else a length; numbers of hours are few, or have a fraction. */
export function breakReader(style: TimeStyle): (text: string) => SaidOfBreak {
  const remembered = new Map<string, SaidOfBreak>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const { ranges } = rangesIn(text, style)
    const minutes = lengthMinutes(text, /^0[.,]\d$|^[1-4]$|^\d[.,]\d+$/u.test(text) ? 'hours' : 'minutes')
    const said = { ranges, minutes: ranges.length > 0 ? null : minutes }
    remembered.set(text, said)
    return said
  }
}

/** Longer is no break: "12-1" is an hour. */
const HALF_DAY = DAY_MINUTES / 2

/** A break on the clock inside a shift that may go on after midnight; "1-2" is in the afternoon where it is in the shift only then. */
export function within(shift: TimeRange, from: number, to: number): TimeRange {
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES
  const minutes = length > HALF_DAY ? length - HALF_DAY : length
  const next = from < shift.startMinute ? from + DAY_MINUTES : from
  const startMinute =
    [next, from + HALF_DAY].find((start) => isInside({ startMinute: start, endMinute: start + minutes }, shift)) ?? next
  return { startMinute, endMinute: startMinute + minutes }
}

function isInside(one: TimeRange, shift: TimeRange): boolean {
  return one.startMinute >= shift.startMinute && one.endMinute <= shift.endMinute
}
