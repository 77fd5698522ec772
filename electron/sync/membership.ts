import { utcDayOf } from '../../shared/time/slots.ts'
import type { CachedDirectory, MembershipPeriod } from './cache.ts'
import type { Membership, PoolAgents, SourceDirectory } from './source.ts'

type Members = SourceDirectory['members']

/** What a sync knows when it meets the members of today. */
export interface MembershipMerge {
  /** Spans of earlier syncs; null: none, or membership was not known. */
  readonly previous: readonly MembershipPeriod[] | null
  /** The clock of the sync before this one; null: this is the first. */
  readonly previousNow: number | null
  readonly now: number
}

/**
 * Dates memberships, which the source does not: an agent newly seen serves from the day of the sync before (the widest period
 * that agrees with what syncs saw), one no longer seen until today. Whoever the first sync finds has always served.
 */
export function mergeMembers(
  seen: Members,
  { previous, previousNow, now }: MembershipMerge,
): readonly MembershipPeriod[] | null {
  if (seen === null) return null
  if (previous === null || previousNow === null) {
    return uniqueMembers(seen).map((member) => ({ ...member, fromDay: null, untilDay: null }))
  }
  const today = utcDayOf(now)
  const newSince = utcDayOf(Math.min(previousNow, now))
  const stillSeen = new Set(seen.map(memberKey))
  const periods = previous.flatMap((period) =>
    period.untilDay !== null || stillSeen.has(memberKey(period)) ? [period] : endPeriod(period, today),
  )
  const running = new Set(periods.filter((period) => period.untilDay === null).map(memberKey))
  for (const member of uniqueMembers(seen)) {
    if (!running.has(memberKey(member))) startPeriod(periods, { ...member, fromDay: newSince, untilDay: null })
  }
  return periods
}

function endPeriod(period: MembershipPeriod, today: number): readonly MembershipPeriod[] {
  return period.fromDay !== null && period.fromDay >= today ? [] : [{ ...period, untilDay: today }]
}

/** Adds a period; one of the same member that ended no earlier than this one begins goes on instead. */
function startPeriod(periods: MembershipPeriod[], period: MembershipPeriod): void {
  const touching = periods.findIndex(
    (other) =>
      memberKey(other) === memberKey(period) &&
      other.untilDay !== null &&
      period.fromDay !== null &&
      other.untilDay >= period.fromDay,
  )
  if (touching === -1) periods.push(period)
  else periods[touching] = { ...periods[touching]!, untilDay: null }
}

function memberKey(member: { readonly poolId: string; readonly agentId: string }): string {
  return `${member.poolId}\n${member.agentId}`
}

function uniqueMembers(seen: NonNullable<Members>): readonly { readonly poolId: string; readonly agentId: string }[] {
  return [...new Map(seen.map(({ poolId, agentId }) => [memberKey({ poolId, agentId }), { poolId, agentId }])).values()]
}

/** Who serves whom on a UTC day, and a text that is equal on days of equal membership. */
export interface MembershipOfDay {
  readonly membership: Membership
  readonly key: string
}

/** Answers who served whom on any UTC day. */
export function membershipCalendar(directory: CachedDirectory): (day: number) => MembershipOfDay {
  const periods = directory.members
  if (periods === null) {
    const unknown: MembershipOfDay = { membership: new Map(), key: 'all' }
    return () => unknown
  }
  const boundaries = [
    ...new Set(periods.flatMap((period) => [period.fromDay, period.untilDay]).filter((day) => day !== null)),
  ].sort((a, b) => a - b)
  const eras = new Map<number, MembershipOfDay>()
  return (day) => {
    const era = boundaries.filter((boundary) => boundary <= day).length
    const known = eras.get(era)
    if (known !== undefined) return known
    const found = membershipOn(day, directory)
    eras.set(era, found)
    return found
  }
}

function membershipOn(day: number, directory: CachedDirectory): MembershipOfDay {
  const serving = new Map<string, Set<string>>()
  for (const pool of directory.pools ?? []) serving.set(pool.id, new Set())
  for (const period of directory.members ?? []) {
    const agents = serving.get(period.poolId) ?? new Set()
    serving.set(period.poolId, agents)
    if ((period.fromDay ?? day) <= day && day < (period.untilDay ?? day + 1)) agents.add(period.agentId)
  }
  const catchAll = new Set((directory.pools ?? []).filter((pool) => pool.isCatchAll).map((pool) => pool.id))
  const membership = new Map<string, PoolAgents>()
  for (const [poolId, agents] of serving) {
    // A catch-all pool lists nobody because everybody serves it; any other pool that lists nobody has nobody.
    membership.set(poolId, agents.size === 0 && catchAll.has(poolId) ? 'all' : agents)
  }
  return { membership, key: membershipKey(membership) }
}

function membershipKey(membership: Membership): string {
  return JSON.stringify(
    [...membership]
      .map(([poolId, agents]) => [poolId, agents === 'all' ? agents : [...agents].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
