import type { Knowledge } from './count-weeks.ts'
import { nextLevel } from './week-level.ts'

/** Weight of a week against the next one, in the averages of a slot ... */
const SLOT_DECAY = 0.85

const PROFILE_DECAY = 0.9
const ROUNDS = 5
const SETTLED = 1e-9

/** Last observed same slot: the yardstick. */
export function seasonalNaive({ counts, first, origin, dayWeights }: Knowledge): Float64Array {
  const { slotsPerWeek, visitors, observations } = counts
  const slotsPerDay = slotsPerWeek / 7
  const mean = new Float64Array(slotsPerWeek).fill(Number.NaN)
  for (let slot = 0; slot < slotsPerWeek; slot++) {
    const day = Math.floor(slot / slotsPerDay)
    for (let week = origin - 1; week >= first; week--) {
      if (observations[week * slotsPerWeek + slot]! === 0 || dayWeights[week * 7 + day] === 0) continue
      mean[slot] = visitors[week * slotsPerWeek + slot]!
      break
    }
  }
  return withGapsFilled(mean)
}

/** Exponentially weighted average of each slot of the week. */
export function slotAverages(knowledge: Knowledge): Float64Array {
  const { slotsPerWeek } = knowledge.counts
  const sum = new Float64Array(slotsPerWeek)
  const weight = new Float64Array(slotsPerWeek)
  for (let week = knowledge.first; week < knowledge.origin; week++) {
    addWeek({ sum, weight }, knowledge, { week, value: SLOT_DECAY ** (knowledge.origin - 1 - week), per: 1 })
  }
  return withGapsFilled(divided(sum, weight))
}

export interface Profile {
  /** Of each slot of the week; the scale is free. */
  readonly shape: Float64Array
  /** Level of each week from `first` on; 0 where nothing of it was observed. */
  readonly levels: Float64Array
  /** How much of each week was observed and counts, 0-1. */
  readonly shares: Float64Array
}

/** Week level times weekly profile, fitted in turns. */
export function fitProfile(knowledge: Knowledge): Profile {
  const { first, origin, counts } = knowledge
  const { slotsPerWeek } = counts
  const levels = new Float64Array(origin - first).fill(1)
  const shares = new Float64Array(origin - first)
  const weight = new Float64Array(slotsPerWeek)
  let shape: Float64Array = new Float64Array(slotsPerWeek)
  for (let round = 0; round <= ROUNDS; round++) {
    // Without gaps the first turn finds the levels for good: only their common scale still moves.
    const moved = round === 0 ? 1 : updateLevels({ levels, shares }, knowledge, shape)
    if (moved < SETTLED && round > 1) break
    const sum = new Float64Array(slotsPerWeek)
    weight.fill(0)
    for (let week = first; week < origin; week++) {
      const level = levels[week - first]!
      if (round > 0 && shares[week - first] === 0) continue
      addWeek({ sum, weight }, knowledge, { week, value: PROFILE_DECAY ** (origin - 1 - week), per: level })
    }
    shape = withGapsFilled(divided(sum, weight))
  }
  return { shape, levels, shares }
}

/** The profile at the level to expect next. */
export function profileForecast({ shape, levels, shares }: Profile): Float64Array {
  const level = nextLevel({ levels, shares })
  return shape.map((value) => value * level)
}

interface Sums {
  readonly sum: Float64Array
  readonly weight: Float64Array
}

function divided(sum: Float64Array, weight: Float64Array): Float64Array {
  for (let slot = 0; slot < sum.length; slot++) sum[slot]! /= weight[slot]!
  return sum
}

interface WeekTerm {
  readonly week: number
  readonly value: number
  readonly per: number
}

/** Adds value · y to the sums and value · per to the weights of a week's observed slots. */
function addWeek({ sum, weight }: Sums, { counts, dayWeights }: Knowledge, { week, value, per }: WeekTerm): void {
  const { slotsPerWeek, visitors, observations } = counts
  const slotsPerDay = slotsPerWeek / 7
  for (let day = 0; day < 7; day++) {
    const dayValue = value * dayWeights[week * 7 + day]!
    if (dayValue === 0) continue
    const end = (day + 1) * slotsPerDay
    for (let slot = day * slotsPerDay, index = week * slotsPerWeek + slot; slot < end; slot++, index++) {
      const term = dayValue * observations[index]!
      if (term === 0) continue
      sum[slot]! += term * visitors[index]!
      weight[slot]! += term * per
    }
  }
}

/** Returns by how much levels moved against each other, relatively. */
function updateLevels(
  target: Pick<Profile, 'levels' | 'shares'>,
  { counts, first, origin, dayWeights }: Knowledge,
  shape: Float64Array,
): number {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  const { slotsPerWeek, visitors, observations } = counts
  const slotsPerDay = slotsPerWeek / 7
  const whole = shape.reduce((sum, value) => sum + value, 0)
  for (let week = first; week < origin; week++) {
    let actual = 0
    let expected = 0
    for (let day = 0; day < 7; day++) {
      const dayWeight = dayWeights[week * 7 + day]!
      if (dayWeight === 0) continue
      const end = (day + 1) * slotsPerDay
      let dayActual = 0
      let dayExpected = 0
      for (let slot = day * slotsPerDay, index = week * slotsPerWeek + slot; slot < end; slot++, index++) {
        const observed = observations[index]!
        if (observed === 0) continue
        dayActual += observed * visitors[index]!
        dayExpected += observed * shape[slot]!
      }
      actual += dayWeight * dayActual
      expected += dayWeight * dayExpected
    }
    const level = expected > 0 ? actual / expected : 0
    if (level > 0) {
      least = Math.min(least, level / target.levels[week - first]!)
      most = Math.max(most, level / target.levels[week - first]!)
    }
    target.levels[week - first] = level
    target.shares[week - first] = whole > 0 ? Math.min(1, expected / whole) : 0
  }
  return most === 0 ? 0 : most / least - 1
}

/** What a slot without any observation is taken for: the mean of its time of day on other days, else the mean of all slots. */
function withGapsFilled(mean: Float64Array): Float64Array {
  if (!hasGap(mean)) return mean
  const slotsPerDay = mean.length / 7
  const overall = meanOf(mean)
  return mean.map((value, slot) => {
    if (!Number.isNaN(value)) return value
    const sameTime = Float64Array.from({ length: 7 }, (_, day) => mean[day * slotsPerDay + (slot % slotsPerDay)]!)
    return meanOf(sameTime) ?? overall ?? 0
  })
}

function hasGap(mean: Float64Array): boolean {
  for (const value of mean) if (Number.isNaN(value)) return true
  return false
}

/** null where nothing is known. */
function meanOf(values: Float64Array): number | null {
  let sum = 0
  let known = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    known++
  }
  return known === 0 ? null : sum / known
}
