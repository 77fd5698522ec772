import {
  agentSteps,
  agentTimePerSlot,
  countCells,
  figuresFromSeries,
  filterTraffic,
  servingAgents,
  sessionsWithEnds,
  toInstant,
  type AgentSession,
  type CoverageFigures,
  type CoverageOptions,
  type CubeBatch,
  type Pageview,
} from '../../../shared/coverage/index.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'

/** Raw events counted into one batch of cells a UTC day, as a cache holds them. */
function cubeOf(pageviews: readonly Pageview[], sessions: readonly AgentSession[], now: number): readonly CubeBatch[] {
  const ended = sessionsWithEnds(sessions, { now, pageviews })
  const byDay = Map.groupBy(pageviews, (pageview) => Math.floor(toInstant(pageview.createdAt) / DAY_MS))
  return [...byDay].map(([day, visits]) => {
    const window = { from: day * DAY_MS, to: (day + 1) * DAY_MS, now, membership: new Map() }
    return countCells(visits, agentSteps(ended, window))
  })
}

/** The figures of raw events by way of the cube, over the UTC days from `firstDay` on. */
export function figuresByRollup(
  { pageviews, sessions }: { readonly pageviews: readonly Pageview[]; readonly sessions: readonly AgentSession[] },
  options: CoverageOptions,
  days: { readonly firstDay: number; readonly count: number },
): CoverageFigures {
  const now = toInstant(options.now)
  const extent = { firstSlot: days.firstDay * SLOTS_PER_DAY, length: days.count * SLOTS_PER_DAY }
  const series = filterTraffic(cubeOf(pageviews, sessions, now), options, extent)
  const agents = servingAgents(options.poolId, options.poolMembers)
  return figuresFromSeries(
    series,
    agentTimePerSlot(sessionsWithEnds(sessions, { now, pageviews }), { ...extent, now, agents }),
    options,
  )
}
