import { createRandom, type Random } from '../../../../shared/predict/random.ts'

/** A loss system of events, written apart from the model: visitors come, agents are online, away or busy, and nobody waits. */
export interface LossWorld {
  readonly weeks: number
  /** Visitors expected by quarter-hour of the week, before noise. */
  readonly visitors: (slotOfWeek: number) => number
  /** Agents on the schedule by quarter-hour of the week. */
  readonly agents: (slotOfWeek: number) => number
  readonly holdingMinutes: number
  /** Share of online time that an agent is at hand, in intervals. */
  readonly availability: number
  readonly visitorsPerAgent: number
  /** Coefficients of variation of a day's and a quarter-hour's traffic. */
  readonly dayCv: number
  readonly slotCv: number
  /** Whether visits' lengths vary as lognormal ones (deviation 1) rather than exponentially. */
  readonly isLognormal?: boolean
  readonly seed: number
}

export interface LossHistory {
  readonly slots: number
  readonly cells: {
    readonly slot: number[]
    readonly agents: number[]
    readonly visitors: number[]
    readonly covered: number[]
  }
  /** Visitors of each quarter-hour, and what was expected of it before the noise of quarter-hours. */
  readonly visitors: Float64Array
  readonly expected: Float64Array
  readonly covered: number
  readonly total: number
}

const AWAY_MINUTES = 8

interface Agent {
  /** Minutes at which each place is free again. */
  readonly freeAt: number[]
  away: boolean
  changesAt: number
}

export function simulateLosses(world: LossWorld): LossHistory {
  const random = createRandom(world.seed)
  const service = createRandom(world.seed, 1)
  const slots = world.weeks * 672
  const team: Agent[] = []
  const counts = new Map<number, { visitors: number; covered: number }>()
  const visitors = new Float64Array(slots)
  const expected = new Float64Array(slots)
  let covered = 0
  let dayFactor = 1
  for (let slot = 0; slot < slots; slot++) {
    if (slot % 96 === 0) dayFactor = factor(random, world.dayCv)
    expected[slot] = world.visitors(slot % 672) * dayFactor
    visitors[slot] = random.poisson(expected[slot]! * factor(random, world.slotCv))
    const agents = world.agents(slot % 672)
    while (team.length < agents)
      team.push({ freeAt: Array.from({ length: world.visitorsPerAgent }, () => 0), away: false, changesAt: -1 })
    const instants = Array.from({ length: visitors[slot]! }, () => (slot + random.uniform()) * 15).toSorted(
      (a, b) => a - b,
    )
    const cell = { visitors: 0, covered: 0 }
    for (const instant of instants) {
      cell.visitors += 1
      if (serve(team.slice(0, agents), instant, { world, service })) cell.covered += 1
    }
    if (cell.visitors > 0) counts.set(slot, cell)
    covered += cell.covered
  }
  const entries = [...counts]
  return {
    slots,
    visitors,
    expected,
    covered,
    total: visitors.reduce((sum, count) => sum + count, 0),
    cells: {
      slot: entries.map(([slot]) => slot),
      agents: entries.map(([slot]) => world.agents(slot % 672)),
      visitors: entries.map(([, cell]) => cell.visitors),
      covered: entries.map(([, cell]) => cell.covered),
    },
  }
}

function serve(
  team: readonly Agent[],
  instant: number,
  { world, service }: { readonly world: LossWorld; readonly service: Random },
): boolean {
  // Who is tried first does not matter to a loss system, but away intervals have to move on for everybody.
  for (const agent of team) moveOn(agent, instant, { world, service })
  for (const agent of team) {
    if (agent.away) continue
    const place = agent.freeAt.findIndex((free) => free <= instant)
    if (place < 0) continue
    agent.freeAt[place] = instant + holding(world, service)
    return true
  }
  return false
}

function moveOn(
  agent: Agent,
  instant: number,
  { world, service }: { readonly world: LossWorld; readonly service: Random },
): void {
  if (world.availability >= 1) return
  const presentMinutes = (AWAY_MINUTES * world.availability) / (1 - world.availability)
  const interval = (): number => -Math.log(1 - service.uniform()) * (agent.away ? AWAY_MINUTES : presentMinutes)
  if (agent.changesAt < instant - 1000) {
    agent.away = service.uniform() > world.availability
    agent.changesAt = instant + interval()
  }
  while (agent.changesAt < instant) {
    agent.away = !agent.away
    agent.changesAt += interval()
  }
}

function holding({ holdingMinutes, isLognormal }: LossWorld, service: Random): number {
  return isLognormal === true
    ? holdingMinutes * Math.exp(service.normal() - 0.5)
    : -holdingMinutes * Math.log(1 - service.uniform())
}

function factor(random: Random, cv: number): number {
  return cv > 0 ? random.gamma(1 / cv ** 2) * cv ** 2 : 1
}

/** What smoothing makes of a history: the profile of the week, times each day's level. */
export function smoothed({ visitors, slots }: LossHistory): Float64Array {
  const weeks = slots / 672
  const profile = Float64Array.from({ length: 672 }, (_, slot) => {
    let sum = 0
    for (let week = 0; week < weeks; week++)
      for (const near of [-1, 0, 1])
        sum += (visitors[week * 672 + ((slot + near + 672) % 672)]! * (near === 0 ? 2 : 1)) / 4
    return sum / weeks
  })
  const demand = new Float64Array(slots)
  for (let day = 0; day < slots / 96; day++) {
    let seen = 0
    let usual = 0
    for (let slot = day * 96; slot < day * 96 + 96; slot++) {
      seen += visitors[slot]!
      usual += profile[slot % 672]!
    }
    const level = (20 + seen) / (20 + usual)
    for (let slot = day * 96; slot < day * 96 + 96; slot++) demand[slot] = profile[slot % 672]! * level
  }
  return demand
}

/** Busy by day, quiet at night and at weekends: 0-1. */
export function dayShape(slotOfWeek: number): number {
  const hour = (slotOfWeek % 96) / 4
  const weekend = slotOfWeek < 96 || slotOfWeek >= 576 ? 0.4 : 1
  return weekend * (0.08 + Math.exp(-(((hour - 11) / 2.5) ** 2)) + 0.8 * Math.exp(-(((hour - 16) / 2.5) ** 2)))
}
