import { coveredShare } from '../predict/plan-prediction/own-history.ts'
import type { ClassOfWeek, WeekModel } from '../predict/plan-prediction/week-model.ts'
import { addPerson, expected, withoutPerson } from './slot-counts.ts'

/** Somebody whose presence may change: how far they serve each class of pools, 0-1. */
export interface Server {
  readonly shares: Float64Array
}

/** A schedule's expected covered visitors, kept while one person's presence after another is changed. */
export interface Objective {
  readonly slots: number
  /** Covered visitors of the week. */
  readonly covered: () => number
  /** By slot. */
  readonly coveredBySlot: Float64Array
  readonly presenceOf: (person: number) => Float64Array
  /** Puts a person's chance of being online at each slot in place of the one before. */
  readonly setPresence: (person: number, presence: Float64Array) => void
  /** Share of visitors of a class whom agents would cover at a slot, and how fast that falls off: less its second difference in agents available. */
  readonly rateOf: (classIndex: number, slot: number) => { readonly rate: number; readonly curvature: number }
  /** Computes all counts anew, so that rounding does not add up. */
  readonly refresh: () => void
  /**
   * Visitors covered because a person is online with each of some chances ("levels") rather than not at all, with the others as they are:
   * entry `level * slots + slot`. Exact, since nobody else changes.
   */
  readonly valuesOf: (person: number, levels: Float64Array) => Float64Array
}

interface ClassState {
  readonly one: ClassOfWeek
  readonly index: number
  readonly people: readonly number[]
  /** The served table, and the counts of people available by slot: rows of `width`. */
  readonly values: Float64Array
  readonly stride: number
  readonly width: number
  readonly chances: Float64Array
  readonly sizes: Int32Array
}

/** Compiles the prediction of a week for these people, nobody online yet. `slotWeights` multiply the visitors of slots. */
export function createObjective(
  week: WeekModel,
  people: readonly Server[],
  slotWeights: Float64Array | null = null,
): Objective {
  const slots = week.maker.grid.count
  const classes = week.classes.map((one, index) => classState(one, { index, people, slots }))
  const presences = people.map(() => new Float64Array(slots))
  const coveredBySlot = new Float64Array(slots)
  const scratch = new Float64Array(people.length + 2)
  let values = new Float64Array(0)

  const nobodyBut = ({ people: members, index }: ClassState, slot: number, left: number): number => {
    let nobody = 1
    for (const member of members)
      if (member !== left) nobody *= 1 - presences[member]![slot]! * people[member]!.shares[index]!
    return nobody
  }
  const visitorsAt = ({ one }: ClassState, slot: number): number =>
    one.visitors[slot]! * (slotWeights === null ? 1 : slotWeights[slot]!)

  const evaluateSlot = (slot: number): void => {
    let sum = 0
    for (const state of classes) {
      const visitors = visitorsAt(state, slot)
      if (visitors <= 0) continue
      const { one, chances, width, sizes, stride } = state
      const rate = expected({ chances, offset: slot * width, size: sizes[slot]! }, state.values, slot * stride)
      const nobody = one.history.alone === null ? 0 : nobodyBut(state, slot, -1)
      sum += visitors * coveredShare(one.history, { slot, rate, nobody })
    }
    coveredBySlot[slot] = sum
  }

  const setPresence = (person: number, presence: Float64Array): void => {
    const old = presences[person]!
    const { shares } = people[person]!
    for (let slot = 0; slot < slots; slot += 1) {
      const before = old[slot]!
      const after = presence[slot]!
      if (before === after) continue
      old[slot] = after
      for (const { one, index, chances, width, sizes } of classes) {
        const factor = shares[index]! * one.availability
        if (factor === 0) continue
        const offset = slot * width
        if (before * factor > 0) {
          withoutPerson({ chances, offset, size: sizes[slot]! }, before * factor, scratch)
          sizes[slot]! -= 1
          for (let count = 0; count <= sizes[slot]!; count += 1) chances[offset + count] = scratch[count]!
        }
        if (after * factor > 0) {
          addPerson({ chances, offset, size: sizes[slot]! }, after * factor)
          sizes[slot]! += 1
        }
      }
      evaluateSlot(slot)
    }
  }

  const refresh = (): void => {
    for (const { one, index, people: members, chances, width, sizes } of classes) {
      for (let slot = 0; slot < slots; slot += 1) {
        const offset = slot * width
        chances[offset] = 1
        let size = 0
        for (const member of members) {
          const chance = presences[member]![slot]! * people[member]!.shares[index]! * one.availability
          if (chance <= 0) continue
          addPerson({ chances, offset, size }, chance)
          size += 1
        }
        sizes[slot] = size
      }
    }
    for (let slot = 0; slot < slots; slot += 1) evaluateSlot(slot)
  }

  const valuesOf = (person: number, levels: Float64Array): Float64Array => {
    const { shares } = people[person]!
    const own = presences[person]!
    if (values.length < levels.length * slots) values = new Float64Array(levels.length * slots)
    values.fill(0, 0, levels.length * slots)
    for (const state of classes) {
      const { one, index, chances, width, sizes, stride } = state
      const share = shares[index]!
      if (share === 0) continue
      const factor = share * one.availability
      const { differences, alone } = one.history
      for (let slot = 0; slot < slots; slot += 1) {
        const visitors = visitorsAt(state, slot)
        if (visitors <= 0) continue
        const chance = own[slot]! * factor
        let size = sizes[slot]!
        let counts = chances
        let offset = slot * width
        if (chance > 0) {
          withoutPerson({ chances, offset, size }, chance, scratch)
          size -= 1
          counts = scratch
          offset = 0
        }
        let without = 0
        let more = 0
        const at = slot * stride
        for (let count = 0; count <= size; count += 1) {
          const served = state.values[at + count]!
          without += counts[offset + count]! * served
          more += counts[offset + count]! * (state.values[at + count + 1]! - served)
        }
        const difference = differences === null ? 0 : differences[slot]!
        if (alone === null && difference <= 0) {
          const slope = visitors * more * factor * (1 + difference)
          for (let level = 0; level < levels.length; level += 1) values[level * slots + slot]! += levels[level]! * slope
          continue
        }
        const nobody = alone === null ? 0 : nobodyBut(state, slot, person)
        const absent = coveredShare(one.history, { slot, rate: without, nobody })
        for (let level = 0; level < levels.length; level += 1) {
          const serving = levels[level]! * share
          const rate = without + levels[level]! * factor * more
          const present = coveredShare(one.history, { slot, rate, nobody: nobody * (1 - serving) })
          values[level * slots + slot]! += visitors * (present - absent)
        }
      }
    }
    return values
  }

  refresh()
  return {
    slots,
    covered: () => coveredBySlot.reduce((sum, value) => sum + value, 0),
    coveredBySlot,
    presenceOf: (person) => presences[person]!,
    setPresence,
    rateOf(classIndex, slot) {
      const { chances, width, sizes, stride, values: served } = classes[classIndex]!
      let rate = 0
      let curvature = 0
      for (let count = 0; count <= sizes[slot]!; count += 1) {
        const chance = chances[slot * width + count]!
        const at = slot * stride + count
        rate += chance * served[at]!
        curvature -= chance * (served[at + 2]! - 2 * served[at + 1]! + served[at]!)
      }
      return { rate, curvature }
    },
    refresh,
    valuesOf,
  }
}

function classState(
  one: ClassOfWeek,
  { index, people, slots }: { readonly index: number; readonly people: readonly Server[]; readonly slots: number },
): ClassState {
  const members = people.flatMap(({ shares }, person) => (shares[index]! > 0 ? [person] : []))
  const width = members.length + 2
  // Two more than there are people, for what one more and a second one would give.
  const chances = new Float64Array(slots * width)
  const { values, stride } = one.served.reserve(members.length + 2)
  return { one, index, people: members, values, stride, width, chances, sizes: new Int32Array(slots) }
}
