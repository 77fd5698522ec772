import { weekCells } from '../predict/plan-prediction/week-cells.ts'
import type { WeekModel } from '../predict/plan-prediction/week-model.ts'
import type { PredictionInputs } from '../predict/types.ts'
import type { BoundTarget } from './bound-evaluation.ts'
import type { Search } from './search.ts'
import type { Picks } from './shift-option.ts'

/** The coverage to reach, over parts of the week: all of it, or each hour in which somebody comes. */
export interface Target {
  readonly parts: readonly TargetPart[]
  /** Weights of the slots' visitors, in worked slots a visitor; changed on the way. */
  readonly slotWeights: Float64Array
}

interface TargetPart {
  readonly from: number
  readonly to: number
  /** Visitors to cover. */
  readonly need: number
}

/** Rounding. */
const NOTHING = 1e-7
const BISECTIONS = 14
const HIGHEST_WEIGHT = 1e6
const ROUNDS = 6
/** How often weights of hours are put right. */
const ADJUSTMENTS = 24

/** The parts of a week, and what each needs. */
export function targetOf(
  { inputs, week }: { readonly inputs: PredictionInputs; readonly week: WeekModel },
  { rate, per }: { readonly rate: number; readonly per: 'week' | 'hour' },
): Target {
  const slots = week.visitors.length
  const cells = per === 'week' ? [{ from: 0, to: slots }] : weekCells(inputs)
  const parts = cells.map(({ from, to }): TargetPart => {
    let visitors = 0
    for (let slot = from; slot < to; slot += 1) visitors += week.visitors[slot]!
    return { from, to, need: rate * visitors }
  })
  return { parts: parts.filter(({ need }) => need > 0), slotWeights: new Float64Array(slots).fill(1) }
}

/** What is missing of each part; 0 or less: it has what it needs. */
function missing({ parts, slotWeights }: Target, { objective }: Pick<Search, 'objective'>): readonly number[] {
  return parts.map(({ from, to, need }) => {
    let covered = 0
    for (let slot = from; slot < to; slot += 1) covered += objective.coveredBySlot[slot]! / slotWeights[slot]!
    return need - covered
  })
}

/** Covered visitors of the week, all alike. */
export function coveredOf({ slotWeights }: Target, { objective }: Search): number {
  return objective.coveredBySlot.reduce((sum, covered, slot) => sum + covered / slotWeights[slot]!, 0)
}

/** The same as the bound has it. */
export function boundTargetOf({ parts, slotWeights }: Target): BoundTarget {
  const partOf = new Int32Array(slotWeights.length).fill(-1)
  parts.forEach(({ from, to }, part) => partOf.fill(part, from, to))
  return {
    partOf,
    needs: Float64Array.from(parts, ({ need }) => need),
    weights: Float64Array.from(parts, ({ from }) => slotWeights[from]!),
  }
}

/** Whether the schedule at hand reaches the target. */
export function isReached(target: Target, search: Pick<Search, 'objective'>): boolean {
  return missing(target, search).every((left) => left <= NOTHING)
}

/** A target that was not reached: visitors covered all the same, and of how many parts less than they need. */
export interface Missed {
  readonly covered: number
  readonly parts: number
}

/** What the schedule at hand lacks. */
export function missedBy(target: Target, search: Search): Missed {
  const parts = missing(target, search).filter((left) => left > NOTHING).length
  return { covered: coveredOf(target, search), parts }
}

function setWeights({ parts, slotWeights }: Target, weights: readonly number[], search: Search): void {
  parts.forEach(({ from, to }, index) => slotWeights.fill(weights[index]!, from, to))
  search.objective.refresh()
}

/**
 * The fewest hours with which the target is reached: visitors are worth so much in each part that it is just reached, where a worked slot costs 1.
 * `keep` is called with every schedule that reaches it. Yields between its steps; answers whether any was found.
 */
export function* searchTarget(
  search: Search,
  { target, start, keep }: { readonly target: Target; readonly start: readonly Picks[]; readonly keep: () => void },
): Generator<void, boolean> {
  search.setScorePrice(1)
  let isFound = false
  const look = (): boolean => {
    if (!isReached(target, search)) return false
    isFound = true
    keep()
    return true
  }
  const settle = function* (): Generator<void, void> {
    for (let round = 0; round < ROUNDS && (yield* search.round(1)); round += 1) yield
  }
  look()
  let weights = target.parts.map(() => 1)
  // As high as it takes to reach it at all ...
  let low = 1
  let high = 1
  for (; high < HIGHEST_WEIGHT; high *= 4) {
    weights = target.parts.map(() => high)
    setWeights(target, weights, search)
    search.restore(start)
    yield* settle()
    if (look()) break
    low = high
  }
  // ... and for all parts alike as low as it still does.
  for (let halving = 0; isFound && halving < BISECTIONS && high / low > 1.01; halving += 1) {
    const middle = Math.sqrt(low * high)
    weights = target.parts.map(() => middle)
    setWeights(target, weights, search)
    search.restore(start)
    yield* settle()
    if (look()) high = middle
    else low = middle
  }
  weights = target.parts.map(() => Math.min(high, HIGHEST_WEIGHT))
  setWeights(target, weights, search)
  yield* settle()
  for (let adjustment = 0; target.parts.length > 1 && adjustment < ADJUSTMENTS; adjustment += 1) {
    const left = missing(target, search)
    weights = weights.map((weight, index) => {
      const share = left[index]! / target.parts[index]!.need
      return share > NOTHING ? weight * (1.3 + share) : Math.max(1e-3, weight * Math.max(0.6, 1 + 2 * share))
    })
    setWeights(target, weights, search)
    yield* settle()
    look()
  }
  return isFound
}

/** Takes hours out of a schedule that reaches the target, where they cost least first, as long as it does. */
export function* trimHours(
  search: Search,
  { target, keep }: { readonly target: Target; readonly keep: () => void },
): Generator<void, void> {
  const left = new Set(search.movable)
  while (left.size > 0) {
    const offers = [...left].flatMap((person) => {
      const offer = search.shorter(person)
      if (offer === null) left.delete(person)
      return offer === null ? [] : [{ person, ...offer }]
    })
    yield
    // The cheapest first; whoever is asked after that has other colleagues than when the offer was made.
    offers.sort((one, other) => one.lost / one.saved - other.lost / other.saved)
    let isTaken = false
    for (const { person, picks } of offers) {
      const before = search.picksOf(person)
      search.setPicks(person, picks)
      if (isReached(target, search)) {
        isTaken = true
        keep()
        break
      }
      search.setPicks(person, before)
      left.delete(person)
    }
    if (!isTaken) return
  }
}
