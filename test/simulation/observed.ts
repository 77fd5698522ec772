import {
  agentSteps,
  countCells,
  type CubeBatch,
  type SessionInterval,
  type ServingAgents,
} from '../../shared/coverage/index.ts'
import { endOpenSessions, visitEvidence } from '../../shared/coverage/open-sessions.ts'
import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import { Randomness } from './random.ts'
import { isPlanned } from './schedules.ts'
import {
  NO_HABITS,
  recordSite,
  textId,
  type Handover,
  type ProductHabits,
  type ProductRecords,
} from '../support/product-habits.ts'
import type { PredictionFacts } from '../../shared/predict/assemble/facts.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { without, type Interval } from './presence.ts'
import type { Events } from './replay.ts'
import type { Quirks, World, WorldShift } from './world.ts'

/** The catch-all pool that a world's product has where covered visits carry their agent's pool. */
export const CATCH_ALL_POOL = '00000000-0000-4000-8001-000000000999'

/**
 * What is known of a world's history once its source was read: visits counted into cells, sessions, pools and members, as a product with
 * these habits records them. Nothing of its plans.
 */
export function factsOf(world: World, events: Events, habits: ProductHabits = NO_HABITS): PredictionFacts {
  const records = recordsOf(world, events, habits)
  const { deactivated } = records
  const sessions = endedSessions(world, records, events.end)
  return {
    batches: cellsOf(world, events, { ...records, sessions }),
    countryRule: null,
    sessions,
    pools: [
      ...world.pools.flatMap(({ id }) => (id === null ? [] : [{ id, isCatchAll: false, present: true }])),
      ...(habits.has('agent-pools') ? [{ id: CATCH_ALL_POOL, isCatchAll: true, present: true }] : []),
    ],
    members: world.membershipKnown
      ? membersOf(world, deactivated).map((member) => ({ ...member, fromDay: null, untilDay: null }))
      : null,
    ...(deactivated.length === 0
      ? {}
      : { inactive: Object.fromEntries(deactivated.map(({ formerId, at }) => [formerId, at])) }),
    known: [{ start: events.start, end: events.end }],
    now: events.end,
  }
}

/** The rows that a product with these habits has of a world's history. */
export function recordsOf(
  world: World,
  { arrivals, served, until, presence, start, end }: Events,
  habits: ProductHabits = NO_HABITS,
): ProductRecords {
  const random = new Randomness(`${world.seed} records`)
  return recordSite(
    {
      seed: world.seed,
      timeZone: world.timeZone,
      now: end,
      agents: world.agents.map(({ id, pools }, agent) => ({
        id,
        pools: pools.flatMap((pool) => world.pools[pool]!.id ?? []),
        atDesk: presence[agent]!.atDesk,
      })),
      sessions: presence
        .flatMap(({ online }, agent) =>
          online.flatMap((interval) =>
            recorded(interval, random, world.quirks).map((session) => ({
              agentId: world.agents[agent]!.id,
              startedAt: session.start,
              endedAt: session.end,
            })),
          ),
        )
        .map((session, index) => ({ ...session, id: textId(`${world.seed} session ${index}`) })),
      visits: Array.from(served, (agent, visit) => ({
        at: arrivals.at[visit]!,
        country: null,
        poolId: world.pools[arrivals.pool[visit]!]!.id,
        agentId: agent < 0 ? null : world.agents[agent]!.id,
        until: agent < 0 ? null : until[visit]!,
      })),
      catchAllPoolId: CATCH_ALL_POOL,
      handovers: handoversOf(world, { start, end, presence }),
    },
    habits,
  )
}

/** Every fourth post was held by somebody else before, until some day in the first half of the history. */
function handoversOf(
  world: World,
  { start, end, presence }: Pick<Events, 'start' | 'end' | 'presence'>,
): readonly Handover[] {
  const random = new Randomness(`${world.seed} handovers`)
  const regulars = world.agents.slice(0, world.agents.length / 2)
  const first = Math.floor(random.uniform() * Math.min(4, regulars.length))
  return regulars.flatMap(({ id }, agent) => {
    if (agent % 4 !== first) return []
    const drawn = start + random.between(0.2, 0.5) * (end - start)
    const at = presence[agent]!.online.find((interval) => interval.end > drawn)?.start ?? drawn
    return [{ agentId: id, formerId: textId(`${world.seed} before ${id}`), at: Math.round(at) }]
  })
}

/** Sessions as a sync keeps them: those that were never closed end by what is known of their agents. */
function endedSessions(world: World, { sessions, visits }: ProductRecords, now: number): readonly SessionInterval[] {
  if (world.quirks.neverCloses === 0) return sessions
  const covered = Map.groupBy(
    visits.filter(({ agentId }) => agentId !== null),
    ({ agentId }) => agentId!,
  )
  const lastEvidence = ({ agentId, startedAt }: SessionInterval, before: number): number | null => {
    const last = covered.get(agentId)?.findLast(({ createdAt }) => createdAt < before)
    return last === undefined || last.createdAt < startedAt ? null : visitEvidence(last.createdAt)
  }
  return endOpenSessions<SessionInterval>(sessions, { now, lastEvidence })
}

/** Sessions as they are recorded without any habit: one that still goes on at the end of the history has no end. */
export function sessionsOf(world: World, events: Events): readonly SessionInterval[] {
  return recordsOf(world, events).sessions
}

/**
 * Time away as status changes record it, agent by agent: what of their time online people were not at the desk. `share` of the agents
 * set their status; the others are recorded as present throughout.
 */
export function awayOf(world: World, { presence, end }: Events, share = 1): readonly SessionInterval[] {
  const random = new Randomness(`${world.seed} statuses`)
  return presence.flatMap(({ online, atDesk }, agent) => {
    if (!random.chance(share)) return []
    return without(online, atDesk).flatMap((away) =>
      away.start < end
        ? [{ agentId: world.agents[agent]!.id, startedAt: away.start, endedAt: away.end > end ? null : away.end }]
        : [],
    )
  })
}

/** What is recorded of an interval online: mostly the interval. */
function recorded(
  interval: Interval,
  random: Randomness,
  { forgets, neverCloses, closesLate }: Quirks,
): readonly Interval[] {
  if (neverCloses > 0 && random.chance(neverCloses)) return [{ start: interval.start, end: Number.MAX_SAFE_INTEGER }]
  if (closesLate > 0 && random.chance(closesLate))
    return [{ start: interval.start, end: interval.end + random.between(2, 8) * HOUR_MS }]
  if (forgets === 0) return [interval]
  if (random.chance(forgets)) return [{ start: interval.start, end: interval.end + random.between(20, 44) * HOUR_MS }]
  if (random.chance(forgets))
    return [interval, { start: (interval.start + interval.end) / 2, end: interval.end + HOUR_MS }]
  return [interval]
}

/** Who serves which pool; also those who were hired and have not worked yet and former agents, but not who might take an open shift. */
export function membersOf(
  world: World,
  former: readonly Handover[] = [],
): readonly { readonly poolId: string; readonly agentId: string }[] {
  const regulars = world.agents.length / 2
  const hired = world.agents.filter(
    (_, index) => index < regulars || (!world.quirks.unlistedNewcomers && (index - regulars) % 2 === 0),
  )
  return hired.flatMap((agent) =>
    agent.pools.flatMap((pool) => {
      const poolId = world.pools[pool]!.id
      const holders = [agent.id, ...former.flatMap(({ agentId, formerId }) => (agentId === agent.id ? [formerId] : []))]
      return poolId === null ? [] : holders.map((agentId) => ({ poolId, agentId }))
    }),
  )
}

type CountedRecords = Pick<ProductRecords, 'visits' | 'deactivated'> & { readonly sessions: readonly SessionInterval[] }

/** Visits of a history counted into cells, by the agents whom the records have online. */
export function cellsOf(
  world: World,
  { start, end }: Events,
  { sessions, visits: all, deactivated }: CountedRecords,
): readonly CubeBatch[] {
  const membership = new Map<string, ServingAgents>()
  if (world.membershipKnown)
    for (const [pool, members] of Map.groupBy(membersOf(world, deactivated), ({ poolId }) => poolId))
      membership.set(pool, new Set(members.map(({ agentId }) => agentId)))
  const batches: CubeBatch[] = []
  let visit = 0
  for (let day = Math.floor(start / DAY_MS); day * DAY_MS < end; day += 1) {
    const from = visit
    while (visit < all.length && all[visit]!.createdAt < (day + 1) * DAY_MS) visit += 1
    const visits = all.slice(from, visit)
    const near = sessions.filter(
      (session) => session.startedAt < (day + 1) * DAY_MS && (session.endedAt ?? end) > day * DAY_MS,
    )
    batches.push(
      countCells(visits, agentSteps(near, { from: day * DAY_MS, to: (day + 1) * DAY_MS, now: end, membership })),
    )
  }
  return batches
}

/** Shifts of the week to predict as a planner would write them down, with breaks where this one draws them. */
export function planOf(world: World, shifts: readonly WorldShift[]): Plan {
  return {
    name: 'Tried',
    timeZone: world.timeZone,
    poolId: world.planPool === null ? null : world.pools[world.planPool]!.id,
    kind: 'weekly',
    shifts: shifts
      .filter((shift) => isPlanned(world, shift))
      .map((shift, index) => ({
        id: `shift ${index}`,
        agentId: shift.shownAs === 'open' ? null : world.agents[shift.agent]!.id,
        day: shift.dayOfWeek,
        startMinute: shift.startMinute,
        endMinute: shift.endMinute,
        breaks: world.drawsBreaks ? shift.breaks : [],
        note: '',
      })),
  }
}
