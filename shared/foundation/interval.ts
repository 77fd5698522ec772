/** A half-open interval [start, end) of instants, UTC epoch milliseconds; empty where it does not end after its start. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** Whether nothing lies in an interval. */
export function isEmpty({ start, end }: Interval): boolean {
  return end <= start
}

/** Whether an instant (epoch milliseconds) lies in an interval. */
export function contains({ start, end }: Interval, instant: number): boolean {
  return instant >= start && instant < end
}

/** Whether one of some intervals holds the whole of another. */
export function isWithinOne({ start, end }: Interval, intervals: readonly Interval[]): boolean {
  return intervals.some((interval) => interval.start <= start && end <= interval.end)
}

/** The fewest intervals that hold the same instants, in order: those that overlap or touch are joined, empty ones are gone. */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = []
  for (const interval of intervals.length < 2
    ? intervals
    : intervals.toSorted((one, other) => one.start - other.start)) {
    if (isEmpty(interval)) continue
    const last = merged.at(-1)
    if (last === undefined || interval.start > last.end) merged.push({ start: interval.start, end: interval.end })
    else if (interval.end > last.end) merged[merged.length - 1] = { start: last.start, end: interval.end }
  }
  return merged
}

/** What of each interval lies within another, in the order given; what lies outside of it, or is empty, is left out. */
export function clip(intervals: readonly Interval[], { start, end }: Interval): readonly Interval[] {
  const clipped: Interval[] = []
  for (const interval of intervals) {
    const cut = { start: Math.max(interval.start, start), end: Math.min(interval.end, end) }
    if (!isEmpty(cut)) clipped.push(cut)
  }
  return clipped
}

/** The part that two intervals share; null where they share nothing. */
export function overlap(one: Interval, other: Interval): Interval | null {
  const shared = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }
  return isEmpty(shared) ? null : shared
}

/** The smallest interval that holds both. */
export function hull(one: Interval, other: Interval): Interval {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}

/** What lies in exactly one of two intervals; null is an empty one. */
export function symmetricDifference(one: Interval | null, other: Interval | null): readonly Interval[] {
  if (one === null || other === null) return [one, other].filter((interval) => interval !== null)
  return [...subtract([one], [other]), ...subtract([other], [one])]
}

/** What lies in both lists. Merged and in order where both are. */
export function intersect(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  return one.flatMap((interval) => clip(other, interval))
}

/** What of each interval lies in no other one. `others` must be apart and in order (see `merge`). */
export function subtract(intervals: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = []
  for (const interval of intervals) {
    let from = interval.start
    for (const { start, end } of others) {
      if (end <= from) continue
      if (start >= interval.end) break
      if (start > from) left.push({ start: from, end: start })
      from = Math.max(from, end)
    }
    if (from < interval.end) left.push({ start: from, end: interval.end })
  }
  return left
}

/** How long intervals last together, in milliseconds. What several hold counts for each; none may be empty. */
export function total(intervals: readonly Interval[]): number {
  let ms = 0
  for (const { start, end } of intervals) ms += end - start
  return ms
}

/** How much of [from, to) lies in intervals, in milliseconds; they must be apart and in order (see `merge`). */
export function totalWithin(intervals: readonly Interval[], from: number, to: number): number {
  let ms = 0
  if (to <= from) return ms
  for (const { start, end } of intervals) {
    if (start >= to) break
    if (end > from) ms += Math.min(end, to) - Math.max(start, from)
  }
  return ms
}
