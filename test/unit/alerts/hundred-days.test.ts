import { beforeAll, describe, expect, it } from 'vitest'
import { alertRuleSchema } from '../../../shared/alerts/alert-rule.ts'
import { CALM, stepAlert, type AlertState } from '../../../shared/alerts/episode.ts'
import { judge, type PoolMinutes } from '../../../shared/alerts/judge.ts'
import { erlangB } from '../../../shared/predict/model/erlang.ts'
import { createRandom } from '../../../shared/predict/random.ts'

/** Minutes of a day. */
const OPENS = 8 * 60
const CLOSES = 21 * 60
const BAD = { from: 13 * 60, to: 17 * 60 }
const LOOK_EVERY = 5
const HOLDING = 3
const TARGET = 90
const DAYS = 100

interface SimulatedPool {
  readonly id: string
  /** An hour, in the middle of the day; at other times fewer than half as many. */
  readonly visitors: number
  /** On duty when nothing is wrong, the smallest crew and the largest; about 93% to 99% of visitors covered. */
  readonly agents: readonly [number, number]
}

/** Four pools, one of them large: what is wrong with a small one hardly shows in the total. */
const POOLS: readonly SimulatedPool[] = [
  { id: 'large', visitors: 120, agents: [10, 11] },
  { id: 'middle', visitors: 60, agents: [6, 7] },
  { id: 'small', visitors: 40, agents: [5, 5] },
  { id: 'tiny', visitors: 20, agents: [3, 4] },
]

interface SimulatedDay {
  readonly index: number
  /** The pool that is down in the afternoon; null: a good day. */
  readonly badPool: string | null
  /** Whether it has half of its agents left, not a third. */
  readonly isMild: boolean
}

/** Every other day is good; on the bad ones each pool in its turn is short of agents all afternoon. */
function dayOf(index: number): SimulatedDay {
  const isBad = index % 2 === 1
  return { index, badPool: isBad ? POOLS[((index - 1) / 2) % POOLS.length]!.id : null, isMild: index % 16 > 8 }
}

function visitorsAnHour({ visitors }: SimulatedPool, minute: number): number {
  return minute >= 9 * 60 && minute < 18 * 60 ? visitors : 0.4 * visitors
}

function agentsAt(pool: SimulatedPool, { index, badPool, isMild }: SimulatedDay, minute: number): number {
  const usual = pool.agents[index % 3 === 0 ? 0 : 1]
  if (badPool !== pool.id || minute < BAD.from || minute >= BAD.to) return usual
  return Math.floor(usual / (isMild ? 2 : 3))
}

interface Raised {
  readonly subject: string
  readonly minute: number
}

interface Outcome extends SimulatedDay {
  readonly raised: readonly Raised[]
  /** Of these, the ones while coverage of the last hour, without its chance, was on target. */
  readonly wrong: readonly Raised[]
}

const RULE = alertRuleSchema.parse({
  id: 'rule',
  name: 'Low coverage',
  isOn: true,
  measure: 'coverage',
  scope: { kind: 'each-pool' },
  minutes: 60,
  threshold: null,
  forMinutes: 0,
  quiet: null,
  desktop: true,
  channels: [],
  names: false,
  reviewed: null,
})

type Quarter = Omit<PoolMinutes, 'poolId' | 'alone'>

/** Visitors come by chance, take an agent for a while or are lost; in quarter-hours. */
function simulatePool(pool: SimulatedPool, day: SimulatedDay): readonly Quarter[] {
  const random = createRandom(2026, day.index * POOLS.length + POOLS.indexOf(pool))
  const exponential = (): number => -Math.log(1 - random.uniform())
  const quarters = Array.from({ length: 96 }, () => ({ visitors: 0, covered: 0 }))
  let busy: number[] = []
  for (
    let minute = OPENS + exponential();
    minute < CLOSES;
    minute += (exponential() * 60) / visitorsAnHour(pool, minute)
  ) {
    busy = busy.filter((until) => until > minute)
    const quarter = quarters[Math.floor(minute / 15)]!
    quarter.visitors += 1
    if (busy.length >= agentsAt(pool, day, minute)) continue
    quarter.covered += 1
    busy.push(minute + HOLDING * exponential())
  }
  return quarters
}

/** Every five minutes the rule looks at the last hour of whole quarter-hours. */
function simulate(index: number): Outcome {
  const day = dayOf(index)
  const quarters = POOLS.map((pool) => simulatePool(pool, day))
  const states = new Map<string, AlertState>()
  const raised: Raised[] = []
  for (let minute = OPENS + 60; minute < CLOSES; minute += LOOK_EVERY) {
    const last = Math.floor(minute / 15)
    const seen = POOLS.map(({ id }, pool): PoolMinutes => {
      const hour = quarters[pool]!.slice(last - 4, last)
      const sum = (key: 'visitors' | 'covered'): number => hour.reduce((total, one) => total + one[key], 0)
      return { poolId: id, visitors: sum('visitors'), covered: sum('covered'), alone: 0 }
    })
    const at = minute * 60_000
    const sample = {
      now: at,
      minutes: new Map([[60, seen]]),
      next: null,
      agents: null,
      organizations: null,
      poolNames: new Map<string, string>(),
    }
    for (const { subject, chance } of judge(RULE, sample, TARGET)) {
      const step = stepAlert(states.get(subject) ?? CALM, { at, chance, isQuiet: false, every: LOOK_EVERY, forMs: 0 })
      states.set(subject, step.state)
      if (step.event?.kind === 'raise') raised.push({ subject, minute })
    }
  }
  return { ...day, raised, wrong: raised.filter((one) => trueCoverage(one, day) >= TARGET / 100) }
}

/** What coverage of the hour before would be on average over many such days, of the pool or of all. */
function trueCoverage({ subject, minute }: Raised, day: SimulatedDay): number {
  const to = Math.floor(minute / 15) * 15
  const pools = POOLS.filter(({ id }) => subject === 'all' || subject === `pool:${id}`)
  let visitors = 0
  let covered = 0
  for (const pool of pools) {
    for (let one = to - 60; one < to; one += 1) {
      const rate = visitorsAnHour(pool, one)
      visitors += rate
      covered += rate * (1 - erlangB(agentsAt(pool, day, one), (rate / 60) * HOLDING))
    }
  }
  return covered / visitors
}

describe('alerts by pool over a hundred simulated days', () => {
  let days: readonly Outcome[]
  beforeAll(() => {
    days = Array.from({ length: DAYS }, (_, index) => simulate(index))
  })
  const bad = (): readonly Outcome[] => days.filter(({ badPool }) => badPool !== null)
  /** Of the pool that is down, while it is. */
  const due = ({ badPool, raised }: Outcome): readonly Raised[] =>
    raised.filter(({ subject, minute }) => subject === `pool:${badPool}` && minute >= BAD.from && minute <= BAD.to + 30)

  it('name the pool that is down, once, also behind a good total', () => {
    // Where half of the agents are left coverage may come back for a while and go again: those who read that it was over learn that too.
    expect(Math.max(...bad().map((day) => (day.isMild ? 1 : due(day).length)))).toBe(1)
    expect(bad().filter((day) => due(day).length > 1).length).toBeLessThanOrEqual(2)
    const missed = bad().filter((day) => due(day).length === 0)
    // A pool of 20 visitors an hour with half of its agents is close to the target, and shows late or not at all.
    expect(missed.filter(({ badPool, isMild }) => badPool !== 'tiny' && !isMild)).toEqual([])
    expect(missed.length).toBeLessThanOrEqual(3)
  })

  it('are hardly ever raised while coverage is on target', () => {
    expect(days.flatMap((day) => day.wrong).length).toBeLessThanOrEqual(5)
  })

  it('say nothing of all pools together where one pool explains it', () => {
    const ofAll = bad().flatMap(({ raised }) => raised.filter(({ subject }) => subject === 'all'))
    expect(ofAll.length).toBeLessThanOrEqual(5)
  })

  it('come within the hour, most of them', () => {
    const delays = bad()
      .flatMap((day) => due(day).map(({ minute }) => minute - BAD.from))
      .toSorted((one, other) => one - other)
    expect(delays[Math.floor(delays.length / 2)]).toBeLessThanOrEqual(60)
  })
})
