import type { Violation } from '../plan/rules/violation.ts'

/** What is broken: a kind of rule, on a day where it is about one. Each is looked at by itself, so that one that is mended pays for no other. */
function placeOf(violation: Violation): string {
  return 'day' in violation ? `${violation.kind} ${violation.day}` : violation.kind
}

/** Of violations those that are not there before, or are worse than they were. */
export function newlyBroken(after: readonly Violation[], before: readonly Violation[]): readonly Violation[] {
  if (after.length === 0) return after
  const known = Map.groupBy(before, placeOf)
  return [...Map.groupBy(after, placeOf)].flatMap(([place, now]) => {
    const then = known.get(place) ?? []
    return now.length <= then.length && worst(now, amountOf) <= worst(then, amountOf) + ROUNDING ? [] : now
  })
}

/** Rounding of minutes. */
const ROUNDING = 1e-6

function worst(violations: readonly Violation[], amount: (violation: Violation) => number): number {
  return violations.reduce((most, one) => Math.max(most, amount(one)), 0)
}

/** Shifts at short notice count too: each is one more that somebody learns of too late. */
function amountOf(violation: Violation): number {
  return violation.kind === 'short-notice' ? violation.by + 100 * violation.shifts : violation.by
}
