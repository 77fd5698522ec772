import {
  addNumbers,
  evaluate,
  firstPrices,
  newPrices,
  noPrices,
  weightAt,
  type BoundOptions,
  type Prepared,
  type Prices,
} from './bound-evaluation.ts'
import { boundKinds } from './bound-people.ts'
import { boundTables, type BoundClass, type BoundTables, type References } from './bound-tables.ts'

/**
 * What no schedule within the rules and hours can exceed, by Lagrangian relaxation: presences are counted by class and slot and paid for there
 * (`prices`), so that each person's week and each slot's number of people are chosen apart. Every set of prices gives a bound; steps lower it.
 */
export interface Bound {
  /** The lowest so far, in covered visitors. */
  readonly value: () => number
  /** What an evaluation takes, in weeks that are chosen in the same time. */
  readonly cost: () => number
  /** Worth of a worked slot at the best prices. */
  readonly unitPrice: () => number
  /** Evaluates the bound so often, each time at better prices; `achieved`: what a schedule covers. Yields while it takes long. */
  readonly step: (count: number, achieved: number) => Generator<void, void>
}

const FRANK_WOLFE_STEPS = 24
/** Hours weigh less than numbers of people, of which there are many. */
const UNIT_SCALE = 0.05
const PATIENCE = 25

/** Begins with one reference presence; null: not even that fits in memory. Yields while it takes long. */
export function* createBound(given: BoundOptions): Generator<void, Bound | null> {
  const options = { ...given, kinds: boundKinds(given.people) }
  const single = yield* boundTables(options.week, { ...options, references: 1 })
  if (single === null) return null
  let best = Number.POSITIVE_INFINITY
  let bestPrices = firstPrices(single, options)
  let stage: Ascent = frankWolfe(single, options)
  let references: References = 1
  let made = 0
  let bestThen = Number.POSITIVE_INFINITY

  /** Whether the last evaluations lowered the bound by enough to go on as they did. */
  const isWorthwhile = (achieved: number): boolean => {
    if (stage.kind === 'frank-wolfe' || references === 3 || (made += 1) % LOOK_BACK !== 0) return true
    const isLower = bestThen - best > LEAST_PROGRESS * (bestThen - achieved)
    bestThen = best
    return isLower
  }
  return {
    value: () => best,
    cost: () => options.kinds.length + entriesOf(stage.tables) / ENTRIES_A_WEEK,
    unitPrice: () => bestPrices.unit,
    *step(count, achieved) {
      for (let evaluation = 0; evaluation < count; evaluation += 1) {
        const step = stage.next(achieved)
        if (step !== null) {
          best = Math.min(best, step.value)
          bestPrices = step.prices
          if (isWorthwhile(achieved)) continue
        }
        bestThen = Number.POSITIVE_INFINITY
        made = 0
        if (stage.kind === 'frank-wolfe') {
          stage = polyak(single, options, bestPrices)
          continue
        }
        references = references === 1 ? 2 : 3
        const tables = yield* boundTables(options.week, { ...options, references })
        if (tables === null) {
          references = 3
          continue
        }
        stage = polyak(tables, options, moreReferences(stage.tables, tables, { from: bestPrices, options }))
      }
    },
  }
}

/** Where so many evaluations take less than this share off what is between the bound and what is achieved, more references take more. */
const LOOK_BACK = 30
const LEAST_PROGRESS = 0.12

/** Entries of tables that are looked through while a week is chosen. */
const ENTRIES_A_WEEK = 150_000

function entriesOf({ classes }: BoundTables): number {
  return classes.reduce((sum, { covered }) => sum + covered.length, 0)
}

interface Step {
  readonly value: number
  /** The best prices of the stage. */
  readonly prices: Prices
}

interface Ascent {
  readonly kind: 'frank-wolfe' | 'polyak'
  readonly tables: BoundTables
  /** null: it is over. */
  readonly next: (achieved: number) => Step | null
}

/** Prices are the worth of one more person as the numbers are, which move step by step towards those that the prices call for. */
function frankWolfe(tables: BoundTables, options: Prepared): Ascent {
  const numbers = tables.classes.map(({ open }) => new Float64Array(open.length))
  options.people.forEach((person, index) =>
    addNumbers(numbers, { tables, person, index, picks: options.picksOf(index), count: 1 }),
  )
  let best: Step | null = null
  let step = 0
  return {
    kind: 'frank-wolfe',
    tables,
    next() {
      if (step >= FRANK_WOLFE_STEPS) return null
      const prices = firstPrices(tables, options)
      tables.classes.forEach((one, index) => {
        for (let slot = 0; slot < tables.slots; slot += 1)
          prices.byClass[index]![slot] = weightAt(options, prices, slot) * slopeAt(one, slot, numbers[index]![slot]!)
      })
      const called = tables.classes.map(({ open }) => new Float64Array(open.length))
      const { value } = evaluate(tables, options, { prices, called })
      const share = 2 / (step + 8)
      numbers.forEach((own, index) =>
        own.forEach((number, slot) => (own[slot] = number + share * (called[index]![slot]! - number))),
      )
      step += 1
      if (best === null || value < best.value) best = { value, prices }
      return { value, prices: best.prices }
    },
  }
}

/** Subgradient steps towards what is achieved (Polyak 1969), deflected by the step before (Camerini, Fratta and Maffioli 1975). */
function polyak(tables: BoundTables, options: Prepared, start: Prices): Ascent {
  let prices = clonePrices(start)
  let best: Step | null = null
  const direction = noPrices(tables, options)
  let factor = 0.5
  let failures = 0
  return {
    kind: 'polyak',
    tables,
    next(achieved) {
      const { value, slope } = evaluate(tables, options, { prices })
      if (best === null || value < best.value - 1e-9) {
        best = { value, prices: clonePrices(prices) }
        failures = 0
      } else if ((failures += 1) >= PATIENCE) {
        failures = 0
        factor *= 0.6
        prices = clonePrices(best.prices)
        for (const own of direction.byClass) own.fill(0)
        direction.unit = 0
        direction.parts.fill(0)
      }
      let norm = 0
      direction.byClass.forEach((own, index) => {
        const other = slope.byClass[index]!
        for (let entry = 0; entry < own.length; entry += 1) {
          own[entry] = 0.75 * own[entry]! + 0.25 * other[entry]!
          norm += other[entry]! ** 2
        }
      })
      direction.unit = 0.75 * direction.unit + 0.25 * slope.unit
      norm += UNIT_SCALE * slope.unit ** 2
      for (let part = 0; part < direction.parts.length; part += 1) {
        direction.parts[part] = 0.75 * direction.parts[part]! + 0.25 * slope.parts[part]!
        norm += slope.parts[part]! ** 2
      }
      if (!(norm > 0)) return { value, prices: best.prices }
      const length = (factor * Math.max(0, value - achieved)) / norm
      prices.byClass.forEach((own, index) => {
        const by = direction.byClass[index]!
        for (let entry = 0; entry < own.length; entry += 1) own[entry]! -= length * by[entry]!
      })
      prices.unit = Math.max(0, prices.unit - UNIT_SCALE * length * direction.unit)
      for (let part = 0; part < direction.parts.length; part += 1)
        prices.parts[part] = Math.max(0, prices.parts[part]! - length * direction.parts[part]!)
      return { value, prices: best.prices }
    },
  }
}

/** The worth of one more person of the single reference, between numbers as half of the way from one to the next. */
function slopeAt({ open, offsets, covered }: BoundClass, slot: number, number: number): number {
  const people = open[slot]!
  if (people === 0) return 0
  const from = offsets[slot]!
  const step = (index: number): number => covered[from + index + 1]! - covered[from + index]!
  const place = Math.min(people - 1, Math.max(0, number - 0.5))
  const below = Math.min(people - 1, Math.floor(place))
  const above = Math.min(people - 1, below + 1)
  return step(below) + (place - below) * (step(above) - step(below))
}

function clonePrices({ byClass, unit, parts }: Prices): Prices {
  return { byClass: byClass.map((own) => own.slice()), unit, parts: parts.slice() }
}

/** Prices of more references from those of fewer: as a parabola through what people are worth who show up less often. */
function moreReferences(
  before: BoundTables,
  after: BoundTables,
  { from, options }: { readonly from: Prices; readonly options: BoundOptions },
): Prices {
  const { slots } = after
  const { objective, week } = options
  const prices = newPrices(after, { unit: from.unit, parts: from.parts.slice() })
  after.classes.forEach(({ references }, index) => {
    const known = before.classes[index]!.references
    const { visitors, availability } = week.classes[index]!
    const highest = references.at(-1)!
    for (let slot = 0; slot < slots; slot += 1) {
      const top = from.byClass[index]![(known.length - 1) * slots + slot]!
      const { curvature } = objective.rateOf(index, slot)
      const bend = weightAt(options, prices, slot) * visitors[slot]! * curvature * availability ** 2
      references.forEach((reference, kind) => {
        const same = known.indexOf(reference)
        prices.byClass[index]![kind * slots + slot] =
          same >= 0
            ? from.byClass[index]![same * slots + slot]!
            : (top * reference) / highest - 0.5 * bend * reference * (highest - reference)
      })
    }
  })
  return prices
}
