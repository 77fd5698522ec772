import { createRandom } from '../random.ts'
import type { HoldingAndAvailability } from '../types.ts'
import { priorsOf, type GroupFit, type NormalBelief } from './fit-group.ts'
import { logistic } from './likelihood.ts'
import { maximise } from './maximise.ts'
import type { GroupObservations } from './observations.ts'

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

function createRedraw(
  { observations, fit }: GroupToDraw,
  days: ReadonlyMap<number, number>,
  { day, holding }: BootstrapOptions,
): (weightOfDay: Float64Array, normal: () => number) => readonly HoldingAndAvailability[] {
  const { cells, holdingTimeOf } = observations
  const { bins, binOfCell } = fit.binned
  const times = bins.reference.length
  const dayOfCell = Int32Array.from(cells.slot, (slot) => days.get(day[slot]!)!)
  const covered = new Float64Array(bins.length)
  const missed = new Float64Array(bins.length)
  const { means, precisions } = priorsOf(times, holding)
  // Where availability was fixed the draws let it go: they are to show that it is unknown.
  const start =
    fit.fixedAvailability === null
      ? fit.parameters
      : Float64Array.of(...fit.parameters.subarray(0, times), means[times]!)
  return (weightOfDay, normal) => {
    covered.fill(0)
    missed.fill(0)
    for (let cell = 0; cell < cells.length; cell++) {
      const weight = weightOfDay[dayOfCell[cell]!]!
      if (weight === 0) continue
      covered[binOfCell[cell]!]! += weight * cells.covered[cell]!
      missed[binOfCell[cell]!]! += weight * cells.missed[cell]!
    }
    const drawn = means.map((mean, index) => mean + normal() / Math.sqrt(precisions[index]!))
    const { parameters } = maximise({ ...bins, covered, missed }, start, {
      visitorsPerAgent: fit.visitorsPerAgent,
      fixedAvailability: null,
      priors: { means: drawn, precisions },
      tolerance: 2e-3,
      leastGain: 1e-3,
      rounds: 12,
    })
    const availability = logistic(parameters[times]!)
    return holdingTimeOf.map((time) => ({ holdingMinutes: Math.exp(parameters[time]!), availability }))
  }
}
