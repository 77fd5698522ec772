import { fitGroup, refit, varianceOfHolding, WEAK_PRIORS, type GroupFit, type NormalBelief } from './fit-group.ts'
import type { GroupObservations } from './observations.ts'

/** What is believed of the spread between pools, and how many pools that belief is worth. */
const SPREAD = { deviation: 0.5, weight: 1 }
const ROUNDS = 6

export interface PooledFits {
  readonly fits: readonly GroupFit[]
  /** Log holding times of the organization's pools: what is believed of one more. */
  readonly holding: NormalBelief
}

/**
 * Partial pooling: log holding times of all pools are taken as drawn from one normal distribution, whose mean and spread are learned
 * with them, so that a quiet pool leans on the others. A single pool keeps the weak prior.
 */
export function poolHoldingTimes(groups: readonly GroupObservations[], fits: readonly GroupFit[]): PooledFits {
  const count = fits.reduce((sum, fit) => sum + fit.binned.bins.reference.length, 0)
  if (count < 2) return { fits, holding: WEAK_PRIORS.logMinutes }
  let current = fits
  let holding: NormalBelief = WEAK_PRIORS.logMinutes
  for (let round = 0; round < ROUNDS; round++) {
    holding = spreadOf(current, holding)
    const belief = holding
    current = current.map((fit, index) =>
      round === ROUNDS - 1
        ? fitGroup(groups[index]!, { ...fit, holding: belief, start: fit.parameters })
        : { ...fit, ...refit(fit.binned, { ...fit, holding: belief }, fit.parameters) },
    )
  }
  return { fits: current, holding }
}

/** One step of expectation and maximisation. */
function spreadOf(fits: readonly GroupFit[], before: NormalBelief): NormalBelief {
  const times = fits.flatMap((fit) =>
    Array.from(fit.binned.bins.reference, (_, time) => ({
      mean: fit.parameters[time]!,
      variance: varianceOfHolding(fit, before, time),
    })),
  )
  const precision = 1 / before.deviation ** 2
  const weak = 1 / WEAK_PRIORS.logMinutes.deviation ** 2
  const mean =
    (times.reduce((sum, time) => sum + time.mean * precision, 0) + WEAK_PRIORS.logMinutes.mean * weak) /
    (times.length * precision + weak)
  const squares = times.reduce((sum, time) => sum + (time.mean - mean) ** 2 + time.variance, 0)
  const variance = (squares + SPREAD.weight * SPREAD.deviation ** 2) / (times.length + SPREAD.weight)
  return { mean, deviation: Math.min(WEAK_PRIORS.logMinutes.deviation, Math.max(0.05, Math.sqrt(variance))) }
}
