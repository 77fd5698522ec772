import type { Violation } from './violation.ts'

/** Of violations by the same shifts the worst one: a weekly pattern shows what spans the week's edge at both of them. */
export function worstOfEach(violations: readonly Violation[]): readonly Violation[] {
  const worst = new Map<string, Violation>()
  for (const violation of violations) {
    const key = JSON.stringify([violation.kind, violation.shiftIds.toSorted()])
    const known = worst.get(key)
    if (!known || violation.by > known.by) worst.set(key, violation)
  }
  return [...worst.values()]
}
