import type { PlannedSpell } from './plan.ts'

/** [start, end), epoch milliseconds. */
export interface InstantSpan {
  readonly start: number
  readonly end: number
}

/** Spans as the fewest that cover the same instants, in order: those that overlap or touch are joined. */
export function mergedSpans(spans: readonly InstantSpan[]): readonly InstantSpan[] {
  if (spans.length < 2) return spans
  const merged: InstantSpan[] = []
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

/** What of spells is worked, breaks left out, as spans. Not merged. */
export function workedSpans(spells: readonly PlannedSpell[]): readonly InstantSpan[] {
  const spans: InstantSpan[] = []
  for (const spell of spells) {
    let start = spell.start
    for (const pause of spell.breaks) {
      if (pause.start > start) spans.push({ start, end: pause.start })
      start = pause.end
    }
    if (spell.end > start) spans.push({ start, end: spell.end })
  }
  return spans
}

/** How long spans last together, in milliseconds; they must not overlap. */
export function totalMs(spans: readonly InstantSpan[]): number {
  let total = 0
  for (const { start, end } of spans) total += end - start
  return total
}

/** How much of a span others take, in milliseconds; they must not overlap one another. */
export function overlapMs(span: InstantSpan, others: readonly InstantSpan[]): number {
  let total = 0
  for (const other of others) total += Math.max(0, Math.min(span.end, other.end) - Math.max(span.start, other.start))
  return total
}
