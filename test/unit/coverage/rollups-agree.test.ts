import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calculateCoverage,
  calculateMergedAgents,
  figuresFromSeries,
  mergedAgentTimePerSlot,
  servingAgents,
  sessionsWithEnds,
  toInstant,
} from '../../../shared/coverage/index.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'
import { tries } from '../../support/deep.ts'
import { ZONES_TO_WALK } from '../time/intl-clock.ts'
import { changeDaysOf, coverageCase } from './arbitraries.ts'
import { figuresByRollup } from './rollup-path.ts'

const at = (iso: string): number => Date.parse(iso)

describe('figures from raw events and from quarter-hours', () => {
  it('are the same for any events, ranges, nows, filters, pools and zones', () => {
    fc.assert(
      fc.property(coverageCase({ maxDays: 40, tickMs: 1 }), ({ pageviews, sessions, options }) => {
        const days = { firstDay: parseLocalDate(options.from) - 3, count: 50 }
        expect(figuresByRollup({ pageviews, sessions }, options, days)).toEqual(
          calculateCoverage(pageviews, sessions, options),
        )
      }),
      tries(80, 31),
    )
  }, 60_000)

  it('are the same where agents are merged into people', () => {
    fc.assert(
      fc.property(coverageCase({ maxDays: 10, tickMs: 1000 }), ({ pageviews, sessions, options }) => {
        const extent = { firstSlot: (parseLocalDate(options.from) - 3) * SLOTS_PER_DAY, length: 20 * SLOTS_PER_DAY }
        const selection = {
          ...extent,
          now: toInstant(options.now),
          agents: servingAgents(options.poolId, options.poolMembers),
        }
        const nobody = new Float64Array(extent.length)
        const figures = figuresFromSeries(
          { firstSlot: extent.firstSlot, visitors: nobody, covered: nobody },
          mergedAgentTimePerSlot(sessionsWithEnds(sessions, { now: selection.now, pageviews }), selection),
          options,
        )
        const merged = calculateMergedAgents(sessions, { ...options, pageviews })
        expect(figures.totals.avgAgentsOnline).toBe(merged.avgAgentsOnline)
        expect(figures.hourly.map((hour) => hour.avgAgentsOnline)).toEqual(merged.hourly)
        expect(figures.byDayHour.map((day) => day.map((cell) => cell.avgAgentsOnline))).toEqual(merged.byDayHour)
        expect(figures.daily.map(({ date, avgAgentsOnline }) => ({ date, avgAgentsOnline }))).toEqual(merged.daily)
      }),
      tries(40, 32),
    )
  }, 60_000)

  it('are the same over every clock change of every zone from 2023 to 2030', () => {
    for (const timeZone of ZONES_TO_WALK) {
      const days = changeDaysOf(timeZone)
      for (const day of days.length === 0 ? [at('2026-03-29T00:00Z') / DAY_MS] : days) {
        const start = (day - 1) * DAY_MS
        const pageviews = Array.from({ length: 200 }, (_, index) => ({
          createdAt: start + index * 23 * 60_000 + 7,
          agentId: index % 3 === 0 ? null : 'ann',
        }))
        const sessions = [
          { agentId: 'ann', startedAt: start + 5 * 3_600_000 + 1, endedAt: start + 2 * DAY_MS + 61_000 },
          { agentId: 'bob', startedAt: start + DAY_MS + 17 * 60_000, endedAt: null },
        ]
        const options = {
          from: formatLocalDate(day),
          to: formatLocalDate(day + 1),
          timeZone,
          now: start + 2.9 * DAY_MS,
        }
        const raw = calculateCoverage(pageviews, sessions, options)
        expect(
          figuresByRollup({ pageviews, sessions }, options, { firstDay: day - 2, count: 6 }),
          `${timeZone} ${options.from}`,
        ).toEqual(raw)
        expect(raw.totals.totalPageviews).toBeGreaterThan(80)
      }
    }
  }, 60_000)

  it('are the same to the visits of one quarter-hour where a zone changed its clock off the quarter, before 2023', () => {
    const pageviews = Array.from({ length: 3 * 24 * 60 }, (_, minute) => ({
      createdAt: at('2011-03-12T00:00Z') + minute * 60_000,
      agentId: null,
    }))
    const options = { from: '2011-03-12', to: '2011-03-14', timeZone: 'America/St_Johns', now: at('2012-01-01T00:00Z') }
    const raw = calculateCoverage(pageviews, [], options)
    const rollup = figuresByRollup({ pageviews, sessions: [] }, options, {
      firstDay: at('2011-03-11T00:00Z') / DAY_MS,
      count: 6,
    })
    expect(rollup.totals).toEqual(raw.totals)
    const moved = raw.hourly.map((hour, index) => rollup.hourly[index]!.totalPageviews - hour.totalPageviews)
    expect(moved.reduce((sum, visits) => sum + Math.abs(visits), 0)).toBeGreaterThan(0)
    expect(Math.max(...moved.map(Math.abs))).toBeLessThan(15)
  })

  it('are zero outside the quarter-hours there are', () => {
    const options = { from: '2026-03-01', to: '2026-03-31', timeZone: 'UTC', now: at('2026-04-10T00:00Z') }
    const firstSlot = (at('2026-03-10T00:00Z') / DAY_MS) * SLOTS_PER_DAY
    const ones = new Float64Array(SLOTS_PER_DAY).fill(1)
    const figures = figuresFromSeries(
      { firstSlot, visitors: ones, covered: ones },
      ones.map(() => 900_000),
      options,
    )
    expect(figures.totals.totalPageviews).toBe(96)
    expect(figures.daily.filter((day) => day.totalPageviews > 0 || day.avgAgentsOnline > 0)).toEqual([
      {
        date: '2026-03-10',
        totalPageviews: 96,
        pageviewsWithAgent: 96,
        missedOpportunities: 0,
        coverageRate: 100,
        avgAgentsOnline: 1,
      },
    ])
    expect(
      figuresFromSeries({ firstSlot: 0, visitors: ones, covered: ones }, ones, options).totals.totalPageviews,
    ).toBe(0)
  })

  it('leave out quarter-hours that begin at or after now', () => {
    const firstSlot = (at('2026-03-10T00:00Z') / DAY_MS) * SLOTS_PER_DAY
    const ones = new Float64Array(SLOTS_PER_DAY).fill(1)
    const on = (now: string): number =>
      figuresFromSeries({ firstSlot, visitors: ones, covered: ones }, ones, {
        from: '2026-03-10',
        to: '2026-03-10',
        timeZone: 'UTC',
        now,
      }).totals.totalPageviews
    expect([on('2026-03-10T00:30:00Z'), on('2026-03-10T00:30:01Z'), on('2026-03-09T00:00:00Z')]).toEqual([2, 3, 0])
  })
})
