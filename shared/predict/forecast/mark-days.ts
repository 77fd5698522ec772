import { addDays, dayOfWeekOf, daysBetween, isLocalDate } from '../../time/local.ts'
import { holidayDays, type WeightedHolidays } from './holiday-days.ts'
import type { DayHours, KnownDay, StatedEffect } from './known-days.ts'

export type MarkKind = 'holiday' | 'outage' | 'event'

/** `monthly`: the same weekday of the month, the first Monday; in the fifth week, the last one. */
export type MarkRepeat = 'weekly' | 'monthly' | 'yearly'

/** What the user says of days: the program only suggests marks, it never sets one. */
export interface Mark {
  /** The first local date. */
  readonly date: string
  /** The last one; null: the same. */
  readonly to: string | null
  readonly kind: MarkKind
  readonly note: string
  /** null: all day. */
  readonly hours: DayHours | null
  /** null: once. */
  readonly repeat: MarkRepeat | null
  /** The last local date on which a repetition may begin; null: for ever. */
  readonly until: string | null
  /** Of an event, what the user expects; null: nothing. */
  readonly effect: StatedEffect | null
}

/** A mark of one whole day. */
export function simpleMark(date: string, kind: MarkKind, note = ''): Mark {
  return { date, to: null, kind, note, hours: null, repeat: null, until: null, effect: null }
}

export interface DateRange {
  readonly from: string
  /** Inside. */
  readonly to: string
}

export interface KnownDaysBasis {
  readonly calendars: readonly WeightedHolidays[]
  readonly marks: readonly Mark[]
  /** The first local date of which nothing was observed yet; null: nothing was of any. */
  readonly observedBefore: string | null
}

/**
 * Everything known of the dates of a range before they come, by date. Of a holiday in the calendar and one that the user marked, one stands:
 * a public one under its name in the calendar, under which it is remembered, in the hours that the user gave it.
 */
export function knownDaysOf(
  { calendars, marks, observedBefore }: KnownDaysBasis,
  range: DateRange,
): readonly KnownDay[] {
  const marked = marks.flatMap((mark) => markDays(mark, range, observedBefore))
  const byDate = Map.groupBy(marked, ({ date }) => date)
  const holidays = holidayDays(calendars).filter(({ date }) => date >= range.from && date <= range.to)
  const publicDates = new Set(holidays.flatMap(({ date, class: ofDay }) => (ofDay === 'public' ? [date] : [])))
  return [
    ...holidays.flatMap((day): readonly KnownDay[] => {
      const own = byDate.get(day.date)?.filter((one) => one.class === 'public') ?? []
      if (own.length === 0) return [day]
      if (day.class !== 'public') return []
      return own.some(({ hours }) => hours === null) ? [day] : own.map(({ hours }) => ({ ...day, hours }))
    }),
    ...marked.filter((day) => day.class !== 'public' || !publicDates.has(day.date)),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The days of a mark within a range on which it is unusual, in order. */
export function markDays(
  mark: Mark,
  range: DateRange,
  observedBefore: KnownDaysBasis['observedBefore'],
): readonly KnownDay[] {
  const length = mark.to === null ? 0 : Math.max(0, daysBetween(mark.date, mark.to))
  const ends = [range.to, mark.until, lastUnusual(mark, observedBefore)].filter((date) => date !== null)
  const last = ends.reduce((first, date) => (date < first ? date : first))
  return occurrences(mark, { from: addDays(range.from, -length), to: last }).flatMap((first) =>
    Array.from({ length: length + 1 }, (_, index) => addDays(first, index))
      .filter((date) => date >= range.from && date <= range.to)
      .map((date): KnownDay => ({
        date,
        class: mark.kind === 'holiday' ? 'public' : mark.kind,
        name: markName(mark),
        weight: 1,
        hours: mark.hours,
        stated: mark.kind === 'event' ? mark.effect : null,
      })),
  )
}

/** Of the marks by which a date is unusual the one that begins on it, else the one that began last. */
export function markOn(
  date: string,
  marks: readonly Mark[],
  observedBefore: KnownDaysBasis['observedBefore'],
): Mark | undefined {
  const own = marks.find((mark) => mark.date === date)
  if (own !== undefined) return own
  const range = { from: date, to: date }
  return marks
    .filter((mark) => mark.date < date && markDays(mark, range, observedBefore).length > 0)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
}

/** What a mark is called where it is remembered: by its note, so that last year's is found, else by itself. */
export function markName({ date, note }: Pick<Mark, 'date' | 'note'>): string {
  return note.trim() === '' ? date : note.trim()
}

/** So many times a weekly mark is unusual: what was observed has it then as what is usual on that weekday. */
const UNUSUAL_WEEKS = 4

/** The first repetition of a weekly mark that is usual, once those before it were observed; null: it ends before, or does not repeat weekly. */
export function usualFrom({ date, repeat, until }: Pick<Mark, 'date' | 'repeat' | 'until'>): string | null {
  if (repeat !== 'weekly') return null
  const usual = addDays(date, 7 * UNUSUAL_WEEKS)
  return until !== null && until < usual ? null : usual
}

/** While too few of them were observed, all that are to come are unusual. */
function lastUnusual(mark: Mark, observedBefore: KnownDaysBasis['observedBefore']): string | null {
  const usual = usualFrom(mark)
  if (usual === null || observedBefore === null) return null
  const last = addDays(usual, -7)
  return last < observedBefore ? last : null
}

/** First dates of a mark's repetitions within a range. */
function occurrences({ date, repeat }: Mark, { from, to }: DateRange): readonly string[] {
  if (repeat === null) return date >= from && date <= to ? [date] : []
  const dates: string[] = []
  const start = date > from ? date : from
  switch (repeat) {
    case 'weekly': {
      const weeks = Math.ceil(daysBetween(date, start) / 7)
      for (let next = addDays(date, 7 * weeks); next <= to; next = addDays(next, 7)) dates.push(next)
      return dates
    }
    case 'monthly': {
      for (let month = start.slice(0, 7); month <= to.slice(0, 7); month = addDays(`${month}-28`, 4).slice(0, 7)) {
        const next = weekdayOfMonth(month, date)
        if (next >= start && next <= to) dates.push(next)
      }
      return dates
    }
    case 'yearly': {
      for (let year = Number(start.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
        const same = `${String(year).padStart(4, '0')}${date.slice(4)}`
        const next = isLocalDate(same) ? same : `${same.slice(0, 8)}28`
        if (next >= start && next <= to) dates.push(next)
      }
      return dates
    }
  }
}

/** The date in a month that is the same weekday in the same week as `date` is in its own. */
function weekdayOfMonth(month: string, date: string): string {
  const week = Math.floor((Number(date.slice(8)) - 1) / 7)
  const first = `${month}-01`
  const found = addDays(first, ((dayOfWeekOf(date) - dayOfWeekOf(first) + 7) % 7) + 7 * week)
  return found.slice(0, 7) === month ? found : addDays(found, -7)
}
