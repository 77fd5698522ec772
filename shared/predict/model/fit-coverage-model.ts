import type { CoverageModel, HoldingAndAvailability, PoolModel } from '../types.ts'
import { binCells } from './bins.ts'
import { bootstrapDays } from './bootstrap.ts'
import { fitGroup, refit, WEAK_PRIORS, type GroupFit } from './fit-group.ts'
import type { FitInput } from './fit-input.ts'
import { findWarnings } from './fit-warnings.ts'
import { groupPools } from './group-pools.ts'
import { compareWithHistory } from './history-check.ts'
import { logistic } from './likelihood.ts'
import type { Maximum } from './maximise.ts'
import { observe, type GroupObservations } from './observations.ts'
import { poolHoldingTimes } from './pooling.ts'
import { slotCalendar } from './slot-calendar.ts'
import { fixAvailabilityIfFlat } from './fix-availability.ts'

/** Chance, before any visit is seen, that all groups of an organization work the same way. */
const ALIKE = 0.8
/** Within this much of log likelihood the data do not tell one choice from another, and the fewest at once is taken. */
const NO_DIFFERENCE = 2

const MOST_VISITORS_PER_AGENT = 5
const OTHER_LOGIT = 5

export interface FitOptions {
  readonly seed: number
  /** Draws of the day bootstrap (default 200); 0 leaves it out. */
  readonly draws?: number | undefined
  /** 1-5; absent: chosen by likelihood. */
  readonly visitorsPerAgent?: number | undefined
}

/**
 * Fits the loss system to history. It never refuses: with little data it leans on what is usual, its draws are wide and its warnings say
 * so. The same input and seed give the same model. Throws AppError 'invalid-input' for an unknown zone.
 */
export function fitCoverageModel(input: FitInput, options: FitOptions): CoverageModel {
  const groups = groupPools(input.pools.map(({ members, cells }) => ({ members, visitors: sumOf(cells.visitors) })))
  const observations = groups.map((pools) => observe(input, pools))
  const chosen = chooseFits(observations, options.visitorsPerAgent)
  const identified = chosen.map((fit, group) => fixAvailabilityIfFlat(observations[group]!, fit))
  const { fits, holding } = poolHoldingTimes(observations, identified)
  const calendar = slotCalendar(input)
  const draws = bootstrapDays(
    fits.map((fit, group) => ({ fit, observations: observations[group]! })),
    { draws: options.draws ?? 200, seed: options.seed, day: calendar.day, holding },
  )
  const pools: PoolModel[] = []
  groups.forEach((indexes, group) => {
    const fit = fits[group]!
    const service = {
      logMinutes: fit.parameters,
      availability: availabilityOf(fit),
      visitorsPerAgent: fit.visitorsPerAgent,
    }
    const check = compareWithHistory({ fit: service, observations: observations[group]!, calendar })
    indexes.forEach((index, place) => {
      const point = pointOf(fit, observations[group]!, place)
      const { weeks, visits, warnings } = findWarnings(input, input.pools[index]!, {
        calendar,
        isAvailabilityFixed: fit.fixedAvailability !== null,
        check,
      })
      pools[index] = {
        poolId: input.pools[index]!.poolId,
        ...point,
        visitorsPerAgent: fit.visitorsPerAgent,
        loadFactors: check.loadFactors,
        draws: draws[group]!.map((draw) => draw[place]!),
        weeks,
        visits,
        warnings,
      }
    })
  })
  return { timeZone: input.timeZone, pools, groups }
}

function chooseFits(groups: readonly GroupObservations[], given: number | undefined): readonly GroupFit[] {
  const candidates = groups.map((observations) => {
    if (given !== undefined) return [coarseFit(observations, given, null)]
    const fits: GroupFit[] = []
    for (let visitorsPerAgent = 1; visitorsPerAgent <= MOST_VISITORS_PER_AGENT; visitorsPerAgent++) {
      fits.push(coarseFit(observations, visitorsPerAgent, fits.at(-1) ?? null))
    }
    return fits.map((fit) => ({ ...fit, ...onAllCells(observations, fit) }))
  })
  const choices = chooseVisitorsPerAgent(candidates.map((fits) => fits.map((fit) => fit.objective)))
  return candidates.map((fits, group) => {
    const { visitorsPerAgent, parameters } = fits[choices[group]! - 1]!
    return fitGroup(groups[group]!, {
      visitorsPerAgent,
      holding: WEAK_PRIORS.logMinutes,
      fixedAvailability: null,
      start: parameters,
    })
  })
}

/** What a coarse fit comes to on cells that are binned no more than they must be: the same cells for all fits that are compared. */
function onAllCells(observations: GroupObservations, fit: GroupFit): Maximum {
  const binned = binCells(observations, fit.parameters.subarray(0, observations.holdingTimes))
  return refit(binned, { ...fit, holding: WEAK_PRIORS.logMinutes, isCoarse: true }, fit.parameters)
}

/** Begins where one visitor fewer per agent ended: as many at once take about as much longer. */
function coarseFit(observations: GroupObservations, visitorsPerAgent: number, before: GroupFit | null): GroupFit {
  const times = observations.holdingTimes
  const common = { visitorsPerAgent, holding: WEAK_PRIORS.logMinutes, fixedAvailability: null, isCoarse: true }
  if (before !== null) {
    const longer = Math.log(visitorsPerAgent / before.visitorsPerAgent)
    return fitGroup(observations, {
      ...common,
      start: before.parameters.map((value, index) => (index < times ? value + longer : value)),
    })
  }
  const start = new Float64Array(times + 1).fill(WEAK_PRIORS.logMinutes.mean)
  start[times] = WEAK_PRIORS.logit.mean
  const found = fitGroup(observations, { ...common, start })
  // The likelihood may have a second top, where nobody is ever away.
  const other = refit(found.binned, common, found.parameters.with(times, OTHER_LOGIT))
  return other.objective > found.objective + 0.01
    ? fitGroup(observations, { ...common, start: other.parameters })
    : found
}

function pointOf(fit: GroupFit, { holdingTimeOf }: GroupObservations, place: number): HoldingAndAvailability {
  return { holdingMinutes: Math.exp(fit.parameters[holdingTimeOf[place]!]!), availability: availabilityOf(fit) }
}

function availabilityOf({ fixedAvailability, parameters }: GroupFit): number {
  return fixedAvailability ?? logistic(parameters.at(-1)!)
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index]!
  return sum
}

/**
 * Visitors per agent (1, 2, ...) of each group, given its objective [group][choice]: the likeliest, where groups of one organization
 * are mostly alike, so that a quiet pool follows the busy ones.
 */
function chooseVisitorsPerAgent(objectives: readonly (readonly number[])[]): readonly number[] {
  return objectives.map((own, group) => {
    const choices = own.length
    const others = own.map((_, choice) =>
      objectives.reduce((sum, other, index) => (index === group ? sum : sum + other[choice]!), 0),
    )
    const most = Math.max(...others)
    const weights = others.map((value) => Math.exp(value - most))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const scores = own.map(
      (value, choice) => value + Math.log((1 - ALIKE) / choices + (ALIKE * weights[choice]!) / total),
    )
    const best = Math.max(...scores)
    return scores.findIndex((score) => score >= best - NO_DIFFERENCE) + 1
  })
}
