import { median } from './robust-weights.ts'

/** The level of each week, oldest first, and how much of it was observed and counts, 0-1. */
export interface WeekLevels {
  readonly levels: Float64Array
  readonly shares: Float64Array
}

/** Weight of a week against the next. */
const DECAY = 0.5
/** A new level has to be this many spreads from the old one, over two weeks at least, to make the old one forgotten. */
const CLEAR_SHIFT = 3
const MOST_WEEKS_SINCE_SHIFT = 5
const WEEKS_BEFORE_SHIFT = 5
const LEAST_SPREAD = 0.04
/** Errors that all lean one way are a drift: so many weeks of no drift stand against it. */
const NO_DRIFT_WEEKS = 4
const WEEKS_FOR_DRIFT = 6

/**
 * The level to expect next: an average in which a week counts half as much as the next. Where the last weeks clearly stand at a new
 * level, what was before is left out; where such averages kept lagging behind in one direction, they are pushed by what that explains.
 */
export function nextLevel({ levels, shares }: WeekLevels): number {
  const known = indexesOf(shares)
  if (known.length === 0) return 0
  const settled = { levels, shares: sharesSinceShift({ levels, shares }, known) }
  const level = average(settled, levels.length)
  return level * Math.exp(drift({ levels, shares }, known))
}

function indexesOf(shares: Float64Array): readonly number[] {
  return Array.from(shares.keys()).filter((week) => shares[week]! > 0)
}

/** Of the weeks before `end`. */
function average({ levels, shares }: WeekLevels, end: number): number {
  let sum = 0
  let weight = 0
  for (let week = 0; week < end; week++) {
    const value = DECAY ** (end - 1 - week) * shares[week]!
    sum += value * levels[week]!
    weight += value
  }
  return weight > 0 ? sum / weight : 0
}

function sharesSinceShift({ levels, shares }: WeekLevels, known: readonly number[]): Float64Array {
  const solid = known.filter((week) => shares[week]! >= 0.3 && levels[week]! > 0)
  const logs = solid.map((week) => Math.log(levels[week]!))
  const steps = Float64Array.from(logs.slice(1), (value, index) => Math.abs(value - logs[index]!))
  const spread = Math.max(LEAST_SPREAD, (1.4826 * median(steps)) / Math.SQRT2)
  for (let since = 2; since <= MOST_WEEKS_SINCE_SHIFT && since + 2 <= logs.length; since++) {
    const after = logs.slice(-since)
    const before = median(Float64Array.from(logs.slice(-since - WEEKS_BEFORE_SHIFT, -since)))
    const shift = median(Float64Array.from(after)) - before
    if (Math.abs(shift) < CLEAR_SHIFT * spread || !after.every((value) => (value - before) / shift > 0.6)) continue
    const change = solid.at(-since)!
    return shares.map((share, week) => (week < change ? 0 : share))
  }
  return shares
}

/** By how much, as a logarithm, the average is to be pushed. */
function drift(weeks: WeekLevels, known: readonly number[]): number {
  if (known.length < WEEKS_FOR_DRIFT) return 0
  const errors = known.slice(2).map((week) => {
    const expected = average(weeks, week)
    const actual = weeks.levels[week]!
    return {
      error: expected > 0 && actual > 0 ? Math.log(actual / expected) : 0,
      share: Math.min(1, weeks.shares[week]!),
    }
  })
  const usual = Math.max(1.4826 * median(Float64Array.from(errors, ({ error }) => Math.abs(error))), 0.01)
  const clipped = errors.map(({ error, share }) => share * Math.max(-3 * usual, Math.min(3 * usual, error)))
  const leaning = (index: number): number => (clipped[index - 1]! + clipped[index - 2]!) / 2
  let product = 0
  let square = NO_DRIFT_WEEKS * usual ** 2
  for (let index = 2; index < clipped.length; index++) {
    product += clipped[index]! * leaning(index)
    square += leaning(index) ** 2
  }
  const persistence = Math.max(0, Math.min(1, product / square))
  return persistence * leaning(clipped.length)
}
