import { describe, expect, it } from 'vitest'
import { todayFigures } from '../../../../shared/compare/today/today-figures.ts'
import { agentsNow, type PresenceInput } from '../../../../shared/compare/today/agents-now.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/foundation/minutes.ts'
import type { PlannedInterval } from '../../../../shared/plan/plan.ts'
import { assembleInputs } from '../../../../shared/predict/assemble/assemble-inputs.ts'
import { intervalsInWeek } from '../../../../shared/predict/assemble/plan-intervals.ts'
import { smallHistory } from '../../predict/assemble/small-history.ts'
import { usualPlan, WEEK, WEEK_START } from '../published-week.ts'
import { coverageFromCube } from '../known-figures.ts'

const at = (hours: number): number => WEEK_START + hours * HOUR_MS

describe('today', () => {
  const facts = smallHistory({ days: 56 })
  const inputs = assembleInputs(facts, {
    timeZone: 'UTC',
    firstDate: WEEK,
    knownDays: [],
    seed: 1,
    draws: 20,
    until: WEEK_START,
  })
  const schedule = intervalsInWeek(usualPlan(), inputs)
  const noon = todayFigures({ inputs, facts, schedule, poolId: null, now: at(12) })

  it('is what came so far, and what is still expected', () => {
    expect(noon.soFar).toEqual(coverageFromCube(facts, { from: WEEK_START, to: at(12) }))
    expect(noon.knownShare).toBe(1)
    expect(noon.hours).toHaveLength(24)
    expect(noon.hours.slice(0, 12).every(({ actual, rest }) => actual !== null && rest.visitors === 0)).toBe(true)
    expect(noon.hours.slice(12).every(({ actual, rest }) => actual === null && rest.visitors > 0)).toBe(true)
    expect(noon.hours.reduce((sum, { rest }) => sum + rest.visitors, 0)).toBeCloseTo(noon.rest.visitors, 9)
    expect(noon.day.visitors).toBeCloseTo(noon.soFar.visitors + noon.rest.visitors, 9)
    expect(noon.lastHour).toEqual(coverageFromCube(facts, { from: at(11), to: at(12) }))
  })

  it('expects more of the rest where more came than expected, and never as much more', () => {
    const busy = smallHistory({ days: 56, visitorsFrom: { day: 42, factor: 2 } })
    const figures = todayFigures({ inputs, facts: busy, schedule, poolId: null, now: at(12) })
    const excess = figures.soFar.visitors / figures.expectedSoFar.visitors
    expect(excess).toBeGreaterThan(1.3)
    expect(figures.factor).toBeGreaterThan(1)
    expect(figures.factor).toBeLessThan(excess)
    expect(figures.rest.visitors).toBeGreaterThan(noon.rest.visitors)
  })

  it('covers nobody in the rest of a day on which nobody is planned', () => {
    const nobody = todayFigures({ inputs, facts, schedule: [], poolId: null, now: at(12) })
    expect(nobody.rest.covered).toBe(0)
    expect(nobody.soFar).toEqual(noon.soFar)
    expect(
      todayFigures({ inputs, facts, schedule: 'typical', poolId: null, now: at(12) }).rest.covered,
    ).toBeGreaterThan(0)
  })

  it('has a range for the rest of the day that holds what is expected, until nobody is expected any more', () => {
    const { rest, restBand } = noon
    const rate = rest.covered / rest.visitors
    expect([restBand!.lower80 < rate, rate < restBand!.upper80]).toEqual([true, true])
    const evening = todayFigures({ inputs, facts, schedule, poolId: null, now: at(24) })
    expect([evening.rest.visitors, evening.restBand]).toEqual([0, null])
  })

  it('has a range that holds about eight of ten days', () => {
    const days = Array.from({ length: 20 }, (_, index) => smallHistory({ days: 43, seed: 2 + index }))
    const inside = days.filter((day) => {
      const { restBand } = todayFigures({ inputs, facts: day, schedule, poolId: null, now: at(12) })
      const { visitors, covered } = coverageFromCube(day, { from: at(12), to: at(24) })
      return restBand!.lower80 <= covered / visitors && covered / visitors <= restBand!.upper80
    })
    expect(inside.length).toBeGreaterThanOrEqual(13)
    expect(inside.length).toBeLessThanOrEqual(19)
  })

  it('takes what was not synced for unknown', () => {
    const gap = {
      ...facts,
      known: [...facts.known.filter(({ start }) => start !== WEEK_START), { start: at(0), end: at(6) }],
    }
    const figures = todayFigures({ inputs, facts: gap, schedule, poolId: null, now: at(12) })
    expect(figures.knownShare).toBe(0.5)
    expect(figures.lastHour).toBeNull()
    expect(figures.hours[8]!.actual).toBeNull()
    expect(figures.soFar).toEqual(coverageFromCube(facts, { from: WEEK_START, to: at(6) }))
  })

  it('is all expectation at midnight', () => {
    const midnight = todayFigures({ inputs, facts, schedule, poolId: null, now: WEEK_START })
    expect(midnight.soFar).toEqual({ visitors: 0, covered: 0 })
    expect(midnight.factor).toBe(1)
    expect(midnight.hours.reduce((sum, { expected }) => sum + expected.visitors, 0)).toBeCloseTo(
      midnight.day.visitors,
      9,
    )
  })
})

describe('who is planned and who is online', () => {
  let made = 0
  const shift = (agentId: string | null, from: number, to: number): PlannedInterval => {
    made += 1
    return {
      shiftId: String(made),
      agentId,
      localDay: 0,
      start: at(from),
      end: at(to),
      breaks: to - from > 4 ? [{ start: at(from + 3), end: at(from + 4) }] : [],
    }
  }
  const session = (agentId: string, from: number, to: number | null) => ({
    agentId,
    startedAt: at(from),
    endedAt: to === null ? null : at(to),
  })
  const state = (values: Partial<PresenceInput>): Record<string, string> =>
    Object.fromEntries(
      agentsNow({
        intervals: [],
        sessions: [],
        day: { start: WEEK_START, end: WEEK_START + DAY_MS },
        now: at(12.5),
        members: null,
        ...values,
      }).map((one) => [one.agentId, one.state]),
    )

  it('is said as of the last sync', () => {
    const intervals = [
      shift('ann', 9, 17),
      shift('bob', 8.5, 17),
      shift('cyd', 9, 17),
      shift('dan', 14, 18),
      shift('eve', 6, 10),
      shift('gil', 9, 17),
      shift(null, 9, 17),
    ]
    const sessions = [
      session('bob', 8.5, 12.4),
      session('cyd', 9, null),
      session('eve', 6, 10),
      session('fay', 12, null),
      session('gil', 9, 12),
    ]
    expect(state({ intervals, sessions, now: at(12.9) })).toEqual({
      ann: 'missing',
      bob: 'missing',
      cyd: 'here',
      dan: 'later',
      eve: 'over',
      fay: 'extra',
      gil: 'break',
    })
    expect(state({ sessions, members: new Set(['ann']) })).toEqual({})
  })

  it('gives five minutes of grace, and says since when somebody is there', () => {
    expect(state({ intervals: [shift('ann', 12.5, 14)], now: at(12.5) + 4 * MINUTE_MS })).toEqual({ ann: 'later' })
    expect(state({ intervals: [shift('ann', 12.5, 14)], now: at(12.5) + 6 * MINUTE_MS })).toEqual({ ann: 'missing' })
    const early = (minutes: number, of: number): Record<string, string> =>
      state({
        intervals: [shift('ann', 9, 17)],
        sessions: [session('ann', 9, of - 0.15)],
        now: at(of) - minutes * MINUTE_MS,
      })
    expect([early(6, 12), early(4, 12), early(6, 17), early(4, 17)]).toEqual(
      ['missing', 'break', 'missing', 'over'].map((ann) => ({ ann })),
    )
    expect(
      state({
        intervals: [shift('ann', 9, 12), shift('ann', 14, 17)],
        sessions: [session('ann', 9, 11.9)],
        now: at(12) - 4 * MINUTE_MS,
      }),
    ).toEqual({ ann: 'later' })
    const [ann] = agentsNow({
      intervals: [shift('ann', 9, 12.9)],
      sessions: [session('ann', 9, 10), session('ann', 10.5, null)],
      day: { start: WEEK_START, end: WEEK_START + DAY_MS },
      now: at(12),
      members: null,
    })
    expect(ann).toMatchObject({
      state: 'here',
      onlineSince: at(10.5),
      wasHere: true,
      shift: { start: at(9), end: at(12.9) },
    })
  })
})
