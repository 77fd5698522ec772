import { describe, expect, it } from 'vitest'
import { weekClock } from '../../../../shared/plan/week-clock.ts'
import type { WeekBands, WeekPrediction } from '../../../../shared/predict/types.ts'
import { weekHoursModel } from '../../../../renderer/print/plan/week-hours-model.ts'

const QUARTER_MS = 900_000

function hoursOf(firstDate: string, visitorsOf: (slot: number) => number) {
  const clock = weekClock('America/New_York', firstDate)
  const starts = Array.from({ length: clock.slotCount }, (_, slot) => clock.start + slot * QUARTER_MS)
  const column = (value: (slot: number) => number): Float64Array => Float64Array.from(starts, (_, slot) => value(slot))
  const prediction = {
    visitors: column(visitorsOf),
    covered: column((slot) => visitorsOf(slot) / 2),
    agents: column(() => 2),
    openAgents: column(() => 0),
    totals: { visitors: 0, covered: 0 },
  } satisfies WeekPrediction
  const band = { lower80: 0.4, upper80: 0.6, lower95: 0.3, upper95: 0.7 }
  const bands = { byDayHour: Array.from({ length: 168 }, () => band) } as unknown as WeekBands
  return weekHoursModel({
    minimum: column((slot) => (slot === 1 ? 2 : 0)),
    prediction,
    bands,
    needed: column((slot) => (slot % 4 === 3 ? 5 : 3)),
    starts,
    timeZone: 'America/New_York',
    firstDate,
  })
}

describe('the hours of a printed week', () => {
  it('begin with the first day, and sum their quarter-hours', () => {
    const hours = hoursOf('2026-11-25', (slot) => slot % 4)
    expect(hours).toHaveLength(168)
    expect(hours[0]).toEqual({
      dayOfWeek: 3,
      hour: 0,
      visitors: 6,
      covered: 3,
      agents: 2,
      needed: 5,
      minimum: 2,
      rate: 50,
      band: [40, 60],
      exists: true,
    })
    expect(hours.at(-1)).toMatchObject({ dayOfWeek: 2, hour: 23 })
  })

  it('leave out the one that the clock skips, add up the one that it repeats, and know no rate of nobody', () => {
    const forward = hoursOf('2026-03-02', () => 1)
    expect(forward.filter(({ exists }) => !exists).map(({ dayOfWeek, hour, rate }) => [dayOfWeek, hour, rate])).toEqual(
      [[0, 2, null]],
    )
    const back = hoursOf('2026-10-26', () => 1)
    expect(
      back.filter(({ visitors }) => visitors === 8).map(({ dayOfWeek, hour, agents }) => [dayOfWeek, hour, agents]),
    ).toEqual([[0, 1, 2]])
    expect(hoursOf('2026-11-23', () => 0).every(({ rate, band }) => rate === null && band === null)).toBe(true)
  })
})
