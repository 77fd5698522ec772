import { type Interval, isWithinOne, merge, overlap } from '../../foundation/interval.ts'
import { MINUTE_MS } from '../../foundation/minutes.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import type { Presence } from './agents-now.ts'

/** When agents are known not to be there. */
export type Absences = ReadonlyMap<string, readonly Interval[]>

/** Who has not come by then is taken to be absent until they do. */
const LATE_MS = 20 * MINUTE_MS

/** Agents whose shift began so long ago that they are taken to be absent from it, though nobody said so. */
export function lateAgents(presence: readonly Presence[], now: number): Absences {
  return new Map(
    presence.flatMap(({ agentId, state, shift, wasHere }) =>
      state === 'missing' && shift !== null && !wasHere && now - shift.start >= LATE_MS
        ? [[agentId, [{ start: now, end: shift.end }]] as const]
        : [],
    ),
  )
}

/** Both, agent by agent. */
export function absencesTogether(one: Absences, other: Absences): Absences {
  return new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((agentId) => [
      agentId,
      merge([...(one.get(agentId) ?? []), ...(other.get(agentId) ?? [])]),
    ]),
  )
}

/** What is expected of intervals: without those in which the agent is absent throughout, and with when the agent is absent in the others. */
export function withoutAbsent(intervals: readonly PlannedInterval[], absences: Absences): readonly PlannedInterval[] {
  if (absences.size === 0) return intervals
  return intervals.flatMap((interval) => {
    const own = interval.agentId === null ? undefined : absences.get(interval.agentId)
    if (own === undefined || !own.some((one) => overlap(one, interval) !== null)) return [interval]
    return isWithinOne(interval, own) ? [] : [{ ...interval, away: merge([...(interval.away ?? []), ...own]) }]
  })
}

/** Whether nothing is expected any more of an agent's shift. */
export function isAbsent({ agentId, shift }: Presence, absences: Absences, now: number): boolean {
  if (shift === null || shift.end <= now) return false
  const left = { start: Math.max(now, shift.start), end: shift.end }
  return isWithinOne(left, absences.get(agentId) ?? [])
}
