import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairnessOf, workedTimes, type AgentTime } from '../../../shared/plan/staffing/fairness.ts'
import type { Wish } from '../../../shared/plan/rules/rules.ts'
import { instantOfWallTime } from '../../../shared/plan/week-clock.ts'
import { addDays, dayOfWeekOf, localDateOf, parseLocalDate } from '../../../shared/time/local.ts'

const ZONE = 'Europe/Berlin'
const wallInstant = (zone: string, date: string, hour: number): number =>
  instantOfWallTime(zone, parseLocalDate(date), 60 * hour)
const hourIn = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' })
const at = (agentId: string, date: string, [from, to]: readonly [number, number]): AgentTime => ({
  agentId,
  start: wallInstant(ZONE, date, from),
  end: wallInstant(ZONE, date, to),
})
/** A Monday. The clocks go forward in the night to the 29th. */
const MONDAY = '2026-03-23'
const fourWeeks = { from: MONDAY, to: addDays(MONDAY, 27), timeZone: ZONE }

describe('how nights and weekends are shared', () => {
  it('counts early and late shifts, holidays and wishes', () => {
    const wishes: readonly Wish[] = [
      { wish: 'rather-not', dayOfWeek: 2, startMinute: 18 * 60, endMinute: 22 * 60 },
      { wish: 'rather', dayOfWeek: 1, startMinute: 6 * 60, endMinute: 14 * 60 },
    ]
    const times = [
      // Early, with half an hour's break.
      at('ann', MONDAY, [6, 10]),
      at('ann', MONDAY, [10.5, 14]),
      // Late, against a wish, and on a holiday.
      at('ann', addDays(MONDAY, 1), [14, 22]),
      // Neither: it ends at 20 sharp.
      at('ann', addDays(MONDAY, 2), [12, 20]),
      // Late past midnight, in the second week; a night shift is neither.
      at('ann', addDays(MONDAY, 9), [17, 25]),
      at('ann', addDays(MONDAY, 10), [22, 30]),
    ]
    const known = {
      rules: { ann: { wishes } },
      holidays: { ann: [addDays(MONDAY, 1), addDays(MONDAY, 5)] },
    }
    expect(fairnessOf(times, fourWeeks, known).agents[0]).toMatchObject({
      earlyShifts: 1,
      lateShifts: 2,
      holidays: 1,
      // Of the first two weeks; of those in which nobody works, none is asked.
      wishes: 4,
      wishesKept: 2,
    })
  })

  it('counts nights, weekends and what is both once', () => {
    const { agents } = fairnessOf(
      [
        at('ann', MONDAY, [9, 17]),
        // Friday evening into Saturday: two hours of Friday, six of Saturday, all of them night.
        at('ann', addDays(MONDAY, 4), [22, 30]),
        // An hour of a night is no night.
        at('bob', addDays(MONDAY, 1), [15, 23]),
        at('bob', addDays(MONDAY, 6), [9, 17]),
      ],
      fourWeeks,
    )
    expect(agents.find(({ agentId }) => agentId === 'ann')).toMatchObject({
      hours: 16,
      nightHours: 8,
      weekendHours: 6,
      unpopularHours: 8,
      nights: 1,
      weekends: 1,
    })
    expect(agents.find(({ agentId }) => agentId === 'bob')).toMatchObject({
      hours: 16,
      nightHours: 1,
      weekendHours: 8,
      unpopularHours: 9,
      nights: 0,
      weekends: 1,
    })
  })

  it('gives each a fair share by the hours worked, and names who is far from it', () => {
    const weeks = [0, 7, 14, 21].map((days) => addDays(MONDAY, days))
    const { agents, spread, unpopularHours } = fairnessOf(
      [
        ...weeks.flatMap((week) => [5, 6].map((day) => at('weekends', addDays(week, day), [8, 16]))),
        ...weeks.flatMap((week) => [0, 1].map((day) => at('weekdays', addDays(week, day), [8, 16]))),
        at('few', MONDAY, [8, 10]),
      ],
      fourWeeks,
    )
    expect(unpopularHours).toBe(64)
    expect(agents.map(({ agentId, isOutlier }) => [agentId, isOutlier])).toEqual([
      ['weekends', true],
      ['few', false],
      ['weekdays', true],
    ])
    expect(agents[0]!.fairHours).toBeCloseTo((64 * 64) / 130)
    expect(spread).toBeCloseTo(agents.reduce((sum, { difference }) => sum + Math.abs(difference), 0) / 3)
  })

  it('counts real hours over a clock change, and time that overlaps once', () => {
    const night = at('ann', '2026-03-28', [22, 30])
    expect(fairnessOf([night, night], fourWeeks).agents[0]).toMatchObject({ hours: 7, nightHours: 7 })
  })

  it('leaves out breaks and unassigned shifts of what is scheduled', () => {
    const { start, end } = at('ann', MONDAY, [22, 30])
    const breaks = [{ start: start + 3_600_000, end: start + 5_400_000 }]
    const times = workedTimes([
      { agentId: 'ann', start, end, breaks },
      { agentId: null, start, end, breaks: [] },
    ])
    expect(fairnessOf(times, fourWeeks).agents).toMatchObject([{ agentId: 'ann', hours: 7.5, nightHours: 7.5 }])
  })

  it('is as a count minute by minute has it, and adds up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('ann', 'bob'), fc.nat(27 * 96), fc.integer({ min: 1, max: 60 })), {
          maxLength: 12,
        }),
        (all) => {
          const begin = wallInstant(ZONE, MONDAY, 0)
          const times = all.map(([agentId, from, length]) => ({
            agentId,
            start: begin + from * 900_000,
            end: begin + (from + length) * 900_000,
          }))
          const found = fairnessOf(times, fourWeeks)
          const end = wallInstant(ZONE, addDays(fourWeeks.to, 1), 0)
          for (const agentId of ['ann', 'bob']) {
            let unpopular = 0
            for (let instant = begin; instant < end; instant += 900_000) {
              if (!times.some((time) => time.agentId === agentId && time.start <= instant && time.end > instant))
                continue
              const hour = Number(hourIn.format(instant))
              const day = dayOfWeekOf(localDateOf(instant, ZONE))
              if (hour >= 22 || hour < 6 || day === 0 || day === 6) unpopular += 0.25
            }
            expect(found.agents.find((one) => one.agentId === agentId)?.unpopularHours ?? 0).toBeCloseTo(unpopular, 9)
          }
          expect(found.agents.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(0, 6)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('is nothing where nobody works', () => {
    expect(fairnessOf([], fourWeeks)).toEqual({ agents: [], hours: 0, unpopularHours: 0, spread: null })
  })
})
