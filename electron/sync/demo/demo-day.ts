import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { intervalsOf, type DemoInterval } from './attendance.ts'
import { DEMO_AGENTS, DEMO_TRUTH, demoPoolId, DEMO_POOL_KEYS, type DemoPoolKey } from './company.ts'
import { arrivalsOf, growthOn, type DemoArrival } from './demand.ts'
import { startOfLocalDay } from './local-days.ts'
import { hashUniform, SeededRandom, seededUuid } from './random.ts'
import type { SourceSession } from '../source.ts'

export interface DemoVisit {
  readonly createdAt: number
  readonly poolId: string | null
  readonly agentId: string | null
  readonly country: string | null
}

/** A local date of the made-up company, as it will have been once it is over. */
export interface DemoDay {
  /** In order of time. */
  readonly pageviews: readonly DemoVisit[]
  /** Those that start with a shift of this date; a night shift ends on the next. */
  readonly sessions: readonly (SourceSession & { readonly endedAt: number })[]
}

/** Days that go otherwise than they do, to see whether what differs is found. */
export interface DemoChange {
  /** Times the visitors that are expected. */
  readonly visitors?: number
  /** Agents who do not come at all. */
  readonly away?: ReadonlySet<string>
}

/** Long enough that who was busy before does not matter. */
const WARM_UP_MS = 2 * HOUR_MS
/** An agent who is away from the desk is so for such a while. */
export const DEMO_AWAY_MS = 6 * MINUTE_MS

const POOL_IDS = new Map<DemoPoolKey, string>(DEMO_POOL_KEYS.map((key) => [key, demoPoolId(key)]))
const EVERYBODY: readonly number[] = DEMO_AGENTS.map((_, index) => index)
const SERVING = new Map<DemoPoolKey, readonly number[]>(
  DEMO_POOL_KEYS.map((key) => [
    key,
    key === 'everyone' ? EVERYBODY : EVERYBODY.filter((agent) => DEMO_AGENTS[agent]!.pools.includes(key)),
  ]),
)

/**
 * The visits and sessions of a local date (day number of the calendar, New York), from its own seed and that of the day before.
 * A visitor is covered if an agent of the pool is online, at the desk and free; otherwise the visitor is lost.
 */
export function demoDay(day: number, { visitors = 1, away }: DemoChange = {}): DemoDay {
  const start = startOfLocalDay(day)
  const present = (intervals: readonly DemoInterval[]): readonly DemoInterval[] =>
    away === undefined ? intervals : intervals.filter(({ session }) => !away.has(session.agentId))
  const today = present(intervalsOf(day))
  const intervals = [...present(intervalsOf(day - 1)), ...today]
  const warmUp = arrivalsOf(day - 1, visitors).filter(({ at }) => at >= start - WARM_UP_MS)
  const desk = new Desk(intervals, day)
  for (const arrival of warmUp) desk.serve(arrival)
  const pageviews = arrivalsOf(day, visitors).map((arrival) => {
    const agent = desk.serve(arrival)
    return {
      createdAt: arrival.at,
      poolId: arrival.pool === null ? null : POOL_IDS.get(arrival.pool)!,
      agentId: agent === null ? null : DEMO_AGENTS[agent]!.id,
      country: arrival.country,
    }
  })
  return { pageviews, sessions: today.map(({ session }) => session) }
}

/** The sessions of a local date alone, which are much quicker made than its visits. */
export function demoSessions(day: number): DemoDay['sessions'] {
  return intervalsOf(day).map(({ session }) => session)
}

/** The id under which the visit with this index is stored in a database. */
export function demoVisitId(day: number, index: number): string {
  return seededUuid(`visit ${day} ${index}`)
}

/** Agents as they come, go and are busy, through visitors in order of time. */
class Desk {
  readonly #intervals: readonly (readonly DemoInterval[])[]
  readonly #next: number[]
  readonly #busyUntil: Float64Array
  readonly #random: SeededRandom
  readonly #pace: number

  constructor(intervals: readonly DemoInterval[], day: number) {
    this.#intervals = EVERYBODY.map((agent) =>
      intervals.filter((interval) => interval.agent === agent).toSorted((a, b) => a.start - b.start),
    )
    this.#next = EVERYBODY.map(() => 0)
    this.#busyUntil = new Float64Array(EVERYBODY.length)
    this.#random = new SeededRandom(`desk ${day}`)
    // With more visitors the team gets quicker, so that coverage stays believable over years.
    this.#pace = growthOn(day) ** -0.8
  }

  /** The agent who takes the visitor; null: the visitor is lost. */
  serve({ at, pool }: DemoArrival): number | null {
    const serving = pool === null ? EVERYBODY : SERVING.get(pool)!
    let chosen = -1
    // The one who has been free for longest.
    for (const agent of serving) {
      if (this.#busyUntil[agent]! > at || !this.#isThere(agent, at)) continue
      if (chosen === -1 || this.#busyUntil[agent]! < this.#busyUntil[chosen]!) chosen = agent
    }
    if (chosen === -1) return null
    const minutes = DEMO_TRUTH.holdingMinutes[pool ?? 'everyone'] * this.#pace
    this.#busyUntil[chosen] = at + this.#random.exponential(minutes) * MINUTE_MS
    return chosen
  }

  #isThere(agent: number, at: number): boolean {
    const intervals = this.#intervals[agent]!
    let next = this.#next[agent]!
    while (next < intervals.length && intervals[next]!.end <= at) next += 1
    this.#next[agent] = next
    if (next === intervals.length || intervals[next]!.start > at) return false
    return hashUniform(agent, Math.floor(at / DEMO_AWAY_MS)) < DEMO_TRUTH.availability
  }
}
