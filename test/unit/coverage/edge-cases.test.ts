import { describe, expect, it } from 'vitest'
import {
  calculateCoverage,
  findDataProblems,
  type AgentSession,
  type CoverageOptions,
  type Pageview,
} from '../../../shared/coverage/index.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'

const DAY: CoverageOptions = { from: '2026-03-04', to: '2026-03-04', timeZone: 'UTC', now: '2026-03-10T00:00:00Z' }
const at = (iso: string): number => Date.parse(iso)
const session = (startedAt: string, endedAt: string | null, agentId = 'ann'): AgentSession => ({
  agentId,
  startedAt,
  endedAt,
})

describe('edge cases', () => {
  it('1: visitors of a pool with no agents are missed', () => {
    const visits: readonly Pageview[] = [{ createdAt: '2026-03-04T10:00:00Z', agentId: null, poolId: 'empty' }]
    const figures = calculateCoverage(visits, [session('2026-03-04T09:00:00Z', '2026-03-04T17:00:00Z')], {
      ...DAY,
      poolId: 'empty',
      poolMembers: [],
    })
    expect(figures.totals).toMatchObject({
      totalPageviews: 1,
      missedOpportunities: 1,
      coverageRate: 0,
      avgAgentsOnline: 0,
    })
  })

  it('2: with every agent in a call, the recorded agent decides, not the sessions', () => {
    const visits: readonly Pageview[] = [
      { createdAt: '2026-03-04T10:00:00Z', agentId: null },
      { createdAt: '2026-03-04T20:00:00Z', agentId: 'ann' },
    ]
    const figures = calculateCoverage(visits, [session('2026-03-04T09:00:00Z', '2026-03-04T11:00:00Z')], DAY)
    expect(figures.hourly[10]).toMatchObject({ missedOpportunities: 1, avgAgentsOnline: 1 })
    expect(figures.hourly[20]).toMatchObject({ pageviewsWithAgent: 1, avgAgentsOnline: 0 })
  })

  it('3: no data at all is 0 visitors at 100% coverage', () => {
    expect(calculateCoverage([], [], DAY).totals).toEqual({
      totalPageviews: 0,
      pageviewsWithAgent: 0,
      missedOpportunities: 0,
      coverageRate: 100,
      avgAgentsOnline: 0,
    })
  })

  it('4: a visitor in the two minutes an agent was away is missed, and the two minutes are missing from the agents', () => {
    const figures = calculateCoverage(
      [{ createdAt: '2026-03-04T10:31:00Z', agentId: null }],
      [
        session('2026-03-04T10:00:00Z', '2026-03-04T10:30:00Z'),
        session('2026-03-04T10:32:00Z', '2026-03-04T11:00:00Z'),
      ],
      DAY,
    )
    expect(figures.hourly[10]).toMatchObject({ missedOpportunities: 1, avgAgentsOnline: 58 / 60 })
  })

  it('5: a surge is counted whole', () => {
    const visits = Array.from({ length: 100_000 }, (_, index) => ({
      createdAt: at('2026-03-04T12:00:00Z') + index,
      agentId: index % 3 === 0 ? null : 'ann',
    }))
    expect(calculateCoverage(visits, [], DAY).totals).toMatchObject({
      totalPageviews: 100_000,
      missedOpportunities: 33_334,
    })
  })

  it('6: a blocked country is in no figure', () => {
    const visits: readonly Pageview[] = [{ createdAt: '2026-03-04T10:00:00Z', agentId: null, country: 'US' }]
    const countryFilter = { mode: 'blocklist', countries: ['us'] } as const
    expect(calculateCoverage(visits, [], { ...DAY, countryFilter })).toEqual(calculateCoverage([], [], DAY))
  })

  it('7: a session over midnight gives every hour its own share', () => {
    const figures = calculateCoverage([], [session('2026-03-04T23:15:00Z', '2026-03-05T01:30:00Z')], {
      ...DAY,
      to: '2026-03-05',
    })
    expect(
      [figures.byDayHour[3]![23], figures.byDayHour[4]![0], figures.byDayHour[4]![1]].map(
        (cell) => cell!.avgAgentsOnline,
      ),
    ).toEqual([0.75, 1, 0.5])
    expect(figures.daily.map((day) => day.avgAgentsOnline)).toEqual([0.75 / 24, 1.5 / 24])
  })

  it('7: a session over a weekend is there in every hour between, and only there', () => {
    const figures = calculateCoverage([], [session('2026-03-06T17:30:00Z', '2026-03-09T08:00:00Z')], {
      ...DAY,
      from: '2026-03-02',
      to: '2026-03-09',
    })
    const [sunday, monday, tuesday, , , friday, saturday] = figures.byDayHour
    expect([...sunday!, ...saturday!].every((cell) => cell.avgAgentsOnline === 1)).toBe(true)
    expect([friday![16], friday![17], friday![18]].map((cell) => cell!.avgAgentsOnline)).toEqual([0, 0.5, 1])
    // Of the two Mondays one is worked.
    expect([monday![7], monday![8]].map((cell) => cell!.avgAgentsOnline)).toEqual([0.5, 0])
    expect(tuesday!.every((cell) => cell.avgAgentsOnline === 0)).toBe(true)
  })

  it('7: a session over a clock change gives a repeated hour both its halves and a skipped hour nothing', () => {
    const back = calculateCoverage([], [session('2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z')], {
      from: '2026-11-01',
      to: '2026-11-01',
      timeZone: 'America/New_York',
      now: '2026-11-10T00:00:00Z',
    })
    // 01:30-02:00 daylight time and 01:00-01:30 standard time: one of the two hours that 01:00 had.
    expect([0, 1, 2].map((hour) => back.hourly[hour]!.avgAgentsOnline)).toEqual([0, 0.5, 0])
    const forward = calculateCoverage([], [session('2026-03-08T06:30:00Z', '2026-03-08T07:30:00Z')], {
      from: '2026-03-08',
      to: '2026-03-08',
      timeZone: 'America/New_York',
      now: '2026-03-10T00:00:00Z',
    })
    expect([1, 2, 3].map((hour) => forward.hourly[hour]!.avgAgentsOnline)).toEqual([0.5, 0, 0.5])
  })

  it('8: somebody always online is 1 in every hour, and 100%', () => {
    const visits = Array.from({ length: 24 }, (_, hour) => ({
      createdAt: at('2026-03-04T00:50:00Z') + hour * HOUR_MS,
      agentId: 'ann',
    }))
    const figures = calculateCoverage(visits, [session('2026-01-01T00:00:00Z', null)], DAY)
    expect(figures.totals).toMatchObject({ coverageRate: 100, avgAgentsOnline: 1 })
    expect(figures.hourly.every((hour) => hour.avgAgentsOnline === 1)).toBe(true)
  })

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Africa/Cairo', '2026-04-24', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Asia/Beirut', '2026-03-29', 23],
    ['Asia/Kathmandu', '2026-03-29', 24],
  ])('9: in %s %s has %d hours, each visit counted once', (timeZone, date, hours) => {
    const minutes = Array.from(
      { length: 4 * 24 * 60 },
      (_, minute) => at(`${date}T00:00:00Z`) - 36 * HOUR_MS + minute * 60_000,
    )
    const figures = calculateCoverage(
      minutes.map((createdAt) => ({ createdAt, agentId: 'ann' })),
      [session('2026-01-01T00:00:00Z', null)],
      { from: date, to: date, timeZone, now: '2027-01-01T00:00:00Z' },
    )
    expect(figures.totals).toMatchObject({ totalPageviews: hours * 60, avgAgentsOnline: 1 })
  })

  it('9: a skipped hour holds nothing, a repeated hour holds two hours', () => {
    const visits = Array.from({ length: 60 * 60 }, (_, minute) => ({
      createdAt: at('2026-03-28T12:00:00Z') + minute * 60_000,
      agentId: null,
    }))
    const options = { from: '2026-03-29', to: '2026-03-29', timeZone: 'Europe/Berlin', now: '2027-01-01T00:00:00Z' }
    const spring = calculateCoverage(visits, [], options)
    expect([1, 2, 3].map((hour) => spring.hourly[hour]!.totalPageviews)).toEqual([60, 0, 60])
    const shift = at('2026-10-25T01:00:00Z') - at('2026-03-29T01:00:00Z')
    const autumn = calculateCoverage(
      visits.map((visit) => ({ ...visit, createdAt: visit.createdAt + shift })),
      [],
      { ...options, from: '2026-10-25', to: '2026-10-25' },
    )
    expect([1, 2, 3].map((hour) => autumn.hourly[hour]!.totalPageviews)).toEqual([60, 120, 60])
  })

  it('9: a day that the zone skipped is a row of zeros', () => {
    const visits = Array.from({ length: 72 }, (_, hour) => ({
      createdAt: at('2011-12-29T00:30:00Z') + hour * HOUR_MS,
      agentId: 'ann',
    }))
    const options = { from: '2011-12-29', to: '2011-12-31', timeZone: 'Pacific/Apia', now: '2012-02-01T00:00:00Z' }
    expect(calculateCoverage(visits, [], options).daily.map((day) => [day.date, day.totalPageviews])).toEqual([
      ['2011-12-29', 24],
      ['2011-12-30', 0],
      ['2011-12-31', 24],
    ])
  })

  it('10: from after to is zeros', () => {
    const visits = [{ createdAt: '2026-03-04T10:00:00Z', agentId: null }]
    const figures = calculateCoverage(visits, [session('2026-03-04T09:00:00Z', null)], { ...DAY, from: '2026-03-05' })
    expect(figures.totals).toEqual({
      totalPageviews: 0,
      pageviewsWithAgent: 0,
      missedOpportunities: 0,
      coverageRate: 100,
      avgAgentsOnline: 0,
    })
    expect(figures.daily).toEqual([])
    expect(figures.problemHours).toEqual([])
  })

  it('11: a single day is that day, and every weekday but its own is empty', () => {
    const visits = Array.from({ length: 72 }, (_, hour) => ({
      createdAt: at('2026-03-03T00:30:00Z') + hour * HOUR_MS,
      agentId: null,
    }))
    const figures = calculateCoverage(visits, [], DAY)
    expect(figures.daily.map((day) => [day.date, day.totalPageviews])).toEqual([['2026-03-04', 24]])
    expect(figures.byDayOfWeek.map((day) => day.totalPageviews)).toEqual([0, 0, 0, 24, 0, 0, 0])
  })

  it('12: a session still open counts until now, and not after', () => {
    const options = { ...DAY, to: '2026-03-05', now: '2026-03-04T20:30:00Z' }
    const figures = calculateCoverage([], [session('2026-03-04T20:00:00Z', null)], options)
    expect([19, 20, 21].map((hour) => figures.hourly[hour]!.avgAgentsOnline)).toEqual([0, 1, 0])
    expect(figures.daily.map((day) => day.avgAgentsOnline)).toEqual([0.5 / 20.5, 0])
  })

  it('13: visits that say nothing of a country count under any country filter', () => {
    const countryFilter = { mode: 'allowlist', countries: ['DE'] } as const
    expect(
      calculateCoverage([{ createdAt: '2026-03-04T10:00:00Z', agentId: null }], [], { ...DAY, countryFilter }).totals
        .totalPageviews,
    ).toBe(1)
  })

  it('14: without sessions coverage is still shown, with 0 agents', () => {
    const figures = calculateCoverage([{ createdAt: '2026-03-04T10:00:00Z', agentId: 'ann' }], [], DAY)
    expect(figures.totals).toMatchObject({ pageviewsWithAgent: 1, coverageRate: 100, avgAgentsOnline: 0 })
  })

  it('16: overlapping, impossible and future sessions count as recorded or not at all, and are reported', () => {
    const sessions = [
      session('2026-03-04T09:00:00Z', '2026-03-04T10:00:00Z'),
      session('2026-03-04T09:30:00Z', '2026-03-04T10:00:00Z'),
      session('2026-03-04T11:00:00Z', '2026-03-04T10:00:00Z', 'bob'),
      session('2026-03-11T09:00:00Z', null, 'bob'),
    ]
    const figures = calculateCoverage([], sessions, DAY)
    expect(figures.hourly.map((hour) => hour.avgAgentsOnline).filter((agents) => agents > 0)).toEqual([1.5])
    expect(findDataProblems([], sessions, DAY).map(({ kind, count }) => [kind, count])).toEqual([
      ['session-ends-before-start', 1],
      ['session-starts-in-future', 1],
      ['sessions-overlap', 1],
    ])
  })
})
