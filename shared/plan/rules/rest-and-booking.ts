import { HOUR_MS } from '../../time/slots.ts'
import { beginsIn } from '../spells.ts'
import type { Stretch } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { dayText, lengthText, limitText } from './rule-words.ts'
import { limitFor } from './rules.ts'
import type { Violation } from './violation.ts'

/** Pairs of shifts at the same time, at least one of which begins in the week. */
export function checkTwice(agentId: string, stretches: readonly Stretch[], { clock, kind }: CheckContext): readonly Violation[] {
  const violations: Violation[] = []
  for (const { spells } of stretches) {
    for (const [index, one] of spells.entries()) {
      for (const other of spells.slice(index + 1)) {
        if (other.start >= one.end) break
        if (!beginsIn(one, clock) && !beginsIn(other, clock)) continue
        const twice = Math.min(one.end, other.end) - other.start
        const text = `Booked twice for ${lengthText(twice)} on ${dayText(other.localDay, kind)}.`
        violations.push({ kind: 'double-booked', agentId, shiftIds: [one.shiftId, other.shiftId], by: twice / 60_000, text })
      }
    }
  }
  return violations
}

/**
 * Too short a rest between two shifts, at least one of which begins in the week. Shifts that touch are work in one go: there is no rest
 * between them that could be too short.
 */
export function checkRest(agentId: string, stretches: readonly Stretch[], { rules, clock, kind }: CheckContext): readonly Violation[] {
  const least = limitFor(agentId, 'minRestHours', rules)
  if (least === null) return []
  const violations: Violation[] = []
  for (let index = 1; index < stretches.length; index++) {
    const [before, after] = [stretches[index - 1]!, stretches[index]!]
    const rest = after.start - before.end
    const missing = least * HOUR_MS - rest
    if (missing <= 0) continue
    const around = [...before.spells.filter(({ end }) => end === before.end), ...after.spells.filter(({ start }) => start === after.start)]
    if (!around.some((spell) => beginsIn(spell, clock))) continue
    const [from, to] = [dayText(around[0]!.localDay, kind), dayText(around.at(-1)!.localDay, kind)]
    const between = from === to ? `on ${from}` : `between ${from} and ${to}`
    const text = `${lengthText(rest)} of rest ${between}, ${lengthText(missing)} less than the ${limitText(least)} needed.`
    violations.push({ kind: 'short-rest', agentId, shiftIds: around.map(({ shiftId }) => shiftId), by: missing / 60_000, text })
  }
  return violations
}
