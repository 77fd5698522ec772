import type { Random } from '../random.ts'

/**
 * Losses come in runs (all agents busy, somebody away), so that the visitors of one hour fare alike: by so much the fate of two of them is
 * correlated. Few visitors an hour hardly meet; of many the count varies much more than binomially.
 */
const LIKE_FATE = 0.015
/** Log odds: how far a whole week may be from the model for reasons of its own. */
const WEEK_MISFIT = 0.06
const LARGEST_MOVE = 1.5

/** Visitors covered under two schedules, of the same arrivals. */
export interface CoveredPair {
  schedule: number
  baseline: number
}

/** From so many visitors on a skewed normal is as good as a negative binomial count, and much quicker. */
const MANY_VISITORS = 20
/** From such a variance on a normal is as good as a binomial. */
const LARGE_VARIANCE = 9

/** Draws how many visitors come, given their mean and variance. */
export function drawArrivals(mean: number, variance: number, random: Random): number {
  if (mean < MANY_VISITORS) return random.negativeBinomial(mean, variance)
  const deviation = Math.sqrt(variance)
  const normal = random.normal()
  // Cornish and Fisher's first term (1938) bends the normal to the skewness of the negative binomial.
  const skewness = ((2 * variance) / mean - 1) / deviation
  return Math.max(0, Math.round(mean + deviation * (normal + (skewness / 6) * (normal * normal - 1))))
}

/** What a week's misfit is in one draw: log odds. */
export function drawMisfit(random: Random): number {
  return WEEK_MISFIT * random.normal()
}

/**
 * Draws how many of `arrivals` are covered under two schedules whose rates are given. Who is covered where fewer are is covered
 * where more are too, so that schedules differ by what tells them apart.
 */
export function drawCovered(arrivals: number, rates: CoveredPair, { random, misfit }: CoverageDraw): CoveredPair {
  const middle = (rates.schedule + rates.baseline) / 2
  if (arrivals * middle * (1 - middle) >= LARGE_VARIANCE) return drawMany(arrivals, rates, { random, misfit })
  const spread = runsDeviation(arrivals, middle)
  const move = misfit + (spread > 0 ? spread * random.normal() : 0)
  // What spreads log odds draws the mean rate to one half; scaled by this before, it stays (logistic-normal mean, MacKay 1992).
  const scale = Math.sqrt(1 + (Math.PI / 8) * spread * spread)
  const schedule = moved(rates.schedule, move, scale)
  const baseline = rates.baseline === rates.schedule ? schedule : moved(rates.baseline, move, scale)
  const lower = Math.min(schedule, baseline)
  const higher = Math.max(schedule, baseline)
  const inBoth = random.binomial(arrivals, lower)
  const more =
    higher > lower && inBoth < arrivals ? random.binomial(arrivals - inBoth, (higher - lower) / (1 - lower)) : 0
  return schedule < baseline
    ? { schedule: inBoth, baseline: inBoth + more }
    : { schedule: inBoth + more, baseline: inBoth }
}

interface CoverageDraw {
  readonly random: Random
  readonly misfit: number
}

/** The same by normals, for hours of many visitors. */
function drawMany(arrivals: number, rates: CoveredPair, { random, misfit }: CoverageDraw): CoveredPair {
  const expected = nudged(rates.schedule, misfit)
  if (rates.baseline === rates.schedule) {
    const spread = Math.sqrt(arrivals * expected * (1 - expected) * (1 + LIKE_FATE * (arrivals - 1)))
    const inBoth = countWithin(arrivals, arrivals * expected + spread * random.normal())
    return { schedule: inBoth, baseline: inBoth }
  }
  const normal = random.normal()
  const schedule = movedByRuns(expected, arrivals, normal)
  const baseline = movedByRuns(nudged(rates.baseline, misfit), arrivals, normal)
  const lower = Math.min(schedule, baseline)
  const inBoth = binomialOfMany(arrivals, lower, random)
  const more = lower < 1 ? binomialOfMany(arrivals - inBoth, Math.abs(schedule - baseline) / (1 - lower), random) : 0
  return schedule < baseline
    ? { schedule: inBoth, baseline: inBoth + more }
    : { schedule: inBoth + more, baseline: inBoth }
}

/** A rate as runs of losses move it in an hour: its variance is what LIKE_FATE adds to a binomial's. */
function movedByRuns(rate: number, arrivals: number, normal: number): number {
  return Math.min(
    1,
    Math.max(0, rate + Math.sqrt((rate * (1 - rate) * LIKE_FATE * (arrivals - 1)) / arrivals) * normal),
  )
}

function binomialOfMany(trials: number, chance: number, random: Random): number {
  return countWithin(trials, trials * chance + Math.sqrt(trials * chance * (1 - chance)) * random.normal())
}

function countWithin(most: number, count: number): number {
  return Math.min(most, Math.max(0, Math.round(count)))
}

/** A rate moved by few log odds. */
function nudged(rate: number, logOdds: number): number {
  return Math.min(1, Math.max(0, rate + rate * (1 - rate) * logOdds))
}

/** Deviation of log odds by which the variance of a binomial count grows as LIKE_FATE says. */
function runsDeviation(arrivals: number, rate: number): number {
  const variance = arrivals * rate * (1 - rate)
  return variance > 0 ? Math.min(LARGEST_MOVE, Math.sqrt((LIKE_FATE * (arrivals - 1)) / variance)) : 0
}

/** A rate whose log odds are scaled and moved; nobody and everybody stay so. */
function moved(rate: number, move: number, scale: number): number {
  if (!(rate > 0)) return 0
  if (rate >= 1) return 1
  return 1 / (1 + Math.exp(scale * Math.log(1 / rate - 1) - move))
}
