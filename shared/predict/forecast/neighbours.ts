import type { Knowledge } from './count-weeks.ts'

/** Weight of a week against the next. */
const DECAY = 0.88
/** Slots before and after, on all seven days, that tell how alike neighbours are at a time of day. */
const REACH = 2
/** With this weight the mean of three equally sure slots is taken, which is the most there can be gained. */
const MOST = 2 / 3
const FEWEST_WEEKS = 4
/** Where so many are expected, nobody in all the weeks is no chance. */
const BUSY = 1

/**
 * How far each slot of the week is to be drawn to the mean of its two neighbours: by as much of their difference as chance explains.
 * That difference varies from week to week; what remains of it in the mean over the weeks, beyond what such variation leaves, is real.
 */
export function neighbourWeights({ counts, first, origin, dayWeights }: Knowledge): Float64Array {
  const { slotsPerWeek, visitors, observations } = counts
  const slotsPerDay = slotsPerWeek / 7
  const real = new Float64Array(slotsPerWeek)
  const chance = new Float64Array(slotsPerWeek)
  const values = Float64Array.from(
    { length: (origin - first) * 7 },
    (_, day) => DECAY ** (origin - 1 - first - Math.floor(day / 7)) * dayWeights[first * 7 + day]!,
  )
  for (let slot = 1; slot < slotsPerWeek - 1; slot++) {
    const day = Math.floor(slot / slotsPerDay)
    let weight = 0
    let sum = 0
    let squares = 0
    let weightSquares = 0
    let weeks = 0
    for (let week = first; week < origin; week++) {
      const index = week * slotsPerWeek + slot
      if (observations[index] === 0 || observations[index - 1] === 0 || observations[index + 1] === 0) continue
      const value = values[(week - first) * 7 + day]!
      const difference = visitors[index]! - (visitors[index - 1]! + visitors[index + 1]!) / 2
      weight += value
      weightSquares += value * value
      sum += value * difference
      squares += value * difference * difference
      weeks++
    }
    if (weeks < FEWEST_WEEKS || weight === 0) continue
    const mean = sum / weight
    const share = weightSquares / (weight * weight)
    if (share >= 0.9) continue
    real[slot] = mean * mean
    // The variance of the mean, from the spread about it.
    chance[slot] = ((squares / weight - mean * mean) / (1 - share)) * share
  }
  return Float64Array.from({ length: slotsPerWeek }, (_, slot) => weightAt(slot, { real, chance, slotsPerDay }))
}

/** Values drawn to their neighbours' mean. A slot that is always empty beside a busy one is closed, and stays empty. */
export function drawnToNeighbours(values: Float64Array, weights: Float64Array): Float64Array {
  return values.map((value, slot) => {
    const weight = weights[slot]!
    if (weight === 0) return value
    const before = values[slot - 1]!
    const after = values[slot + 1]!
    return value === 0 && Math.max(before, after) >= BUSY ? 0 : (1 - weight) * value + (weight * (before + after)) / 2
  })
}

interface Differences {
  readonly real: Float64Array
  readonly chance: Float64Array
  readonly slotsPerDay: number
}

function weightAt(slot: number, { real, chance, slotsPerDay }: Differences): number {
  if (chance[slot] === 0) return 0
  const time = slot % slotsPerDay
  let seen = 0
  let explained = 0
  for (let day = 0; day < 7; day++) {
    for (let near = Math.max(0, time - REACH); near <= Math.min(slotsPerDay - 1, time + REACH); near++) {
      seen += real[day * slotsPerDay + near]!
      explained += chance[day * slotsPerDay + near]!
    }
  }
  return seen > 0 ? MOST * Math.min(1, explained / seen) : MOST
}
