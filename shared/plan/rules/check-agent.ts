import { HOUR_MS } from '../../time/slots.ts'
import { inactiveSince } from '../inactive-agents.ts'
import type { PlannedSpell, Shift } from '../plan.ts'
import { beginsIn } from '../spells.ts'
import { agentWeek, type AgentWeek } from './agent-week.ts'
import { availableSpans, daysOffSpans } from './availability.ts'
import type { CheckContext } from './check-context.ts'
import { longestRuns } from './day-runs.ts'
import { mergedSpans, overlapMs, totalMs, workedSpans } from '../instant-spans.ts'
import { dayText, lengthText, limitText } from './rule-words.ts'
import { checkRest, checkTwice } from './rest-and-booking.ts'
import { limitFor, rulesOf } from './rules.ts'
import { checkStretch } from './shift-length.ts'
import { VIOLATION_KINDS, type Violation } from './violation.ts'
import { worstOfEach } from './worst-of-each.ts'

/** The rules that one agent's shifts break in a week; of open shifts (null) those on a shift's length and breaks. */
export function checkAgent(agentId: string | null, shifts: readonly Shift[], context: CheckContext): readonly Violation[] {
  const week = agentWeek(shifts, context)
  if (agentId === null) {
    return inOrder(week.spells.flatMap((spell) => checkStretch(null, { start: spell.start, end: spell.end, spells: [spell] }, context)))
  }
  const since = inactiveSince(agentId, context.rules.inactive)
  // Who is gone when the week begins owes it nothing: only that they are planned is wrong.
  if (since <= context.clock.start) return checkActive(agentId, week.spells, since)
  const near = week.stretches.filter(({ spells }) => spells.some((spell) => beginsIn(spell, context.clock)))
  return inOrder([
    ...checkActive(agentId, week.spells, since),
    ...checkTwice(agentId, near, context),
    ...checkTimes(agentId, week.spells, context),
    ...checkPool(agentId, week.spells, context),
    ...checkRest(agentId, week.stretches, context),
    ...checkHours(agentId, week, context),
    ...checkDays(agentId, shifts, context),
    ...near.flatMap((stretch) => checkStretch(agentId, stretch, context)),
  ])
}

function checkActive(agentId: string, spells: readonly PlannedSpell[], since: number): readonly Violation[] {
  const planned = spells.filter(({ end }) => end > since)
  if (planned.length === 0) return []
  const afterwards = planned.reduce((sum, { start, end }) => sum + end - Math.max(start, since), 0)
  const text = `The agent is deactivated in the source: ${planned.length === 1 ? 'this shift covers' : `${planned.length} shifts cover`} nobody from then on.`
  return [{ kind: 'deactivated', agentId, shiftIds: idsOf(planned), by: minutes(afterwards), text }]
}

function checkTimes(agentId: string, spells: readonly PlannedSpell[], { rules, clock, kind }: CheckContext): readonly Violation[] {
  const own = rulesOf(agentId, rules)
  if (!own) return []
  const available = availableSpans(own, clock)
  const off = daysOffSpans(own, clock)
  return spells.flatMap((spell) => {
    const day = dayText(spell.localDay, kind)
    const offMs = overlapMs(spell, off)
    const outsideMs = available ? spell.end - spell.start - overlapMs(spell, available) : 0
    const about = { agentId, shiftIds: [spell.shiftId] }
    return [
      ...(offMs > 0 ? [{ ...about, kind: 'day-off' as const, by: minutes(offMs), text: `${lengthText(offMs)} of the shift on ${day} fall on a day off.` }] : []),
      ...(outsideMs > 0
        ? [{ ...about, kind: 'unavailable' as const, by: minutes(outsideMs), text: `Not available for ${lengthText(outsideMs)} of the shift on ${day}.` }]
        : []),
    ]
  })
}

function checkPool(agentId: string, spells: readonly PlannedSpell[], { rules, poolId }: CheckContext): readonly Violation[] {
  const pools = rulesOf(agentId, rules)?.pools
  if (poolId === null || !pools || pools.includes(poolId) || spells.length === 0) return []
  return [{ kind: 'wrong-pool', agentId, shiftIds: idsOf(spells), by: spells.length, text: 'Does not serve the pool of this plan.' }]
}

function checkHours(agentId: string, { spells }: AgentWeek, { rules, clock }: CheckContext): readonly Violation[] {
  const most = limitFor(agentId, 'maxHoursPerWeek', rules)
  // Of somebody who leaves within the week, no whole week's work is owed.
  const least = inactiveSince(agentId, rules.inactive) < clock.end ? null : limitFor(agentId, 'minHoursPerWeek', rules)
  if (most === null && least === null) return []
  const worked = totalMs(mergedSpans(workedSpans(spells)))
  const over = most === null ? 0 : worked - most * HOUR_MS
  const under = least === null ? 0 : least * HOUR_MS - worked
  const violations: Violation[] = []
  if (over > 0) {
    const text = `${lengthText(worked)} of work in the week, ${lengthText(over)} over the ${limitText(most!)} allowed.`
    violations.push({ kind: 'too-many-hours', agentId, shiftIds: idsOf(spells), by: minutes(over), text })
  }
  if (under > 0) {
    const text = `${lengthText(worked)} of work in the week, ${lengthText(under)} under the ${limitText(least!)} agreed.`
    violations.push({ kind: 'too-few-hours', agentId, shiftIds: [], by: minutes(under), text })
  }
  return violations
}

function checkDays(agentId: string, shifts: readonly Shift[], { rules, kind, clock }: CheckContext): readonly Violation[] {
  const most = limitFor(agentId, 'maxConsecutiveDays', rules)
  if (most === null) return []
  const runs = longestRuns(shifts, { kind, firstDay: clock.firstDay })
  return runs.flatMap((run) => {
    const by = run.endless ? Math.max(1, run.days - most) : run.days - most
    const text = run.endless ? 'Every day of the week, without a day off.' : `${run.days} days in a row, ${by} more than allowed.`
    return by > 0 ? [{ kind: 'too-many-days' as const, agentId, shiftIds: run.shiftIds, by, text }] : []
  })
}

function inOrder(violations: readonly Violation[]): readonly Violation[] {
  if (violations.length < 2) return violations
  return worstOfEach(violations).toSorted((one, other) => VIOLATION_KINDS.indexOf(one.kind) - VIOLATION_KINDS.indexOf(other.kind))
}

function idsOf(spells: readonly PlannedSpell[]): readonly string[] {
  return [...new Set(spells.map(({ shiftId }) => shiftId))]
}

function minutes(ms: number): number {
  return ms / 60_000
}
