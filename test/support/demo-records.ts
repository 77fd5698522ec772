import { DEMO_AGENTS, DEMO_MEMBERS, DEMO_POOLS, DEMO_TIME_ZONE, DEMO_TRUTH } from '../../electron/sync/demo/company.ts'
import { DEMO_AWAY_MS, demoDay } from '../../electron/sync/demo/demo-day.ts'
import { hashUniform, seededUuid } from '../../electron/sync/demo/random.ts'
import { DAY_MS, HOUR_MS } from '../../shared/foundation/minutes.ts'
import { Randomness } from '../simulation/random.ts'
import { union, type Interval } from '../simulation/presence.ts'
import { recordSite, type Handover, type ProductHabits, type ProductRecords } from './product-habits.ts'

/** Who founded the made-up company: an administrator with an agent's profile, who never serves anybody. */
export const DEMO_FOUNDER = { id: seededUuid('agent founder'), name: 'Eleanor Pine' }

const CATCH_ALL = DEMO_POOLS.find(({ isCatchAll }) => isCatchAll)!.id
/** Of the visitors who find an agent, so many ring; a call takes this long on average. */
const RING_SHARE = 0.3
const CALL_MINUTES = 4

/** Somebody who had the first agent's post until the middle of the history. */
export function demoFormerAgent(firstDay: number, lastDay: number): Handover & { readonly name: string } {
  return {
    agentId: DEMO_AGENTS[0]!.id,
    formerId: seededUuid('agent former'),
    name: 'Walter Pine',
    at: Math.floor((firstDay + lastDay) / 2) * DAY_MS + 9 * HOUR_MS,
  }
}

export interface DemoRecordOptions {
  /** Nothing at or after it is recorded. */
  readonly now: number
  readonly former: Handover
  readonly habits: ProductHabits
}

/** The rows that the product has of a local date of the made-up company (day number of the calendar). */
export function recordDemoDay(day: number, { now, former, habits }: DemoRecordOptions): ProductRecords {
  const { pageviews, sessions } = demoDay(day)
  const random = new Randomness(`demo calls ${day}`)
  const online = Map.groupBy(sessions, ({ agentId }) => agentId)
  const agents = DEMO_AGENTS.map(({ id }, agent) => ({
    id,
    pools: DEMO_MEMBERS.flatMap(({ poolId, agentId }) => (agentId === id ? [poolId] : [])),
    atDesk: union((online.get(id) ?? []).flatMap(({ startedAt, endedAt }) => atDeskDuring(agent, startedAt, endedAt))),
  }))
  const visits = pageviews
    .filter(({ createdAt }) => createdAt < now)
    .map(({ createdAt, ...visit }) => ({
      ...visit,
      at: createdAt,
      until:
        visit.agentId !== null && random.chance(RING_SHARE)
          ? createdAt + random.exponential(CALL_MINUTES) * 60_000
          : null,
    }))
  return recordSite(
    {
      seed: 'demo',
      timeZone: DEMO_TIME_ZONE,
      now,
      agents,
      sessions,
      visits,
      catchAllPoolId: CATCH_ALL,
      handovers: [former],
    },
    habits,
  )
}

/** When an agent who is signed on is there: the company decides it anew every few minutes. */
function atDeskDuring(agent: number, start: number, end: number): readonly Interval[] {
  const intervals: Interval[] = []
  for (let block = Math.floor(start / DEMO_AWAY_MS); block * DEMO_AWAY_MS < end; block += 1) {
    if (hashUniform(agent, block) < DEMO_TRUTH.availability)
      intervals.push({ start: Math.max(start, block * DEMO_AWAY_MS), end: Math.min(end, (block + 1) * DEMO_AWAY_MS) })
  }
  return intervals
}
