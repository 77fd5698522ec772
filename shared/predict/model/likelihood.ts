import { binomial, type CountDistribution } from './binomial.ts'
import type { Bins } from './bins.ts'

/** Coverage is kept this far from 0 and 1, so that one impossible visit costs much but not everything. */
const EDGE = 1e-9

export interface LikelihoodOptions {
  readonly visitorsPerAgent: number
  /** null: the last parameter is the logit of availability. */
  readonly fixedAvailability: number | null
}

/** Log likelihood, its gradient and Fisher's information at some parameters: log minutes of each holding time, then logit of availability. */
export interface Likelihood {
  readonly value: number
  readonly gradient: Float64Array
  /** Row by row. */
  readonly information: Float64Array
}

/** Sum over bins of K log C + (N - K) log(1 - C), with its derivatives in one pass. */
export function likelihoodOf(bins: Bins, parameters: ArrayLike<number>, options: LikelihoodOptions): Likelihood {
  const { agents, load, shares, powers, covered, missed, reference } = bins
  const times = reference.length
  const isFree = options.fixedAvailability === null
  const size = times + Number(isFree)
  const gradient = new Float64Array(size)
  const information = new Float64Array(size * size)
  const direction = new Float64Array(size)
  const availability = options.fixedAvailability ?? logistic(parameters[times]!)
  const available = rememberedBinomial(availability)
  const coverage = { missed: 0, byLogLoad: 0, byLogit: 0 }
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
      direction[time] = part * power
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
    for (let time = 0; time < times; time++) direction[time]! *= coverage.byLogLoad / growth
    if (isFree) direction[times] = coverage.byLogit
    for (let row = 0; row < size; row++) {
      gradient[row]! += score * direction[row]!
      for (let column = 0; column <= row; column++)
        information[row * size + column]! += weight * direction[row]! * direction[column]!
    }
  }
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++)
      information[row * size + column] = information[column * size + row]!
  return { value, gradient, information }
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
  let inverse = 1
  let server = 0
  let missed = 0
  let byLogLoad = 0
  let byLogit = 0
  for (let index = 0; index < weights.length; index++) {
    const servers = (first + index) * visitorsPerAgent
    while (server < servers) inverse = 1 + ++server * perErlang * inverse
    const blocking = 1 / inverse
    const blocked = weights[index]! * blocking
    missed += blocked
    byLogLoad -= blocked * (servers - load + load * blocking)
    byLogit -= blocked * (first + index - agents * availability)
  }
  out.missed = missed
  out.byLogLoad = byLogLoad
  out.byLogit = byLogit
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
