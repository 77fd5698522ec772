import { describe, expect, it } from 'vitest'
import {
  calculateCoverage,
  calculateDailyCoverage,
  calculateDailyHourlyCoverage,
  calculateHourlyCoverage,
  calculateMergedAgents,
  findProblemHours,
  summarizeCoverage,
  type AgentSession,
  type CoverageOptions,
  type Pageview,
} from '../../../shared/coverage/index.ts'

/** Tuesday to Thursday; the reports are read on Friday. */
const OPTIONS: CoverageOptions = { from: '2026-03-03', to: '2026-03-05', timeZone: 'UTC', now: '2026-03-06T12:00:00Z' }
const visit = (createdAt: string | number, more: Partial<Pageview> = {}): Pageview => ({
  createdAt,
  agentId: 'ann',
  ...more,
})
const missed = (createdAt: string | number, more: Partial<Pageview> = {}): Pageview =>
  visit(createdAt, { agentId: null, ...more })
const session = (startedAt: string, endedAt: string | null, agentId = 'ann'): AgentSession => ({
  agentId,
  startedAt,
  endedAt,
})
const total = (pageviews: readonly Pageview[], more: Partial<CoverageOptions> = {}): number =>
  summarizeCoverage(pageviews, [], { ...OPTIONS, ...more }).totalPageviews
const agentsAt = (hour: number, sessions: readonly AgentSession[], more: Partial<CoverageOptions> = {}): number =>
  calculateHourlyCoverage([], sessions, { ...OPTIONS, ...more })[hour]!.avgAgentsOnline

describe('a range (rule 1)', () => {
  it('has both its dates inside, to the millisecond', () => {
    const edges = [
      '2026-03-02T23:59:59.999Z',
      '2026-03-03T00:00:00.000Z',
      '2026-03-05T23:59:59.999Z',
      '2026-03-06T00:00:00.000Z',
    ]
    expect(total(edges.map((edge) => visit(edge)))).toBe(2)
    expect(
      calculateDailyCoverage(
        edges.map((edge) => visit(edge)),
        [],
        OPTIONS,
      ).map((day) => [day.date, day.totalPageviews]),
    ).toEqual([
      ['2026-03-03', 1],
      ['2026-03-04', 0],
      ['2026-03-05', 1],
    ])
  })

  it('means local dates', () => {
    const visits = [
      visit('2026-03-03T04:59:59Z'),
      visit('2026-03-03T05:00:00Z'),
      visit('2026-03-06T04:59:59Z'),
      visit('2026-03-06T05:00:00Z'),
    ]
    expect(total(visits, { timeZone: 'America/New_York' })).toBe(2)
  })

  it('from after to is empty: zeros, rate 100, no daily rows, and all 24 hours and 7 x 24 cells', () => {
    const figures = calculateCoverage([missed('2026-03-04T10:00:00Z')], [session('2026-03-04T09:00:00Z', null)], {
      ...OPTIONS,
      from: '2026-03-05',
      to: '2026-03-03',
    })
    expect(figures.totals).toEqual({
      totalPageviews: 0,
      pageviewsWithAgent: 0,
      missedOpportunities: 0,
      coverageRate: 100,
      avgAgentsOnline: 0,
    })
    expect(figures.daily).toEqual([])
    expect(figures.problemHours).toEqual([])
    expect(figures.hourly).toHaveLength(24)
    expect(figures.byDayOfWeek).toHaveLength(7)
    expect(figures.byDayHour.map((day) => day.length)).toEqual([24, 24, 24, 24, 24, 24, 24])
    expect(
      figures.byDayHour
        .flat()
        .every((cell) => cell.totalPageviews === 0 && cell.coverageGap === 0 && cell.avgAgentsOnline === 0),
    ).toBe(true)
  })

  it('of one day is that day', () => {
    const visits = [visit('2026-03-03T12:00:00Z'), visit('2026-03-04T12:00:00Z'), visit('2026-03-05T12:00:00Z')]
    expect(calculateDailyCoverage(visits, [], { ...OPTIONS, from: '2026-03-04', to: '2026-03-04' })).toEqual([
      {
        date: '2026-03-04',
        totalPageviews: 1,
        pageviewsWithAgent: 1,
        missedOpportunities: 0,
        coverageRate: 100,
        avgAgentsOnline: 0,
      },
    ])
  })
})

describe('hours and days of week (rule 2)', () => {
  it('number and name themselves, Sunday first', () => {
    const { byDayHour, byDayOfWeek } = calculateDailyHourlyCoverage([], [], OPTIONS)
    expect(byDayOfWeek.map((day) => `${day.dayOfWeek}${day.dayName}`)).toEqual([
      '0Sun',
      '1Mon',
      '2Tue',
      '3Wed',
      '4Thu',
      '5Fri',
      '6Sat',
    ])
    expect(byDayHour[3]![17]).toMatchObject({ dayOfWeek: 3, dayName: 'Wed', hour: 17 })
  })

  it('are the local ones, by half and three-quarter hours too', () => {
    const instant = '2026-03-03T18:20:00Z'
    const place = (timeZone: string): readonly (string | number)[] => {
      const cell = calculateDailyHourlyCoverage([visit(instant)], [], { ...OPTIONS, timeZone })
        .byDayHour.flat()
        .find((each) => each.totalPageviews === 1)!
      return [cell.dayName, cell.hour]
    }
    expect(place('UTC')).toEqual(['Tue', 18])
    expect(place('America/Los_Angeles')).toEqual(['Tue', 10])
    expect(place('Asia/Kolkata')).toEqual(['Tue', 23])
    expect(place('Asia/Kathmandu')).toEqual(['Wed', 0])
    expect(place('Pacific/Chatham')).toEqual(['Wed', 8])
  })
})

describe('the country filter (rule 3)', () => {
  const visits = ['US', 'us', 'CA', 'DE', '', null, undefined].map((country) =>
    visit('2026-03-04T10:00:00Z', country === undefined ? {} : { country }),
  )

  it.each([
    { rule: 'an empty blocklist filters nothing', mode: 'blocklist', countries: [], expected: 7 },
    { rule: 'an empty allowlist filters nothing', mode: 'allowlist', countries: [], expected: 7 },
    {
      rule: 'a blocklist leaves listed countries out, in any case',
      mode: 'blocklist',
      countries: ['Us', 'ca'],
      expected: 4,
    },
    {
      rule: 'an allowlist counts listed and unknown countries only',
      mode: 'allowlist',
      countries: ['us'],
      expected: 5,
    },
    {
      rule: 'an allowlist of a country nobody came from counts the unknown ones',
      mode: 'allowlist',
      countries: ['FR'],
      expected: 3,
    },
    { rule: 'blanks in a list stand for no country', mode: 'allowlist', countries: ['', ' '], expected: 7 },
    { rule: 'spaces around a code do not matter', mode: 'blocklist', countries: [' de '], expected: 6 },
  ] as const)('$rule', ({ mode, countries, expected }) => {
    expect(total(visits, { countryFilter: { mode, countries } })).toBe(expected)
  })
})

describe('the pool filter (rule 4)', () => {
  const visits = [
    visit('2026-03-04T10:00:00Z', { poolId: 'sales' }),
    visit('2026-03-04T10:00:00Z', { poolId: 'help' }),
    missed('2026-03-04T10:00:00Z', { poolId: null }),
    missed('2026-03-04T10:00:00Z'),
  ]
  const sessions = [
    session('2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z', 'ann'),
    session('2026-03-03T10:00:00Z', '2026-03-03T10:30:00Z', 'bob'),
  ]
  const one: Partial<CoverageOptions> = { from: '2026-03-03', to: '2026-03-03' }

  it("counts that pool's visits, and all of them without a filter", () => {
    expect(total(visits)).toBe(4)
    expect(total(visits, { poolId: 'sales' })).toBe(1)
    expect(total(visits, { poolId: 'nobody knows' })).toBe(0)
  })

  it('counts visits without a pool as a pool of their own, served by every agent', () => {
    expect(total(visits, { poolId: null })).toBe(2)
    expect(agentsAt(10, sessions, { ...one, poolId: null, poolMembers: ['ann'] })).toBe(1.5)
  })

  it("counts that pool's members as agents, and everybody where membership is not known", () => {
    expect(agentsAt(10, sessions, { ...one, poolId: 'sales', poolMembers: ['bob'] })).toBe(0.5)
    expect(agentsAt(10, sessions, { ...one, poolId: 'sales', poolMembers: [] })).toBe(0)
    expect(agentsAt(10, sessions, { ...one, poolId: 'sales' })).toBe(1.5)
  })
})

describe('agents online (rule 5)', () => {
  it('is agent-time over the time the hour had: 90 agent-minutes in an hour are 1.5', () => {
    const sessions = [
      session('2026-03-03T09:00:00Z', '2026-03-03T10:00:00Z'),
      session('2026-03-03T09:15:00Z', '2026-03-03T09:45:00Z', 'bob'),
    ]
    expect(agentsAt(9, sessions, { to: '2026-03-03' })).toBe(1.5)
    expect(agentsAt(9, sessions)).toBe(0.5)
  })

  it('takes only the elapsed part of the range as time', () => {
    const sessions = [session('2026-03-05T09:00:00Z', '2026-03-05T09:20:00Z')]
    const day = { from: '2026-03-05', to: '2026-03-06' }
    expect(agentsAt(9, sessions, { ...day, now: '2026-03-05T09:40:00Z' })).toBe(0.5)
    expect(agentsAt(10, sessions, { ...day, now: '2026-03-05T09:40:00Z' })).toBe(0)
    expect(
      calculateCoverage([], sessions, { ...day, timeZone: 'UTC', now: '2026-03-05T10:00:00Z' }).totals.avgAgentsOnline,
    ).toBeCloseTo(1 / 30, 12)
  })

  it('counts no visit at or after now', () => {
    expect(
      total([visit('2026-03-04T11:59:59.999Z'), visit('2026-03-04T12:00:00Z'), visit('2026-03-05T01:00:00Z')], {
        now: '2026-03-04T12:00:00Z',
      }),
    ).toBe(1)
  })

  it('cuts a session at now, lets an open one last until now, and leaves out one that starts at or after now', () => {
    const now = '2026-03-05T09:30:00Z'
    const only = { from: '2026-03-05', to: '2026-03-05', now }
    expect(agentsAt(9, [session('2026-03-05T09:15:00Z', '2026-03-05T17:00:00Z')], only)).toBe(0.5)
    expect(agentsAt(9, [session('2026-03-05T09:15:00Z', null)], only)).toBe(0.5)
    expect(agentsAt(9, [session(now, null), session('2026-03-05T09:45:00Z', '2026-03-05T09:50:00Z')], only)).toBe(0)
  })

  it('leaves out a session that does not end after it starts', () => {
    expect(
      agentsAt(9, [
        session('2026-03-03T09:30:00Z', '2026-03-03T09:10:00Z'),
        session('2026-03-03T09:30:00Z', '2026-03-03T09:30:00Z'),
      ]),
    ).toBe(0)
  })

  it("adds up an agent's overlapping sessions in coverage figures, and merges them where agents are people", () => {
    const sessions = [
      session('2026-03-03T09:00:00Z', '2026-03-03T09:45:00Z'),
      session('2026-03-03T09:30:00Z', '2026-03-03T10:00:00Z'),
      session('2026-03-03T09:00:00Z', '2026-03-03T09:30:00Z', 'bob'),
    ]
    const day = { ...OPTIONS, to: '2026-03-03' }
    expect(agentsAt(9, sessions, day)).toBe(1.75)
    const merged = calculateMergedAgents(sessions, day)
    expect(merged.hourly[9]).toBe(1.5)
    expect(merged.byDayHour[2]![9]).toBe(1.5)
    expect(merged.daily).toEqual([{ date: '2026-03-03', avgAgentsOnline: 1.5 / 24 }])
    expect(merged.avgAgentsOnline).toBe(1.5 / 24)
  })
})

describe('rate, gap and problem hours (rules 6 and 7)', () => {
  const at = (hour: number): string => `2026-03-04T${String(hour).padStart(2, '0')}:10:00Z`
  const visits = [
    visit(at(8)),
    visit(at(8)),
    missed(at(8)),
    visit(at(9)),
    missed(at(9)),
    missed(at(10)),
    missed(at(14)),
    missed(at(14)),
    visit(at(14)),
  ]

  it('gives the rate of what was covered, and 100 where nobody came', () => {
    expect(summarizeCoverage(visits, [], OPTIONS)).toEqual({
      totalPageviews: 9,
      pageviewsWithAgent: 4,
      missedOpportunities: 5,
      coverageRate: (100 * 4) / 9,
    })
    expect(calculateDailyHourlyCoverage(visits, [], OPTIONS).byDayOfWeek.map((day) => day.coverageRate)).toEqual([
      100,
      100,
      100,
      (100 * 4) / 9,
      100,
      100,
      100,
    ])
  })

  it('gives the gap as the fraction missed, and 0 where nobody came', () => {
    const wednesday = calculateDailyHourlyCoverage(visits, [], OPTIONS).byDayHour[3]!
    expect([7, 8, 9, 10].map((hour) => wednesday[hour]!.coverageGap)).toEqual([0, 1 / 3, 1 / 2, 1])
  })

  it('calls an hour a problem where more visits were missed than covered: not where equal, not where nobody came', () => {
    expect(findProblemHours(visits, [], OPTIONS)).toEqual([10, 14])
  })
})

describe('instants', () => {
  it('may be epoch milliseconds or ISO texts with an offset, in any mixture', () => {
    const visits = [
      visit(Date.parse('2026-03-04T10:30:00Z')),
      visit('2026-03-04T12:30:00.250+02:00'),
      visit('2026-03-04 05:30:00.123456-05'),
    ]
    expect(calculateHourlyCoverage(visits, [], OPTIONS)[10]!.totalPageviews).toBe(3)
  })

  it.each([
    'yesterday',
    '2026-02-30T10:00:00Z',
    '2026-03-04T10:00:00',
    '2026-03-04',
    '2026-03-04T25:00:00Z',
    '',
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('that cannot be read are refused by name: %s', (value) => {
    const refusal = expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining(`"${value}"`) })
    expect(() => calculateCoverage([visit(value)], [], OPTIONS)).toThrow(refusal)
    expect(() => calculateCoverage([], [{ agentId: 'ann', startedAt: value, endedAt: null }], OPTIONS)).toThrow(refusal)
    expect(() => calculateCoverage([], [{ agentId: 'ann', startedAt: 0, endedAt: value }], OPTIONS)).toThrow(refusal)
    expect(() => calculateCoverage([], [], { ...OPTIONS, now: value })).toThrow(refusal)
  })

  it('and dates and zones that make no sense are refused too', () => {
    const refusal = expect.objectContaining({ code: 'invalid-input' })
    expect(() => summarizeCoverage([], [], { ...OPTIONS, from: '2026-02-30' })).toThrow(refusal)
    expect(() => summarizeCoverage([], [], { ...OPTIONS, timeZone: 'Nowhere/Land' })).toThrow(refusal)
  })
})
