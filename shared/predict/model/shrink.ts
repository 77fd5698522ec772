import { logGamma } from './log-gamma.ts'

/** A cell of history: what came, what was covered, and the share (0-1) that the model expects to be covered. */
export interface RateCell {
  readonly visitors: number
  readonly covered: number
  readonly expected: number
}

const LOG_KAPPA = { least: Math.log(2), most: Math.log(1e6), step: 0.1 }
/** Cells have to speak against the model this clearly, in log likelihood, before they are believed instead. */
const CLEARLY = 2
/** An expectation of exactly 0 or 1 would forbid what is there. */
const EDGE = 1e-4

/**
 * Coverage (0-1) of a cell, its own history shrunk towards the model: (K + kappa p) / (N + kappa). Kappa is how many visitors the
 * model's word is worth.
 */
export function shrunkRate({ visitors, covered, expected }: RateCell, kappa: number): number {
  return (covered + kappa * expected) / (visitors + kappa)
}

/**
 * The likeliest kappa under a beta-binomial distribution of what the cells covered. `dispersion` (at least 1) is how much more counts
 * of one cell vary than single visits on their own would: visits of one busy hour share their luck, and count for less.
 */
export function likeliestKappa(cells: readonly RateCell[], dispersion = 1): number {
  const counted = cells
    .filter(({ visitors }) => visitors > 0)
    .map(({ visitors, covered, expected }) => ({
      visitors: visitors / dispersion,
      covered: covered / dispersion,
      expected: Math.min(1 - EDGE, Math.max(EDGE, expected)),
    }))
  const likelihoods: { readonly kappa: number; readonly likelihood: number }[] = []
  for (let logKappa = LOG_KAPPA.most; logKappa >= LOG_KAPPA.least; logKappa -= LOG_KAPPA.step) {
    const kappa = Math.exp(logKappa)
    likelihoods.push({ kappa, likelihood: betaBinomial(counted, kappa) })
  }
  const best = likelihoods.reduce((most, one) => (one.likelihood > most.likelihood + 1e-6 ? one : most))
  const isClear = best.likelihood > likelihoods[0]!.likelihood + CLEARLY
  return (isClear ? best.kappa : likelihoods[0]!.kappa) * dispersion
}

function betaBinomial(cells: readonly RateCell[], kappa: number): number {
  let likelihood = 0
  const whole = logGamma(kappa)
  for (const { visitors, covered, expected } of cells) {
    const success = kappa * expected
    const failure = kappa - success
    likelihood +=
      logGamma(covered + success) - logGamma(success) + logGamma(visitors - covered + failure) - logGamma(failure)
    likelihood += whole - logGamma(visitors + kappa)
  }
  return likelihood
}
