import { overlap } from '../foundation/interval.ts'
import { SLOT_MS } from '../time/slots.ts'
import type { Person } from './people.ts'
import { missingIn, type RuleGate } from './rule-gate.ts'
import type { Search } from './search.ts'
import type { Picks } from './shift-option.ts'

export interface StaffSearchOptions {
  readonly search: Search
  readonly people: readonly Person[]
  readonly gate: RuleGate
  /** Instant of the first slot. */
  readonly begin: number
}

const ROUNDS = 6
/** What one more person is worth where too few are, in visitors a quarter-hour; then more, until it outweighs all else. */
const FIRST_PRICE = 8
const RAISE = 12
const HIGHEST_PRICE = 1e5
/** A worked slot costs a little, so that no more is worked for it than it takes. */
const UNIT_PRICE = 0.5
/** Pairs that are taken out and put back where single weeks mend nothing more. */
const MOST_PAIRS = 400

/** Changes one week after another until at no time fewer people are scheduled than there have to be, whatever hours that takes. Yields every few people. */
export function* fillStaff({ search, people, gate, begin }: StaffSearchOptions): Generator<void, void> {
  const slots = search.objective.slots
  /** What this person is worth at each slot at which somebody is missing without them. */
  const worthOf = (index: number, price: number): Float64Array => {
    const worth = new Float64Array(slots)
    for (const gap of gate.gapsWith(index, NOTHING))
      if (gate.counts(people[index]!, gap.poolId))
        for (let slot = 0; slot < slots; slot += 1)
          if (overlap(gap, { start: begin + slot * SLOT_MS, end: begin + (slot + 1) * SLOT_MS }) !== null)
            worth[slot]! += price
    return worth
  }
  const place = (index: number, price: number): Picks | null =>
    search.bestWith(index, { worth: worthOf(index, price), unitPrice: UNIT_PRICE })
  for (let price = FIRST_PRICE; price < HIGHEST_PRICE && gate.missing() > 0; price *= RAISE) {
    for (let round = 0; round < ROUNDS; round += 1) {
      let isBetter = false
      for (const index of search.movable) {
        if (gate.missing() === 0) return
        yield
        const picks = place(index, price)
        if (picks === null || missingIn(gate.gapsWith(index, picks)) >= gate.missing() - 1e-9) continue
        search.setPicks(index, picks)
        isBetter = true
      }
      if (!isBetter) break
    }
  }
  let tried = 0
  for (const one of search.movable) {
    for (const other of search.movable) {
      if (one === other || gate.missing() === 0 || (tried += 1) > MOST_PAIRS) continue
      yield
      const before = [search.picksOf(one), search.picksOf(other)] as const
      const missing = gate.missing()
      search.setPicks(one, NOTHING)
      search.setPicks(other, NOTHING)
      const isPlaced = [one, other].every((index) => {
        const picks = place(index, HIGHEST_PRICE)
        if (picks !== null) search.setPicks(index, picks)
        return picks !== null
      })
      if (isPlaced && gate.missing() < missing - 1e-9) continue
      search.setPicks(one, before[0])
      search.setPicks(other, before[1])
    }
  }
}

const NOTHING: Picks = Array.from({ length: 7 }, () => null)
