import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { beginsIn } from '../planned-intervals.ts'
import type { ContinuousWork } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

/** Pairs of shifts at the same time, at least one of which begins in the week. */
export function checkTwice(
  agentId: string,
  work: readonly ContinuousWork[],
  { clock }: CheckContext,
): readonly Violation[] {
  const violations: Violation[] = []
  for (const { intervals } of work) {
    for (const [index, one] of intervals.entries()) {
      for (const other of intervals.slice(index + 1)) {
        if (other.start >= one.end) break
        if (!beginsIn(one, clock) && !beginsIn(other, clock)) continue
        const twice = Math.min(one.end, other.end) - other.start
        violations.push({
          kind: 'double-booked',
          agentId,
          shiftIds: [one.shiftId, other.shiftId],
          by: twice / MINUTE_MS,
          day: other.localDay,
          ms: twice,
        })
      }
    }
  }
  return violations
}

/**
 * Too short a rest between two shifts, at least one of which begins in the week. Shifts that touch are work in one go: there is no rest
 * between them that could be too short. Where a longest day is set, a gap between two shifts of one date is part of that day and no rest.
 */
export function checkRest(
  agentId: string,
  work: readonly ContinuousWork[],
  { rules, clock }: CheckContext,
): readonly Violation[] {
  const least = limitFor(agentId, 'minRestHours', rules)
  if (least === null) return []
  const isSplitAllowed = limitFor(agentId, 'maxDaySpanHours', rules) !== null
  const violations: Violation[] = []
  for (let index = 1; index < work.length; index++) {
    const [before, after] = [work[index - 1]!, work[index]!]
    if (isSplitAllowed && before.intervals.at(-1)!.localDay === after.intervals[0]!.localDay) continue
    const rest = after.start - before.end
    const missing = least * HOUR_MS - rest
    if (missing <= 0) continue
    const around = [
      ...before.intervals.filter(({ end }) => end === before.end),
      ...after.intervals.filter(({ start }) => start === after.start),
    ]
    if (!around.some((interval) => beginsIn(interval, clock))) continue
    violations.push({
      kind: 'short-rest',
      agentId,
      shiftIds: around.map(({ shiftId }) => shiftId),
      by: missing / MINUTE_MS,
      day: around[0]!.localDay,
      toDay: around.at(-1)!.localDay,
      ms: rest,
      missedByMs: missing,
      limit: least,
    })
  }
  return violations
}
