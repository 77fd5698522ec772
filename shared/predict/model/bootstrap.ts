import { createRandom } from '../random.ts'
import type { HoldingAndAvailability } from '../types.ts'
import { binCells, type BinnedCells, type Bins } from './bins.ts'
import { priorsOf, type GroupFit, type NormalBelief } from './fit-group.ts'
import { likelihoodOf, logistic, type Likelihood } from './likelihood.ts'
import { matchedAt, type Derivatives, type LikelihoodAt } from './matched-likelihood.ts'
import { maximise } from './maximise.ts'
import type { GroupObservations } from './observations.ts'

/** Draws of more are made on fewer, rougher bins. */
const MOST_BINS = 3000

export interface BootstrapOptions {
  readonly draws: number
  readonly seed: number
  /** Local day of each slot of the input, as any ordinal. */
  readonly day: Int32Array
  /** The belief that the fit leaned on. */
  readonly holding: NormalBelief
}

export interface GroupToDraw {
  readonly observations: GroupObservations
  readonly fit: GroupFit
}

/**
 * Draws of each group's holding times and availability: days drawn with replacement, the same ones for all groups, and what was believed
 * before drawn as well, so that with little data the draws are as wide as the ignorance. Result: [group][draw][pool of the group].
 */
export function bootstrapDays(
  groups: readonly GroupToDraw[],
  options: BootstrapOptions,
): readonly (readonly (readonly HoldingAndAvailability[])[])[] {
  const days = distinctDays(groups, options.day)
  const weightOfDay = new Float64Array(days.size)
  const dayRandom = createRandom(options.seed, 1)
  const priorRandom = createRandom(options.seed, 2)
  const redraws = groups.map((group) => createRedraw(group, days, options))
  const result = groups.map(() => [] as (readonly HoldingAndAvailability[])[])
  for (let draw = 0; draw < options.draws; draw++) {
    weightOfDay.fill(0)
    for (let day = 0; day < days.size; day++) weightOfDay[Math.floor(dayRandom.uniform() * days.size)]! += 1
    redraws.forEach((redraw, group) => result[group]!.push(redraw(weightOfDay, priorRandom.normal)))
  }
  return result
}

function distinctDays(groups: readonly GroupToDraw[], day: Int32Array): ReadonlyMap<number, number> {
  const days = new Set<number>()
  for (const { observations } of groups) for (const slot of observations.cells.slot) days.add(day[slot]!)
  return new Map([...days].toSorted((a, b) => a - b).map((value, index) => [value, index]))
}

type Redraw = (weightOfDay: Float64Array, normal: () => number) => readonly HoldingAndAvailability[]

function createRedraw(
  { observations, fit }: GroupToDraw,
  days: ReadonlyMap<number, number>,
  { day, holding }: BootstrapOptions,
): Redraw {
  const { holdingTimeOf, holdingTimes: times } = observations
  const dayOfCell = Int32Array.from(observations.cells.slot, (slot) => days.get(day[slot]!)!)
  const { means, precisions } = priorsOf(times, holding)
  // Where availability was fixed the draws let it go: they are to show that it is unknown.
  const start =
    fit.fixedAvailability === null
      ? fit.parameters
      : Float64Array.of(...fit.parameters.subarray(0, times), means[times]!)
  const likelihoodOfDays = ({ bins, binOfCell }: BinnedCells): ((weightOfDay: Float64Array) => LikelihoodAt) => {
    const weigh = weighedDays(observations, { bins, binOfCell, dayOfCell })
    return (weightOfDay) => {
      const weighed = weigh(weightOfDay)
      return (parameters) =>
        likelihoodOf(weighed, parameters, { visitorsPerAgent: fit.visitorsPerAgent, fixedAvailability: null })
    }
  }
  const ofFit = likelihoodOfDays(fit.binned)
  let likelihoodAt = ofFit
  if (fit.binned.bins.length > MOST_BINS) {
    const rough = likelihoodOfDays(binCells(observations, start.subarray(0, times), { isRough: true }))
    const exact = sumsOfDays(days.size, (weightOfDay) => ofFit(weightOfDay)(start))
    likelihoodAt = (weightOfDay) => matchedAt(rough(weightOfDay), { at: start, times, exact: exact(weightOfDay) })
  }
  return (weightOfDay, normal) => {
    const drawn = means.map((mean, index) => mean + normal() / Math.sqrt(precisions[index]!))
    const { parameters } = maximise(likelihoodAt(weightOfDay), start, {
      times,
      priors: { means: drawn, precisions },
      // A tenth of a standard deviation: nothing beside what the draws differ by.
      leastGain: 5e-3,
      rounds: 12,
    })
    const availability = logistic(parameters[times]!)
    return holdingTimeOf.map((time) => ({ holdingMinutes: Math.exp(parameters[time]!), availability }))
  }
}

interface DaysOfCells extends BinnedCells {
  readonly dayOfCell: Int32Array
}

/** The bins with each day counted as often as it was drawn. What was returned before is overwritten. */
function weighedDays(
  { cells }: GroupObservations,
  { bins, binOfCell, dayOfCell }: DaysOfCells,
): (weightOfDay: Float64Array) => Bins {
  const covered = new Float64Array(bins.length)
  const missed = new Float64Array(bins.length)
  return (weightOfDay) => {
    covered.fill(0)
    missed.fill(0)
    for (let cell = 0; cell < cells.length; cell++) {
      const weight = weightOfDay[dayOfCell[cell]!]!
      if (weight === 0) continue
      covered[binOfCell[cell]!]! += weight * cells.covered[cell]!
      missed[binOfCell[cell]!]! += weight * cells.missed[cell]!
    }
    return { ...bins, covered, missed }
  }
}

/** A likelihood's derivatives at one place for any weights of the days: sums of those of each day. */
function sumsOfDays(
  days: number,
  likelihoodOfDays: (weightOfDay: Float64Array) => Likelihood,
): (weightOfDay: Float64Array) => Derivatives {
  const ofDay = Array.from({ length: days }, (_, day) => likelihoodOfDays(new Float64Array(days).fill(1, day, day + 1)))
  return (weightOfDay) => {
    const gradient = new Float64Array(ofDay[0]!.gradient.length)
    const curvature = new Float64Array(ofDay[0]!.curvature.length)
    ofDay.forEach((likelihood, day) => {
      const weight = weightOfDay[day]!
      if (weight === 0) return
      for (let index = 0; index < gradient.length; index++) gradient[index]! += weight * likelihood.gradient[index]!
      for (let index = 0; index < curvature.length; index++) curvature[index]! += weight * likelihood.curvature[index]!
    })
    return { gradient, curvature }
  }
}
