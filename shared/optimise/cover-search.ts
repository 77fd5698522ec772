import type { SuggestOptions } from './problem.ts'
import type { Search } from './search.ts'
import type { Picks } from './shift-option.ts'

const BISECTIONS = 7
const ROUNDS_AT_A_PRICE = 2
const MOST_ROUNDS = 20
/** Visitors for a worked quarter-hour. */
const LOWEST_PRICE = 0.25
const HIGHEST_PRICE = 1e6

/** The search for most visitors covered, up to where only neighbourhoods of people better it. */
export interface CoverSearch {
  /** From the schedule at hand. Yields between its steps. */
  readonly run: () => Generator<void, void>
  /** Worth of a worked slot more. */
  readonly unitPrice: () => number
}

export interface CoverSearchOptions {
  readonly search: Search
  readonly options: SuggestOptions
  readonly isWithinHours: () => boolean
  readonly isWithinChanges: () => boolean
  /** Called with every schedule that may be the best. */
  readonly keep: () => void
}

/** Prepares the search; `run` begins it. */
export function coverSearch({
  search,
  options,
  isWithinHours,
  isWithinChanges,
  keep,
}: CoverSearchOptions): CoverSearch {
  let unitPrice = 0

  /** From the schedule at hand: everybody in turn, and hours at a price. */
  function* improveAll(): Generator<void, void> {
    if (isWithinHours()) yield* rounds()
    if (options.moves !== 'all') return
    const priced = yield* priceHours()
    if (priced !== null) search.restore(priced)
    if (isWithinHours()) yield* rounds()
  }

  /** Changes are few enough at some price of a change. */
  function* priceChanges(start: readonly Picks[]): Generator<void, void> {
    const isTooMany = function* (price: number): Generator<void, boolean> {
      search.setChangePrice(price)
      search.restore(start)
      yield* rounds()
      return !isWithinChanges()
    }
    yield* leastPrice(options.changePrice, Math.max(1, 2 * options.changePrice), isTooMany)
    search.setChangePrice(options.changePrice)
  }

  /** Everybody in turn, until nothing gains. */
  function* rounds(): Generator<void, void> {
    for (let round = 0; round < MOST_ROUNDS && (yield* search.round(0)); round += 1) {
      keep()
      yield
    }
    keep()
  }

  /** Hours are shared by a price: the one at which as many are used as are allowed. */
  function* priceHours(): Generator<void, readonly Picks[] | null> {
    const start = search.snapshot()
    let found = isWithinHours() ? { picks: start, score: search.score() } : null
    const isTooMany = function* (price: number): Generator<void, boolean> {
      search.restore(start)
      for (let round = 0; round < ROUNDS_AT_A_PRICE && (yield* search.round(price, { isUnlimited: true })); round += 1)
        yield
      if (!isWithinHours()) return true
      yield* rounds()
      if (found === null || search.score() > found.score) found = { picks: search.snapshot(), score: search.score() }
      return false
    }
    unitPrice = yield* leastPrice(0, LOWEST_PRICE, isTooMany)
    return found === null ? null : found.picks
  }

  return {
    *run() {
      const start = search.snapshot()
      yield* improveAll()
      if (options.maxChanges !== null && !isWithinChanges()) yield* priceChanges(start)
    },
    unitPrice: () => unitPrice,
  }
}

/** The least price found, from `first` on, at which no longer too much is used; at `low` too much is. */
function* leastPrice(
  low: number,
  first: number,
  isTooMany: (price: number) => Generator<void, boolean>,
): Generator<void, number> {
  let high = first
  while (high < HIGHEST_PRICE && (yield* isTooMany(high))) {
    low = high
    high *= 2
  }
  for (let halving = 0; halving < BISECTIONS; halving += 1) {
    const middle = (low + high) / 2
    if (yield* isTooMany(middle)) low = middle
    else high = middle
  }
  return high
}
