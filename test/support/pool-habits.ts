import { agentSteps, countCells, type Pageview } from '../../shared/coverage/index.ts'
import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import type { MembershipFact, PoolFact, PredictionFacts } from '../../shared/predict/assemble/facts.ts'
import { createRandom } from '../../shared/predict/random.ts'

/** A Monday. */
export const FIRST_DAY = Date.parse('2026-01-05T00:00:00Z')

/** A page whose visitors are routed to a pool. */
export interface HabitPool {
  readonly id: string | null
  readonly isCatchAll?: boolean
  /** null: not listed. */
  readonly agents: readonly string[] | null
  /** Of its page, from 8 to 20 h. */
  readonly visitorsPerHour: number
  /** Days [from, until) on which its covered visits carry the pool of the page; none: the pool of the agent always. */
  readonly ownDays?: { readonly from: number; readonly until: number }
  /** On other days, how many of them do. */
  readonly ownShare?: number
}

export interface Habits {
  readonly days: number
  readonly pools: readonly HabitPool[]
  /** Under which pool an agent's visits are recorded. */
  readonly agentPool: string | null
  /** Who is online from 9 to 17 h each day. */
  readonly online: readonly string[]
  /** Chance that one of them works on a day. */
  readonly working?: number
  /** Chance that one agent of those online takes a visitor. */
  readonly taking?: number
  readonly country?: (visit: number) => string | null
  readonly seed?: number
}

/** What a source holds of it. */
export interface Recorded {
  readonly visits: readonly (Pageview & { readonly createdAt: number })[]
  readonly sessions: readonly { readonly agentId: string; readonly startedAt: number; readonly endedAt: number }[]
  readonly now: number
}

/** A history as the product records it: a covered visit carries the pool of the agent who took it, a missed one the pool of the page. */
export function recordByHabits({
  days,
  pools,
  agentPool,
  online,
  taking = 0.7,
  working = 1,
  country = () => null,
  seed = 1,
}: Habits): Recorded {
  const random = createRandom(seed, 0)
  const works = createRandom(seed, 1)
  const isThere = online.map(() => Array.from({ length: days }, () => works.uniform() < working))
  const sessions = online.flatMap((agentId, agent) =>
    Array.from({ length: days }, (_, day) => day)
      .filter((day) => isThere[agent]![day])
      .map((day) => ({
        agentId,
        startedAt: FIRST_DAY + day * DAY_MS + 9 * HOUR_MS,
        endedAt: FIRST_DAY + day * DAY_MS + 17 * HOUR_MS,
      })),
  )
  const visits: (Pageview & { readonly createdAt: number })[] = []
  for (let day = 0; day < days; day++) {
    for (const pool of pools) {
      for (let hour = 8; hour < 20; hour++) {
        for (let visit = 0; visit < pool.visitorsPerHour; visit++) {
          const createdAt = FIRST_DAY + day * DAY_MS + hour * HOUR_MS + Math.floor(random.uniform() * HOUR_MS)
          const there =
            hour < 9 || hour >= 17
              ? 0
              : online.filter((agent, index) => isThere[index]![day] && (pool.agents?.includes(agent) ?? true)).length
          const isTaken = random.uniform() < 1 - (1 - taking) ** there
          const isOwn =
            (pool.ownDays !== undefined && day >= pool.ownDays.from && day < pool.ownDays.until) ||
            (isTaken && pool.ownShare !== undefined && random.uniform() < pool.ownShare)
          visits.push({
            createdAt,
            agentId: isTaken ? online[0]! : null,
            poolId: isTaken && !isOwn ? agentPool : pool.id,
            country: country(visits.length),
          })
        }
      }
    }
  }
  return { visits, sessions, now: FIRST_DAY + days * DAY_MS }
}

/** The same as a cache knows it. */
export function historyOfHabits(habits: Habits): PredictionFacts {
  const { visits, sessions, now } = recordByHabits(habits)
  const listed = habits.pools.filter((pool) => pool.id !== null)
  const members: readonly MembershipFact[] = listed.flatMap(({ id, agents }) =>
    (agents ?? []).map((agentId) => ({ poolId: id!, agentId, fromDay: null, untilDay: null })),
  )
  const facts: readonly PoolFact[] = listed.map(({ id, isCatchAll = false }) => ({
    id: id!,
    isCatchAll,
    present: true,
  }))
  const membership = new Map(
    listed.map(({ id, agents }) => [id!, agents === null ? ('all' as const) : new Set(agents)]),
  )
  return {
    batches: [countCells(visits, agentSteps(sessions, { from: FIRST_DAY, to: now, now, membership }))],
    countryRule: null,
    sessions,
    pools: facts,
    members: members.length === 0 ? null : members,
    known: [{ start: FIRST_DAY, end: now }],
    now,
  }
}
