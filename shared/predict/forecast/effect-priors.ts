import type { EffectComponent } from './effect-posterior.ts'
import type { KnownDay, KnownDayClass } from './known-days.ts'
import { slotAt, sum } from './week-effects.ts'

/** What is expected of known days before any was seen, tried on real and simulated series. */

interface ClassPrior extends Omit<EffectComponent, 'class' | 'name'> {}

/** A holiday: × 0.6, 80% of them 0.28-1.26; an event × 1.4, 0.8-2.4. */
const PRIORS: Readonly<Record<KnownDayClass, ClassPrior>> = {
  public: { mean: Math.log(0.6), common: 0.3, ofClass: 0.25, ofName: 0.43 },
  special: { mean: Math.log(0.9), common: 0.1, ofClass: 0.1, ofName: 0.35 },
  around: { mean: Math.log(0.97), common: 0.03, ofClass: 0.06, ofName: 0.1 },
  bridge: { mean: Math.log(0.85), common: 0.1, ofClass: 0.15, ofName: 0.2 },
  observance: { mean: 0, common: 0, ofClass: 0.02, ofName: 0.06 },
  event: { mean: Math.log(1.4), common: 0, ofClass: 0.25, ofName: 0.35 },
  outage: { mean: 0, common: 0, ofClass: 0.25, ofName: 0.35 },
}
/** On a Saturday or Sunday few have more of a day off than they have anyway. */
const PUBLIC_AT_WEEKEND: ClassPrior = { mean: Math.log(0.85), common: 0.15, ofClass: 0.12, ofName: 0.3 }
/** A public holiday that is like a Sunday. */
const LIKE_REST_DAY: ClassPrior = { mean: 0, common: 0.2, ofClass: 0.25, ofName: 0.35 }
/** Whoever states a number knows something, and not everything. */
const STATED: Omit<ClassPrior, 'mean'> = { common: 0, ofClass: 0, ofName: 0.2 }
export const SUNDAY = 0
const SATURDAY = 6

/**
 * Known days of the same hours against their own weekday; `usual`: the visitors of a usual day, slot by slot. What they do to the visitors
 * there are multiplies; numbers of visitors that are stated come on top.
 */
export function componentsOf(
  days: readonly KnownDay[],
  dayOfWeek: number,
  usual: Float64Array,
): readonly EffectComponent[] {
  return together(days, usual, (day) => componentOf(day, dayOfWeek))
}

/** The same with holidays on working days held against Sundays. */
export function likeSundays(
  days: readonly KnownDay[],
  dayOfWeek: number,
  usual: Float64Array,
): readonly EffectComponent[] {
  return together(days, usual, (day) =>
    day.class === 'public' && day.hours === null
      ? weighted(LIKE_REST_DAY, { class: 'like a Sunday', name: day.name, weight: day.weight })
      : componentOf(day, dayOfWeek),
  )
}

function together(
  days: readonly KnownDay[],
  usual: Float64Array,
  factorOf: (day: KnownDay) => EffectComponent,
): readonly EffectComponent[] {
  const factors = days.filter(({ stated }) => stated?.kind !== 'visitors').map(factorOf)
  const numbers = days.flatMap((day) =>
    day.stated?.kind === 'visitors' ? [{ day, share: day.stated.value / Math.max(visitorsOf(day, usual), 1) }] : [],
  )
  const without = factors.reduce((total, { mean }) => total + mean, 0)
  const shares = numbers.reduce((total, { share }) => total + share, 0)
  // Only the sum of the means counts, so that each has an equal part of what the numbers change.
  const mean = (logOfShare(Math.exp(without) + shares) - without) / Math.max(1, numbers.length)
  return [...factors, ...numbers.map(({ day }) => statedComponent(day, mean))]
}

function componentOf({ class: ofDay, name, stated, weight }: KnownDay, dayOfWeek: number): EffectComponent {
  if (stated !== null) return statedComponent({ name }, logOfShare(1 + stated.value))
  const isAtWeekend = ofDay === 'public' && !isWorkingDay(dayOfWeek)
  const prior = isAtWeekend ? PUBLIC_AT_WEEKEND : PRIORS[ofDay]
  return weighted(prior, { class: isAtWeekend ? 'public at the weekend' : ofDay, name, weight })
}

function statedComponent({ name }: Pick<KnownDay, 'name'>, mean: number): EffectComponent {
  return { ...STATED, mean, class: `stated ${name}`, name }
}

/** Nobody at all has no logarithm. */
function logOfShare(share: number): number {
  return Math.log(Math.max(0.02, share))
}

/** Visitors of the hours that are meant: however else the day is cut, a number of them is said of all of these. */
function visitorsOf({ hours }: KnownDay, usual: Float64Array): number {
  return hours === null
    ? sum(usual)
    : sum(usual.subarray(slotAt(hours.start, usual.length), slotAt(hours.end, usual.length)))
}

/** Of a share of the visitors: they are what changes. */
function weighted(
  { mean, common, ofClass, ofName }: ClassPrior,
  { weight, ...of }: Pick<EffectComponent, 'class' | 'name'> & { readonly weight: number },
): EffectComponent {
  if (weight >= 1) return { ...of, mean, common, ofClass, ofName }
  return {
    ...of,
    mean: Math.log1p(weight * Math.expm1(mean)),
    common: weight * common,
    ofClass: weight * ofClass,
    ofName: weight * ofName,
  }
}

/** Whether most people work on that day of the week. */
export function isWorkingDay(dayOfWeek: number): boolean {
  return dayOfWeek !== SUNDAY && dayOfWeek !== SATURDAY
}
