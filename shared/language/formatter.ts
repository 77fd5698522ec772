import { DAY_MS } from '../foundation/minutes.ts'
import { once } from '../foundation/once.ts'
import type { SharedMessages } from '../messages/en.ts'
import type { Catalogue, Texts } from './catalogue.ts'
import { createClockText, type ClockText } from './clock-text.ts'
import { directionOf, languageOf, type LanguageCode, type SpokenLanguage } from './languages.ts'
import { firstDayOfRegion, usesHour12 } from './region.ts'
import { createTexts } from './texts.ts'

/** In which language, and how, figures and times are written. */
export interface FormatPreferences extends SpokenLanguage {
  /** 0 = Sunday; null: as the region has it. */
  readonly firstDayOfWeek: number | null
  /** ISO 4217 code in which costs are given; null or left out: none is set. */
  readonly currency?: string | null
}

/**
 * Writes figures, dates and times for people, and has the texts around them: the one place that does, for screen, paper and terminal.
 * Digits are Latin and the calendar is Gregorian in every language.
 */
export interface Formatter<Messages extends Catalogue = SharedMessages> extends ClockText {
  /** The messages, ready to use: `format.texts.figures.noChange`. */
  readonly texts: Texts<Messages>
  /** BCP 47 tag whose conventions are used, for widgets that format on their own. */
  readonly locale: string
  /** BCP 47 language of the texts, for the document's `lang`. */
  readonly language: string
  /** For the document's `dir`. */
  readonly direction: 'ltr' | 'rtl'
  /** The language as settings name it, for files that are written like the screen. */
  readonly code: LanguageCode
  readonly hour12: boolean
  /** Days of the week (0 = Sunday) in the order in which they are shown. */
  readonly weekOrder: readonly number[]
  readonly count: (value: number) => string
  /** Short where there is little room: "840", "1.2k", "30k", "1.4M". */
  readonly compact: (value: number) => string
  /** "78%", from 0-100; never rounded to a 100 or a 0 that is not quite one. */
  readonly rate: (value: number) => string
  /** A change between two rates, without a sign: "3 points". */
  readonly points: (difference: number) => string
  /** "+0.8 points", "−2.1 points", "±0 points". */
  readonly signedPoints: (difference: number) => string
  /** A number with its sign, "+" as well, and a real minus: "+1.5", "±0". */
  readonly signed: (value: number, decimals?: number) => string
  /** One decimal. */
  readonly average: (value: number) => string
  /** With as many decimals as quarter-hours need: "8", "37.25", "2,108". */
  readonly hours: (value: number) => string
  /** "€6,240", "€18.50"; without a currency in the settings the number alone. */
  readonly money: (amount: number) => string
  /** "1 visitor", "42 visitors"; an expected number is rounded. */
  readonly visitors: (value: number) => string
  /** Of an average: "1.8 agents". */
  readonly agents: (value: number) => string
  /** "1 agent-hour", "37.25 agent-hours". */
  readonly agentHours: (value: number) => string
  readonly dayName: (dayOfWeek: number, style?: 'long' | 'short') => string
  /** "Jan", 0 = January. */
  readonly monthName: (month: number) => string
  readonly date: (localDate: string, style?: DateStyle) => string
  readonly dateRange: (from: string, to: string, style?: DateStyle) => string
  /** "A and B", "A, B, and C". */
  readonly list: (parts: readonly string[]) => string
  /** Time of day of an instant (epoch milliseconds) in a zone. */
  readonly time: (instant: number, timeZone: string) => string
  /** Date and time of an instant; 'year': with its year. */
  readonly instant: (instant: number, timeZone: string, style?: 'year') => string
  readonly country: (code: string) => string
  /** How long something takes, as one says it: "20 s", "2 min", "2 h 5 min". */
  readonly duration: (milliseconds: number) => string
  /** How long something took, to the second: "340 ms", "4.2 s", "2 min 5 s". */
  readonly elapsed: (milliseconds: number) => string
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
/** From so much on, money has no decimals. */
const WHOLE_MONEY = 100

/** Builds the formatter of a language with the messages of that language. */
export function createFormatter<Messages extends SharedMessages & Catalogue>(
  { code, locale, region, firstDayOfWeek, currency = null }: FormatPreferences,
  messages: Messages,
): Formatter<Messages> {
  const { tag, pseudo = false } = languageOf(code)
  const texts = createTexts(messages, { locale, pseudo })
  const { figures } = texts as Texts<SharedMessages>
  const hour12 = usesHour12(region)
  // "6:34 AM", but "06:34".
  const hourDigits = hour12 ? 'numeric' : '2-digit'
  const dates = datesOf(locale)
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const quarters = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  // The space before the sign is the language's, not the region's.
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const countries = once(() => new Intl.DisplayNames(tag, { type: 'region' }))
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const first = firstDayOfWeek ?? firstDayOfRegion(region)
  const count = (value: number): string => integers.format(value)
  const signed = (value: number, decimalPlaces = 0): string => {
    const text = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimalPlaces,
      maximumFractionDigits: decimalPlaces,
    }).format(Math.abs(value))
    if (Number(Math.abs(value).toFixed(decimalPlaces)) === 0) return `±${text}`
    return `${value < 0 ? '−' : '+'}${text}`
  }
  const date = (localDate: string, style: DateStyle = 'day'): string => dates(DATE_STYLES[style], midnightOf(localDate))
  const inZone = (instant: number, timeZone: string, style: Intl.DateTimeFormatOptions): string =>
    plainSpaces(dates({ ...style, hour: hourDigits, minute: '2-digit', hour12, timeZone }, instant))

  return {
    texts,
    locale,
    language: tag,
    direction: directionOf(code),
    code,
    hour12,
    weekOrder: Array.from({ length: 7 }, (_, index) => (first + index) % 7),
    ...createClockText({ locale, hour12, figures }),
    count,
    compact: (value) => compactCount(value, count, decimals),
    rate: (value) => percent.format(wholePercent(value) / 100),
    points: (difference) => {
      const rounded = Math.round(Math.abs(difference))
      if (rounded === 0) return difference === 0 ? figures.noChange : figures.lessThanAPoint
      return figures.points({ count: rounded })
    },
    signedPoints: (difference) => {
      const rounded = Math.round(difference * 10) / 10
      return figures.signedPoints({
        count: Math.abs(rounded),
        points: rounded === 0 ? signed(0) : signed(rounded, 1),
      })
    },
    signed,
    average: (value) => decimals.format(value),
    hours: (value) => quarters.format(value),
    money: (amount) => moneyText(amount, currency, locale),
    visitors: (value) => figures.visitors({ count: Math.round(value) }),
    agents: (value) => figures.agents({ count: Math.round(10 * value) / 10, average: decimals.format(value) }),
    agentHours: (value) => figures.agentHours({ count: Math.round(100 * value) / 100, hours: quarters.format(value) }),
    dayName: (dayOfWeek, style = 'long') => dates({ weekday: style }, midnightOf(SUNDAY) + dayOfWeek * DAY_MS),
    monthName: (month) => dates({ month: 'short' }, midnightOf(`2023-${String(month + 1).padStart(2, '0')}-01`)),
    date,
    dateRange: (from, to, style = 'day') => {
      if (from === to) return date(from, style)
      const format = new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], ...GREGORIAN, timeZone: 'UTC' })
      return format.formatRange(midnightOf(from), Math.max(midnightOf(from), midnightOf(to)))
    },
    list: (parts) => lists().format(parts),
    time: (instant, timeZone) => inZone(instant, timeZone, {}),
    instant: (instant, timeZone, style) =>
      inZone(instant, timeZone, {
        day: 'numeric',
        month: 'short',
        ...(style === 'year' ? { year: 'numeric' } : {}),
      }),
    country: (countryCode) => {
      if (countryCode === 'OTHER') return figures.otherCountries
      return /^[A-Z]{2}$/u.test(countryCode) ? (countries().of(countryCode) ?? countryCode) : countryCode
    },
    duration: (milliseconds) => {
      const seconds = Math.max(1, Math.round(milliseconds / 1000))
      if (seconds < 60) return figures.seconds({ count: count(seconds) })
      const minutes = Math.round(seconds / 60)
      return minutes < 60 ? figures.minutes({ count: count(minutes) }) : hoursAndMinutes(minutes)
    },
    elapsed: (milliseconds) => {
      if (milliseconds < 1000) return figures.milliseconds({ count: count(milliseconds) })
      const seconds = Math.round(milliseconds / 1000)
      if (seconds < 60) return figures.seconds({ count: decimals.format(milliseconds / 1000) })
      const minutes = Math.floor(seconds / 60)
      return minutes < 60
        ? figures.minutesAndSeconds({ minutes: count(minutes), seconds: count(seconds % 60) })
        : hoursAndMinutes(minutes)
    },
    bytes: (size) =>
      size < 1_000_000 ? unitText(size / 1000, 'kilobyte', locale) : unitText(size / 1_000_000, 'megabyte', locale),
  }

  function hoursAndMinutes(minutes: number): string {
    const hours = count(Math.floor(minutes / 60))
    return minutes % 60 === 0
      ? figures.hours({ hours })
      : figures.hoursAndMinutes({ hours, minutes: count(minutes % 60) })
  }
}

/** Rounds to whole percent, but never to a 100 or a 0 that is not quite one: somebody was missed, or served. */
export function wholePercent(value: number): number {
  if (value > 99 && value < 100) return 99
  if (value > 0 && value < 1) return 1
  return Math.round(value)
}

const GREGORIAN = { calendar: 'gregory', numberingSystem: 'latn' } as const

/** Writes instants; in UTC where the options name no zone. Formats are kept: making one is slow. */
function datesOf(locale: string): (options: Intl.DateTimeFormatOptions, instant: number) => string {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (options, instant) => {
    const key = JSON.stringify(options)
    const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...GREGORIAN, ...options })
    formats.set(key, format)
    return format.format(instant)
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
  return tenths < 100 && tenths % 10 !== 0
    ? `${decimals.format(tenths / 10)}${unit.sign}`
    : `${count(value / unit.size)}${unit.sign}`
}

function moneyText(amount: number, currency: string | null, locale: string): string {
  const digits =
    Math.abs(amount) >= WHOLE_MONEY ? { maximumFractionDigits: 0 } : { trailingZeroDisplay: 'stripIfInteger' }
  const style = currency === null ? { maximumFractionDigits: 2 } : { style: 'currency', currency }
  return new Intl.NumberFormat(locale, { ...style, ...digits } as Intl.NumberFormatOptions).format(amount)
}

function unitText(value: number, unit: string, locale: string): string {
  const format = { style: 'unit', unit, minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale, format).format(value)
}

/** Newer ICU data puts a narrow no-break space before AM and PM, which some fonts lack. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202f', ' ')
}
