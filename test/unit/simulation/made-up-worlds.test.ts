import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import { BLIND_SPOT_NAMES, blindWorld } from '../../simulation/blind-spots.ts'
import { knownDayOf, weekLevels } from '../../simulation/demand.ts'
import { drawWorld } from '../../simulation/drawn-worlds.ts'
import { factsOf, sessionsOf } from '../../simulation/observed.ts'
import { presenceOf, union, without } from '../../simulation/presence.ts'
import { Randomness } from '../../simulation/random.ts'
import { liveHistory, onlineHours, replayWeek, totalsOf } from '../../simulation/replay.ts'
import { instantOf, weeksSpan } from '../../simulation/wall-clock.ts'
import { makeWorld, SITE_NAMES } from '../../simulation/worlds.ts'
import { some } from '../../support/deep.ts'
import { agents, shift, smallWorld } from './small-world.ts'
import { NO_QUIRKS, type Quirks, type ServiceTimes, type World } from '../../simulation/world.ts'

/** Everybody of a world at the desk day and night. */
function alwaysThere(world: World): World {
  const shifts = world.agents.flatMap((_, agent) =>
    [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => shift({ agent, dayOfWeek, startMinute: 0, endMinute: 1440 })),
  )
  return {
    ...world,
    agents: world.agents.map((agent) => ({ ...agent, habits: { ...agent.habits, late: -60, early: -60 } })),
    shiftsOf: () => shifts,
  }
}

describe('visitors of a made-up world', () => {
  it('come as often as the world says', () => {
    const history = liveHistory(smallWorld({ weeks: 8 }))
    expect(totalsOf(history).visitors / 8).toBeGreaterThan(6720 * 0.98)
    expect(totalsOf(history).visitors / 8).toBeLessThan(6720 * 1.02)
  })

  it('come in order of time and within the weeks that count', () => {
    const world = smallWorld()
    const { arrivals, start, end } = liveHistory(world)
    expect(arrivals.at).toEqual(arrivals.at.toSorted())
    expect(arrivals.at[0]).toBeGreaterThanOrEqual(start)
    expect(arrivals.at.at(-1)).toBeLessThan(end)
    expect(weeksSpan(world, 0, 2)).toEqual({ start, end })
  })

  it('follow the wall clock through a change of it', () => {
    const rush = Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 1 : 0))
    const world = smallWorld({
      firstDate: '2026-03-23',
      demand: { ...smallWorld().demand, hours: rush, weekendHours: rush },
    })
    const { arrivals } = liveHistory(world)
    const before = arrivals.at.filter((at) => at < Date.parse('2026-03-28T23:00:00Z'))
    const after = arrivals.at.filter((at) => at >= Date.parse('2026-03-28T23:00:00Z'))
    const hourOfDay = (instants: Float64Array): readonly number[] =>
      [...instants].map((at) => (at % (24 * HOUR_MS)) / HOUR_MS)
    // Half past twelve, give or take an hour, is 11:30 UTC in winter and 10:30 in summer.
    expect(Math.min(...hourOfDay(before))).toBeGreaterThan(10.25)
    expect(Math.max(...hourOfDay(before))).toBeGreaterThan(12)
    expect(Math.min(...hourOfDay(after))).toBeLessThan(10)
    expect(Math.max(...hourOfDay(after))).toBeLessThan(11.75)
  })

  it('are more in a week whose level is high, and levels remember', () => {
    const world = smallWorld({
      weeks: 400,
      demand: { ...smallWorld().demand, weekNoise: 0.2, weekMemory: 0.8, weeklyVisits: 10 },
    })
    const levels = weekLevels(world)
    const pairs = Array.from({ length: 399 }, (_, week) => levels[week]! * levels[week + 1]!)
    expect(pairs.reduce((sum, product) => sum + product, 0) / 399 / 0.04).toBeGreaterThan(0.6)
  })
})

describe('people of a made-up world', () => {
  const weeks = { from: 0, to: 2, random: new Randomness('presence') }

  it('are online as planned if they are punctual, breaks apart', () => {
    const late = { late: 0 }
    const world = smallWorld({ agents: agents(1, late) })
    const shifts = [shift({ breaks: [{ startMinute: 720, endMinute: 750 }] })]
    const [presence] = presenceOf(world, { ...weeks, shiftsOf: () => shifts })
    expect(presence!.online).toHaveLength(4)
    const hours = presence!.online.reduce((sum, interval) => sum + (interval.end - interval.start) / HOUR_MS, 0)
    expect(Math.abs(hours - 15)).toBeLessThan(1)
    expect(presence!.atDesk).toEqual(presence!.online)
  })

  it('do not come now and then, if that is how they are', () => {
    const world = smallWorld({ weeks: 400, agents: agents(1, { noShow: 0.25 }) })
    const [presence] = presenceOf(world, {
      from: 0,
      to: 400,
      shiftsOf: () => [shift()],
      random: new Randomness('no show'),
    })
    expect(presence!.online.length / 400).toBeGreaterThan(0.68)
    expect(presence!.online.length / 400).toBeLessThan(0.82)
  })

  it('are away from the desk for their share of the time online', () => {
    const world = smallWorld({ weeks: 50, agents: agents(1, { awayEvery: 20, awayFor: 5 }) })
    const [presence] = presenceOf(world, { from: 0, to: 50, shiftsOf: () => [shift()], random: new Randomness('away') })
    const length = (intervals: readonly { readonly start: number; readonly end: number }[]): number =>
      intervals.reduce((sum, { start, end }) => sum + end - start, 0)
    expect(length(presence!.atDesk) / length(presence!.online)).toBeCloseTo(0.8, 1)
  })

  it('are the union of what they did, without what takes them away', () => {
    const day = [
      { start: 5, end: 9 },
      { start: 0, end: 4 },
      { start: 4, end: 6 },
    ]
    expect(union(day)).toEqual([{ start: 0, end: 9 }])
    expect(
      without(day, [
        { start: -1, end: 1 },
        { start: 3, end: 4 },
        { start: 8, end: 12 },
      ]),
    ).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 8 },
    ])
  })

  it('work a shift over midnight, also the one that began on the evening before the week', () => {
    const world = smallWorld({ agents: agents(1) })
    const night = shift({ dayOfWeek: 0, startMinute: 1320, endMinute: 1800 })
    const events = replayWeek(world, [night], 'night')
    // From midnight to six on Monday, and from ten to midnight on Sunday.
    expect(onlineHours(events)).toBeCloseTo(8, 0)
    expect(events.presence[0]!.online[0]!.start).toBeLessThan(events.start)
  })
})

describe('service in a made-up world', () => {
  const share = (world: World): number => coverageFraction(totalsOf(liveHistory(alwaysThere(world))), 1)

  it.each(['exponential', 'log-normal', 'fixed'] as const satisfies readonly ServiceTimes[])(
    'loses what Erlang says, with %s times',
    (service) => {
      // 40 visits an hour of three minutes: two erlangs.
      const pools = [{ id: 'pool', share: 1, minutes: 3, service, hoursLater: 0 }]
      expect(share(smallWorld({ weeks: 10, pools, agents: agents(2) }))).toBeCloseTo(1 - 0.4, 1)
      expect(Math.abs(share(smallWorld({ weeks: 10, pools, agents: agents(3) })) - (1 - 0.210526))).toBeLessThan(0.012)
    },
  )

  it('counts each place of somebody who serves several at once', () => {
    const two = share(smallWorld({ weeks: 10, agents: agents(1), visitorsPerAgent: 2 }))
    expect(Math.abs(two - 0.6)).toBeLessThan(0.012)
  })

  it('gives each pool only the people who serve it, and visits without a pool everybody', () => {
    const world = smallWorld({
      pools: [
        { id: 'served', share: 0.4, minutes: 0.01, service: 'fixed', hoursLater: 0 },
        { id: 'nobody serves', share: 0.3, minutes: 0.01, service: 'fixed', hoursLater: 0 },
        { id: null, share: 0.3, minutes: 0.01, service: 'fixed', hoursLater: 0 },
      ],
    })
    const history = liveHistory(alwaysThere(world))
    expect([0, 1, 2].map((pool) => Math.round(coverageFraction(totalsOf(history, pool), 1)))).toEqual([1, 0, 1])
  })

  it('covers nobody while nobody is there', () => {
    expect(totalsOf(replayWeek(smallWorld(), [], 'empty')).covered).toBe(0)
  })
})

describe('a replay', () => {
  it('is the same week whenever it is asked for, and another one under another name', () => {
    const world = makeWorld(SITE_NAMES[0]!, 3)
    const shifts = world.shiftsOf(world.weeks)
    const week = totalsOf(replayWeek(world, shifts, 'one'))
    expect(totalsOf(replayWeek(makeWorld(SITE_NAMES[0]!, 3), shifts, 'one'))).toEqual(week)
    expect(totalsOf(replayWeek(world, shifts, 'two'))).not.toEqual(week)
  })

  it.each(SITE_NAMES)('goes on as the history went: %s', (name) => {
    const world = makeWorld(name, 1)
    const past = coverageFraction(totalsOf(liveHistory(world)), 1)
    const rates = Array.from({ length: 6 }, (_, replay) =>
      coverageFraction(totalsOf(replayWeek(world, world.shiftsOf(world.weeks), `${replay}`)), 1),
    )
    expect(Math.abs(rates.reduce((sum, rate) => sum + rate, 0) / 6 - past)).toBeLessThan(0.08)
  })

  it('begins the week on the wall clock', () => {
    const world = makeWorld('office team, one pool', 1)
    const { start, end } = replayWeek(world, [], 'clock')
    expect(new Date(start).toISOString()).toBe('2026-10-26T04:00:00.000Z')
    expect((end - start) / HOUR_MS).toBe(169)
    expect(instantOf(20_752, 60, 'America/New_York')).toBe(Date.parse('2026-10-26T05:00:00Z'))
  })
})

describe('quirks of a made-up world', () => {
  it('leave what happens as it is where they are only in the records', () => {
    const world = smallWorld({ weeks: 60, demand: { ...smallWorld().demand, weeklyVisits: 100 } })
    const forgetful = { ...world, quirks: { ...NO_QUIRKS, forgets: 0.3 } }
    expect(totalsOf(liveHistory(forgetful))).toEqual(totalsOf(liveHistory(world)))
    const lengths = sessionsOf(forgetful, liveHistory(forgetful)).map(
      ({ startedAt, endedAt }) => (endedAt ?? startedAt) - startedAt,
    )
    expect(lengths.some((length) => length > 20 * HOUR_MS)).toBe(true)
    expect(lengths.length).toBeGreaterThan(sessionsOf(world, liveHistory(world)).length)
  })

  it('bring so many times the visitors on one day, and slow people down in the evening', () => {
    const spiky = liveHistory(smallWorld({ quirks: { ...NO_QUIRKS, spike: { day: 3, factor: 3 } } }))
    const ofDay = (day: number): number =>
      spiky.arrivals.at.filter((at) => Math.floor((at - spiky.start) / (24 * HOUR_MS)) === day).length
    expect(ofDay(3) / ofDay(2)).toBeGreaterThan(2.7)
    expect(ofDay(3) / ofDay(2)).toBeLessThan(3.3)
    const rate = (slowEvenings: number): number =>
      coverageFraction(totalsOf(liveHistory(alwaysThere(smallWorld({ quirks: { ...NO_QUIRKS, slowEvenings } })))), 1)
    expect(rate(1)).toBeLessThan(rate(0) - 0.02)
  })

  it('cover visitors alone, jump, take weeks off and serve at several speeds', () => {
    const rate = (quirks: Partial<Quirks>): number =>
      coverageFraction(totalsOf(liveHistory(smallWorld({ quirks: { ...NO_QUIRKS, ...quirks } }))), 1)
    expect(rate({ coversAlone: 0.6 })).toBeGreaterThan(0.55)
    expect(rate({ weeksOff: 1 })).toBe(0)
    expect(rate({ paces: [0.2] })).toBeGreaterThan(rate({}))
    expect(rate({ places: [3] })).toBeGreaterThan(rate({}))
    expect(rate({ absence: { chance: 0.999, spread: 0 } })).toBeLessThan(0.01)
    const { arrivals, end } = liveHistory(smallWorld({ quirks: { ...NO_QUIRKS, jump: 2 } }))
    const last = arrivals.at.filter((at) => at >= end - 7 * 24 * HOUR_MS).length
    expect(last / (arrivals.at.length - last)).toBeCloseTo(2, 0)
  })

  it('record sessions that end late or never, and these end by the last visit', () => {
    const world = smallWorld({ weeks: 6, quirks: { ...NO_QUIRKS, neverCloses: 0.5 } })
    const history = liveHistory(world)
    expect(sessionsOf(world, history).some(({ endedAt }) => endedAt === null)).toBe(true)
    const { sessions } = factsOf(world, history)
    expect(sessions.filter(({ leftOpen }) => leftOpen === 'last-evidence').length).toBeGreaterThan(0)
    expect(sessions.every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  it('are each a site of its own number, ordinary but for them', () => {
    for (const spot of BLIND_SPOT_NAMES.slice(0, some(6, BLIND_SPOT_NAMES.length))) {
      const world = blindWorld(spot, 5)
      expect(world.name).toBe(spot)
      expect(world.quirks).not.toBe(NO_QUIRKS)
    }
    expect(blindWorld('bursts', 5).demand).toEqual(blindWorld('ordinary', 5).demand)
    expect(knownDayOf(blindWorld('holiday, first known', 5))).toBeGreaterThan(20_000)
  })

  it.each(['busy', 'sparse', 'presence'] as const)('and all else of a drawn world come from its number: %s', (kind) => {
    const { shiftsOf, ...world } = drawWorld(kind, 3, true)
    const { shiftsOf: again, ...other } = drawWorld(kind, 3, true)
    expect(other).toEqual(world)
    expect(again(world.weeks)).toEqual(shiftsOf(world.weeks))
    const { visitors } = totalsOf(liveHistory({ ...world, shiftsOf }))
    expect(visitors / world.weeks / world.demand.weeklyVisits).toBeGreaterThan(0.7)
    expect(drawWorld(kind, 4, true).demand).not.toEqual(world.demand)
  })
})
