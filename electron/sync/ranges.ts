import { DAY_MS, SLOT_MS, utcDayOf } from '../../shared/time/slots.ts'

/** A half-open span of instants (epoch milliseconds): from <= t < to. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The start of the slot that an instant falls in. */
export function floorSlot(instant: number): number {
  return Math.floor(instant / SLOT_MS) * SLOT_MS
}

/** The first slot boundary at or after an instant. */
export function ceilSlot(instant: number): number {
  return Math.ceil(instant / SLOT_MS) * SLOT_MS
}

/** The part that both share; null where they share nothing. */
export function intersect(a: Range, b: Range): Range | null {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to)
  return from < to ? { from, to } : null
}

/** `a` without `b`: no, one or two ranges. */
export function subtract(a: Range, b: Range): readonly Range[] {
  const before = { from: a.from, to: Math.min(a.to, b.from) }
  const after = { from: Math.max(a.from, b.to), to: a.to }
  return [before, after].filter((range) => range.from < range.to)
}

/** What belongs to exactly one of the two; null is the empty range. */
export function symmetricDifference(a: Range | null, b: Range | null): readonly Range[] {
  if (a === null) return b === null ? [] : [b]
  if (b === null) return [a]
  return [...subtract(a, b), ...subtract(b, a)]
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

/** The UTC day as a range. */
export function dayRange(day: number): Range {
  return { from: day * DAY_MS, to: (day + 1) * DAY_MS }
}

/** The UTC days a range touches, ascending. */
export function daysOf(range: Range): readonly number[] {
  if (range.from >= range.to) return []
  const first = utcDayOf(range.from)
  const last = utcDayOf(range.to - 1)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
