import type {
  AgentSession,
  CoverageFigures,
  CoverageOptions,
  InstantInput,
  Pageview,
} from '../../../shared/coverage/index.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { wallClock, type WallClock } from '../time/intl-clock.ts'

const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

interface Tick extends WallClock {
  readonly instant: number
  readonly isElapsed: boolean
  readonly visitors: number
  readonly covered: number
  readonly agents: number
}

/**
 * Coverage figures by brute force, to compare with: walks time tick by tick, asks Intl what the wall clock shows, and looks at every
 * event at every tick. Exact where events, sessions and now lie on ticks. Knows nothing of the code under test.
 */
export function bruteForceFigures(
  events: { readonly pageviews: readonly Pageview[]; readonly sessions: readonly AgentSession[] },
  options: CoverageOptions,
  tickMs: number,
): CoverageFigures {
  const ticks = ticksOf(events, options, tickMs)
  const dates: string[] = []
  for (let day = Date.parse(options.from); day <= Date.parse(options.to); day += DAY_MS)
    dates.push(new Date(day).toISOString().slice(0, 10))
  const stats = (chosen: readonly Tick[]) => {
    const totalPageviews = sum(chosen, (tick) => tick.visitors)
    const pageviewsWithAgent = sum(chosen, (tick) => tick.covered)
    const elapsed = chosen.filter((tick) => tick.isElapsed).length
    return {
      visits: { totalPageviews, pageviewsWithAgent, missedOpportunities: totalPageviews - pageviewsWithAgent },
      coverageRate: totalPageviews === 0 ? 100 : (100 * pageviewsWithAgent) / totalPageviews,
      coverageGap: totalPageviews === 0 ? 0 : (totalPageviews - pageviewsWithAgent) / totalPageviews,
      avgAgentsOnline: elapsed === 0 ? 0 : sum(chosen, (tick) => tick.agents) / elapsed,
    }
  }
  const hourly = numbers(24).map((hour) => {
    const { visits, avgAgentsOnline } = stats(ticks.filter((tick) => tick.hour === hour))
    return { hour, ...visits, avgAgentsOnline }
  })
  const all = stats(ticks)
  return {
    totals: { ...all.visits, coverageRate: all.coverageRate, avgAgentsOnline: all.avgAgentsOnline },
    hourly,
    byDayHour: numbers(7).map((dayOfWeek) =>
      numbers(24).map((hour) => {
        const cell = stats(ticks.filter((tick) => tick.hour === hour && tick.dayOfWeek === dayOfWeek))
        return {
          dayOfWeek,
          dayName: NAMES[dayOfWeek]!,
          hour,
          ...cell.visits,
          avgAgentsOnline: cell.avgAgentsOnline,
          coverageGap: cell.coverageGap,
        }
      }),
    ),
    byDayOfWeek: numbers(7).map((dayOfWeek) => {
      const day = stats(ticks.filter((tick) => tick.dayOfWeek === dayOfWeek))
      return { dayOfWeek, dayName: NAMES[dayOfWeek]!, ...day.visits, coverageRate: day.coverageRate }
    }),
    daily: dates.map((date) => {
      const day = stats(ticks.filter((tick) => tick.date === date))
      return { date, ...day.visits, coverageRate: day.coverageRate, avgAgentsOnline: day.avgAgentsOnline }
    }),
    problemHours: hourly.filter((hour) => hour.missedOpportunities > hour.pageviewsWithAgent).map((hour) => hour.hour),
  }
}

function ticksOf(
  { pageviews, sessions }: { readonly pageviews: readonly Pageview[]; readonly sessions: readonly AgentSession[] },
  options: CoverageOptions,
  tickMs: number,
): readonly Tick[] {
  const now = instantOf(options.now)
  const wanted = pageviews.filter((pageview) => isWanted(pageview, options))
  const serving = sessions
    .map((session) => ({ ...session, endedAt: endOf(session, { sessions, pageviews }, now) }))
    .filter(
      ({ agentId }) =>
        options.poolId === undefined || options.poolId === null || (options.poolMembers?.includes(agentId) ?? true),
    )
  const ticks: Tick[] = []
  for (
    let instant = Date.parse(options.from) - DAY_MS;
    instant < Date.parse(options.to) + 3 * DAY_MS;
    instant += tickMs
  ) {
    const clock = wallClock(instant, options.timeZone)
    if (clock.date < options.from || clock.date > options.to) continue
    const isElapsed = instant < now
    const visits = isElapsed ? wanted.filter(({ createdAt }) => instantOf(createdAt) === instant) : []
    const online = serving.filter(
      ({ startedAt, endedAt }) => instantOf(startedAt) <= instant && (endedAt === null || instant < instantOf(endedAt)),
    )
    ticks.push({
      ...clock,
      instant,
      isElapsed,
      visitors: visits.length,
      covered: visits.filter((visit) => visit.agentId !== null).length,
      agents: isElapsed ? online.length : 0,
    })
  }
  return ticks
}

/** Where a session ends: as recorded, or by what else the events show of its agent. */
function endOf(
  session: AgentSession,
  { sessions, pageviews }: { readonly sessions: readonly AgentSession[]; readonly pageviews: readonly Pageview[] },
  now: number,
): InstantInput | null {
  const start = instantOf(session.startedAt)
  if (session.endedAt !== null || start >= now) return session.endedAt
  const own = sessions.filter(({ agentId }) => agentId === session.agentId)
  const twins = own.filter(({ startedAt, endedAt }) => endedAt === null && instantOf(startedAt) === start)
  if (session !== twins.at(-1)) return start
  const limit = Math.min(now, ...own.map(({ startedAt }) => instantOf(startedAt)).filter((other) => other > start))
  if (limit - start <= 16 * HOUR_MS) return limit < now ? limit : null
  const quarters = pageviews
    .filter(
      ({ agentId, createdAt }) =>
        agentId === session.agentId && instantOf(createdAt) >= start && instantOf(createdAt) < limit,
    )
    .map(({ createdAt }) => instantOf(createdAt) - (instantOf(createdAt) % (HOUR_MS / 4)) + HOUR_MS / 4)
  const signs = [...quarters, ...(session.lastSeenAt ? [instantOf(session.lastSeenAt)] : [])].filter(
    (sign) => sign >= start,
  )
  return signs.length === 0 ? start + 16 * HOUR_MS : Math.min(Math.max(...signs), limit)
}

function isWanted({ poolId, country }: Pageview, { poolId: wantedPool, countryFilter }: CoverageOptions): boolean {
  if (wantedPool !== undefined && (poolId ?? null) !== wantedPool) return false
  const code = country?.trim().toLowerCase()
  if (!code || countryFilter === undefined || countryFilter.countries.length === 0) return true
  const isListed = countryFilter.countries.some((listed) => listed.toLowerCase() === code)
  return countryFilter.mode === 'allowlist' ? isListed : !isListed
}

function instantOf(value: number | string): number {
  return new Date(value).getTime()
}

function sum(ticks: readonly Tick[], value: (tick: Tick) => number): number {
  return ticks.reduce((total, tick) => total + value(tick), 0)
}

function numbers(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index)
}
