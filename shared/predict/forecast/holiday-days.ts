import { addDays, dayOfWeekOf } from '../../time/local.ts'
import { wholeDay, type KnownDay, type KnownDayClass } from './known-days.ts'

/** A holiday of a calendar on one of its dates. */
export interface Holiday {
  /** Local date. */
  readonly date: string
  /** English, the same every year. */
  readonly name: string
  /** Whether people have the day off by law. */
  readonly isPublic: boolean
  /** Of a day off that is one from a time of day on: minutes after midnight. Absent: all of the day. */
  readonly startMinute?: number
}

/** The holidays of a country or region, and the share (0-1) of the visitors who live by them. */
export interface WeightedHolidays {
  readonly weight: number
  readonly holidays: readonly Holiday[]
}

/** Observances that change what people do, by their names in the calendars. */
const SPECIAL: ReadonlySet<string> = new Set([
  'Christmas Eve',
  "New Year's Eve",
  'Easter Sunday',
  'Day after Thanksgiving Day',
])
const NAMES: Readonly<Record<string, string>> = { 'Day after Thanksgiving Day': 'Black Friday' }
/** Ends the name of a day off that was moved from a holiday at the weekend. */
export const OBSERVED = ' (observed)'
/** Come every year, so that more is learned of them than of a day off that is moved onto them in some. */
const EVES: ReadonlySet<string> = new Set(['Christmas Eve', "New Year's Eve"])
/** Of two names of one date the one that says more stands. */
const RANK: readonly KnownDayClass[] = ['public', 'special', 'bridge', 'around', 'observance']

/**
 * The known days that holidays make: themselves and what lies around them, one name a date. A name that several calendars have on a date
 * has their weights together.
 */
export function holidayDays(calendars: readonly WeightedHolidays[]): readonly KnownDay[] {
  const byDate = new Map<string, Map<string, KnownDay>>()
  for (const { weight, holidays } of calendars) {
    if (!(weight > 0)) continue
    for (const day of daysOf(holidays)) {
      const names = byDate.get(day.date) ?? new Map<string, KnownDay>()
      byDate.set(day.date, names)
      const known = names.get(day.name)
      names.set(day.name, {
        ...(known !== undefined && rankOf(known) <= rankOf(day) ? known : day),
        weight: Math.min(1, weight + (known?.weight ?? 0)),
      })
    }
  }
  return [...byDate.keys()].toSorted().map((date) =>
    [...byDate.get(date)!.values()].reduce((first, other) => {
      const difference = rankOf(first) - rankOf(other) || other.weight - first.weight
      return difference > 0 ? other : first
    }),
  )
}

function rankOf(day: Pick<KnownDay, 'class'>): number {
  return RANK.indexOf(day.class)
}

function saysMore(one: Pick<KnownDay, 'class' | 'name'>, other: Pick<KnownDay, 'class' | 'name'>): boolean {
  if (EVES.has(one.name) && other.name.endsWith(OBSERVED)) return true
  if (EVES.has(other.name) && one.name.endsWith(OBSERVED)) return false
  return rankOf(one) < rankOf(other)
}

/** Of one calendar, one name a date. */
function daysOf(holidays: readonly Holiday[]): Iterable<KnownDay> {
  const days = new Map<string, KnownDay>()
  const add = (date: string, of: Pick<KnownDay, 'class' | 'name'>): void => {
    const known = days.get(date)
    if (known === undefined || saysMore(of, known)) days.set(date, wholeDay(date, of))
  }
  for (const { date, name, isPublic } of holidays) {
    const ofDay = isPublic ? 'public' : SPECIAL.has(name) ? 'special' : 'observance'
    add(date, { class: ofDay, name: NAMES[name] ?? name })
  }
  for (const { date, name, isPublic } of holidays) {
    if (name === 'Christmas Day' && isPublic) addChristmas(date, add)
    if (name === 'Thanksgiving Day' && isThanksgivingFriday(date)) addSales(date, add)
    if (isPublic) addAround(date, name, add)
  }
  return days.values()
}

type AddDay = (date: string, of: Pick<KnownDay, 'class' | 'name'>) => void

function addChristmas(date: string, add: AddDay): void {
  // A substitute of a Christmas Day on a weekend has none of its own.
  if (!date.endsWith('-12-25')) return
  add(addDays(date, -1), { class: 'special', name: 'Christmas Eve' })
  for (const after of [2, 3, 4, 5])
    add(addDays(date, after), { class: 'special', name: 'Between Christmas and New Year' })
  add(addDays(date, 6), { class: 'special', name: "New Year's Eve" })
}

/** Canada gives thanks on a Monday, without sales. */
function isThanksgivingFriday(date: string): boolean {
  return dayOfWeekOf(date) === 4
}

function addSales(date: string, add: AddDay): void {
  add(addDays(date, 1), { class: 'special', name: 'Black Friday' })
  add(addDays(date, 4), { class: 'special', name: 'Cyber Monday' })
}

function addAround(date: string, name: string, add: AddDay): void {
  const dayOfWeek = dayOfWeekOf(date)
  const before = { class: 'around', name: `Day before ${name}` } as const
  const after = { class: 'around', name: `Day after ${name}` } as const
  add(addDays(date, -1), dayOfWeek === 2 ? { class: 'bridge', name: before.name } : before)
  add(addDays(date, 1), dayOfWeek === 4 ? { class: 'bridge', name: after.name } : after)
}
