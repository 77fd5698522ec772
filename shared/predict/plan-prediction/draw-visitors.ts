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

/** From so many visitors on a gamma count is as good as a negative binomial one, and twice as quick. */
const MANY = 20

/** Draws how many visitors come, given their mean and variance. */
export function drawArrivals(mean: number, variance: number, random: Random): number {
  return mean < MANY ? random.negativeBinomial(mean, variance) : Math.round(random.gamma((mean * mean) / variance, variance / mean))
}

/** What a week's misfit is in one draw: log odds. */
export function drawMisfit(random: Random): number {
  return WEEK_MISFIT * random.normal()
}

/**
 * Draws how many of `arrivals` are covered under two schedules whose rates are given. Who is covered where fewer are is covered
 * where more are too, so that schedules differ by what tells them apart.
 */
export function drawCovered(arrivals: number, rates: CoveredPair, { random, misfit }: { readonly random: Random; readonly misfit: number }): CoveredPair {
  const spread = runsDeviation(arrivals, (rates.schedule + rates.baseline) / 2)
  const move = misfit + (spread > 0 ? spread * random.normal() : 0)
  // What spreads log odds draws the mean rate to one half; stretched by this before, it stays (logistic-normal mean, MacKay 1992).
  const stretch = Math.sqrt(1 + (Math.PI / 8) * spread * spread)
  const schedule = moved(rates.schedule, move, stretch)
  const baseline = rates.baseline === rates.schedule ? schedule : moved(rates.baseline, move, stretch)
  const lower = Math.min(schedule, baseline)
  const higher = Math.max(schedule, baseline)
  const inBoth = random.binomial(arrivals, lower)
  const more = higher > lower && inBoth < arrivals ? random.binomial(arrivals - inBoth, (higher - lower) / (1 - lower)) : 0
  return schedule < baseline ? { schedule: inBoth, baseline: inBoth + more } : { schedule: inBoth + more, baseline: inBoth }
}

/** Deviation of log odds by which the variance of a binomial count grows as LIKE_FATE says. */
function runsDeviation(arrivals: number, rate: number): number {
  const variance = arrivals * rate * (1 - rate)
  return variance > 0 ? Math.min(LARGEST_MOVE, Math.sqrt((LIKE_FATE * (arrivals - 1)) / variance)) : 0
}

/** A rate whose log odds are stretched and moved; nobody and everybody stay so. */
function moved(rate: number, move: number, stretch: number): number {
  if (!(rate > 0)) return 0
  if (rate >= 1) return 1
  return 1 / (1 + Math.exp(stretch * Math.log(1 / rate - 1) - move))
}
