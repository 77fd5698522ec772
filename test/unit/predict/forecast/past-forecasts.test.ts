import { describe, expect, it } from 'vitest'
import { forecastDemand } from '../../../../shared/predict/forecast/forecast.ts'
import { pastForecasts, type PastForecasts } from '../../../../shared/predict/forecast/past-forecasts.ts'
import type { DemandHistory } from '../../../../shared/predict/types.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { FIRST_DATE, makeSeries, type MadeUpSeries, type SeriesKind } from './made-up-series.ts'

const PLAIN: SeriesKind = { level: 12, slotMinutes: 60, weekCv: 0.05, dayCv: 0.06, weeks: 16 }
const ALL = { slotMinutes: 60, weeks: 99 } as const

function historyOf(series: MadeUpSeries, changes: Partial<DemandHistory> = {}): DemandHistory {
  return { ...series, timeZone: 'Europe/Berlin', slotMinutes: 60, firstDate: FIRST_DATE, ...changes }
}

/** Only what came before a week. */
function before(history: DemandHistory, week: number): DemandHistory {
  const slots = week * history.slotsPerWeek
  return {
    ...history,
    weeks: week,
    visitors: history.visitors.slice(0, slots),
    observations: history.observations.slice(0, slots),
    dayWeights: history.dayWeights.slice(0, week * 7),
  }
}

describe('past forecasts', () => {
  const history = historyOf(makeSeries(PLAIN, 1))
  const past = pastForecasts(history, ALL)

  it('tell each week as it was forecast from what came before it', () => {
    for (const week of [1, 5, 15]) {
      const firstDate = addDays(FIRST_DATE, 7 * week)
      const told = past.weeks.find((one) => one.firstDate === firstDate)!
      const then = forecastDemand(before(history, week), { firstDate })
      expect(told.visitors).toEqual(then.visitors)
      expect(told.lower80).toEqual(then.lower80)
      expect(told.upper80).toEqual(then.upper80)
      expect(told.starts).toEqual(then.starts)
      expect(told.days.map(({ visitors, lower80, upper80 }) => ({ visitors, lower80, upper80 }))).toEqual(
        then.days.map(({ visitors, lower80, upper80 }) => ({ visitors, lower80, upper80 })),
      )
      expect(told.week).toMatchObject({
        visitors: then.week.visitors,
        lower80: then.week.lower80,
        upper80: then.week.upper80,
      })
    }
  })

  it('have beside them what came', () => {
    const last = past.weeks.at(-1)!
    expect([...last.actual]).toEqual([...history.visitors.subarray(15 * 168)])
    expect(last.week.actual).toBe(last.days.reduce((sum, { actual }) => sum + actual!, 0))
  })

  it('leave out what is not known of a week', () => {
    const firstMissing = 15 * 168 + 5 * 24
    const partly = pastForecasts(
      { ...history, observations: history.observations.map((seen, index) => (index >= firstMissing ? 0 : seen)) },
      ALL,
    )
    const last = partly.weeks.at(-1)!
    expect(last.days.map(({ actual }) => actual === null)).toEqual([false, false, false, false, false, true, true])
    expect(last.week.actual).toBeNull()
    expect([partly.accuracy.day.count, partly.accuracy.week.count]).toEqual([
      past.accuracy.day.count - 2,
      past.accuracy.week.count - 1,
    ])
  })

  it('take a day that was marked an outage for one of which nothing is known', () => {
    const marked = pastForecasts(
      { ...history, dayWeights: history.dayWeights.map((weight, day) => (day === 15 * 7 + 2 ? 0 : weight)) },
      ALL,
    )
    expect(marked.weeks.at(-1)!.days[2]!.actual).toBeNull()
  })

  it('tell no more weeks than wanted, and score the same ones whatever is told', () => {
    const two = pastForecasts(history, { ...ALL, weeks: 2 })
    expect(two.weeks).toEqual(past.weeks.slice(-2))
    expect(two.accuracy).toEqual(past.accuracy)
  })

  it('are scored as the forecast says of itself', () => {
    const { accuracy } = forecastDemand(history, { firstDate: addDays(FIRST_DATE, 7 * 16) })
    expect(past.accuracy.slot).toMatchObject({ wape: accuracy.wape, holds80: accuracy.holds80 })
    expect(past.accuracy).toMatchObject({ bias: accuracy.bias, weeks: accuracy.origins })
    expect(past.accuracy.week.count).toBe(12)
  })

  it('say nothing where there is nothing to say', () => {
    expect(pastForecasts(before(history, 1), ALL)).toEqual({
      weeks: [],
      accuracy: {
        slot: { wape: null, naiveWape: null, holds80: null, count: 0 },
        day: { wape: null, naiveWape: null, holds80: null, count: 0 },
        week: { wape: null, naiveWape: null, holds80: null, count: 0 },
        bias: null,
        weeks: 0,
      },
    })
  })
})

describe('the longer the time, the less forecasts are off', () => {
  const KINDS: readonly SeriesKind[] = [
    { level: 20, slotMinutes: 60, weekCv: 0.05, dayCv: 0.06, slotCv: 0.1 },
    { level: 6, slotMinutes: 60, weekCv: 0.04, dayCv: 0.1 },
    { level: 30, slotMinutes: 60, weekCv: 0.08, dayCv: 0.05, growth: (week) => 1.02 ** week },
    { level: 1, slotMinutes: 60, dayCv: 0.1 },
  ]
  const results = KINDS.map((kind) => [1, 2, 3].map((seed) => pastForecasts(historyOf(makeSeries(kind, seed)), ALL)))

  it('of slots more than of days, of days more than of weeks, and all less than by the week before', () => {
    for (const {
      accuracy: { slot, day, week },
    } of results.flat()) {
      expect(slot.wape!).toBeGreaterThan(day.wape!)
      expect(day.wape!).toBeGreaterThan(week.wape!)
      expect(slot.wape!).toBeLessThan(slot.naiveWape!)
    }
  })

  it('and the bands of days hold about as often as they say', () => {
    for (const ofKind of results) {
      const hits = ofKind.reduce((sum, { accuracy: { day } }: PastForecasts) => sum + day.holds80!, 0) / ofKind.length
      expect(hits).toBeGreaterThan(0.72)
      expect(hits).toBeLessThan(0.93)
    }
  })
})
