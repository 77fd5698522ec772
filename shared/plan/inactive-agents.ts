import type { PlannedInterval } from './plan.ts'

/** Since when agents are deactivated, epoch milliseconds, by id. They were active before. */
export type InactiveAgents = Readonly<Record<string, number>>

/** Since when an agent is deactivated; Infinity: not at all. */
export function inactiveSince(agentId: string | null, inactive: InactiveAgents | undefined): number {
  return agentId !== null && inactive !== undefined && Object.hasOwn(inactive, agentId)
    ? inactive[agentId]!
    : Number.POSITIVE_INFINITY
}

/** Planned time of those who are active then: a shift that goes on when its agent is deactivated ends there, and none begins later. */
export function intervalsWhileActive(
  intervals: readonly PlannedInterval[],
  inactive: InactiveAgents | undefined,
): readonly PlannedInterval[] {
  if (inactive === undefined || !intervals.some((interval) => isPlannedInactive(interval, inactive))) return intervals
  return intervals.flatMap((interval) => {
    const since = inactiveSince(interval.agentId, inactive)
    if (interval.end <= since) return [interval]
    if (interval.start >= since) return []
    const breaks = interval.breaks
      .filter(({ start }) => start < since)
      .map(({ start, end }) => ({ start, end: Math.min(end, since) }))
    return [{ ...interval, end: since, breaks }]
  })
}

/** A shift of which nobody is expected from `since` on, because its agent is deactivated. Instants are epoch milliseconds. */
export interface CalledOffShift {
  readonly agentId: string
  readonly start: number
  readonly end: number
  readonly since: number
}

/** The shifts that `intervalsWhileActive` leaves out or cuts short, whole as they were planned. */
export function calledOffShifts(
  intervals: readonly PlannedInterval[],
  inactive: InactiveAgents | undefined,
): readonly CalledOffShift[] {
  if (inactive === undefined) return []
  return intervals.flatMap((interval) =>
    isPlannedInactive(interval, inactive)
      ? [
          {
            agentId: interval.agentId!,
            start: interval.start,
            end: interval.end,
            since: inactiveSince(interval.agentId, inactive),
          },
        ]
      : [],
  )
}

/** The agents who are planned after they are deactivated, in order, each once. */
export function plannedInactive(
  intervals: readonly PlannedInterval[],
  inactive: InactiveAgents | undefined,
): readonly string[] {
  if (inactive === undefined) return []
  return [
    ...new Set(intervals.filter((interval) => isPlannedInactive(interval, inactive)).map(({ agentId }) => agentId!)),
  ].toSorted()
}

function isPlannedInactive({ agentId, end }: PlannedInterval, inactive: InactiveAgents): boolean {
  return end > inactiveSince(agentId, inactive)
}

/** Of agents as they are listed (instants as ISO texts), since when they are deactivated. */
export function inactiveOf(
  agents: readonly { readonly id: string; readonly inactiveSince: string | null }[],
): InactiveAgents {
  return Object.fromEntries(
    agents.flatMap(({ id, inactiveSince: since }) => (since === null ? [] : [[id, Date.parse(since)] as const])),
  )
}

/** An agent's name in what is still to come: who is deactivated by then is called so. */
export function nameWhen(name: string, isInactive: boolean): string {
  return isInactive ? `${name} (deactivated)` : name
}
