import { OUTSIDE_QUARTERS } from '../predict/attendance/shift-place.ts'

/** Breaks of a shift as they are moved together: each so many slots after the first begins. */
export interface BreakPattern {
  readonly parts: readonly { readonly after: number; readonly slots: number }[]
  /** The first break begins so many slots after the shift: [from, to]. */
  readonly from: number
  readonly to: number
}

/** One way in which a person may work on one day. */
export interface ShiftOption {
  /** 0-6 of the week. */
  readonly day: number
  readonly startMinute: number
  /** From start to end. */
  readonly slots: number
  /** Start slot of each time that it touches the week. */
  readonly pieces: readonly number[]
  readonly startAt: number
  readonly endAt: number
  /** Worked slots. */
  readonly units: number
  /** Which of the person's kinds of shifts it is: see `WeekKinds`. */
  readonly kind: number
  /** Levels from `OUTSIDE_QUARTERS` before its start to as many after its end, without breaks. */
  readonly levels: Uint16Array
  readonly duringBreaks: number
  /** null: no breaks, or as the plan has them. */
  readonly breaks: BreakPattern | null
  /** Slots and levels of what the plan has on this day, as it is; null: a shift that differs. */
  readonly planned: { readonly slots: Int32Array; readonly levels: Uint16Array } | null
}

/** An option, with where its first break begins (slots after the shift; -1: no breaks, or as planned). */
export interface Pick {
  readonly option: ShiftOption
  readonly breakAt: number
}

/** A week: for each of the seven days how it is worked; null: off. */
export type Picks = readonly (Pick | null)[]

/** Quarter-hours at each edge of a shift that have levels of their own; those between have one. */
const EDGE = OUTSIDE_QUARTERS + 6

/** Sums over slots of the values of levels, made when they are first asked for. */
export interface LevelValues {
  readonly slots: number
  /** Entry `level * slots + slot`. */
  readonly values: Float64Array
  readonly sumUntil: (level: number) => Float64Array
}

/** Wraps values for the quick evaluation of many options. */
export function levelValues(values: Float64Array, slots: number): LevelValues {
  const sums: (Float64Array | undefined)[] = []
  return {
    slots,
    values,
    sumUntil(level) {
      const found = sums[level]
      if (found !== undefined) return found
      const made = new Float64Array(slots + 1)
      const offset = level * slots
      for (let slot = 0; slot < slots; slot += 1) made[slot + 1] = made[slot]! + values[offset + slot]!
      sums[level] = made
      return made
    },
  }
}

/** What an option is worth at its best break; writes where that begins into `breakAt[0]`. */
export function worthOf(option: ShiftOption, at: LevelValues, breakAt: Int32Array): number {
  breakAt[0] = -1
  if (option.planned !== null) {
    const { slots, levels } = option.planned
    let sum = 0
    for (let index = 0; index < slots.length; index += 1) sum += at.values[levels[index]! * at.slots + slots[index]!]!
    return sum
  }
  let sum = 0
  for (const piece of option.pieces) sum += worthOfPiece(option, piece, at)
  if (option.breaks === null) return sum
  let least = Number.POSITIVE_INFINITY
  for (let first = option.breaks.from; first <= option.breaks.to; first += 1) {
    const lost = lostInBreaks(option, first, at)
    if (lost < least) {
      least = lost
      breakAt[0] = first
    }
  }
  return sum - least
}

/** What an option is worth with its first break at a place. */
export function worthOfPick({ option, breakAt }: Pick, at: LevelValues): number {
  if (option.planned !== null) return worthOf(option, at, new Int32Array(1))
  let sum = 0
  for (const piece of option.pieces) sum += worthOfPiece(option, piece, at)
  return breakAt < 0 || option.breaks === null ? sum : sum - lostInBreaks(option, breakAt, at)
}

function worthOfPiece({ levels, slots: length }: ShiftOption, piece: number, { values, slots, sumUntil }: LevelValues) {
  const begin = piece - OUTSIDE_QUARTERS
  const count = levels.length
  const isInside = begin >= 0 && begin + count <= slots
  let sum = 0
  if (isInside && length > 2 * (EDGE - OUTSIDE_QUARTERS)) {
    for (let index = 0; index < EDGE; index += 1) sum += values[levels[index]! * slots + begin + index]!
    for (let index = count - EDGE; index < count; index += 1) sum += values[levels[index]! * slots + begin + index]!
    const until = sumUntil(levels[EDGE]!)
    return sum + until[begin + count - EDGE]! - until[begin + EDGE]!
  }
  const from = Math.max(0, -begin)
  const to = Math.min(count, slots - begin)
  for (let index = from; index < to; index += 1) sum += values[levels[index]! * slots + begin + index]!
  return sum
}

function lostInBreaks({ breaks, pieces, levels, duringBreaks }: ShiftOption, first: number, at: LevelValues): number {
  let lost = 0
  for (const piece of pieces) {
    for (const { after, slots: length } of breaks!.parts) {
      const begin = piece + first + after
      for (let slot = Math.max(0, begin); slot < begin + length && slot < at.slots; slot += 1) {
        const level = levels[slot - piece + OUTSIDE_QUARTERS]!
        lost += at.values[level * at.slots + slot]! - at.values[duringBreaks * at.slots + slot]!
      }
    }
  }
  return lost
}

/** Calls back with every slot of the week at which a pick has a level. */
export function visitPick(
  { option, breakAt }: Pick,
  slots: number,
  visit: (slot: number, level: number) => void,
): void {
  if (option.planned !== null) {
    option.planned.slots.forEach((slot, index) => visit(slot, option.planned!.levels[index]!))
    return
  }
  for (const piece of option.pieces) {
    const begin = piece - OUTSIDE_QUARTERS
    const to = Math.min(option.levels.length, slots - begin)
    for (let index = Math.max(0, -begin); index < to; index += 1)
      visit(
        begin + index,
        isInBreak(option, breakAt, index - OUTSIDE_QUARTERS) ? option.duringBreaks : option.levels[index]!,
      )
  }
}

function isInBreak({ breaks }: ShiftOption, breakAt: number, offset: number): boolean {
  if (breakAt < 0 || breaks === null) return false
  const since = offset - breakAt
  return breaks.parts.some(({ after, slots }) => since >= after && since < after + slots)
}
