/** So many past visitors make a slot's expected number good to a fifth. */
const ENOUGH_VISITS = 25
/** An hour and a half to either side: further away it is another time of day. */
const WIDEST_REACH = 6
/** Older weeks hardly count in a forecast. */
const MOST_WEEKS = 6

/**
 * Visitors expected at each slot, evened out where history had so few that the forecast of a single quarter-hour is mostly chance.
 * Coverage falls ever more slowly as load grows, so a load that jumps by chance would be covered worse than the even one it stands for.
 */
export function evenedVisitors(visitors: ArrayLike<number>, weeks: number): Float64Array {
  const counted = Math.max(1, Math.min(weeks, MOST_WEEKS))
  const { length } = visitors
  const sums = new Float64Array(length + 1)
  for (let slot = 0; slot < length; slot += 1) sums[slot + 1] = sums[slot]! + visitors[slot]!
  return Float64Array.from({ length }, (_, slot) => {
    for (let reach = 0; ; reach += 1) {
      const from = Math.max(0, slot - reach)
      const to = Math.min(length, slot + reach + 1)
      const total = sums[to]! - sums[from]!
      if (reach === WIDEST_REACH || total * counted >= ENOUGH_VISITS) return total / (to - from)
    }
  })
}
