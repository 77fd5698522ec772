import { describe, expect, it } from 'vitest'
import { english } from '../../../shared/language/english.ts'
import {
  callRule,
  describeReason,
  notWorthwhile,
  priorityOf,
  recommend,
  type StaffingBlock,
  steadyRates,
} from '../../../shared/recommend/index.ts'
import { fewestExtra } from '../../../shared/recommend/extra-agents.ts'
import { cell, MONDAY, options, pool, WORKDAYS } from './made-up-evidence.ts'

/** Each hour 12 and 13 of a workday: 40 visitors, of whom one agent at 2 erlangs covers a third. */
const LUNCH = Object.fromEntries(
  WORKDAYS.flatMap((day) =>
    [12, 13].map((hour) => [24 * day + hour, cell([{ agents: 1, load: 2, visitors: 40 }], 14)]),
  ),
)

const reasonOf = (block: StaffingBlock | undefined): string => describeReason(block!.reason, english())

describe('the fewest extra agents', () => {
  const at = (agents: number, load: number) => [pool({ [MONDAY]: cell([{ agents, load, visitors: 10 }], 0) })]

  it('are as many as Erlang asks for: 1 - B(4, 2) = .905 is the first over .9', () => {
    expect(fewestExtra(at(1, 2), [MONDAY], 0.9)).toBe(3)
    expect(fewestExtra(at(0, 2), [MONDAY], 0.9)).toBe(4)
    expect(fewestExtra(at(1, 2), [MONDAY], 0.6)).toBe(1)
    expect(fewestExtra(at(1, 2), [MONDAY], 0.61)).toBe(2)
  })

  it('allow for agents who are online and not available: C(3; 2, .9) = .7303', () => {
    const pools = [
      pool(
        { [MONDAY]: cell([{ agents: 1, load: 2, visitors: 10 }], 0) },
        { service: { availability: 0.9, visitorsPerAgent: 1 } },
      ),
    ]
    expect(fewestExtra(pools, [MONDAY], 0.7303)).toBe(2)
    expect(fewestExtra(pools, [MONDAY], 0.7304)).toBe(3)
  })

  it('go by what each visit met, not by the mean: half without anybody, half with one at 1 erlang', () => {
    const pools = [
      pool({
        [MONDAY]: cell(
          [
            { agents: 0, load: 1, visitors: 10 },
            { agents: 1, load: 1, visitors: 10 },
          ],
          0,
        ),
      }),
    ]
    // With two more (.8 + .9375) / 2 = .86875, with three (.9375 + .9846) / 2 = .961.
    expect(fewestExtra(pools, [MONDAY], 0.868)).toBe(2)
    expect(fewestExtra(pools, [MONDAY], 0.87)).toBe(3)
  })

  it('are those of the hour that needs most', () => {
    const pools = [
      pool({ 12: cell([{ agents: 1, load: 1, visitors: 9 }], 0), 13: cell([{ agents: 1, load: 2, visitors: 9 }], 0) }),
    ]
    expect(fewestExtra(pools, [12, 13], 0.9)).toBe(fewestExtra(pools, [13], 0.9))
  })

  it('carry the factor by which an hour differs from the model', () => {
    const harder = pool(
      { [MONDAY]: cell([{ agents: 1, load: 1, visitors: 10 }], 0) },
      { loadFactors: Array.from({ length: 168 }, () => 2) },
    )
    expect(fewestExtra([harder], [MONDAY], 0.9)).toBe(fewestExtra(at(1, 2), [MONDAY], 0.9))
  })
})

describe('the rule of thumb', () => {
  it('takes 11 calls of three minutes an hour, and 15 of 100 visitors to ring, where nothing else is known', () => {
    const rule = callRule({ ringRate: null, averageCallSeconds: null })
    expect(rule.callsPerAgentHour).toBe(11)
    expect([0, 1, 73, 74, 100, 147].map(rule.agentsFor)).toEqual([1, 1, 1, 2, 2, 3])
  })

  it('goes by calls where they are known, and never under one an hour', () => {
    const rule = callRule({ ringRate: { value: 0.5, of: 'own' }, averageCallSeconds: { value: 600, of: 'all-pools' } })
    expect([rule.callsPerAgentHour, rule.agentsFor(8), rule.agentsFor(9)]).toEqual([4, 1, 2])
    expect(
      callRule({ ringRate: { value: 0.5, of: 'own' }, averageCallSeconds: { value: 7200, of: 'own' } })
        .callsPerAgentHour,
    ).toBe(1)
  })
})

describe('a priority', () => {
  const thresholds = { critical: 50, high: 20, medium: 10 }

  it('goes by visitors missed in 30 days', () => {
    expect([50, 49, 20, 19, 10, 9].map((missed) => priorityOf(missed, 30, thresholds))).toEqual([
      'critical',
      'high',
      'high',
      'medium',
      'medium',
      'low',
    ])
  })

  it('is the same of a range three times as long that misses three times as many', () => {
    expect([150, 149, 60, 59].map((missed) => priorityOf(missed, 90, thresholds))).toEqual([
      'critical',
      'high',
      'high',
      'medium',
    ])
    expect(priorityOf(12, 7, thresholds)).toBe('critical')
  })
})

describe('steadied rates', () => {
  it('weigh the model by kappa: 3 of 4 where it says .6 is .625', () => {
    const rates = steadyRates(pool({ 30: cell([{ agents: 1, load: 2 / 3, visitors: 4 }], 3) }, { kappa: 20 }))
    expect(rates[30]).toBeCloseTo(0.625, 9)
    expect(rates[31]).toBeNaN()
  })

  it('expect of hours without anybody online what such hours had', () => {
    const nobody = cell([{ agents: 0, load: 1, visitors: 10 }], 5)
    expect(steadyRates(pool({ 30: nobody }, { kappa: 30 }))[30]).toBeCloseTo(5 / 40, 9)
    expect(steadyRates(pool({ 30: nobody }, { kappa: 30, offlineRate: 0.5 }))[30]).toBeCloseTo(0.5, 9)
  })
})

describe('recommendations', () => {
  it('join the same hours of several days to one block, with what it takes and what it gives', () => {
    const blocks = recommend([pool(LUNCH)], options())
    expect(blocks).toHaveLength(1)
    const [block] = blocks
    expect(block).toMatchObject({
      poolId: 'sales',
      dayIndices: WORKDAYS,
      startHour: 12,
      endHour: 14,
      missedVisitors: 260,
      totalVisitors: 400,
      priority: 'critical',
      suggestedAgents: 3,
      basis: 'model',
      reason: { kind: 'few-agents' },
    })
    expect(block!.coverageRate).toBeCloseTo(0.35, 9)
    // 100 visitors a week, of whom C(4, 2) - C(1, 2) = .904762 - .333333 are won.
    expect(block!.expectedRecoveredPerWeek).toBeCloseTo(100 * (0.9047619048 - 1 / 3), 6)
    expect(block!.expectedRate).toBeCloseTo((0.35 * 40 + 20 / 3) / 60 + 0.9047619048 - 1 / 3, 6)
    expect(reasonOf(block)).toBe('Few agents for the visitors: 1.0 agents online for 10 visitors an hour.')
  })

  it('are none where every hour reaches the target', () => {
    expect(recommend([pool(LUNCH)], options({ target: 0.3 }))).toEqual([])
    expect(recommend([], options())).toEqual([])
  })

  it('ask for no more agents than win a visitor an hour each, and say so', () => {
    const few = pool({ [MONDAY]: cell([{ agents: 1, load: 2, visitors: 20 }], 7) })
    // Of 5 an hour three more win 5 (C(4, 2) - C(1, 2)) = 2.86, two more 5 (C(3, 2) - C(1, 2)) = 2.28.
    const [block] = recommend([few], options())
    expect(fewestExtra([few], [MONDAY], 0.9)).toBe(3)
    expect(block).toMatchObject({
      suggestedAgents: 2,
    })
    expect(reasonOf(block)).toBe(
      'Few agents for the visitors: 1.0 agents online for 5.0 visitors an hour. Each further agent would cover less than one more visitor an hour.',
    )
    expect(block!.expectedRecoveredPerWeek).toBeCloseTo(5 * (0.7894736842 - 1 / 3), 6)
  })

  it('are none where an agent would win less than a visitor a week an hour; such hours are counted', () => {
    // Four in four weeks of whom nobody was covered: one more agent wins 2 / 3 of one.
    const quiet = pool({ [MONDAY]: cell([{ agents: 0, load: 0.5, visitors: 4 }], 0) })
    expect(recommend([quiet], options())).toEqual([])
    expect(notWorthwhile([quiet], [], options())).toEqual({ hours: 1, missedVisitors: 4 })
    // By the rule of thumb as well, which has agents for any number of visitors.
    expect(recommend([{ ...quiet, isThin: true }], options())).toEqual([])
  })

  it('answer a pool whose agents seem to cover nobody with nothing, rather than with hundreds of agents', () => {
    const starved = pool(
      { [MONDAY]: cell([{ agents: 2, load: 20, visitors: 4 }], 0) },
      { service: { availability: 0.05, visitorsPerAgent: 1 } },
    )
    expect(fewestExtra([starved], [MONDAY], 0.9)).toBeGreaterThan(400)
    expect(recommend([starved], options())).toEqual([])
  })

  it('are not kept from good hours by hours without visitors beside them', () => {
    const hours = [8, 9, 10, 12, 13, 14].map(
      (hour) => [24 + hour, cell([{ agents: 0, load: 0.1, visitors: 5 }], 0)] as const,
    )
    // One more agent wins 1.14 an hour, and over seven hours with the silent one .97.
    expect(
      recommend([pool(Object.fromEntries(hours))], options()).map(({ startHour, endHour, suggestedAgents }) => [
        startHour,
        endHour,
        suggestedAgents,
      ]),
    ).toEqual([
      [8, 11, 1],
      [12, 15, 1],
    ])
  })

  it('do not take one missed visitor for a problem where the model speaks against it', () => {
    const lucky = pool({ 30: cell([{ agents: 5, load: 0.5, visitors: 1 }], 0) }, { kappa: 50 })
    expect(recommend([lucky], options())).toEqual([])
  })

  it('tell a lunch dip by the hours before and after', () => {
    const around = Object.fromEntries(
      WORKDAYS.flatMap((day) =>
        [11, 14].map((hour) => [24 * day + hour, cell([{ agents: 4, load: 1, visitors: 20 }], 20)]),
      ),
    )
    const [block] = recommend([pool({ ...around, ...LUNCH })], options())
    expect(block!.reason.kind).toBe('lunch-dip')
    expect(reasonOf(block)).toBe('A lunch dip: 1.0 agents online, 4.0 agents before and after.')
  })

  it('say that nobody was online', () => {
    const [block] = recommend([pool({ 3: cell([{ agents: 0, load: 0.2, visitors: 40 }], 0) })], options())
    expect(block).toMatchObject({
      dayIndices: [0],
      startHour: 3,
      endHour: 4,
      suggestedAgents: 2,
    })
    expect(reasonOf(block)).toBe('No agent online for all missed visitors.')
  })

  it('say that more come than can be taken, where as many are online as else', () => {
    const usual = Object.fromEntries(
      [9, 10, 11, 13, 14].map((hour) => [24 + hour, cell([{ agents: 2, load: 0.2, visitors: 10 }], 10)]),
    )
    const [block] = recommend([pool({ ...usual, 36: cell([{ agents: 2, load: 3, visitors: 60 }], 20) })], options())
    expect(block!.reason.kind).toBe('busy')
    expect(reasonOf(block)).toBe('More visitors than these agents can take: 15 an hour for 2.0 agents online.')
  })

  it('follow the rule of thumb where too little is known, and say so', () => {
    // 100 missed an hour of 4: 15 calls, of which an agent takes 11.
    const [block] = recommend(
      [pool({ 36: cell([{ agents: 1, load: 2, visitors: 500 }], 100) }, { isThin: true })],
      options(),
    )
    expect(block).toMatchObject({ suggestedAgents: 2, basis: 'rule' })
    expect(reasonOf(block)).toMatch(
      /Not enough data to fit the model, so agents follow a rule of thumb: 15% of missed visitors would have called \(a typical value\), a call takes 3 min \(a typical value\), and an agent takes 11 calls an hour\.$/u,
    )
    expect(block!.expectedRate).toBeCloseTo(0.9, 9)
  })

  it('follow the calls that were counted where there are some, and say which', () => {
    const calls = {
      ringRate: { value: 0.314, of: 'own' as const },
      averageCallSeconds: { value: 252, of: 'all-pools' as const },
    }
    const [block] = recommend(
      [pool({ 36: cell([{ agents: 1, load: 2, visitors: 500 }], 100) }, { isThin: true })],
      options({ calls }),
    )
    // 31.4 of 100 ring, and an agent takes floor(50 / 5.45) of them.
    expect(block).toMatchObject({ suggestedAgents: 4, basis: 'rule' })
    expect(reasonOf(block)).toContain(
      'rule of thumb: 31% of missed visitors would have called (as counted), a call takes 4.2 min (as counted over all pools), and an agent takes 9 calls an hour.',
    )
  })

  it('say that calls are too many where each attempt counts as one', () => {
    const calls = { ringRate: { value: 0.3, of: 'own' as const }, averageCallSeconds: null, isOverstated: true }
    const reasonWith = (changed: Partial<typeof calls>): string =>
      reasonOf(
        recommend(
          [pool({ 36: cell([{ agents: 1, load: 2, visitors: 500 }], 100) }, { isThin: true })],
          options({ calls: { ...calls, ...changed } }),
        )[0],
      )
    expect(reasonWith({})).toContain(
      '30% of missed visitors would have called (as counted, with visitors who were passed on counted each time, so fewer agents may do)',
    )
    expect(reasonWith({ isOverstated: false })).toContain('30% of missed visitors would have called (as counted), ')
  })

  it('look at pools together: who serves all of them is one agent for each', () => {
    const one = pool({ 36: cell([{ agents: 1, load: 2, visitors: 20 }], 7) })
    const other = pool({ 36: cell([{ agents: 3, load: 2, visitors: 20 }], 16) }, { poolId: null })
    const [block] = recommend([one, other], options())
    // (C(3, 2) + C(5, 2)) / 2 = (.789474 + .963303) / 2 = .876; with three more (.904762 + .987916) / 2.
    expect(block).toMatchObject({ poolId: null, missedVisitors: 17, totalVisitors: 40, suggestedAgents: 3 })
  })
})
