/** Counts in weeks of equal slots, the form that every method works on; a DemandHistory is one. Column `week * slotsPerWeek + slot`. */
export interface CountWeeks {
  readonly weeks: number
  /** A multiple of 7. */
  readonly slotsPerWeek: number
  readonly visitors: Float64Array
  /** How often each slot was observed; 0: missing. */
  readonly observations: Uint8Array
  /** Weight of each day (weeks * 7), 0-1. */
  readonly dayWeights: Float64Array
}

/** What a method may look at: the weeks [first, origin) and how much each of their days counts. */
export interface Knowledge {
  readonly counts: CountWeeks
  readonly first: number
  /** The number of weeks that are known: the first week that is not. */
  readonly origin: number
  /** Weight of each day, as in CountWeeks, from what is known at the origin alone. */
  readonly dayWeights: Float64Array
}

/** With days of weight 0, which the user marked as outages, not observed. */
export function withoutOutages<Counts extends CountWeeks>(counts: Counts): Counts {
  if (!counts.dayWeights.includes(0)) return counts
  const slotsPerDay = counts.slotsPerWeek / 7
  const observations = counts.observations.map((observed, index) =>
    counts.dayWeights[Math.floor(index / slotsPerDay)] === 0 ? 0 : observed,
  )
  return { ...counts, observations }
}

/** Sums of `factor` neighbouring slots; a sum is observed where any of its slots is, as a whole where all are. */
export function coarsened(counts: CountWeeks, factor: number): CountWeeks {
  if (factor === 1) return counts
  const slotsPerWeek = counts.slotsPerWeek / factor
  const length = counts.weeks * slotsPerWeek
  const visitors = new Float64Array(length)
  const observations = new Uint8Array(length)
  for (let index = 0; index < length; index++) {
    let least = 255
    for (let part = index * factor; part < (index + 1) * factor; part++) {
      const observed = counts.observations[part]!
      if (observed > 0) visitors[index]! += counts.visitors[part]!
      if (observed < least) least = observed
    }
    observations[index] = least
  }
  return { weeks: counts.weeks, slotsPerWeek, visitors, observations, dayWeights: counts.dayWeights }
}
