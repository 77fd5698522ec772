import { DAY_MINUTES, HOUR_MINUTES } from '../foundation/minutes.ts'
import type { TimeRange } from '../plan/plan.ts'
import { plain, tidy } from './words.ts'

/** How a column writes times. */
export interface TimeStyle {
  /** 8.5 and 8,25 are hours with a fraction, not hours and minutes. */
  readonly decimals: boolean
  /** Numbers are hours: 0.30 is half past midnight, and not a fraction of a day. */
  readonly hours?: boolean
  /** Afternoons are written as 1 to 12: beside "9-5", "2-10" is from two in the afternoon. */
  readonly twelveHours?: boolean
}

/** A time of day in minutes after midnight, 0 to 1440. */
interface ClockTime {
  readonly minute: number
  readonly half: 'am' | 'pm' | null
  /** An hour of 1 to 12 without its half of the day. */
  readonly loose: boolean
}

/** A range as it was read; past midnight its end is over 1440. */
export interface ReadRange extends TimeRange {
  /** The afternoon was inferred: "9-5". */
  readonly guessed: boolean
}

const HALF_DAY = DAY_MINUTES / 2
/** Nobody who leaves out am and pm begins before it. */
const EARLIEST_MORNING = 5 * HOUR_MINUTES
const NOON = ['noon', 'midday', 'mittag', 'midi', 'mediodia', 'mediodía', 'mezzogiorno', 'middag']
const MIDNIGHT = ['midnight', 'mitternacht', 'minuit', 'medianoche', 'mezzanotte', 'middernacht', 'midnat']
const NAMED = new Map([
  ...NOON.map((word) => [plain(word), HALF_DAY] as const),
  ...MIDNIGHT.map((word) => [plain(word), 0] as const),
])

/** Longer than most shifts: of two readings of a range the shorter is meant. */
const LONG_MINUTES = 15 * HOUR_MINUTES

/** Of seconds after points only "00" is read: "01.12.26" is a date. */
const CLOCK =
  /^(\d{1,2})(?:\s?[:.hu']\s?(\d{2})(?::(\d{2})(?:[.,]\d+)?|\.00)?)?\s?(a|p|am|pm|a\.m\.?|p\.m\.?|uhr|h|hrs|u)?$/u
/** Only with a mark: `9:00`, `9.00`, `0900`, `9`; or by its name. */
const TOKEN = String.raw`(?:(?:\d{1,2}(?:[:.h'u]\d{2}){1,2}|\d{3,4}|[01]?[.,]\d{3,17}|\d{1,2}[.,]\d{1,2}|\d{1,2})\s?(?:a\.m\.?|p\.m\.?|am|pm|a|p|uhr|hrs|h|u)?|${[...NOON, ...MIDNIGHT].join('|')})`
const RANGE = new RegExp(String.raw`(?<![\d\p{L}:.,/\u2044-])(${TOKEN})\s?-\s?(${TOKEN})(?![\d\p{L}:/\u2044-])`, 'gu')
const NAMES = [...NOON, ...MIDNIGHT].join('|')
const BETWEEN = new RegExp(
  String.raw`(?<=[\d\s.mhr]|${NAMES})\s(?:to|till?|until|bis|a|à|au|al|hasta|tot|t/m|fino alle|alle|ate)\s(?=\d|${NAMES})`,
  'gu',
)
/** A time that no date and no number is: `10h`, `9:00`, `5pm`. */
const MARKED = String.raw`\d{1,2}(?:[:h]\d{2}\s?(?:[ap]m?)?|\s?(?:h|uhr|[ap]m?))`
/** French rosters part the two times of a shift by a stroke: `10h/18h`, and two shifts by a dash or a comma. */
const STROKES = new RegExp(
  String.raw`^(?:de )?${MARKED}\s?/\s?${MARKED}(?:\s*[-,;+&\n]\s*${MARKED}\s?/\s?${MARKED})*(?![\d\p{L}:/]|\s*-\s*\d)`,
  'u',
)
const STROKE = new RegExp(String.raw`(?<=${MARKED})\s?/\s?(?=${MARKED})`, 'gu')
const BETWEEN_STROKES = /\s*-\s*(?=\d)/gu
/** `9-12/13-17`: between two ranges. */
const PARTED = new RegExp(String.raw`(?<=${TOKEN}\s?-\s?${TOKEN})\s?/\s?(?=${TOKEN}\s?-\s?${TOKEN})`, 'gu')

/** A dash of any kind, or a word that may stand for one. */
const RANGE_MARK = /[^\d:.,\s]/u

/** Of "9½" is made "91⁄2", with a stroke of its own, where cells are tidied. */
const PART_OF_HOUR = /(\d{1,2}?)\s?(1\u20442|1\u20444|3\u20444)(?!\d)/gu
const MINUTES_OF_PART: Readonly<Record<string, string>> = { '1\u20442': '30', '1\u20444': '15', '3\u20444': '45' }

/** A text as times are looked for in it. */
function lowered(text: string): string {
  const lower = tidy(text).toLowerCase()
  return lower.includes('\u2044')
    ? lower.replaceAll(PART_OF_HOUR, (_, hour: string, part: string) => `${hour}:${MINUTES_OF_PART[part]}`)
    : lower
}

/** Minutes after midnight of a time that stands alone; null: it is none. */
export function clockTime(text: string, style: TimeStyle): number | null {
  return readClock(lowered(text), style)?.minute ?? null
}

/** How texts of a column write numbers: fractions of hours, as "8.5" is no time of any clock, or fractions of a day. */
export function numberStyle(texts: Iterable<string>): Pick<TimeStyle, 'decimals' | 'hours'> {
  const all = [...texts]
  const some = (pattern: RegExp): boolean => all.some((text) => pattern.test(text))
  // Nobody writes hours to the thousandth.
  const hours = !some(/^0?[.,]\d{3,}$/u) && some(/(?:^|[-\s])(?:[2-9]|0[1-9]|1\d|2[0-4])(?:[.,]\d{1,2})?(?:$|[-\s])/u)
  const isDecimal = hours
    ? /(?:^|[-\s])\d{1,2}[.,](?:\d|[6-9]\d)(?:$|[-\s])/u
    : /(?:^|[-\s])(?:[1-9]|0[1-9]|[12]\d)[.,](?:\d|[6-9]\d)(?:$|[-\s])/u
  return { decimals: some(isDecimal), hours }
}

/** Whether texts write afternoons as 1 to 12 and say so: "9-5" is among them, and no hour after twelve. */
export function writesTwelveHours(texts: Iterable<string>, style: TimeStyle): boolean {
  let isSaid = false
  for (const text of texts) {
    const { ranges } = rangesIn(text, style)
    if (ranges.length === 0) continue
    if (/(?<![\d:.h])(?:0\d|1[3-9]|2[0-4])(?:[:.h]\d\d|\d\d(?!\d)|\s?-|$)|-\s?(?:0\d|1[3-9]|2[0-4])(?!\d)/u.test(text))
      return false
    isSaid ||= ranges.some(({ guessed }) => guessed)
  }
  return isSaid
}

/** Minutes of a length: "8", "7.5", "7:30", "7h 30m", "450 min"; null: it is none. A bare number is of hours, or of minutes where it says so. */
export function lengthMinutes(text: string, bare: 'hours' | 'minutes'): number | null {
  const trimmed = tidy(text).toLowerCase()
  const colon = /^(\d{1,3}):(\d{2})(?::\d{2})?$/u.exec(trimmed)
  if (colon !== null) return Number(colon[1]) * HOUR_MINUTES + Number(colon[2])
  const parts =
    /^(?:(\d{1,3})\s?(?:h|hr|hrs|hours?|std|stunden?|heures?|horas?|ore|uur|timer?)\.?)?\s?(?:(\d{1,4})\s?(?:m|min|mins|minutes?|minuten|minutos|minuti|minuut|minutter)?\.?)?$/u.exec(
      trimmed,
    )
  if (parts !== null && (parts[1] !== undefined || /[a-z]/u.test(trimmed)))
    return Number(parts[1] ?? 0) * HOUR_MINUTES + Number(parts[2] ?? 0)
  const number = /^(\d{1,4}(?:[.,]\d{1,10})?)\s?(h|hrs?|hours?|std)?\.?$/u.exec(trimmed)
  if (number === null) return null
  const value = Number(number[1]!.replace(',', '.'))
  if (number[2] === undefined && bare === 'minutes')
    return value > 0 && value < 1 ? Math.round(value * DAY_MINUTES) : Math.round(value)
  // A spreadsheet keeps a length as a fraction of a day.
  return value < 1 && bare === 'hours' && number[1]!.length > 4
    ? Math.round(value * DAY_MINUTES)
    : Math.round(value * HOUR_MINUTES)
}

/** Every range of a cell, and what of its text is none of them. */
export function rangesIn(
  text: string,
  style: TimeStyle,
): { readonly ranges: readonly ReadRange[]; readonly rest: string } {
  // Of most texts that hold no range it is seen at once.
  if (text.length < 3 || !RANGE_MARK.test(text)) return { ranges: [], rest: tidy(text) }
  const lower = lowered(text).replaceAll(BETWEEN, '-')
  const prepared = !lower.includes('/')
    ? lower
    : STROKES.test(lower)
      ? lower.replaceAll(BETWEEN_STROKES, ', ').replaceAll(STROKE, '-')
      : lower.replaceAll(PARTED, ', ')
  const ranges: ReadRange[] = []
  let at = 0
  let rest = ''
  for (const match of prepared.matchAll(RANGE)) {
    const range = rangeOf(match[1]!, match[2]!, style)
    if (range === null) continue
    ranges.push(
      goesOn(
        ranges.at(-1),
        range,
        [match[1]!, match[2]!].every((one) => readClock(one, style)?.loose === true),
      ),
    )
    rest += `${prepared.slice(at, match.index)} `
    at = match.index + match[0].length
  }
  // As it was written, where nothing was taken out of it.
  return ranges.length === 0
    ? { ranges, rest: tidy(text) }
    : { ranges, rest: restAsWritten(text, rest + prepared.slice(at)) }
}

/** "9-5 / 6-9": what follows an afternoon is of the evening. */
function goesOn(before: ReadRange | undefined, range: ReadRange, isLoose: boolean): ReadRange {
  const isEvening =
    before?.guessed === true &&
    isLoose &&
    range.startMinute < before.startMinute &&
    range.startMinute + HALF_DAY >= before.endMinute &&
    range.endMinute <= HALF_DAY
  if (!isEvening) return range
  return { startMinute: range.startMinute + HALF_DAY, endMinute: range.endMinute + HALF_DAY, guessed: true }
}

/** The range between two times; null: one of them is none. */
export function rangeOf(from: string, to: string, style: TimeStyle): ReadRange | null {
  const [first, last] = [lowered(from), lowered(to)]
  const fractions = betweenFractions(first, last)
  if (fractions !== null) return fractions
  const start = readClock(first, style)
  const end = readClock(last, style)
  if (start === null || end === null) return null
  if (start.minute < DAY_MINUTES) return between(start, end, style)
  // "24:00-08:00" begins where the day ends.
  const { startMinute, endMinute, guessed } = between({ ...start, minute: 0 }, end, style)
  return { startMinute: startMinute + DAY_MINUTES, endMinute: endMinute + DAY_MINUTES, guessed }
}

const BELOW_ONE = /^0?[.,]\d+$/u
/** Of a day; from 1 on it is over. */
const OF_A_DAY = /^(?:[01]?[.,]\d+|0|1)$/u

/** Two numbers that are fractions of a day, whatever the rest of the column has: nobody works from a half to three quarters past midnight. */
function betweenFractions(from: string, to: string): ReadRange | null {
  if (![from, to].every((text) => OF_A_DAY.test(text)) || ![from, to].some((text) => BELOW_ONE.test(text))) return null
  const [start = 0, end = 0] = [from, to].map((text) => Math.round(Number(text.replace(',', '.')) * DAY_MINUTES))
  if (start >= DAY_MINUTES) return null
  return { startMinute: start, endMinute: end > start ? end : end + DAY_MINUTES, guessed: false }
}

function between(start: ClockTime, end: ClockTime, { twelveHours = false }: TimeStyle): ReadRange {
  const lengthFrom = (from: number, to: number): number => (to > from ? to - from : to + DAY_MINUTES - from)
  const range = (from: number, to: number, guessed: boolean): ReadRange => ({
    startMinute: from,
    endMinute: from + lengthFrom(from, to),
    guessed,
  })
  if (start.half === null && end.half !== null && start.loose) {
    // "9-5:30p": the half of the day that makes the shorter shift.
    const morning = start.minute % HALF_DAY
    const [first, second] = [morning, morning + HALF_DAY]
    return lengthFrom(second, end.minute) < lengthFrom(first, end.minute)
      ? range(second, end.minute, false)
      : range(first, end.minute, false)
  }
  if (start.half !== null && end.half === null && end.loose) {
    const morning = end.minute % HALF_DAY
    return lengthFrom(start.minute, morning) < lengthFrom(start.minute, morning + HALF_DAY)
      ? range(start.minute, morning, false)
      : range(start.minute, morning + HALF_DAY, false)
  }
  const isAfternoon =
    twelveHours && start.loose && end.loose && start.minute < EARLIEST_MORNING && end.minute > start.minute
  if (isAfternoon) return range(start.minute + HALF_DAY, end.minute + HALF_DAY, true)
  const plainly = range(start.minute, end.minute, false)
  if (start.loose && end.loose && end.minute <= start.minute && plainly.endMinute - plainly.startMinute >= LONG_MINUTES)
    return range(start.minute, end.minute + HALF_DAY, true)
  return plainly
}

const clocks = new Map<string, ClockTime | null>()
const MOST_REMEMBERED = 20_000

function readClock(text: string, { decimals, hours = false }: TimeStyle): ClockTime | null {
  const key = `${text}${decimals ? '|' : ''}${hours ? '|h' : ''}`
  const known = clocks.get(key)
  if (known !== undefined) return known
  const read = parseClock(text, { decimals, hours })
  if (clocks.size < MOST_REMEMBERED) clocks.set(key, read)
  return read
}

function parseClock(
  text: string,
  { decimals, hours }: Required<Pick<TimeStyle, 'decimals' | 'hours'>>,
): ClockTime | null {
  if (text === '' || text.length > 24) return null
  const named = NAMED.get(plain(text))
  if (named !== undefined) return { minute: named, half: named === 0 ? 'am' : 'pm', loose: false }
  if (BELOW_ONE.test(text) && (text.length > 4 || !hours)) return exact(Number(text.replace(',', '.')) * DAY_MINUTES)
  // 8.30 is half past eight also beside 8.5: nobody works from 18 minutes past.
  const isQuarterOfClock = /\.(?:15|30|45)$/u.test(text)
  if (/^\d{1,2}[.,]\d$/u.test(text) || (decimals && !isQuarterOfClock && /^\d{1,2}[.,]\d{1,4}$/u.test(text)))
    return exact(Number(text.replace(',', '.')) * HOUR_MINUTES)
  if (/^\d{3,4}\s?(?:h|hrs|uhr|am|pm|a|p)?$/u.test(text)) {
    const digits = text.match(/^\d+/u)![0]
    const half = halfOf(text.slice(digits.length))
    // "830-5" is as loose as "8:30-5"; "0830" leaves no doubt.
    const loose = half === null && !digits.startsWith('0') && /\d$/u.test(text)
    return ofParts(Number(digits.slice(0, -2)), Number(digits.slice(-2)), { half, loose })
  }
  const match = CLOCK.exec(text)
  if (match === null) return null
  const half = halfOf(match[4] ?? '')
  // A leading zero, or one of the hours after noon, leaves no doubt.
  const loose = half === null && !match[1]!.startsWith('0') && !/uhr|h|u/u.test(text)
  const seconds = Number(match[3] ?? 0)
  const time = ofParts(Number(match[1]), Number(match[2] ?? 0), { half, loose })
  return time === null || seconds < 30 ? time : { ...time, minute: time.minute + 1 }
}

function ofParts(hour: number, minutes: number, { half, loose }: Pick<ClockTime, 'half' | 'loose'>): ClockTime | null {
  if (minutes >= HOUR_MINUTES || hour > 24 || (hour === 24 && minutes > 0)) return null
  if (half === null || hour > 12)
    return { minute: hour * HOUR_MINUTES + minutes, half: null, loose: loose && hour >= 1 && hour <= 12 }
  return { minute: (hour % 12) * HOUR_MINUTES + minutes + (half === 'pm' ? HALF_DAY : 0), half, loose: false }
}

function exact(minutes: number): ClockTime | null {
  const minute = Math.round(minutes)
  return minute > DAY_MINUTES ? null : { minute, half: null, loose: false }
}

function halfOf(mark: string): ClockTime['half'] {
  const letter = mark.trim()[0]
  return letter === 'a' ? 'am' : letter === 'p' ? 'pm' : null
}

/** The words that are left, with their capitals. */
function restAsWritten(text: string, rest: string): string {
  const left = rest.trim()
  const written = tidy(text)
  const at = left === '' ? -1 : written.toLowerCase().indexOf(left)
  return at === -1 ? left : written.slice(at, at + left.length)
}
