import { beforeAll, describe, expect, it } from 'vitest'
import { CALM, stepAlert, type AlertState } from '../../../../shared/compare/today/alert-state.ts'
import { chanceBelow } from '../../../../shared/compare/today/chance-below.ts'
import { erlangB } from '../../../../shared/predict/model/erlang.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

/** Minutes of a day. */
const OPENS = 8 * 60
const CLOSES = 21 * 60
const BAD = { from: 13 * 60, to: 17 * 60 }
const LOOK_EVERY = 5
const HOLDING = 3
const TARGET = 0.9
const DAYS = 100

const visitorsAnHour = (minute: number): number => (minute >= 9 * 60 && minute < 18 * 60 ? 60 : 25)

interface SimulatedDay {
  /** Agents on duty, by minute. */
  readonly agents: (minute: number) => number
  readonly isBad: boolean
  readonly hasMilder: boolean
}

/** Every other day is good; of the bad ones, half have three agents all afternoon and half have four: 65% and 79% of visitors covered. */
function dayOf(index: number): SimulatedDay {
  const isBad = index % 2 === 1
  const hasMilder = index % 4 === 3
  return {
    isBad,
    hasMilder,
    agents: (minute) =>
      isBad && minute >= BAD.from && minute < BAD.to ? (hasMilder ? 4 : 3) : index % 3 === 0 ? 6 : 7,
  }
}

interface Outcome extends SimulatedDay {
  /** Minutes at which an alert was raised. */
  readonly raised: readonly number[]
  /** Of these, the ones while coverage of the last hour, without its chance, was on target. */
  readonly wrong: readonly number[]
}

/** Visitors come by chance, take an agent for a while or are lost; every five minutes the last hour of whole quarter-hours is looked at. */
function simulate(index: number): Outcome {
  const random = createRandom(2026, index)
  const exponential = (): number => -Math.log(1 - random.uniform())
  const day = dayOf(index)
  const quarters = Array.from({ length: 96 }, () => ({ visitors: 0, covered: 0 }))
  let busy: number[] = []
  for (let minute = OPENS + exponential(); minute < CLOSES; minute += (exponential() * 60) / visitorsAnHour(minute)) {
    busy = busy.filter((until) => until > minute)
    const quarter = quarters[Math.floor(minute / 15)]!
    quarter.visitors += 1
    if (busy.length >= day.agents(minute)) continue
    quarter.covered += 1
    busy.push(minute + HOLDING * exponential())
  }
  let state: AlertState = CALM
  const raised: number[] = []
  for (let minute = OPENS + 60; minute < CLOSES; minute += LOOK_EVERY) {
    const last = Math.floor(minute / 15)
    const seen = quarters
      .slice(last - 4, last)
      .reduce((sum, one) => ({ visitors: sum.visitors + one.visitors, covered: sum.covered + one.covered }))
    const step = stepAlert(state, {
      at: minute * 60_000,
      chance: chanceBelow(TARGET, seen),
      isQuiet: false,
      every: LOOK_EVERY,
    })
    state = step.state
    if (step.event === 'raise') raised.push(minute)
  }
  return { ...day, raised, wrong: raised.filter((minute) => trueCoverage(day, minute) >= TARGET) }
}

/** What coverage of the hour before would be on average over many such days. */
function trueCoverage({ agents }: SimulatedDay, minute: number): number {
  const to = Math.floor(minute / 15) * 15
  let visitors = 0
  let covered = 0
  for (let one = to - 60; one < to; one += 1) {
    const rate = visitorsAnHour(one)
    visitors += rate
    covered += rate * (1 - erlangB(agents(one), (rate / 60) * HOLDING))
  }
  return covered / visitors
}

describe('alerts over a hundred simulated days', () => {
  let days: readonly Outcome[]
  beforeAll(() => {
    days = Array.from({ length: DAYS }, (_, index) => simulate(index))
  })
  const bad = (): readonly Outcome[] => days.filter(({ isBad }) => isBad)
  const inTime = ({ raised }: Outcome): readonly number[] =>
    raised.filter((minute) => minute >= BAD.from && minute <= BAD.to + 30)

  it('are one on a bad afternoon, not ten', () => {
    expect(Math.max(...bad().map((day) => inTime(day).length))).toBe(1)
    expect(Math.max(...days.map(({ raised }) => raised.length))).toBe(1)
  })

  it('miss no afternoon with half of the agents, and few with more', () => {
    expect(bad().filter((day) => !day.hasMilder && inTime(day).length === 0)).toEqual([])
    expect(bad().filter((day) => inTime(day).length === 0).length).toBeLessThanOrEqual(2)
  })

  it('are hardly ever raised while coverage is on target', () => {
    const wrong = days.flatMap((day) => day.wrong)
    expect(wrong.length).toBeLessThanOrEqual(3)
  })

  it('come within the hour, most of them', () => {
    const delays = bad()
      .flatMap((day) => inTime(day).map((minute) => minute - BAD.from))
      .toSorted((one, other) => one - other)
    expect(delays[Math.floor(delays.length / 2)]).toBeLessThanOrEqual(60)
  })
})
