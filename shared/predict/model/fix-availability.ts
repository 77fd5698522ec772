import { fitGroup, priorsOf, WEAK_PRIORS, type GroupFit } from './fit-group.ts'
import type { GroupObservations } from './observations.ts'

/** The data know the holding time, were availability known, this well ... */
const KNOWN_DEVIATION = 0.5
/** ... but without knowing it they do not know it better than the prior. */
const UNKNOWN_DEVIATION = WEAK_PRIORS.logMinutes.deviation
/** A flat profile: full availability explains the data as well, to this much of log likelihood. */
const FLAT = 1

/**
 * Where holding time and availability cannot be distinguished, availability is fixed at 1: the same fit then, with all of what is missed put
 * down to busy agents. Not where that would need holding times out of reason: then it is availability that the data know.
 */
export function fixAvailabilityIfFlat(observations: GroupObservations, fit: GroupFit): GroupFit {
  if (fit.fixedAvailability !== null || !isRidge(fit)) return fit
  const fixed = fitGroup(observations, {
    ...fit,
    fixedAvailability: 1,
    holding: WEAK_PRIORS.logMinutes,
    start: fit.parameters,
  })
  return objectiveWithoutLogit(fixed) >= objectiveWithoutLogit(fit) - FLAT ? fixed : fit
}

/** Whether the likelihood knows a combination of both, but not each: seen along a common factor on the group's holding times. */
function isRidge({ likelihood: { information }, parameters }: GroupFit): boolean {
  const size = parameters.length
  const logit = size - 1
  let holding = 0
  let both = 0
  for (let row = 0; row < logit; row++) {
    for (let column = 0; column < logit; column++) holding += information[row * size + column]!
    both += information[row * size + logit]!
  }
  const availability = information[logit * size + logit]!
  if (!(holding > 1 / KNOWN_DEVIATION ** 2)) return false
  const alone = holding - (availability > 0 ? both ** 2 / availability : 0)
  return alone < 1 / UNKNOWN_DEVIATION ** 2
}

function objectiveWithoutLogit({ likelihood, parameters, binned }: GroupFit): number {
  const times = binned.bins.reference.length
  const { means, precisions } = priorsOf(times, WEAK_PRIORS.logMinutes)
  let objective = likelihood.value
  for (let time = 0; time < times; time++)
    objective -= 0.5 * precisions[time]! * (parameters[time]! - means[time]!) ** 2
  return objective
}
