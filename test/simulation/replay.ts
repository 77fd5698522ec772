import { futureArrivals, historyArrivals, type Arrivals } from './demand.ts'
import { serve, type Service } from './desk.ts'
import { presenceOf, type AgentPresence } from './presence.ts'
import { Randomness } from './random.ts'
import { weeksSpan } from './wall-clock.ts'
import type { World, WorldShift } from './world.ts'

/** What happened: visitors, who took them and until when, and where everybody was. */
export interface Events extends Service {
  /** The span [start, end) that counts; earlier events are only there so that the first minutes are right. */
  readonly start: number
  readonly end: number
  readonly arrivals: Arrivals
  readonly presence: readonly AgentPresence[]
}

/** Visitors and covered visitors of one pool, or of all. */
export interface Totals {
  readonly visitors: number
  readonly covered: number
}

/** The world's history: what the product is shown. */
export function liveHistory(world: World): Events {
  const arrivals = historyArrivals(world)
  const presence = presenceOf(world, {
    from: 0,
    to: world.weeks,
    shiftsOf: world.shiftsOf,
    random: new Randomness(`${world.seed} presence`),
  })
  const service = serve(world, { arrivals, presence, random: new Randomness(`${world.seed} service`) })
  return { ...weeksSpan(world, 0, world.weeks), arrivals, ...service, presence }
}

/** One future of the week after the history, if these were its shifts. Each number of the replay is another future. */
export function replayWeek(world: World, shifts: readonly WorldShift[], replay: string): Events {
  return replayVisitors(world, shifts, {
    replay,
    arrivals: futureArrivals(world, new Randomness(`${world.seed} replay ${replay} arrivals`)),
  })
}

/** The same with visitors who are given: chance is left in who turns up and how long visits take. */
export function replayVisitors(
  world: World,
  shifts: readonly WorldShift[],
  { replay, arrivals }: { readonly replay: string; readonly arrivals: Arrivals },
): Events {
  const stream = (name: string): Randomness => new Randomness(`${world.seed} replay ${replay} ${name}`)
  const presence = presenceOf(world, {
    from: world.weeks,
    to: world.weeks + 1,
    shiftsOf: () => shifts,
    random: stream('presence'),
    runUpDays: 1,
  })
  const service = serve(world, { arrivals, presence, random: stream('service') })
  return { ...weeksSpan(world, world.weeks, world.weeks + 1), arrivals, ...service, presence }
}

/** Visitors and covered ones of the span that counts; of one pool, where its index is given. */
export function totalsOf(events: Events, pool?: number): Totals {
  let visitors = 0
  let covered = 0
  for (let visit = 0; visit < events.served.length; visit += 1) {
    const at = events.arrivals.at[visit]!
    if (at < events.start || at >= events.end) continue
    if (pool !== undefined && events.arrivals.pool[visit] !== pool) continue
    visitors += 1
    if (events.served[visit]! >= 0) covered += 1
  }
  return { visitors, covered }
}

/** Agent-hours online within the span that counts, of some agents. */
export function onlineHours(
  { presence, start, end }: Pick<Events, 'presence' | 'start' | 'end'>,
  agents?: ReadonlySet<number>,
): number {
  let total = 0
  for (const [agent, { online }] of presence.entries()) {
    if (agents !== undefined && !agents.has(agent)) continue
    for (const interval of online) total += Math.max(0, Math.min(interval.end, end) - Math.max(interval.start, start))
  }
  return total / 3_600_000
}
