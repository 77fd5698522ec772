/** A quarter-hour's arrival rate should rest on this many visits ... */
const ENOUGH_VISITS = 100
/** ... but never on more than two hours either way. */
const FURTHEST_SLOTS = 8

/**
 * Visitors expected by quarter-hour, each averaged with as many of its neighbours as it takes to rest on enough visits of the history.
 * What is expected of busy quarter-hours is returned as it is. Of quiet ones it is mostly chance in which of them somebody came, and a
 * load that followed that would be high exactly where somebody was seen to come.
 * `weeks` is how many weeks of history an expectation averages over; gaps (not a number) stay gaps.
 */
export function steadyDemand(expected: ArrayLike<number>, weeks: number): Float64Array {
  const { length } = expected
  const sums = new Float64Array(length + 1)
  const counts = new Float64Array(length + 1)
  for (let slot = 0; slot < length; slot++) {
    const isKnown = expected[slot]! >= 0
    sums[slot + 1] = sums[slot]! + (isKnown ? expected[slot]! : 0)
    counts[slot + 1] = counts[slot]! + Number(isKnown)
  }
  return Float64Array.from({ length }, (_, slot) => {
    if (!(expected[slot]! >= 0)) return Number.NaN
    for (let reach = 0; ; reach++) {
      const from = Math.max(0, slot - reach)
      const to = Math.min(length, slot + reach + 1)
      const sum = sums[to]! - sums[from]!
      if (sum * weeks >= ENOUGH_VISITS || reach === FURTHEST_SLOTS)
        return reach === 0 ? expected[slot]! : sum / (counts[to]! - counts[from]!)
    }
  })
}
