import { binomial, type CountDistribution } from './binomial.ts'
import type { Bins } from './bins.ts'

/** Coverage is kept this far from 0 and 1, so that one impossible visit costs much but not everything. */
const EDGE = 1e-9

export interface LikelihoodOptions {
  readonly visitorsPerAgent: number
  /** null: the last parameter is the logit of availability. */
  readonly fixedAvailability: number | null
}

/** Log likelihood and its derivatives at some parameters: log minutes of each holding time, then logit of availability. */
export interface Likelihood {
  readonly value: number
  readonly gradient: Float64Array
  /** Fisher's information, row by row: positive semidefinite everywhere. */
  readonly information: Float64Array
  /** Minus the second derivatives, row by row: what Newton's steps go by, positive definite near a maximum only. */
  readonly curvature: Float64Array
}

/** Sum over bins of K log C + (N - K) log(1 - C), with its first and second derivatives in one pass. */
export function likelihoodOf(bins: Bins, parameters: ArrayLike<number>, options: LikelihoodOptions): Likelihood {
  const { agents, load, shares, powers, covered, missed, reference } = bins
  const times = reference.length
  const isFree = options.fixedAvailability === null
  const size = times + Number(isFree)
  const gradient = new Float64Array(size)
  const information = new Float64Array(size * size)
  const curvature = new Float64Array(size * size)
  const logGrowth = new Float64Array(times)
  const availability = options.fixedAvailability ?? logistic(parameters[times]!)
  const available = rememberedBinomial(availability)
  const coverage = { missed: 0, byLogLoad: 0, byLogit: 0, byLogLoadTwice: 0, byLogitTwice: 0, byBoth: 0 }
  // Most parts of the load follow the arrivals at once, with a power of 1.
  const growthAtOnce = reference.map((minutes, time) => Math.exp(parameters[time]! - minutes))
  let value = 0

  for (let bin = 0; bin < bins.length; bin++) {
    const visitors = covered[bin]! + missed[bin]!
    if (visitors <= 0) continue
    let growth = 0
    for (let time = 0; time < times; time++) {
      const power = powers[bin * times + time]!
      const grown = power === 1 ? growthAtOnce[time]! : Math.exp(power * (parameters[time]! - reference[time]!))
      const part = shares[bin * times + time]! * grown
      growth += part
      logGrowth[time] = part * power
    }
    fillCoverage(
      coverage,
      {
        agents: agents[bin]!,
        load: growth * load[bin]!,
        availability,
        visitorsPerAgent: options.visitorsPerAgent,
      },
      available(agents[bin]!),
    )
    const missing = Math.min(1 - EDGE, Math.max(EDGE, coverage.missed))
    const covering = 1 - missing
    value +=
      (covered[bin]! > 0 ? covered[bin]! * Math.log(covering) : 0) +
      (missed[bin]! > 0 ? missed[bin]! * Math.log(missing) : 0)
    const score = covered[bin]! / covering - missed[bin]! / missing
    const weight = visitors / (covering * missing)
    const bend = covered[bin]! / (covering * covering) + missed[bin]! / (missing * missing)
    const { byLogLoad, byLogit } = coverage
    // Of the log likelihood, by log load twice: expected, and as it was seen.
    const expected = weight * byLogLoad * byLogLoad
    const seen = bend * byLogLoad * byLogLoad - score * (coverage.byLogLoadTwice - byLogLoad)
    for (let row = 0; row < times; row++) {
      const growing = (logGrowth[row]! /= growth)
      gradient[row]! += score * byLogLoad * growing
      for (let column = 0; column <= row; column++) {
        const product = growing * logGrowth[column]!
        information[row * size + column]! += expected * product
        curvature[row * size + column]! += seen * product
      }
      curvature[row * size + row]! -= score * byLogLoad * growing * powers[bin * times + row]!
    }
    if (!isFree) continue
    gradient[times]! += score * byLogit
    for (let time = 0; time < times; time++) {
      information[times * size + time]! += weight * byLogit * byLogLoad * logGrowth[time]!
      curvature[times * size + time]! += (bend * byLogit * byLogLoad - score * coverage.byBoth) * logGrowth[time]!
    }
    information[times * size + times]! += weight * byLogit * byLogit
    curvature[times * size + times]! += bend * byLogit * byLogit - score * coverage.byLogitTwice
  }
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) {
      information[row * size + column] = information[column * size + row]!
      curvature[row * size + column] = curvature[column * size + row]!
    }
  return { value, gradient, information, curvature }
}

/** The probability, 0-1, of a log odds. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

interface MutableCoverage {
  missed: number
  /** Derivatives of the coverage. */
  byLogLoad: number
  byLogit: number
  byLogLoadTwice: number
  byLogitTwice: number
  byBoth: number
}

interface Situation {
  readonly agents: number
  readonly load: number
  readonly availability: number
  readonly visitorsPerAgent: number
}

function fillCoverage(
  out: MutableCoverage,
  { agents, load, availability, visitorsPerAgent }: Situation,
  { first, weights }: CountDistribution,
): void {
  const perErlang = 1 / load
  const meanAvailable = agents * availability
  const variance = meanAvailable * (1 - availability)
  let inverse = 1
  let server = 0
  let missed = 0
  let byLogLoad = 0
  let byLogit = 0
  let byLogLoadTwice = 0
  let byLogitTwice = 0
  let byBoth = 0
  for (let index = 0; index < weights.length; index++) {
    const servers = (first + index) * visitorsPerAgent
    while (server < servers) inverse = 1 + ++server * perErlang * inverse
    const blocking = 1 / inverse
    const weight = weights[index]!
    const blocked = weight * blocking
    const beyond = first + index - meanAvailable
    // dB/dlog a = B (n - a + a B)
    const idle = servers - load + load * blocking
    const growing = blocked * idle
    missed += blocked
    byLogLoad -= growing
    byLogit -= blocked * beyond
    byLogLoadTwice -= growing * idle + blocked * load * (blocking - 1 + blocking * idle)
    byLogitTwice -= blocked * (beyond * beyond - variance)
    byBoth -= growing * beyond
  }
  out.missed = missed
  out.byLogLoad = byLogLoad
  out.byLogit = byLogit
  out.byLogLoadTwice = byLogLoadTwice
  out.byLogitTwice = byLogitTwice
  out.byBoth = byBoth
}

function rememberedBinomial(availability: number): (agents: number) => CountDistribution {
  const known = new Map<number, CountDistribution>()
  return (agents) => {
    let found = known.get(agents)
    if (found === undefined) {
      found = binomial(agents, availability)
      known.set(agents, found)
    }
    return found
  }
}
