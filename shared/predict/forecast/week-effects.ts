import { DAY_MINUTES } from '../../foundation/minutes.ts'
import type { KnownDay } from './known-days.ts'

/** What is expected of a known day against a usual one, or of some of its hours. */
export interface DayPart {
  /** Minutes after midnight [from, to). */
  readonly from: number
  readonly to: number
  /** Visitors come to this much of what is usual. */
  readonly factor: number
  /** Coefficient of variation that it has on top of a usual day's. */
  readonly extraCv: number
}

/** What is known of one day to come. */
export interface DayEffect {
  readonly date: string
  /** What the day is, each with what is expected of it alone. */
  readonly known: readonly KnownDayEffect[]
  /** What all of it does together. */
  readonly parts: readonly DayPart[]
  /** Coefficient of variation by which single slots stray on such days, on top of usual ones: their hours are others. */
  readonly slotCv: number
  /** Day of the week (0 = the week's first) whose hours it has; null: its own. */
  readonly likeDay: number | null
}

/** What is expected of a day that is one thing only. */
export interface KnownDayEffect {
  readonly day: KnownDay
  /** Of the whole day, against a usual one, and the range in which 8 of 10 such days should lie. */
  readonly factor: number
  readonly range80: readonly [number, number]
  /** What the factor rests on. */
  readonly basis: EffectBasis
  /** Earlier days of the same name: visitors against what was usual, 0.6 is 40% fewer. The oldest first. */
  readonly earlier: readonly { readonly date: string; readonly factor: number }[]
}

/** `own`: days of the same name; `stated`: what the user said; `class`: other days of its class; `prior`: what is usual anywhere. */
export type EffectBasis = 'own' | 'stated' | 'class' | 'prior'

/** Of the seven days of a week, null where nothing is known of one. */
export type WeekEffects = readonly (DayEffect | null)[]

/** What is expected of the slots of a week once its known days are thought of. */
export function withEffects(usual: Float64Array, effects: WeekEffects): Float64Array {
  if (effects.every((effect) => effect === null)) return usual
  const perDay = usual.length / 7
  const mean = usual.slice()
  effects.forEach((effect, day) => {
    if (effect === null) return
    const from = (effect.likeDay ?? day) * perDay
    for (const part of effect.parts) {
      for (let slot = slotAt(part.from, perDay); slot < slotAt(part.to, perDay); slot += 1)
        mean[day * perDay + slot] = usual[from + slot]! * part.factor
    }
  })
  return mean
}

/** By day of the week, coefficients of variation that known days have on top of usual ones. */
export interface ExtraCvs {
  /** Of the whole day. */
  readonly days: readonly number[]
  /** Of each of its slots, the day's among it. */
  readonly slots: readonly number[]
}

/** `mean` as `withEffects` gives it. */
export function extraCvs(mean: Float64Array, effects: WeekEffects): ExtraCvs {
  const days = dayCvs(mean, effects)
  return { days, slots: days.map((cv, day) => Math.hypot(cv, effects[day]?.slotCv ?? 0)) }
}

function dayCvs(mean: Float64Array, effects: WeekEffects): readonly number[] {
  const perDay = mean.length / 7
  return effects.map((effect, day) => {
    if (effect === null) return 0
    const slots = mean.subarray(day * perDay, (day + 1) * perDay)
    const total = sum(slots)
    const variance = effect.parts.reduce((all, { from, to, extraCv }) => {
      const ofPart = sum(slots.subarray(slotAt(from, perDay), slotAt(to, perDay)))
      return all + (extraCv * ofPart) ** 2
    }, 0)
    return total > 0 ? Math.sqrt(variance) / total : Math.max(...effect.parts.map(({ extraCv }) => extraCv))
  })
}

export interface PartOfDay {
  readonly from: number
  readonly to: number
  readonly days: readonly KnownDay[]
}

/** A day cut where hours of known days begin and end. */
export function partsOf(days: readonly KnownDay[]): readonly PartOfDay[] {
  const cuts = new Set([0, DAY_MINUTES])
  for (const { hours } of days) if (hours !== null) for (const minute of [hours.start, hours.end]) cuts.add(minute)
  const minutes = [...cuts].toSorted((a, b) => a - b)
  return minutes.slice(1).map((to, index) => {
    const from = minutes[index]!
    return { from, to, days: days.filter(({ hours }) => hours === null || (hours.start <= from && hours.end >= to)) }
  })
}

/** The slot of a day that begins at a minute. */
export function slotAt(minute: number, slotsPerDay: number): number {
  return Math.round((minute / DAY_MINUTES) * slotsPerDay)
}

/** Of all values. */
export function sum(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
