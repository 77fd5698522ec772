import type { WeekModel } from '../predict/plan-prediction/week-model.ts'
import { bestWeek } from './best-week.ts'
import type { BoundKind } from './bound-people.ts'
import type { BoundClass, BoundTables } from './bound-tables.ts'
import type { Objective } from './objective.ts'
import { unitsOf, type Person } from './people.ts'
import { visitPick, type Picks } from './shift-option.ts'

export interface BoundOptions {
  readonly week: WeekModel
  readonly people: readonly Person[]
  /** Worked slots of everybody together; null: nobody's hours can change, so that they need no price. */
  readonly allowedUnits: number | null
  /** A schedule to begin from: where its people are. */
  readonly objective: Objective
  readonly picksOf: (person: number) => Picks
  readonly unitPrice: number
  /** Coverage to reach with the fewest hours: then less the hours is what is bounded, in worked slots. */
  readonly target?: BoundTarget | null
}

/** The same with people by kind. */
export interface Prepared extends BoundOptions {
  readonly kinds: readonly BoundKind[]
}

/** Parts of the week that each need so many visitors covered. */
export interface BoundTarget {
  /** By slot; -1: none. */
  readonly partOf: Int32Array
  readonly needs: Float64Array
  /** Worked slots that a visitor of each part is worth, to begin with. */
  readonly weights: Float64Array
}

/** Prices of all classes, references and slots; of a worked slot. */
export interface Prices {
  readonly byClass: readonly Float64Array[]
  unit: number
  /** Of a target: what a covered visitor of each part is worth. */
  readonly parts: Float64Array
}

/** The bound at some prices. */
export interface Evaluation {
  readonly value: number
  /** How the bound changes with each price: people chosen less people counted. */
  readonly slope: Prices
}

/** The bound at some prices. `called` collects how many people of the last reference the chosen weeks have. */
export function evaluate(
  tables: BoundTables,
  options: Prepared,
  { prices, called }: { readonly prices: Prices; readonly called?: readonly Float64Array[] },
): Evaluation {
  const { people, kinds, allowedUnits, target = null } = options
  const slope = noPrices(tables, options)
  const weights = Float64Array.from(tables.settled, (_, slot) => weightAt(options, prices, slot))
  const covered = tables.settled.slice()
  let value = weights.reduce((sum, weight, slot) => sum + weight * covered[slot]!, 0)
  tables.classes.forEach((one, index) => {
    value += bestNumbers(one, {
      prices: prices.byClass[index]!,
      slope: slope.byClass[index]!,
      weights,
      coveredBySlot: covered,
    })
  })
  if (target !== null) {
    covered.forEach((count, slot) => {
      const part = target.partOf[slot]!
      if (part >= 0) slope.parts[part]! += count
    })
    target.needs.forEach((need, part) => {
      slope.parts[part]! -= need
      value -= prices.parts[part]! * need
    })
  }
  let units = 0
  kinds.forEach(({ index, count, programme }) => {
    const person = people[index]!
    const week = bestWeek(programme, {
      values: valuesAt(tables, { person, index, prices }),
      unitPrice: prices.unit,
      changePrice: 0,
      maxUnits: Number.POSITIVE_INFINITY,
    })
    if (week === null) {
      value = Number.POSITIVE_INFINITY
      return
    }
    value += count * week.total
    units += count * unitsOf(week.picks)
    addMixture(slope.byClass, { tables, person, index, picks: week.picks, count })
    if (called !== undefined) addNumbers(called, { tables, person, index, picks: week.picks, count })
  })
  if (allowedUnits !== null) {
    slope.unit = allowedUnits - units
    value += prices.unit * allowedUnits
  }
  return { value, slope }
}

/** The most that a class can be worth, whatever numbers are there, less what they are paid for; takes the numbers from the slope. */
function bestNumbers(
  { references, open, offsets, covered }: BoundClass,
  {
    prices,
    slope,
    weights,
    coveredBySlot,
  }: {
    readonly prices: Float64Array
    readonly slope: Float64Array
    readonly weights: Float64Array
    /** Visitors covered with the numbers chosen are added to it. */
    readonly coveredBySlot: Float64Array
  },
): number {
  const slots = open.length
  const kinds = references.length
  let sum = 0
  for (let slot = 0; slot < slots; slot += 1) {
    const people = open[slot]!
    if (people === 0) continue
    const first = prices[slot]!
    const second = kinds > 1 ? prices[slots + slot]! : 0
    const third = kinds > 2 ? prices[2 * slots + slot]! : 0
    let entry = offsets[slot]!
    let bestEntry = entry
    const weight = weights[slot]!
    let best = Number.NEGATIVE_INFINITY
    let bestOf = [0, 0, 0] as readonly [number, number, number]
    for (let ofThird = 0; ofThird <= (kinds > 2 ? people : 0); ofThird += 1) {
      for (let ofSecond = 0; ofSecond <= (kinds > 1 ? people - ofThird : 0); ofSecond += 1) {
        const paid = ofThird * third + ofSecond * second
        const most = people - ofThird - ofSecond
        for (let ofFirst = 0; ofFirst <= most; ofFirst += 1) {
          const worth = weight * covered[entry]! - paid - ofFirst * first
          entry += 1
          if (worth > best) {
            best = worth
            bestEntry = entry - 1
            bestOf = [ofFirst, ofSecond, ofThird]
          }
        }
      }
    }
    sum += best
    coveredBySlot[slot]! += covered[bestEntry]!
    for (let kind = 0; kind < kinds; kind += 1) slope[kind * slots + slot]! -= bestOf[kind]!
  }
  return sum
}

/** What each level of a person's presence is paid, where it is open. */
function valuesAt(
  tables: BoundTables,
  { person, index, prices }: { readonly person: Person; readonly index: number; readonly prices: Prices },
): Float64Array {
  const { slots } = tables
  const { isOpen } = tables.possible[index]!
  const values = new Float64Array(person.levels.length * slots)
  for (const { classIndex, level, reference, weight } of tables.mixtures[index]!) {
    const paid = prices.byClass[classIndex]!
    const from = reference * slots
    const into = level * slots
    for (let slot = 0; slot < slots; slot += 1) values[into + slot]! += weight * paid[from + slot]! * isOpen[slot]!
  }
  return values
}

interface Chosen {
  readonly tables: BoundTables
  readonly person: Person
  readonly index: number
  readonly picks: Picks
  /** People who work it. */
  readonly count: number
}

/** Adds a week to the numbers of people by class, reference and slot. */
function addMixture(sums: readonly Float64Array[], { tables, person, index, picks, count }: Chosen): void {
  const { slots } = tables
  const { isOpen } = tables.possible[index]!
  const byLevel = Map.groupBy(tables.mixtures[index]!, ({ level }) => level)
  for (const pick of picks) {
    if (pick === null) continue
    visitPick(pick, slots, (slot, level) => {
      if (isOpen[slot] === 0 || person.levels[level] === 0) return
      for (const { classIndex, reference, weight } of byLevel.get(level) ?? [])
        sums[classIndex]![reference * slots + slot]! += count * weight
    })
  }
}

/** Adds a week to the numbers of people with the highest presence, as if there were no other reference. */
export function addNumbers(numbers: readonly Float64Array[], { tables, person, index, picks, count }: Chosen): void {
  const { isOpen } = tables.possible[index]!
  for (const pick of picks) {
    if (pick === null) continue
    visitPick(pick, tables.slots, (slot, level) => {
      if (isOpen[slot] === 0) return
      for (const { index: classIndex, references } of tables.classes) {
        const serving = person.levels[level]! * person.shares[classIndex]!
        if (serving > 0) numbers[classIndex]![slot]! += (count * serving) / references.at(-1)!
      }
    })
  }
}

/** What a covered visitor of a slot is worth. */
export function weightAt({ target = null }: BoundOptions, { parts }: Prices, slot: number): number {
  return target === null ? 1 : target.partOf[slot]! < 0 ? 0 : parts[target.partOf[slot]!]!
}

/** Prices to begin with. */
export function firstPrices(tables: BoundTables, { unitPrice, target = null }: BoundOptions): Prices {
  return newPrices(tables, { unit: unitPrice, parts: target === null ? new Float64Array(0) : target.weights.slice() })
}

/** No prices at all. */
export function noPrices(tables: BoundTables, { target = null }: BoundOptions): Prices {
  return newPrices(tables, { unit: 0, parts: new Float64Array(target === null ? 0 : target.needs.length) })
}

/** The same of tables with other references, all 0 but for hours and parts. */
export function newPrices({ classes, slots }: BoundTables, { unit, parts }: Pick<Prices, 'unit' | 'parts'>): Prices {
  return { byClass: classes.map(({ references }) => new Float64Array(references.length * slots)), unit, parts }
}
