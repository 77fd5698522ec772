import { addDays } from '../../time/local.ts'
import type { CountWeeks } from './count-weeks.ts'
import type { DatedCounts } from './day-effects.ts'
import { exampleWeights } from './known-days.ts'

/** What last year says of a week to come. */
export interface YearEffect {
  /** Factor on the visitors that are expected otherwise: the ratio to a power. */
  readonly factor: number
  /** Level of the same weeks of last year against the weeks before them. */
  readonly ratio: number
  /** Over 0: how much of it is believed, 1 all. */
  readonly power: number
}

/** The level of weeks against last year's. */
export interface YearLevel {
  /** Of a week, from what came before an origin alone; weeks are numbered from the first of the counts. null: last year does not help, or is not known. */
  effectOf(at: { readonly week: number; readonly origin: number }): YearEffect | null
}

/** A year of whole weeks, so that weekdays meet. */
const YEAR_WEEKS = 52
/** With fewer weeks there is no last year to try. */
export const WEEKS_FOR_A_YEAR = 56
/** Weight of a week against the next in the level before an origin, and how many are enough for one. */
const DECAY = 0.5
const LEVEL_WEEKS = 6
const LEAST_WEEKS = 2
/** Share of a week that has to be observed and usual. */
const ENOUGH_OF_WEEK = 0.3
/** Powers that are tried ... */
const POWERS = [0.25, 0.5, 0.75, 1] as const
/** ... at so many past origins at least, later ones counting more, and by so much a power has to be better than none. */
const LEAST_ORIGINS = 6
const ORIGIN_DECAY = 0.98
const CLEARLY = 0.97
/** As many origins stand against a power: what was tried in few weeks may be chance. */
const ORIGINS_OF_DOUBT = 20
const MOST_RATIO = 4

/** Learns whether last year helps; null: there is none. */
export function yearLevel({ counts, firstDate, knownDays }: DatedCounts): YearLevel | null {
  if (counts.weeks < WEEKS_FOR_A_YEAR) return null
  const weights = exampleWeights(knownDays)
  const isUsual = Uint8Array.from({ length: counts.weeks * 7 }, (_, day) =>
    Number(weights.size === 0 || (weights.get(addDays(firstDate, day)) ?? 1) >= 0.7),
  )
  const logs = weekLevels(counts, isUsual).map((level) => Math.log(level))
  const smooth = logs.map((_, week) => average([logs[week - 1], logs[week], logs[week], logs[week + 1]], 2))
  const before = Float64Array.from({ length: counts.weeks + 1 }, (_, origin) => levelBefore(logs, origin))
  const ratioOf = (week: number, origin: number): number => {
    const found = (smooth[week - YEAR_WEEKS] ?? Number.NaN) - (before[origin - YEAR_WEEKS] ?? Number.NaN)
    return Math.max(-Math.log(MOST_RATIO), Math.min(Math.log(MOST_RATIO), found))
  }
  /** By how much last year is to be believed so many weeks ahead. */
  const powerAt = (origin: number, horizon: number): number => {
    const errors = new Float64Array(POWERS.length + 1)
    let tried = 0
    for (let past = origin - horizon; past >= YEAR_WEEKS; past -= 1) {
      const week = past + horizon - 1
      const ratio = ratioOf(week, past)
      const expected = before[past]!
      const actual = logs[week]!
      if (Number.isNaN(ratio + expected + actual)) continue
      const weight = ORIGIN_DECAY ** tried
      tried += 1
      ;[0, ...POWERS].forEach((power, index) => {
        errors[index]! += weight * Math.abs(actual - expected - power * ratio)
      })
    }
    if (tried < LEAST_ORIGINS) return 0
    const best = errors.indexOf(errors.reduce((least, error) => Math.min(least, error), Infinity))
    return best === 0 || errors[best]! > CLEARLY * errors[0]!
      ? 0
      : (POWERS[best - 1]! * tried) / (tried + ORIGINS_OF_DOUBT)
  }
  return {
    effectOf({ week, origin }) {
      const ratio = ratioOf(week, origin)
      if (Number.isNaN(ratio) || week < origin || week - YEAR_WEEKS + 1 >= origin) return null
      const power = powerAt(origin, week - origin + 1)
      return power === 0 ? null : { factor: Math.exp(power * ratio), ratio: Math.exp(ratio), power }
    },
  }
}

/** Visitors of each week against what was usual in the first year, in the slots that were observed on usual days; NaN: too few were, or nobody came. */
function weekLevels(
  { weeks, slotsPerWeek, visitors, observations }: CountWeeks,
  isUsual: Uint8Array,
): readonly number[] {
  const slotsPerDay = slotsPerWeek / 7
  const counts = (week: number, slot: number): boolean =>
    observations[week * slotsPerWeek + slot]! > 0 && isUsual[week * 7 + Math.floor(slot / slotsPerDay)] === 1
  const profile = new Float64Array(slotsPerWeek)
  for (let slot = 0; slot < slotsPerWeek; slot += 1) {
    let [sum, seen] = [0, 0]
    for (let week = 0; week < YEAR_WEEKS; week += 1) {
      if (!counts(week, slot)) continue
      sum += visitors[week * slotsPerWeek + slot]!
      seen += 1
    }
    profile[slot] = seen === 0 ? 0 : sum / seen
  }
  const whole = profile.reduce((sum, value) => sum + value, 0)
  return Array.from({ length: weeks }, (_, week) => {
    let [came, usual] = [0, 0]
    for (let slot = 0; slot < slotsPerWeek; slot += 1) {
      if (!counts(week, slot)) continue
      came += visitors[week * slotsPerWeek + slot]!
      usual += profile[slot]!
    }
    return came > 0 && usual >= ENOUGH_OF_WEEK * whole ? came / usual : Number.NaN
  })
}

/** Logarithm of the level that the weeks before an origin say; NaN: too few are known. */
function levelBefore(logs: readonly number[], origin: number): number {
  const recent = Array.from({ length: Math.min(LEVEL_WEEKS, origin) }, (_, age) => logs[origin - 1 - age])
  let [sum, weight, known] = [0, 0, 0]
  recent.forEach((value, age) => {
    if (value === undefined || Number.isNaN(value)) return
    sum += DECAY ** age * value
    weight += DECAY ** age
    known += 1
  })
  return known < LEAST_WEEKS ? Number.NaN : sum / weight
}

function average(values: readonly (number | undefined)[], least: number): number {
  const known = values.filter((value) => value !== undefined && !Number.isNaN(value))
  return known.length < least ? Number.NaN : known.reduce<number>((sum, value) => sum + value!, 0) / known.length
}
