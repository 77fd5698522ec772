import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { offsetAt } from '../../shared/time/zone.ts'
import { Randomness } from './random.ts'
import type { Arrivals } from './demand.ts'
import type { AgentPresence } from './presence.ts'
import type { World, WorldPool } from './world.ts'

const NOBODY = -1

/** By visitor: index of the agent who takes the visitor, -1: nobody; and until when (0: nobody). */
export interface Service {
  readonly served: Int16Array
  readonly until: Float64Array
}

/**
 * Serves visitors in order of time: an agent of the visitor's pool who is online, at the desk and has a place free takes the visitor,
 * the one with most places free and longest without a new visitor first. Otherwise the visitor is lost.
 */
export function serve(
  world: World,
  {
    arrivals,
    presence,
    random,
  }: { readonly arrivals: Arrivals; readonly presence: readonly AgentPresence[]; readonly random: Randomness },
): Service {
  const ownPlaces = placesOf(world)
  const places = Math.max(...ownPlaces)
  const agents = world.agents.length
  const serving = world.pools.map(({ id }, pool) =>
    [...world.agents.keys()].filter((agent) => id === null || world.agents[agent]!.pools.includes(pool)),
  )
  const starts = presence.map(({ atDesk }) => Float64Array.from(atDesk, ({ start }) => start))
  const ends = presence.map(({ atDesk }) => Float64Array.from(atDesk, ({ end }) => end))
  const next = new Int32Array(agents)
  const busyUntil = new Float64Array(agents * places)
  const lastTaken = new Float64Array(agents)
  const paces = pacesOf(world)
  const served = new Int16Array(arrivals.at.length).fill(NOBODY)
  const until = new Float64Array(arrivals.at.length)
  const signedOn = world.quirks.coversAlone > 0 ? presence.map(({ online }) => ({ online, next: 0 })) : []
  for (let visit = 0; visit < served.length; visit += 1) {
    const at = arrivals.at[visit]!
    let chosen = NOBODY
    let mostFree = 0
    for (const agent of serving[arrivals.pool[visit]!]!) {
      const agentEnds = ends[agent]!
      let interval = next[agent]!
      while (interval < agentEnds.length && agentEnds[interval]! <= at) interval += 1
      next[agent] = interval
      if (interval === agentEnds.length || starts[agent]![interval]! > at) continue
      let free = 0
      for (let place = agent * places; place < agent * places + ownPlaces[agent]!; place += 1)
        if (busyUntil[place]! <= at) free += 1
      if (free < mostFree || free === 0) continue
      if (free > mostFree || lastTaken[agent]! < lastTaken[chosen]!) chosen = agent
      mostFree = free
    }
    if (chosen === NOBODY) {
      const candidates = serving[arrivals.pool[visit]!]!
      if (
        signedOn.length === 0 ||
        candidates.some((agent) => isSignedOn(signedOn[agent]!, at)) ||
        !random.chance(world.quirks.coversAlone)
      )
        continue
      served[visit] = candidates[0]!
      until[visit] = at
      continue
    }
    served[visit] = chosen
    lastTaken[chosen] = at
    let place = chosen * places
    while (busyUntil[place]! > at) place += 1
    const minutes =
      serviceMinutes(world.pools[arrivals.pool[visit]!]!, random) *
      paces[chosen]! *
      (isEvening(at, world) ? 1 + world.quirks.slowEvenings : 1)
    busyUntil[place] = at + minutes * MINUTE_MS
    until[visit] = busyUntil[place]!
  }
  return { served, until }
}

interface SignedOn {
  readonly online: AgentPresence['online']
  next: number
}

/** Whether an agent is signed on at an instant; instants are asked for in order. */
function isSignedOn(agent: SignedOn, at: number): boolean {
  while (agent.next < agent.online.length && agent.online[agent.next]!.end <= at) agent.next += 1
  return (agent.online[agent.next]?.start ?? Number.POSITIVE_INFINITY) <= at
}

/** Visitors at once, by agent. */
function placesOf({ seed, agents, quirks, visitorsPerAgent }: World): readonly number[] {
  const random = new Randomness(`${seed} places`)
  return agents.map(() => (quirks.places.length === 0 ? visitorsPerAgent : oneOf(quirks.places, random)))
}

function oneOf(values: readonly number[], random: Randomness): number {
  return values[Math.floor(random.uniform() * values.length)]!
}

function pacesOf({ seed, agents, quirks }: World): readonly number[] {
  const random = new Randomness(`${seed} paces`)
  return agents.map(() => {
    if (quirks.paces.length > 0) return oneOf(quirks.paces, random)
    return quirks.paceSpread === 0 ? 1 : random.factor(quirks.paceSpread)
  })
}

function isEvening(at: number, { timeZone, quirks }: World): boolean {
  if (quirks.slowEvenings === 0) return false
  const wall = at + offsetAt(at, timeZone)
  return wall - Math.floor(wall / DAY_MS) * DAY_MS >= 17 * HOUR_MS
}

function serviceMinutes({ minutes, service }: WorldPool, random: Randomness): number {
  switch (service) {
    case 'exponential':
      return random.exponential(minutes)
    case 'log-normal':
      return minutes * random.factor(0.8)
    case 'fixed':
      return minutes
    default:
      throw new Error(`No such service times: ${String(service satisfies never)}`)
  }
}
