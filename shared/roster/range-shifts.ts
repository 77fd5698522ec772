import { DAY_MINUTES } from '../foundation/minutes.ts'
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
  const { minutes, note } = breakWithin(rest)
  let changed: readonly WhyChanged[] = []
  for (const range of ranges) {
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

/** "9-17 (30)": minutes of a break; the rest is a note. */
function breakWithin(rest: string): { readonly minutes: number; readonly note: string } {
  const withoutLength = rest.replace(LENGTH, ' ')
  const match = BREAK_MINUTES.exec(withoutLength)
  const left = match === null ? withoutLength : withoutLength.replace(match[0], ' ')
  const note = left.replaceAll(/^[\s,:;/+&|•·()[\]-]+|[\s,:;/+&|•·()[\]-]+$/gu, '')
  const minutes = match === null ? 0 : Number(match[1] ?? match[2] ?? match[3] ?? match[4])
  return { minutes, note: /\p{L}/u.test(note) && !JOINING.test(note) ? note : '' }
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

/** A time of the clock inside a shift that may go on after midnight. */
export function within(shift: TimeRange, from: number, to: number): TimeRange {
  const startMinute = from < shift.startMinute ? from + DAY_MINUTES : from
  const endMinute = to + (startMinute - from)
  return { startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES }
}
