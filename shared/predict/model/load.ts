/** Loads stand on quarter-hours, in the fit as in a prediction. */
const SLOT_MINUTES = 15

const AT_ONCE_MINUTES = SLOT_MINUTES / 6

/** Whether the load follows the arrivals at once: holding times below a sixth of a slot. */
export function isAtOnce(holdingMinutes: number): boolean {
  return holdingMinutes < AT_ONCE_MINUTES
}

export interface OfferedLoadOptions {
  /** Effective holding time. */
  readonly holdingMinutes: number
  /** Erlangs just before the first slot; absent: as if its arrivals had been going on for long. */
  readonly before?: number
  /** Receives the loads; absent: a new array. */
  readonly into?: Float64Array
}

/**
 * Erlangs offered in each quarter-hour, given the visitors expected in each: the one load function, of the fit and of predictions.
 * Short holding times follow the arrivals at once (a = lambda h). Longer ones lag behind them: modified offered load,
 * m' = lambda - m/h (Massey and Whitt 1994), as its mean over the slot. The mean is the exact one of a slot whose arrivals are even,
 * which is what ever smaller steps tend to. Linear in `visitors`.
 */
export function offeredLoad(
  visitors: ArrayLike<number>,
  { holdingMinutes, before, into }: OfferedLoadOptions,
): Float64Array {
  const loads = into ?? new Float64Array(visitors.length)
  const perVisitor = holdingMinutes / SLOT_MINUTES
  if (isAtOnce(holdingMinutes)) {
    for (let slot = 0; slot < loads.length; slot++) loads[slot] = visitors[slot]! * perVisitor
    return loads
  }
  const kept = Math.exp(-1 / perVisitor)
  // Share of a slot's mean load that is still the load at its beginning.
  const lag = perVisitor * (1 - kept)
  let now = before ?? (visitors.length > 0 ? visitors[0]! * perVisitor : 0)
  for (let slot = 0; slot < loads.length; slot++) {
    const target = visitors[slot]! * perVisitor
    loads[slot] = target + (now - target) * lag
    now = target + (now - target) * kept
  }
  return loads
}
