import { AppError } from '../../foundation/errors.ts'
import { DAY_MINUTES } from '../../foundation/minutes.ts'
import { isLocalDate } from '../../time/local.ts'

/**
 * What a day is that is known before: days of one class are like each other until more is known of them. `special`: eves, sales and
 * such, which are no days off; `around`: before and after a holiday; `bridge`: between one and a weekend.
 */
export type KnownDayClass = 'public' | 'special' | 'around' | 'bridge' | 'observance' | 'event' | 'outage'

/** What the user expects of an event: a share of what is usual that comes on top (0.4 is +40%), or a number of visitors a day. */
export type StatedEffect = { readonly kind: 'share' | 'visitors'; readonly value: number }

/** Minutes after local midnight [start, end). */
export interface DayHours {
  readonly start: number
  readonly end: number
}

/** A date of which it is known before it comes that it is no usual day, or after it came that it was none. */
export interface KnownDay {
  /** Local date. */
  readonly date: string
  readonly class: KnownDayClass
  /** Days of the same name are remembered together, over the years. */
  readonly name: string
  /** Share (0-1) of the visitors for whom it is such a day. */
  readonly weight: number
  /** null: all day. */
  readonly hours: DayHours | null
  /** null: nobody said. */
  readonly stated: StatedEffect | null
}

/** Of these much is expected; what is around a holiday, or merely observed, is nearly a usual day. */
const UNLIKE: ReadonlySet<KnownDayClass> = new Set(['public', 'special', 'bridge', 'event', 'outage'])
/** A holiday of fewer of the visitors than this hardly shows. */
const LEAST_WEIGHT = 0.15

/** The dates on which much is expected to be unlike other days of their weekday, with the names of what they are. */
export function unlikeDates(days: readonly KnownDay[]): ReadonlyMap<string, string> {
  const unlike = days.filter((day) => UNLIKE.has(day.class) && day.weight >= LEAST_WEIGHT)
  return new Map(
    [...Map.groupBy(unlike, ({ date }) => date)].map(([date, own]) => [date, own.map(({ name }) => name).join(', ')]),
  )
}

/** How much such a day counts as an example of its weekday. An outage counts as not observed. */
const EXAMPLE_WEIGHT: Readonly<Record<KnownDayClass, number>> = {
  public: 0.05,
  special: 0.2,
  around: 0.5,
  bridge: 0.25,
  observance: 0.75,
  event: 0.25,
  outage: 0,
}

/** A whole day of a class, for all visitors. */
export function wholeDay(date: string, of: Pick<KnownDay, 'class' | 'name'>): KnownDay {
  return { date, ...of, weight: 1, hours: null, stated: null }
}

/** Weight of every known date as an example, 0-1; a date that is several things has its lowest. Throws AppError 'invalid-input' for a date that does not exist. */
export function exampleWeights(days: readonly KnownDay[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { date, class: ofDay, weight, hours } of days) {
    if (!isLocalDate(date)) {
      throw new AppError({
        code: 'invalid-input',
        message: `"${date}" is marked, but it is not a date.`,
        next: 'Give marked days as YYYY-MM-DD, such as 2026-12-25.',
      })
    }
    const concerned = weight * (hours === null || ofDay === 'outage' ? 1 : (hours.end - hours.start) / DAY_MINUTES)
    const own = EXAMPLE_WEIGHT[ofDay] + (1 - EXAMPLE_WEIGHT[ofDay]) * (1 - Math.sqrt(concerned))
    weights.set(date, Math.min(weights.get(date) ?? 1, own))
  }
  return weights
}
