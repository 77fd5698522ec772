/** How the user's system and settings want figures and times written. */
export interface FormatPreferences {
  /** The language and region of the user's system, as in `navigator.language`. */
  readonly language: string
  /** 0 = Sunday; null: as the region has it. */
  readonly firstDayOfWeek: number | null
}

/** Writes figures and times for people. The words are English; order, separators and clock are the region's. */
export interface Formatter {
  /** BCP 47 tag whose conventions are used, for widgets that format on their own. */
  readonly locale: string
  readonly hour12: boolean
  /** Days of the week (0 = Sunday) in the order in which they are shown. */
  readonly weekOrder: readonly number[]
  readonly count: (value: number) => string
  /** Short where there is little room: "840", "1.2k", "30k", "1.4M". */
  readonly compact: (value: number) => string
  /** "78 %", from 0-100; never rounded to a 100 or a 0 that is not quite one. */
  readonly rate: (value: number) => string
  /** A change between two rates, without a sign: "3 points". */
  readonly points: (difference: number) => string
  /** One decimal. */
  readonly average: (value: number) => string
  /** With as many decimals as quarter-hours need: "8", "37.25", "2,108". */
  readonly hours: (value: number) => string
  /** "1 visitor", "42 visitors". */
  readonly visitors: (value: number) => string
  readonly agents: (value: number) => string
  /** "12:00" or "12 PM". */
  readonly hour: (hour: number) => string
  /** "12" or "12p": for an axis. */
  readonly shortHour: (hour: number) => string
  /** "12:00–13:00" or "12–1 PM": hours from `from` up to `to` (24: midnight). */
  readonly hourRange: (from: number, to: number) => string
  readonly dayName: (dayOfWeek: number, style?: 'long' | 'short') => string
  readonly date: (localDate: string, style?: DateStyle) => string
  readonly dateRange: (from: string, to: string) => string
  /** Time of day of an instant (epoch milliseconds) in a zone. */
  readonly time: (instant: number, timeZone: string) => string
  readonly instant: (instant: number, timeZone: string) => string
  readonly country: (code: string) => string
  readonly duration: (milliseconds: number) => string
  readonly bytes: (size: number) => string
}

export type DateStyle = 'full' | 'day' | 'short' | 'weekday'

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
}

/** A date that is a Sunday. */
const SUNDAY = '2023-01-01'
const DAY_MS = 86_400_000

/** Builds the formatter of a language and region. */
export function createFormatter({ language, firstDayOfWeek }: FormatPreferences): Formatter {
  const locale = englishOf(language)
  const hour12 = usesHour12(language)
  // "6:34 AM", but "06:34".
  const hourDigits = hour12 ? 'numeric' : '2-digit'
  const cached = dateFormats(locale)
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const quarters = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const countries = new Intl.DisplayNames('en', { type: 'region' })
  const first = firstDayOfWeek ?? firstDayOfRegion(language)
  const times = new Map<string, Intl.DateTimeFormat>()
  const timeFormat = (timeZone: string): Intl.DateTimeFormat => {
    const format = times.get(timeZone) ?? new Intl.DateTimeFormat(locale, { hour: hourDigits, minute: '2-digit', hour12, timeZone })
    times.set(timeZone, format)
    return format
  }
  const count = (value: number): string => integers.format(value)
  const time = (instant: number, timeZone: string): string => plainSpaces(timeFormat(timeZone).format(instant))
  const date = (localDate: string, style: DateStyle = 'day'): string => cached(DATE_STYLES[style]).format(midnightOf(localDate))

  return {
    locale,
    hour12,
    weekOrder: Array.from({ length: 7 }, (_, index) => (first + index) % 7),
    count,
    compact: (value) => compactCount(value, count, decimals),
    rate: (value) => `${integers.format(wholePercent(value))}\u00a0%`,
    points: (difference) => pointsOf(Math.abs(difference), integers),
    average: (value) => decimals.format(value),
    hours: (value) => quarters.format(value),
    visitors: (value) => `${count(value)} ${value === 1 ? 'visitor' : 'visitors'}`,
    agents: (value) => `${decimals.format(value)} agents`,
    hour: (hour) => (hour12 ? `${hour % 12 || 12} ${hour % 24 < 12 ? 'AM' : 'PM'}` : `${twoDigits(hour)}:00`),
    shortHour: (hour) => (hour12 ? `${hour % 12 || 12}${hour % 24 < 12 ? 'a' : 'p'}` : String(hour)),
    hourRange: (from, to) => (hour12 ? twelveHourRange(from, to) : `${twoDigits(from)}:00–${twoDigits(to)}:00`),
    dayName: (dayOfWeek, style = 'long') => cached({ weekday: style }).format(midnightOf(SUNDAY) + dayOfWeek * DAY_MS),
    date,
    dateRange: (from, to) =>
      from === to ? date(from) : cached(DATE_STYLES.day).formatRange(midnightOf(from), Math.max(midnightOf(from), midnightOf(to))),
    time,
    instant: (instant, timeZone) => plainSpaces(
      new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: hourDigits, minute: '2-digit', hour12, timeZone }).format(instant),
    ),
    country: (code) => nameOfCountry(code, countries),
    duration: durationOf,
    bytes: (size) => (size < 1_000_000 ? `${decimals.format(size / 1000)} kB` : `${decimals.format(size / 1_000_000)} MB`),
  }
}

/** Rounds to whole percent, but never to a 100 or a 0 that is not quite one: somebody was missed, or served. */
export function wholePercent(value: number): number {
  if (value > 99 && value < 100) return 99
  if (value > 0 && value < 1) return 1
  return Math.round(value)
}

/** English with the conventions of the language's region, as far as they are known. */
function englishOf(language: string): string {
  const { region } = new Intl.Locale(language).maximize()
  const wanted = `en-${region ?? 'GB'}`
  const known = new Intl.DateTimeFormat(wanted).resolvedOptions().locale
  // An unknown region falls back to American order, which few others share.
  return known === wanted || region === 'US' ? wanted : 'en-GB'
}

function usesHour12(language: string): boolean {
  const cycle = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions().hourCycle
  return cycle === 'h12' || cycle === 'h11'
}

interface WeekInfoHolder {
  readonly getWeekInfo?: () => { readonly firstDay: number }
  readonly weekInfo?: { readonly firstDay: number }
}

function firstDayOfRegion(language: string): number {
  const holder = new Intl.Locale(language) as WeekInfoHolder
  const info = holder.getWeekInfo?.() ?? holder.weekInfo
  return (info?.firstDay ?? 1) % 7
}

function dateFormats(locale: string): (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (options) => {
    const key = JSON.stringify(options)
    const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    formats.set(key, format)
    return format
  }
}

function midnightOf(localDate: string): number {
  return Date.parse(`${localDate}T00:00:00Z`)
}

/** One decimal while it says something: below ten of a unit. */
function compactCount(value: number, count: (value: number) => string, decimals: Intl.NumberFormat): string {
  // What would round up to a thousand of a unit is one of the next.
  const unit = value >= 999_500 ? { size: 1_000_000, sign: 'M' } : { size: 1000, sign: 'k' }
  if (value < 1000) return count(value)
  const tenths = Math.round((10 * value) / unit.size)
  return tenths < 100 && tenths % 10 !== 0 ? `${decimals.format(tenths / 10)}${unit.sign}` : `${count(value / unit.size)}${unit.sign}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function twelveHourRange(from: number, to: number): string {
  const half = (hour: number): string => (hour % 24 < 12 ? 'AM' : 'PM')
  const digits = (hour: number): string => String(hour % 12 || 12)
  return half(from) === half(to) ? `${digits(from)}–${digits(to)} ${half(to)}` : `${digits(from)} ${half(from)}–${digits(to)} ${half(to)}`
}

function pointsOf(difference: number, integers: Intl.NumberFormat): string {
  const rounded = Math.round(difference)
  if (rounded === 0) return difference === 0 ? 'no change' : 'less than a point'
  return `${integers.format(rounded)} ${rounded === 1 ? 'point' : 'points'}`
}

function nameOfCountry(code: string, names: Intl.DisplayNames): string {
  if (code === 'OTHER') return 'Other countries'
  if (!/^[A-Z]{2}$/.test(code)) return code
  return names.of(code) ?? code
}

function durationOf(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Newer ICU data puts a narrow no-break space before AM and PM, which some fonts lack. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202f', ' ')
}
