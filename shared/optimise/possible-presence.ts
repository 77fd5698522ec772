import { OUTSIDE_QUARTERS } from '../predict/attendance/shift-place.ts'
import type { Person } from './people.ts'
import type { ShiftOption } from './shift-option.ts'
import type { DayChoices } from './week-choices.ts'

/** At which slots a person's presence depends on the week that is chosen, and what it is elsewhere. */
export interface PossiblePresence {
  /** 1 where it may be one or another. */
  readonly isOpen: Float64Array
  /** The presence where it is not open. */
  readonly settled: Float64Array
  /** The highest that any choice has. */
  readonly most: number
}

/** What the choices of a person leave open. It may say open of a slot that is not, never the other way round. */
export function possiblePresence({ programme, levels, fixedPresence }: Person): PossiblePresence {
  const slots = fixedPresence.length
  const isOpen = new Float64Array(slots)
  const settled = fixedPresence.slice()
  let most = 0
  for (const day of programme.choices.days) {
    const { low, high } = rangeOfDay(day, levels, slots)
    for (let slot = 0; slot < slots; slot += 1) {
      if (high[slot]! > low[slot]!) isOpen[slot] = 1
      else settled[slot] = Math.min(1, settled[slot]! + low[slot]!)
    }
    for (const { levels: own, planned } of day.options)
      for (const level of planned?.levels ?? own) most = Math.max(most, levels[level]!)
  }
  return { isOpen, settled, most }
}

function rangeOfDay({ options, mayBeOff }: DayChoices, levels: Float64Array, slots: number) {
  const low = new Float64Array(slots).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(slots)
  const touched = new Int32Array(slots)
  const seen = (slot: number, level: number): void => {
    low[slot] = Math.min(low[slot]!, levels[level]!)
    high[slot] = Math.max(high[slot]!, levels[level]!)
  }
  for (const option of options) {
    visitPossible(option, slots, (slot, level, inBreak) => {
      touched[slot]! += 1
      seen(slot, level)
      if (inBreak >= 0) seen(slot, inBreak)
    })
  }
  const count = mayBeOff ? options.length + 1 : options.length
  for (let slot = 0; slot < slots; slot += 1) if (touched[slot]! < count || count === 0) low[slot] = 0
  return { low, high }
}

/** Every slot that an option touches: its level, and the one that a break may make of it (-1: none may). */
function visitPossible(
  { pieces, levels, planned, breaks, duringBreaks }: ShiftOption,
  slots: number,
  visit: (slot: number, level: number, inBreak: number) => void,
): void {
  if (planned !== null) {
    planned.slots.forEach((slot, index) => visit(slot, planned.levels[index]!, -1))
    return
  }
  for (const piece of pieces) {
    for (let index = 0; index < levels.length; index += 1) {
      const slot = piece - OUTSIDE_QUARTERS + index
      if (slot < 0 || slot >= slots) continue
      const offset = index - OUTSIDE_QUARTERS
      const mayBreak =
        breaks !== null &&
        breaks.parts.some(
          ({ after, slots: length }) => offset >= breaks.from + after && offset < breaks.to + after + length,
        )
      visit(slot, levels[index]!, mayBreak ? duringBreaks : -1)
    }
  }
}
