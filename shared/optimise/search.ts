import { createRandom, type Random } from '../predict/random.ts'
import { bestAllowedWeek } from './allowed-week.ts'
import type { BestWeek } from './best-week.ts'
import type { WeekPrices } from './day-tables.ts'
import { createObjective, type Objective } from './objective.ts'
import { presenceOfPicks, unitsOf, type Person } from './people.ts'
import type { RuleGate } from './rule-gate.ts'
import { levelValues, worthOfPick, type Picks } from './shift-option.ts'
import type { WeekModel } from '../predict/plan-prediction/week-model.ts'

/** What a search may spend. */
export interface SearchOptions {
  readonly week: WeekModel
  readonly people: readonly Person[]
  readonly gate: RuleGate
  /** Worked slots of everybody together. */
  readonly allowedUnits: number
  /** Visitors that a changed day must be worth. */
  readonly changePrice: number
  readonly seed: number
  /** Multiplies the visitors of slots; null: all count alike. */
  readonly slotWeights?: Float64Array | null
}

/** A schedule that is being bettered. */
export interface Search {
  readonly objective: Objective
  readonly picksOf: (person: number) => Picks
  readonly units: () => number
  /** Covered visitors less what changes, and hours where they have a price, cost. */
  readonly score: () => number
  readonly changes: () => number
  readonly setChangePrice: (price: number) => void
  /** Worked slots cost so much in `score`, and so in what a neighbourhood keeps. */
  readonly setScorePrice: (price: number) => void
  /** People whose week may be changed. */
  readonly movable: readonly number[]
  /** The week with fewer worked slots that costs one person's visitors least, and what it costs; null: there is none. */
  readonly shorter: (person: number) => { readonly picks: Picks; readonly lost: number; readonly saved: number } | null
  /** The best week of one person, with so much more for being there at each slot, whatever hours it takes; null: there is none. */
  readonly bestWith: (
    person: number,
    given: { readonly worth: Float64Array; readonly unitPrice: number },
  ) => Picks | null
  /** Gives somebody another week, whatever it is worth. */
  readonly setPicks: (person: number, picks: Picks) => void
  /** Makes somebody's week one that the rules allow, whatever hours it takes; false: there is none. */
  readonly repair: (person: number) => boolean
  /** Gives each person in turn their best week, with hours at a price beside the limit; yields every few people. Whether anything changed. */
  readonly round: (unitPrice: number, options?: { readonly isUnlimited?: boolean }) => Generator<void, boolean>
  /** Visitors gained if somebody had other choices and so many worked slots more, everybody else as they are. */
  readonly gainOf: (person: number, other: OtherPerson, unitsMore: number) => number
  /** Takes some people who share visitors out and puts them back best; keeps what is not worse. Whether it is better. */
  readonly neighbourhood: (unitPrice: number) => boolean
  readonly snapshot: () => readonly Picks[]
  readonly restore: (picks: readonly Picks[]) => void
}

/** Better by less is no gain: it would be rounding. */
const LEAST_GAIN = 1e-7

/** Starts a search at the plan. */
export function createSearch(options: SearchOptions): Search {
  const { week, people, gate, allowedUnits, seed, slotWeights = null } = options
  let { changePrice } = options
  let scorePrice = 0
  const objective = createObjective(week, people, slotWeights)
  const random = createRandom(seed, SEARCH_STREAM)
  const picks: Picks[] = people.map(({ planned }) => planned)
  people.forEach((person, index) => objective.setPresence(index, presenceOfPicks(person, picks[index]!)))
  let units = picks.reduce((sum, own) => sum + unitsOf(own), 0)
  const movable = people.flatMap((person, index) => (canMove(person) ? [index] : []))
  const sharing = movable.map((index) =>
    movable.filter((other) => other !== index && doShare(people[index]!, people[other]!)),
  )

  const setPicks = (index: number, next: Picks): void => {
    units += unitsOf(next) - unitsOf(picks[index]!)
    picks[index] = next
    objective.setPresence(index, presenceOfPicks(people[index]!, next))
    gate.note(index, next)
  }
  const changes = (): number => picks.reduce((sum, own, index) => sum + changesOf(own, people[index]!.planned), 0)
  const score = (): number => objective.covered() - changePrice * changes() - scorePrice * units
  /** A week's worth less its prices, by values at hand. */
  const worthOfWeek = (own: Picks, { values, unitPrice, changePrice: price }: WeekPrices): number => {
    const at = levelValues(values, objective.slots)
    return own.reduce((sum, pick, day) => {
      if (pick === null || pick.option.day !== day) return sum
      const isMoved = pick.option.planned === null
      return sum + worthOfPick(pick, at) - unitPrice * pick.option.units - (isMoved ? price : 0)
    }, 0)
  }

  /** The best week of one person as the others are, if it is better than the one they have; `must`: if there is any. */
  const improve = (index: number, { unitPrice, unitsLeft, must = false, isBetween = false }: Improvement): boolean => {
    const person = people[index]!
    const own = picks[index]!
    const prices: WeekPrices = {
      values: objective.valuesOf(index, person.levels),
      unitPrice,
      // Equal gains are never moved.
      changePrice: Math.max(changePrice, LEAST_GAIN),
      maxUnits: unitsLeft - person.fixedUnits,
    }
    const now = must ? Number.NEGATIVE_INFINITY : worthOfWeek(own, prices)
    const isOther = (found: BestWeek | null): found is BestWeek =>
      found !== null && (must || !isSameWeek(found.picks, own))
    const { allowed, wanted } = bestAllowedWeek(person, prices, { gate, above: now + LEAST_GAIN })
    if (isOther(allowed) && (isBetween || gate.isStaffed(index, allowed.picks))) {
      setPicks(index, allowed.picks)
      return true
    }
    return !must && isOther(wanted) && improveDays(index, wanted.picks, prices)
  }

  /** Of a week that breaks a rule of which the programme does not know, the days that break none, one after another. */
  const improveDays = (index: number, wanted: Picks, prices: WeekPrices): boolean => {
    const person = people[index]!
    let isBetter = false
    wanted.forEach((pick, day) => {
      const own = picks[index]!
      const next = own.with(day, pick)
      if (
        isSameWeek(next, own) ||
        !isOwnWeek(person, next) ||
        unitsOf(next) - person.fixedUnits > prices.maxUnits + 1e-9
      )
        return
      if (worthOfWeek(next, prices) <= worthOfWeek(own, prices) + LEAST_GAIN) return
      if (gate.refused(person, next).length > 0 || !gate.isStaffed(index, next)) return
      setPicks(index, next)
      isBetter = true
    })
    return isBetter
  }

  const repair = (index: number): boolean =>
    gate.refused(people[index]!, picks[index]!).length === 0 ||
    improve(index, { unitPrice: 0, unitsLeft: Number.POSITIVE_INFINITY, must: true, isBetween: true })

  const round: Search['round'] = function* (unitPrice, { isUnlimited = false } = {}) {
    let isChanged = false
    for (const [place, index] of movable.entries()) {
      if (place > 0 && place % PEOPLE_A_STEP === 0) yield
      const unitsLeft = isUnlimited ? Number.POSITIVE_INFINITY : allowedUnits - units + unitsOf(picks[index]!)
      if (improve(index, { unitPrice, unitsLeft })) isChanged = true
    }
    return isChanged
  }

  const gainOf: Search['gainOf'] = (index, { person: other, gate: otherGate }, unitsMore) => {
    const own = picks[index]!
    const changePrice = LEAST_GAIN
    const now = worthOfWeek(own, {
      values: objective.valuesOf(index, people[index]!.levels),
      unitPrice: 0,
      changePrice,
      maxUnits: 0,
    })
    const prices = {
      values: objective.valuesOf(index, other.levels),
      unitPrice: 0,
      changePrice,
      maxUnits: allowedUnits - units + unitsOf(own) + unitsMore - other.fixedUnits,
    }
    const { allowed: found } = bestAllowedWeek(other, prices, { gate: otherGate, above: now })
    return found === null ? 0 : Math.max(0, found.total - now)
  }

  const shorter: Search['shorter'] = (index) => {
    const person = people[index]!
    const own = picks[index]!
    const prices = {
      values: objective.valuesOf(index, person.levels),
      unitPrice: 0,
      changePrice: Math.max(changePrice, LEAST_GAIN),
      maxUnits: unitsOf(own) - person.fixedUnits - 1,
    }
    const now = worthOfWeek(own, prices)
    const found = prices.maxUnits < 0 ? null : bestAllowedWeek(person, prices, { gate }).allowed
    if (found === null || !gate.isStaffed(index, found.picks)) return null
    return { picks: found.picks, lost: now - found.total, saved: unitsOf(own) - unitsOf(found.picks) }
  }

  const bestWith: Search['bestWith'] = (index, { worth, unitPrice }) => {
    const person = people[index]!
    const values = objective.valuesOf(index, person.levels).slice()
    person.levels.forEach((level, place) => {
      for (let slot = 0; slot < objective.slots; slot += 1)
        values[place * objective.slots + slot]! += level * worth[slot]!
    })
    const prices = {
      values,
      unitPrice,
      changePrice: Math.max(changePrice, LEAST_GAIN),
      maxUnits: Number.POSITIVE_INFINITY,
    }
    return bestAllowedWeek(person, prices, { gate }).allowed?.picks ?? null
  }

  const neighbourhood = (unitPrice: number): boolean => {
    if (movable.length < 2) return false
    const group = drawGroup(random, { movable, sharing })
    const before = group.map((index) => picks[index]!)
    const scoreBefore = score()
    for (const index of group) setPicks(index, EMPTY_WEEK)
    if (
      group.every((index) =>
        improve(index, { unitPrice, unitsLeft: allowedUnits - units, must: true, isBetween: true }),
      )
    ) {
      for (const index of group)
        improve(index, { unitPrice: scorePrice, unitsLeft: allowedUnits - units + unitsOf(picks[index]!) })
      const gain = score() - scoreBefore
      if (gain >= -1e-9 && gate.isStaffed(group[0]!, picks[group[0]!]!)) return gain > LEAST_GAIN
    }
    group.forEach((index, place) => setPicks(index, before[place]!))
    return false
  }

  return {
    objective,
    picksOf: (person) => picks[person]!,
    units: () => units,
    score,
    changes,
    setChangePrice: (price) => (changePrice = price),
    setScorePrice: (price) => (scorePrice = price),
    movable,
    shorter,
    bestWith,
    setPicks,
    repair,
    round,
    gainOf,
    neighbourhood,
    snapshot: () => [...picks],
    restore: (kept) => kept.forEach((own, index) => (own === picks[index] ? undefined : setPicks(index, own))),
  }
}

/** Somebody with other choices, and what their rules say of them. */
interface OtherPerson {
  readonly person: Person
  readonly gate: RuleGate
}

interface Improvement {
  readonly unitPrice: number
  readonly unitsLeft: number
  readonly must?: boolean
  /** Others are taken out: minimum staff is looked at when they are back. */
  readonly isBetween?: boolean
}

/** People whose weeks are chosen between two looks at the clock. */
const PEOPLE_A_STEP = 8
const SEARCH_STREAM = 0x5ea2c4
const EMPTY_WEEK: Picks = Array.from({ length: 7 }, () => null)

function canMove({ programme }: Person): boolean {
  return programme.choices.days.some(({ options }) => options.some(({ planned }) => planned === null))
}

function doShare(one: Person, other: Person): boolean {
  return one.shares.some((share, index) => share > 0 && other.shares[index]! > 0)
}

/** Two to four people, who share visitors with the first of them, in random order. */
function drawGroup(
  random: Random,
  { movable, sharing }: { readonly movable: readonly number[]; readonly sharing: readonly (readonly number[])[] },
): readonly number[] {
  const draw = (below: number): number => Math.floor(random.uniform() * below)
  const first = draw(movable.length)
  const others = [...sharing[first]!]
  const group = [movable[first]!]
  const size = 2 + draw(3)
  while (group.length < size && others.length > 0) group.push(others.splice(draw(others.length), 1)[0]!)
  for (let index = group.length - 1; index > 0; index -= 1) {
    const other = draw(index + 1)
    ;[group[index], group[other]] = [group[other]!, group[index]!]
  }
  return group
}

/** Whether the shifts of a week may be worked together, by number, hours and what lies between; days in a row are for the gate. */
function isOwnWeek({ programme: { choices, limits } }: Person, week: Picks): boolean {
  const { next, mayEnd } = choices.kinds
  let state = 0
  for (const pick of week) {
    if (pick === null || pick.option.kind < 0) continue
    state = next[pick.option.kind]?.[state] ?? -1
    if (state < 0) return false
  }
  const worked = week.flatMap((pick) => pick?.option ?? [])
  const isApart = worked.every(
    ({ endAt }, index) => (worked[index + 1]?.startAt ?? Infinity) >= endAt + limits.restSlots,
  )
  return isApart && mayEnd[state] === 1 && choices.days.every(({ mayBeOff }, day) => mayBeOff || week[day] !== null)
}

/** Shifts that differ: new ones take the place of those that are gone, and what is left over is added or dropped. */
function changesOf(own: Picks, planned: Picks): number {
  const made = own.filter((pick) => pick !== null && pick.option.planned === null).length
  const gone = planned.filter((pick, day) => pick !== null && own[day]?.option.planned !== pick.option.planned).length
  return Math.max(made, gone)
}

function isSameWeek(one: Picks, other: Picks): boolean {
  return one.every((pick, day) => {
    const like = other[day]!
    return pick === null || like === null ? pick === like : pick.option === like.option && pick.breakAt === like.breakAt
  })
}
