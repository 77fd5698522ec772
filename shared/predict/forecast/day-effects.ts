import { addDays, dayOfWeekOf, daysBetween } from '../../time/local.ts'
import type { CountWeeks } from './count-weeks.ts'
import { effectPosterior, type EffectObservation, type EffectPosterior } from './effect-posterior.ts'
import { componentsOf, isWorkingDay, likeSundays, SUNDAY } from './effect-priors.ts'
import { exampleWeights, type KnownDay, type KnownDayClass } from './known-days.ts'
import {
  partsOf,
  slotAt,
  sum,
  type DayPart,
  type EffectBasis,
  type KnownDayEffect,
  type WeekEffects,
} from './week-effects.ts'
import { median } from './robust-weights.ts'

/** Counts as far back as they are known, in weeks, and everything known of their dates and of those to come. */
export interface DatedCounts {
  readonly counts: CountWeeks
  /** Local date on which the first week begins. */
  readonly firstDate: string
  readonly knownDays: readonly KnownDay[]
}

/** How far one name's day strays from another year's. */
const OCCASION = 0.08
/** Weeks before and after a day that say what was usual, and the weight of one against the nearer. */
const WEEKS_AROUND = 4
const WEEK_DECAY = 0.8
/** From here on (as an example of its weekday) a day is as good as any. */
const ORDINARY_FROM = 0.7
const SPREAD_DAYS = 56
const LEAST_SPREAD = 0.05
/** Sunday's hours have to fit so many holidays, and so much better. */
const ENOUGH_HOLIDAYS = 3
const CLEARLY = 0.95
const MOST_OBSERVATIONS = 160
/** Share of a day's slots that has to be observed. */
const MOSTLY = 0.8

/** Learns what known days do, from those that came before an origin alone. */
export interface DayEffects {
  /**
   * What is known of the seven days from `firstDate` on. Nothing of the weeks from `originWeek` on is looked at; `usual` are the visitors to
   * expect in each slot of the week if nothing were known of its days.
   */
  ofWeek(firstDate: string, originWeek: number, usual: Float64Array): WeekEffects
  /** What came on the known days of the history, in the hours that they concern, beside what days around them say was usual. */
  seen(): readonly SeenDay[]
}

/** A known day that came. */
export interface SeenDay {
  readonly date: string
  readonly names: readonly string[]
  readonly visitors: number
  readonly usual: number
}

export function dayEffects({ counts, firstDate, knownDays }: DatedCounts): DayEffects {
  const slotsPerDay = counts.slotsPerWeek / 7
  const days = counts.weeks * 7
  const byDate = Map.groupBy(
    // One that is over says nothing; of one to come nobody knows how many visitors are counted.
    knownDays.filter((day) => day.class !== 'outage' || daysBetween(firstDate, day.date) >= days),
    ({ date }) => date,
  )
  const weights = exampleWeights(knownDays)
  const firstDayOfWeek = dayOfWeekOf(firstDate)
  const isSeen = seenDays(counts)
  const isOrdinary = Uint8Array.from({ length: days }, (_, day) =>
    isSeen[day] === 1 && (weights.size === 0 || (weights.get(addDays(firstDate, day)) ?? 1) >= ORDINARY_FROM) ? 1 : 0,
  )
  const knownPast = [...byDate.keys()]
    .map((date) => ({ date, day: daysBetween(firstDate, date) }))
    .filter(({ day }) => day >= 0 && day < days && isSeen[day] === 1)
    .toSorted((a, b) => a.day - b.day)
  const dayOfWeekAt = (day: number): number => (((firstDayOfWeek + day) % 7) + 7) % 7
  const settled = new Map<string, Float64Array | null>()

  /** Visitors of each slot of a day as days before and after it had them, by the weekday's own or Sunday's. */
  const usualOf = (day: number, like: 'own' | 'sunday', origin: number): Float64Array | null => {
    const isSettled = day + 7 * (WEEKS_AROUND + 1) < origin
    const key = `${day} ${like}`
    if (isSettled && settled.has(key)) return settled.get(key)!
    const centre = like === 'own' ? day : day - dayOfWeekAt(day) + SUNDAY
    const near: { readonly day: number; readonly weight: number }[] = []
    for (let weeks = -WEEKS_AROUND; weeks <= WEEKS_AROUND; weeks += 1) {
      const other = centre + 7 * weeks
      if (other === day || other < 0 || other >= Math.min(origin, days) || isOrdinary[other] === 0) continue
      near.push({ day: other, weight: WEEK_DECAY ** Math.abs(weeks) })
    }
    const usual = near.length < 2 ? null : averageOf(counts, near)
    if (isSettled) settled.set(key, usual)
    return usual
  }

  const learnedAt = rememberLast(learn)

  function learn(origin: number): Learned {
    const spread = spreadAt(origin)
    const seen = knownPast
      .filter(({ day }) => day < origin)
      .flatMap(({ date, day }) => observe({ date, day, origin, spread }))
      .slice(-MOST_OBSERVATIONS)
    const own = effectPosterior(seen.map(({ own: observation }) => observation))
    const sunday = bySunday(seen, own)
    return { seen, posterior: sunday ?? own, isLikeSunday: sunday !== null, slotCv: slotCvOf(seen, sunday !== null) }
  }

  function spreadAt(origin: number): number {
    const deviations: number[] = []
    for (let day = Math.min(origin, days) - 1; day >= 0 && deviations.length < SPREAD_DAYS; day -= 1) {
      if (isOrdinary[day] === 0) continue
      const usual = usualOf(day, 'own', origin)
      if (usual === null) continue
      const [seen, expected] = [sumOfDay(counts.visitors, day, slotsPerDay), sum(usual)]
      if (expected >= 1) deviations.push(Math.abs(Math.log((seen + 0.5) / (expected + 0.5))))
    }
    const middle = median(Float64Array.from(deviations))
    return Number.isNaN(middle) ? LEAST_SPREAD : Math.max(LEAST_SPREAD, 1.4826 * middle)
  }

  function observe({ date, day, origin, spread }: Observing): readonly Seen[] {
    const usual = usualOf(day, 'own', origin)
    if (usual === null) return []
    const known = byDate.get(date)!
    const dayOfWeek = dayOfWeekAt(day)
    const sundays =
      isWorkingDay(dayOfWeek) && known.some((one) => one.class === 'public' && one.hours === null)
        ? usualOf(day, 'sunday', origin)
        : null
    return partsOf(known).flatMap(({ from, to, days: active }) => {
      if (active.length === 0) return []
      const [first, last] = [slotAt(from, slotsPerDay), slotAt(to, slotsPerDay)]
      const actual = counts.visitors.subarray(day * slotsPerDay + first, day * slotsPerDay + last)
      const expected = usual.subarray(first, last)
      const [came, mean] = [sum(actual), sum(expected)]
      if (mean < 1) return []
      const noise = OCCASION ** 2 + spread ** 2 + 1.5 / mean
      const log = Math.log((came + 0.5) / (mean + 0.5))
      const own = { components: componentsOf(active, dayOfWeek, usual), log, noise }
      const like = sundays?.subarray(first, last)
      return [
        {
          date,
          names: active.map(({ name }) => name),
          classes: active.map(({ class: ofDay }) => ofDay),
          actual,
          expected,
          own,
          sunday:
            like === undefined
              ? null
              : {
                  expected: like,
                  observation: {
                    components: likeSundays(active, dayOfWeek, usual),
                    log: Math.log((came + 0.5) / (sum(like) + 0.5)),
                    noise,
                  },
                },
        },
      ]
    })
  }

  return {
    seen: () =>
      knownPast
        .flatMap(({ date, day }) => observe({ date, day, origin: days, spread: LEAST_SPREAD }))
        .map(({ date, names, actual, expected }) => ({ date, names, visitors: sum(actual), usual: sum(expected) })),
    ofWeek(weekFirstDate, originWeek, usual) {
      const dates = Array.from({ length: 7 }, (_, day) => addDays(weekFirstDate, day))
      if (!dates.some((date) => byDate.has(date))) return NO_EFFECTS
      const { seen, posterior, isLikeSunday, slotCv } = learnedAt(Math.min(originWeek * 7, days))
      const perDay = usual.length / 7
      const ofDay = (day: number): Float64Array => usual.subarray(day * perDay, (day + 1) * perDay)
      const sunday = (((SUNDAY - dayOfWeekOf(weekFirstDate)) % 7) + 7) % 7
      const expected = (known: readonly KnownDay[], index: number) => {
        const dayOfWeek = dayOfWeekOf(dates[index]!)
        const isLike =
          isLikeSunday && isWorkingDay(dayOfWeek) && known.some((one) => one.class === 'public' && one.hours === null)
        const likeDay = isLike ? sunday : null
        const base = ofDay(likeDay ?? index)
        const parts = partsOf(known).map(({ from, to, days: active }) => {
          if (active.length === 0) return { from, to, factor: 1, extraCv: 0 }
          const { log, variance } = posterior.effectOf(
            isLike ? likeSundays(active, dayOfWeek, base) : componentsOf(active, dayOfWeek, base),
          )
          return { from, to, factor: Math.exp(log), extraCv: Math.sqrt(Math.expm1(variance + OCCASION ** 2)) }
        })
        return { parts, likeDay, base }
      }
      return dates.map((date, index) => {
        const known = byDate.get(date)
        if (known === undefined) return null
        const together = expected(known, index)
        return {
          date,
          known: known.map((day) => {
            const alone = known.length === 1 ? together : expected([day], index)
            return {
              day,
              ...wholeDayOf(alone.parts, { base: alone.base, own: ofDay(index) }),
              basis: basisOf(day, seen),
              earlier: earlierOf(day, seen),
            }
          }),
          parts: together.parts,
          slotCv: known.some((one) => OTHER_HOURS.has(one.class)) ? slotCv : 0,
          likeDay: together.likeDay,
        }
      })
    },
  }
}

/** Factor and range of a day, from its parts: `base` are the usual visitors that they are of, `own` the weekday's. */
function wholeDayOf(
  parts: readonly DayPart[],
  { base, own }: { readonly base: Float64Array; readonly own: Float64Array },
): Pick<KnownDayEffect, 'factor' | 'range80'> {
  // Where nobody is expected anyway the hours count alike.
  const weights = parts.map(({ from, to }) =>
    sum(base) > 0 ? sum(base.subarray(slotAt(from, base.length), slotAt(to, base.length))) : to - from,
  )
  const usual = sum(base) > 0 && sum(own) > 0 ? sum(own) : weights.reduce((total, weight) => total + weight, 0)
  const factor = parts.reduce((total, part, index) => total + (part.factor * weights[index]!) / usual, 0)
  const variance = parts.reduce(
    (total, part, index) => total + ((part.extraCv * part.factor * weights[index]!) / usual) ** 2,
    0,
  )
  const spread = NORMAL_80 * Math.sqrt(Math.log1p(variance / Math.max(factor, 1e-9) ** 2))
  return { factor, range80: [factor * Math.exp(-spread), factor * Math.exp(spread)] }
}

const NORMAL_80 = 1.2816

const NO_EFFECTS: WeekEffects = Array.from({ length: 7 }, () => null)

interface Observing {
  readonly date: string
  readonly day: number
  readonly origin: number
  readonly spread: number
}

/** A known day that came, or a part of one. */
interface Seen {
  readonly date: string
  readonly names: readonly string[]
  readonly classes: readonly KnownDayClass[]
  readonly actual: Float64Array
  readonly expected: Float64Array
  readonly own: EffectObservation
  /** Against Sundays; null: it is no holiday on a working day. */
  readonly sunday: { readonly expected: Float64Array; readonly observation: EffectObservation } | null
}

interface Learned {
  readonly seen: readonly Seen[]
  readonly posterior: EffectPosterior
  readonly isLikeSunday: boolean
  /** As in `DayEffect`, of days that change what people do. */
  readonly slotCv: number
}

/** Days of these classes have hours of their own. */
const OTHER_HOURS: ReadonlySet<KnownDayClass> = new Set(['public', 'special', 'event'])
const PRIOR_SLOT_CV = 0.2
const PRIOR_DAYS = 2

/** How far the hours of such days were from those they were taken to have, beyond chance: by day, so that a busy one does not speak for all. */
function slotCvOf(seen: readonly Seen[], isLikeSunday: boolean): number {
  if (seen.every(({ actual }) => actual.length < 2)) return 0
  let squares = PRIOR_DAYS * PRIOR_SLOT_CV ** 2
  let count = PRIOR_DAYS
  for (const { classes, actual, expected: own, sunday } of seen) {
    if (!classes.some((one) => OTHER_HOURS.has(one))) continue
    const expected = isLikeSunday && sunday !== null ? sunday.expected : own
    const [came, total] = [sum(actual), sum(expected)]
    if (came < LEAST_FOR_HOURS || actual.length < 2) continue
    let [squared, chance, scale] = [0, 0, 0]
    for (let slot = 0; slot < actual.length; slot += 1) {
      const mean = (expected[slot]! * came) / total
      squared += (actual[slot]! - mean) ** 2
      // What usual days' slots stray by is in the noise already.
      chance += mean + (0.1 * mean) ** 2
      scale += mean ** 2
    }
    squares += Math.min(MOST_SLOT_CV ** 2, Math.max(0, squared - chance) / scale)
    count += 1
  }
  return Math.sqrt(squares / count)
}

const LEAST_FOR_HOURS = 24
const MOST_SLOT_CV = 1

/** The posterior with holidays held against Sundays; null: too few were, or it does not fit them better. */
function bySunday(seen: readonly Seen[], own: EffectPosterior): EffectPosterior | null {
  const holidays = seen.flatMap(({ sunday }, index) => (sunday === null ? [] : [index]))
  if (holidays.length < ENOUGH_HOLIDAYS) return null
  const sunday = effectPosterior(seen.map((one) => one.sunday?.observation ?? one.own))
  const errorOf = (logs: Float64Array, expectedOf: (one: Seen) => Float64Array): number =>
    holidays.reduce((total, index) => {
      const one = seen[index]!
      const expected = expectedOf(one)
      const factor = Math.exp(logs[index]!)
      return total + one.actual.reduce((error, came, slot) => error + Math.abs(came - factor * expected[slot]!), 0)
    }, 0)
  const bySundays = errorOf(sunday.withoutItself(), (one) => one.sunday!.expected)
  return bySundays < CLEARLY * errorOf(own.withoutItself(), ({ expected }) => expected) ? sunday : null
}

function basisOf(day: KnownDay, seen: readonly Seen[]): EffectBasis {
  if (seen.some(({ names }) => names.includes(day.name))) return 'own'
  if (day.stated !== null) return 'stated'
  return seen.some(({ classes }) => classes.includes(day.class)) ? 'class' : 'prior'
}

function earlierOf({ name }: KnownDay, seen: readonly Seen[]): KnownDayEffect['earlier'] {
  const ofName = seen.filter(({ names }) => names.includes(name))
  return [...Map.groupBy(ofName, ({ date }) => date)].map(([date, parts]) => {
    const [came, expected] = [parts, parts].map((list, index) =>
      list.reduce((total, one) => total + sum(index === 0 ? one.actual : one.expected), 0),
    )
    return { date, factor: came! / expected! }
  })
}

/** 1 for each day that was observed as far as days of its weekday are: where nobody is open at night, nights are not recorded. */
function seenDays({ weeks, slotsPerWeek, observations }: CountWeeks): Uint8Array {
  const slotsPerDay = slotsPerWeek / 7
  const observed = Float64Array.from({ length: weeks * 7 }, (_, day) => {
    let slots = 0
    for (let slot = day * slotsPerDay; slot < (day + 1) * slotsPerDay; slot += 1)
      if (observations[slot]! > 0) slots += 1
    return slots
  })
  const usual = Array.from({ length: 7 }, (_, day) =>
    observed.reduce((most, slots, index) => (index % 7 === day ? Math.max(most, slots) : most), 0),
  )
  return Uint8Array.from(observed, (slots, day) => Number(slots > 0 && slots >= MOSTLY * usual[day % 7]!))
}

/** Days that are far from what most of the others had are left out. */
function averageOf(
  { visitors, slotsPerWeek }: CountWeeks,
  near: readonly { readonly day: number; readonly weight: number }[],
): Float64Array {
  const slotsPerDay = slotsPerWeek / 7
  const totals = Float64Array.from(near, ({ day }) => sumOfDay(visitors, day, slotsPerDay))
  const middle = median(totals)
  const usual = new Float64Array(slotsPerDay)
  let weights = 0
  near.forEach(({ day, weight }, index) => {
    if (totals[index]! > 2 * middle + 2 || 2 * totals[index]! + 2 < middle) return
    weights += weight
    for (let slot = 0; slot < slotsPerDay; slot += 1) usual[slot]! += weight * visitors[day * slotsPerDay + slot]!
  })
  return usual.map((value) => value / weights)
}

function sumOfDay(visitors: Float64Array, day: number, slotsPerDay: number): number {
  return sum(visitors.subarray(day * slotsPerDay, (day + 1) * slotsPerDay))
}

/** Keeps the last result: origins are asked for in order. */
function rememberLast<T>(compute: (key: number) => T): (key: number) => T {
  let last: { readonly key: number; readonly value: T } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) }
    return last.value
  }
}
