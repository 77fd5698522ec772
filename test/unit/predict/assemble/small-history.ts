import { agentSteps } from '../../../../shared/coverage/agents-online.ts'
import { countCells } from '../../../../shared/coverage/count-cells.ts'
import type { SessionInterval } from '../../../../shared/coverage/session-interval.ts'
import { DAY_MS, HOUR_MS } from '../../../../shared/foundation/minutes.ts'
import type { PredictionFacts } from '../../../../shared/predict/assemble/facts.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

/** A Monday, midnight in UTC. */
export const FIRST_DAY = Date.parse('2026-01-05T00:00:00Z')

const POOLS = ['sales', 'support', null] as const

export interface SmallHistory {
  readonly days: number
  readonly seed?: number
  /** Factor on the visitors of days from the given one on. */
  readonly visitorsFrom?: { readonly day: number; readonly factor: number }
}

/** What a sync knows of a small company: visits all day, two agents at work from 9 to 17, one of them for one pool only. */
export function smallHistory({ days, seed = 1, visitorsFrom }: SmallHistory): PredictionFacts {
  const now = FIRST_DAY + days * DAY_MS
  const sessions: SessionInterval[] = []
  const visits: { createdAt: number; poolId: string | null; country: string; agentId: string | null }[] = []
  for (let day = 0; day < days; day++) {
    const random = createRandom(seed, day)
    const start = FIRST_DAY + day * DAY_MS
    const late = random.uniform() * HOUR_MS
    sessions.push({ agentId: 'ann', startedAt: start + 9 * HOUR_MS + late / 4, endedAt: start + 17 * HOUR_MS })
    if (day % 7 < 5)
      sessions.push({ agentId: 'bob', startedAt: start + 9 * HOUR_MS, endedAt: start + 15 * HOUR_MS + late })
    const factor = visitorsFrom !== undefined && day >= visitorsFrom.day ? visitorsFrom.factor : 1
    const count = Math.round((60 + 20 * random.uniform()) * factor)
    for (let visit = 0; visit < count; visit++) {
      const hour = 24 * random.uniform()
      const isServed = hour > 9.5 && hour < 17 && random.uniform() < 0.8
      visits.push({
        createdAt: start + Math.floor(hour * HOUR_MS),
        poolId: POOLS[Math.floor(3 * random.uniform())]!,
        country: random.uniform() < 0.1 ? 'AU' : 'US',
        agentId: isServed ? 'ann' : null,
      })
    }
  }
  const membership = new Map([
    ['sales', new Set(['ann', 'bob'])],
    ['support', new Set(['ann'])],
  ])
  const steps = agentSteps(sessions, { from: FIRST_DAY, to: now, now, membership })
  return {
    batches: [countCells(visits, steps)],
    countryRule: { mode: 'blocklist', countries: ['AU'] },
    sessions,
    pools: [
      { id: 'sales', isCatchAll: false, present: true },
      { id: 'support', isCatchAll: false, present: true },
      { id: 'gone', isCatchAll: false, present: false },
    ],
    members: [
      { poolId: 'sales', agentId: 'ann', fromDay: null, untilDay: null },
      { poolId: 'sales', agentId: 'bob', fromDay: null, untilDay: null },
      { poolId: 'support', agentId: 'ann', fromDay: null, untilDay: null },
    ],
    known: Array.from({ length: days }, (_, day) => ({
      start: FIRST_DAY + day * DAY_MS,
      end: FIRST_DAY + (day + 1) * DAY_MS,
    })),
    now,
  }
}
