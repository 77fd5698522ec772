import { binomial, type CountDistribution, countOf } from './binomial.ts'
import { erlangB } from './erlang.ts'

/** How agents serve. */
export interface Service {
  /** Chance that an agent who is online is really available, 0-1. */
  readonly availability: number
  /** Visitors that an agent may serve at once; whole, at least 1. */
  readonly visitorsPerAgent: number
}

/**
 * Chance (0-1) that a visitor finds an agent: C(n) = sum over k of Bin(k; n, q) [1 - B(mk, a)]. Increasing and concave in `agents`;
 * between whole numbers it is the mix of both, since 2.5 agents are 2 for half of the time and 3 for the other. Load in erlangs.
 */
export function coverageWith(agents: number, load: number, service: Service): number {
  if (!(agents > 0)) return 0
  const whole = Math.floor(agents)
  const share = agents - whole
  const lower = coverageOfWhole(whole, load, service)
  return share === 0 ? lower : lower + share * (coverageOfWhole(whole + 1, load, service) - lower)
}

/** The same where the number online varies: `chances[n]` is the share of the time with n agents online. */
export function coverageOfMix(chances: ArrayLike<number>, load: number, service: Service): number {
  let covered = 0
  for (let agents = 1; agents < chances.length; agents++) {
    if (chances[agents]! > 0) covered += chances[agents]! * coverageOfWhole(agents, load, service)
  }
  return covered
}

/** The same where each agent is online with a chance of its own, apart from the others. */
export function coverageOfAgents(chancesOnline: ArrayLike<number>, load: number, service: Service): number {
  const available = countOf(Float64Array.from(chancesOnline, (chance) => chance * service.availability))
  return coverageOfMix(available, load, { ...service, availability: 1 })
}

/** How many agents are available, by how many are online: asked for again and again, for other loads. */
const availableOf = new WeakMap<Service, CountDistribution[]>()

function availableAgents(agents: number, service: Service): CountDistribution {
  const known = availableOf.get(service) ?? []
  availableOf.set(service, known)
  return (known[agents] ??= binomial(agents, service.availability))
}

function coverageOfWhole(agents: number, load: number, service: Service): number {
  const { availability, visitorsPerAgent } = service
  if (agents < 1) return 0
  if (availability >= 1) return 1 - erlangB(agents * visitorsPerAgent, load)
  const { first, weights } = availableAgents(agents, service)
  const perErlang = load > 0 ? 1 / load : Infinity
  let inverse = 1
  let server = 0
  let covered = 0
  for (let index = 0; index < weights.length; index++) {
    const servers = (first + index) * visitorsPerAgent
    if (servers === 0) continue
    while (server < servers) inverse = 1 + ++server * perErlang * inverse
    covered += weights[index]! * (1 - 1 / inverse)
  }
  return covered
}
