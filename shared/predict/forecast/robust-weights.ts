import type { CountWeeks } from './count-weeks.ts'

/** So many robust standard deviations are still ordinary. */
const ORDINARY = 3
/** The least weight of what is surely a spike, and of a last week that may as well be the new normal. */
const LEAST = 0.05
const LEAST_UNCONFIRMED = 0.6
/** Relative differences below this are ordinary anywhere. */
const FLOOR = 0.06
/** Nobody all day, where this many are usual, is no example - until so many weeks in a row say the same. */
const EMPTY_DAY_OF = 12
const EMPTY_WEEKS = 3

export interface WeekRange {
  readonly first: number
  /** The first week after the range. */
  readonly origin: number
}

/** Every day of a range of weeks against what is usual there. NaN: not observed, or marked by the user. */
export interface DayEvidence {
  readonly totals: Float64Array
  /** The weekday's usual visitors at the level of its week. */
  readonly expected: Float64Array
  /** Logarithm of one over the other. */
  readonly deviations: Float64Array
  /** How many ordinary deviations off it is. */
  readonly z: Float64Array
  readonly weekWeights: readonly number[]
}

/** What the totals of the days say of days and weeks that stand out; null: too few weeks to say. */
export function dayEvidence(counts: CountWeeks, { first, origin }: WeekRange): DayEvidence | null {
  if (origin - first < 3) return null
  const totals = dayTotals(counts, { first, origin })
  const usual = Float64Array.from({ length: 7 }, (_, day) =>
    median(totals.filter((_value, index) => index % 7 === day)),
  )
  const levels: number[] = Array.from({ length: origin - first }, (_, week) =>
    levelOf(totals.subarray(week * 7, week * 7 + 7), usual),
  )
  const around = levels.map((level, week) => (Number.isNaN(level) ? 1 : level > 0 ? level : localLevel(levels, week)))
  const expected = totals.map((_, index) => usual[index % 7]! * around[Math.floor(index / 7)]!)
  const deviations = totals.map((total, index) => deviation(total, expected[index]!))
  const spread = Math.max(FLOOR, 1.4826 * median(deviations.map(Math.abs)))
  const z = deviations.map(
    (value, index) => Math.abs(value) / Math.hypot(spread, Math.sqrt(2 / Math.max(expected[index]!, 1))),
  )
  return { totals, expected, deviations, z, weekWeights: weightsOfWeeks(levels, usual) }
}

/**
 * Day weights from what the weeks [first, origin) show, on top of the user's marks: a day or a week far off what is usual there counts
 * little, unless the week before or after was as far off in the same direction, which makes it a change.
 */
export function robustDayWeights(counts: CountWeeks, range: WeekRange): Float64Array {
  const weights = counts.dayWeights.slice()
  const evidence = dayEvidence(counts, range)
  if (evidence === null) return weights
  const { totals, deviations, z, weekWeights } = evidence
  for (let index = 0; index < totals.length; index++) {
    if (Number.isNaN(deviations[index]!)) continue
    let weight = weekWeights[Math.floor(index / 7)]!
    if (isUnusuallyEmpty(evidence, index)) weight = isLastingEmpty(totals, index) ? 1 : LEAST
    else if (z[index]! > ORDINARY && !goesOn(deviations, index))
      weight = Math.min(weight, Math.max(LEAST, (ORDINARY / z[index]!) ** 2))
    weights[range.first * 7 + index]! *= weight
  }
  return weights
}

/** Whether nobody came on a day when many do. */
export function isUnusuallyEmpty({ totals, expected }: DayEvidence, index: number): boolean {
  return totals[index] === 0 && expected[index]! >= EMPTY_DAY_OF
}

/** Visits of each day, scaled up where part of the day is missing; NaN where most of it is, or where the user marked it. */
function dayTotals(counts: CountWeeks, { first, origin }: WeekRange): Float64Array {
  const { slotsPerWeek, visitors, observations, dayWeights } = counts
  const slotsPerDay = slotsPerWeek / 7
  const usual = new Float64Array(slotsPerWeek)
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    let sum = 0
    let seen = 0
    for (let week = first; week < origin; week++) {
      if (observations[week * slotsPerWeek + slot] === 0) continue
      sum += visitors[week * slotsPerWeek + slot]!
      seen++
    }
    usual[slot] = seen === 0 ? 0 : sum / seen
  }
  return Float64Array.from({ length: (origin - first) * 7 }, (_, index) => {
    const day = first * 7 + index
    if (dayWeights[day]! < 1) return Number.NaN
    let total = 0
    let observed = 0
    let whole = 0
    let seen = 0
    for (let part = 0; part < slotsPerDay; part++) {
      const typical = usual[(index % 7) * slotsPerDay + part]!
      whole += typical
      if (observations[day * slotsPerDay + part] === 0) continue
      total += visitors[day * slotsPerDay + part]!
      observed += typical
      seen++
    }
    if (seen === 0 || observed < 0.4 * whole) return Number.NaN
    return observed === 0 ? total : (total * whole) / observed
  })
}

/** A week's level: the median over its days of what came against what is usual. */
function levelOf(days: Float64Array, usual: Float64Array): number {
  const ratios = days.map((total, day) => (usual[day]! > 0 ? total / usual[day]! : Number.NaN))
  return median(ratios)
}

function weightsOfWeeks(levels: readonly number[], usual: Float64Array): readonly number[] {
  const weekly = usual.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0)
  const before = levels.map((_, week) => median(Float64Array.from(levels.slice(Math.max(0, week - 4), week))))
  const deviations = levels.map((level, week) => deviation(level * weekly, before[week]! * weekly))
  const spread = Math.max(
    FLOOR,
    1.4826 * median(Float64Array.from(deviations, Math.abs)),
    Math.sqrt(2 / Math.max(weekly, 1)),
  )
  return levels.map((level, week) => {
    const z = Math.abs(deviations[week]!) / spread
    if (!(z > ORDINARY)) return 1
    const next = levels.slice(week + 1).find((value) => !Number.isNaN(value))
    const least = next === undefined && level > 0 ? LEAST_UNCONFIRMED : LEAST
    const last = levels.slice(0, week).findLast((value) => !Number.isNaN(value))
    const isChange = [next, last].some(
      (other) => other !== undefined && isSameWay(deviation(other * weekly, before[week]! * weekly), deviations[week]!),
    )
    // The week after a spike is as usual: it only looks unusual against what went before.
    return isChange && level > 0 ? 1 : Math.max(least, (ORDINARY / z) ** 2)
  })
}

function localLevel(levels: readonly number[], week: number): number {
  const near = levels.filter((_, other) => other !== week && Math.abs(other - week) <= 3)
  const level = median(Float64Array.from(near))
  return Number.isNaN(level) ? levels[week]! : level
}

function goesOn(deviations: Float64Array, index: number): boolean {
  const next = deviations[index + 7]
  const last = deviations[index - 7]
  return (
    (next !== undefined && isSameWay(next, deviations[index]!)) ||
    (last !== undefined && isSameWay(last, deviations[index]!))
  )
}

function isSameWay(next: number, deviation: number): boolean {
  return Math.sign(next) === Math.sign(deviation) && Math.abs(next) > 0.5 * Math.abs(deviation)
}

/** Whether the same day of all of the last weeks was empty. */
function isLastingEmpty(days: Float64Array, index: number): boolean {
  let run = 0
  for (let day = days.length - 7 + (index % 7); day >= 0 && (days[day] === 0 || Number.isNaN(days[day]!)); day -= 7) {
    if (days[day] === 0) run++
    if (day <= index && run >= EMPTY_WEEKS) return true
  }
  return run >= EMPTY_WEEKS && index >= days.length - 7 * run
}

/** Difference as a log ratio, of counts. */
function deviation(count: number, expected: number): number {
  return Math.log((count + 0.5) / (expected + 0.5))
}

/** Of the values that are known; NaN where none is. */
export function median(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted()
  if (known.length === 0) return Number.NaN
  const middle = known.length >> 1
  return known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2
}
