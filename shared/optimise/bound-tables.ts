import type { OwnHistory } from '../predict/plan-prediction/own-history.ts'
import { asHistoryHad } from '../predict/plan-prediction/own-history.ts'
import type { ClassOfWeek, WeekModel } from '../predict/plan-prediction/week-model.ts'
import type { Objective } from './objective.ts'
import type { Person } from './people.ts'
import { possiblePresence, type PossiblePresence } from './possible-presence.ts'
import { addPerson, expected } from './slot-counts.ts'

/** How many reference presences there are; the more, the tighter and the slower. */
export type References = 1 | 2 | 3

/**
 * One class of pools as the bound sees it: whoever's presence is open is a mixture of people with reference presences (and of nobody), which
 * is exact in expectation because coverage is linear in each person's presence. No number of people is cut off: that would be no bound.
 */
export interface BoundClass {
  readonly index: number
  /** Ascending; the last is the highest chance to serve that anybody can have. */
  readonly references: Float64Array
  /** People whose presence may be open. */
  readonly members: readonly number[]
  /** Open members at each slot; 0: nothing is open, or nobody comes. */
  readonly open: Int32Array
  /** Where the table of a slot begins in `covered`. */
  readonly offsets: Int32Array
  /** Visitors covered (at most) with so many of each reference: last reference outermost, first innermost, all numbers that add up to at most `open`. */
  readonly covered: Float64Array
}

export interface BoundTables {
  readonly slots: number
  readonly classes: readonly BoundClass[]
  readonly possible: readonly PossiblePresence[]
  /** For each person, what each level of presence is a mixture of. */
  readonly mixtures: readonly (readonly MixturePart[])[]
  /** By slot, visitors of classes in which nothing is open who are covered. */
  readonly settled: Float64Array
}

/** A part of somebody with a level of presence: so much of a person with a reference presence in a class. */
interface MixturePart {
  readonly classIndex: number
  readonly level: number
  readonly reference: number
  readonly weight: number
}

/** Entries that all tables together may have: 8 bytes each. */
const MOST_ENTRIES = 12_000_000
/** So far below what anybody shows up with lies the lowest reference. */
const BELOW_LEAST = 0.9
const MIDDLE_OF_THREE = 0.2

/** null: the tables would be too large. Yields between slots, for they take seconds where there are many people. */
export function* boundTables(
  week: WeekModel,
  {
    people,
    objective,
    references,
  }: { readonly people: readonly Person[]; readonly objective: Objective; readonly references: References },
): Generator<void, BoundTables | null> {
  const possible = people.map(possiblePresence)
  const { slots } = objective
  const prepared = week.classes.map((one, index) => prepareClass(one, { index, people, possible, slots, references }))
  const entries = prepared.reduce((sum, { entries: own }) => sum + own, 0)
  if (entries > MOST_ENTRIES) return null
  const settled = new Float64Array(slots)
  const classes: BoundClass[] = []
  for (const { entries: size, ...one } of prepared) {
    const covered = new Float64Array(size)
    yield* fill(week.classes[one.index]!, { ...one, covered }, { people, possible, objective, settled })
    classes.push({ ...one, covered })
  }
  const mixtures = people.map((person) => classes.flatMap((one) => mixtureOf(person, one)))
  return { slots, classes, possible, mixtures, settled }
}

/** Below the lowest reference a part of it (else nobody), between two of them both, with the same mean. */
function mixtureOf({ shares, levels }: Person, { index: classIndex, references }: BoundClass): readonly MixturePart[] {
  const share = shares[classIndex]!
  const parts: MixturePart[] = []
  levels.forEach((presence, level) => {
    const serving = presence * share
    if (serving <= 0) return
    const add = (reference: number, weight: number): void => {
      if (weight > 0) parts.push({ classIndex, level, reference, weight })
    }
    const above = references.findIndex((reference) => reference >= serving)
    // A level that no choice has may be higher than the highest; it is never asked for.
    if (above < 0) add(references.length - 1, 1)
    else if (above === 0) add(0, serving / references[0]!)
    else {
      const [low, high] = [references[above - 1]!, references[above]!]
      const beyond = (serving - low) / (high - low)
      add(above - 1, 1 - beyond)
      add(above, beyond)
    }
  })
  return parts
}

function prepareClass(
  one: ClassOfWeek,
  {
    index,
    people,
    possible,
    slots,
    references,
  }: {
    readonly index: number
    readonly people: readonly Person[]
    readonly possible: readonly PossiblePresence[]
    readonly slots: number
    readonly references: References
  },
) {
  const members = people.flatMap(({ shares }, person) =>
    shares[index]! > 0 && possible[person]!.most > 0 ? [person] : [],
  )
  const serving = members.map((person) => possible[person]!.most * people[person]!.shares[index]!)
  const highest = serving.reduce((most, chance) => Math.max(most, chance), 0)
  const lowestTop = serving.reduce((least, chance) => Math.min(least, chance), 1)
  const mean = serving.reduce((sum, chance) => sum + chance, 0) / Math.max(1, serving.length)
  const chosen = referencesOf(references, { highest, lowestTop, mean })
  const open = new Int32Array(slots)
  const offsets = new Int32Array(slots)
  let entries = 0
  for (let slot = 0; slot < slots; slot += 1) {
    offsets[slot] = entries
    if (one.visitors[slot]! <= 0) continue
    for (const person of members) open[slot]! += possible[person]!.isOpen[slot]!
    if (open[slot]! > 0) entries += tableSize(open[slot]!, chosen.length)
  }
  return { index, members, open, offsets, entries, references: chosen }
}

function referencesOf(
  count: References,
  { highest, lowestTop, mean }: { readonly highest: number; readonly lowestTop: number; readonly mean: number },
): Float64Array {
  const low = BELOW_LEAST * lowestTop
  if (count === 1 || !(low < highest)) return Float64Array.of(highest)
  return count === 2 ? Float64Array.of(low, highest) : Float64Array.of(MIDDLE_OF_THREE * mean, low, highest)
}

/** Numbers of so many kinds that add up to at most `people`. */
function tableSize(people: number, kinds: number): number {
  let size = 1
  for (let kind = 1; kind <= kinds; kind += 1) size = (size * (people + kind)) / kind
  return size
}

/** Fills the tables of a class, and adds what is covered where nothing is open to `settled`. */
function* fill(
  one: ClassOfWeek,
  table: BoundClass,
  {
    people,
    possible,
    objective,
    settled,
  }: {
    readonly people: readonly Person[]
    readonly possible: readonly PossiblePresence[]
    readonly objective: Objective
    readonly settled: Float64Array
  },
): Generator<void, void> {
  const { index, references, open, offsets, covered } = table
  const { values, stride } = one.served.reserve(people.length + 2)
  const chances = new Float64Array(people.length + 2)
  const servers = people.flatMap(({ shares }, person) => (shares[index]! > 0 ? [person] : []))
  for (let slot = 0; slot < open.length; slot += 1) {
    const visitors = one.visitors[slot]!
    if (visitors <= 0) continue
    chances[0] = 1
    let size = 0
    let nobody = 1
    for (const person of servers) {
      const { isOpen, settled: presence } = possible[person]!
      const serving = isOpen[slot] === 1 ? 0 : presence[slot]! * people[person]!.shares[index]!
      if (serving <= 0) continue
      nobody *= 1 - serving
      if (serving * one.availability <= 0) continue
      addPerson({ chances, offset: 0, size }, serving * one.availability)
      size += 1
    }
    const count = { chances, offset: 0, size }
    const share = shareAbove(one.history, { slot, rate: objective.rateOf(index, slot).rate })
    if (open[slot] === 0) {
      settled[slot]! += visitors * share(expected(count, values, slot * stride), nobody)
      continue
    }
    // Served by so many more who are available.
    const more = new Float64Array(open[slot]! + 1)
    for (let extra = 0; extra < more.length; extra += 1) more[extra] = expected(count, values, slot * stride + extra)
    let entry = offsets[slot]!
    visitNumbers(more, { references, availability: one.availability, nobody }, (rate, none) => {
      covered[entry] = visitors * share(rate, none)
      entry += 1
    })
    yield
  }
}

/**
 * The share covered at a slot, from above and so that expectations may be taken inside: what history adds is concave in the rate and lies below
 * its tangent; what is covered with nobody signed on is a maximum, which only grows when it is taken first.
 */
function shareAbove(
  { differences, alone }: OwnHistory,
  { slot, rate: about }: { readonly slot: number; readonly rate: number },
): (rate: number, nobody: number) => number {
  const difference = differences === null ? 0 : differences[slot]!
  const line = lineAbove(difference, about)
  if (alone === null) return line
  return (rate, nobody) => Math.max(alone.shares[slot]!, line(rate) + nobody * alone.ending[slot]!)
}

function lineAbove(difference: number, about: number): (rate: number) => number {
  if (difference <= 0) return (rate) => rate * (1 + difference)
  const at = Math.min(MOST_TANGENT, about)
  const value = asHistoryHad(at, difference)
  const slope = (1 + difference) * (1 - at) ** difference
  return (rate) => value + slope * (rate - at)
}

/** Beyond it the tangent is as good as flat. */
const MOST_TANGENT = 0.999

/** Every number of people of each reference: the rate with them, and the chance that nobody is there. */
function visitNumbers(
  served: Float64Array,
  {
    references,
    availability,
    nobody,
  }: { readonly references: Float64Array; readonly availability: number; readonly nobody: number },
  visit: (rate: number, nobody: number) => void,
): void {
  // One row for each reference, so that nothing is made anew for each number of people.
  const rows = Array.from(references, () => served.slice())
  const go = (kind: number, people: number, none: number): void => {
    const now = rows[kind]!
    const chance = references[kind]! * availability
    let left = none
    for (let size = people; size > 0; size -= 1) {
      if (kind === 0) visit(now[0]!, left)
      else {
        const below = rows[kind - 1]!
        for (let index = 0; index < size; index += 1) below[index] = now[index]!
        go(kind - 1, size, left)
      }
      for (let index = 0; index + 1 < size; index += 1)
        now[index] = (1 - chance) * now[index]! + chance * now[index + 1]!
      left *= 1 - references[kind]!
    }
  }
  go(references.length - 1, served.length, nobody)
}
