import { describe, expect, it } from 'vitest'
import { forecastDemand } from '../../../../shared/predict/forecast/forecast.ts'
import { wholeDay } from '../../../../shared/predict/forecast/known-days.ts'
import { smoothedDemand } from '../../../../shared/predict/forecast/smoothed.ts'
import { english } from '../../../../shared/language/english.ts'
import { markReasonText, suggestMarks } from '../../../../shared/predict/forecast/suggest-marks.ts'
import type { DemandHistory } from '../../../../shared/predict/types.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { FIRST_DATE, makeSeries, type MadeUpSeries, type SeriesKind } from './made-up-series.ts'

const PLAIN: SeriesKind = { level: 12, slotMinutes: 15, weekCv: 0.05, dayCv: 0.06, weeks: 16 }

function historyOf(series: MadeUpSeries, changes: Partial<DemandHistory> = {}): DemandHistory {
  return { ...series, timeZone: 'Europe/Berlin', slotMinutes: 15, firstDate: FIRST_DATE, ...changes }
}

const weekAfter = (history: DemandHistory, weeks = 0): string => addDays(history.firstDate, 7 * (history.weeks + weeks))

/** The history with one day's visitors changed. */
function withDay(history: DemandHistory, day: number, change: (visitors: number) => number): DemandHistory {
  const visitors = history.visitors.map((value, index) =>
    Math.floor(index / 96) === day ? Math.round(change(value)) : value,
  )
  return { ...history, visitors }
}

describe('a forecast of demand', () => {
  const history = historyOf(makeSeries(PLAIN, 1))
  const forecast = forecastDemand(history, { firstDate: weekAfter(history) })

  it('is the same whenever it is made', () => {
    expect(forecastDemand(history, { firstDate: weekAfter(history) })).toEqual(forecast)
  })

  it('has a slot for each that the week really has, at the instant where it begins', () => {
    expect(forecast.starts).toHaveLength(672)
    const changes = forecastDemand(historyOf(makeSeries({ ...PLAIN, weeks: 11 }, 1)), { firstDate: '2025-03-24' })
    expect(changes.starts).toHaveLength(668)
    const repeats = forecastDemand(historyOf(makeSeries({ ...PLAIN, weeks: 3 }, 1), { firstDate: '2025-09-29' }), {
      firstDate: '2025-10-20',
    })
    expect(repeats.starts).toHaveLength(676)
    expect(
      [...repeats.starts].every((start, index, starts) => index === 0 || start - starts[index - 1]! === 900_000),
    ).toBe(true)
  })

  it('expects of a wider slot the sum of its parts, in a band narrower than theirs together', () => {
    const hours = forecastDemand(history, { firstDate: weekAfter(history), slotMinutes: 60 })
    const sumOf = (column: Float64Array, hour: number): number =>
      column.subarray(hour * 4, hour * 4 + 4).reduce((sum, value) => sum + value, 0)
    hours.visitors.forEach((value, hour) => expect(value).toBeCloseTo(sumOf(forecast.visitors, hour), 9))
    const noon = 12
    expect(hours.upper80[noon]! - hours.lower80[noon]!).toBeLessThan(
      sumOf(forecast.upper80, noon) - sumOf(forecast.lower80, noon),
    )
  })

  it('knows a week less well than if its slots had nothing in common, and better than if they had all', () => {
    const width = forecast.week.upper80 - forecast.week.lower80
    const independent = Math.hypot(...forecast.upper80.map((upper, slot) => upper - forecast.lower80[slot]!))
    const together = forecast.upper80.reduce((sum, upper, slot) => sum + upper - forecast.lower80[slot]!, 0)
    expect(width).toBeGreaterThan(1.3 * independent)
    expect(width).toBeLessThan(0.6 * together)
    expect(forecast.week.visitors).toBeCloseTo(
      forecast.visitors.reduce((sum, value) => sum + value, 0),
      6,
    )
  })

  it('is less sure of a level that jumped in the last week, and surer each week that it stays', () => {
    const jumped = (weeksSince: number): number => {
      const from = (history.weeks - weeksSince) * history.slotsPerWeek
      const other = {
        ...history,
        visitors: history.visitors.map((value, index) => (index < from ? value : Math.round(1.6 * value))),
      }
      const { week } = forecastDemand(other, { firstDate: weekAfter(history) })
      return (week.upper80 - week.lower80) / week.visitors
    }
    expect(jumped(1)).toBeGreaterThan(2 * jumped(0))
    expect(jumped(3)).toBeLessThan(jumped(1))
  })

  it('is the less sure the further ahead the week is', () => {
    const widths = [0, 3, 8].map((weeks) => {
      const { week } = forecastDemand(history, { firstDate: weekAfter(history, weeks) })
      return week.upper95 - week.lower95
    })
    expect(widths[1]!).toBeGreaterThan(widths[0]!)
    expect(widths[2]!).toBeGreaterThan(widths[1]!)
  })

  it('has the 80% band inside the 95% band, in whole visitors', () => {
    forecast.lower80.forEach((lower, slot) => {
      expect(forecast.lower95[slot]!).toBeLessThanOrEqual(lower)
      expect(forecast.upper95[slot]!).toBeGreaterThanOrEqual(forecast.upper80[slot]!)
      expect(Number.isInteger(lower) && lower >= 0).toBe(true)
    })
  })

  it('tells how past weeks would have been forecast', () => {
    const { origins, wape, mase, holds80, holds95 } = forecast.accuracy
    expect(origins).toBe(12)
    expect(mase!).toBeLessThan(0.85)
    expect(wape!).toBeGreaterThan(0)
    expect(Math.abs(holds80! - 0.83)).toBeLessThan(0.07)
    expect(Math.abs(holds95! - 0.96)).toBeLessThan(0.025)
  })

  it('says that it knows nothing where nothing was observed', () => {
    const nothing = historyOf(makeSeries({ ...PLAIN, weeks: 4, isOut: () => true }, 1))
    const { accuracy, visitors, week } = forecastDemand(nothing, { firstDate: weekAfter(nothing) })
    expect(accuracy).toEqual({
      method: 'prior',
      wape: null,
      mase: null,
      bias: null,
      holds80: null,
      holds95: null,
      origins: 0,
    })
    expect([visitors.every((value) => value === 0), week.visitors]).toEqual([true, 0])
  })

  it('forecasts from two days, with wide bands', () => {
    const two = historyOf(makeSeries({ ...PLAIN, weeks: 1, isOut: (_, day) => day > 1 }, 1))
    const { week, accuracy } = forecastDemand(two, { firstDate: weekAfter(two) })
    expect(week.visitors).toBeGreaterThan(0)
    expect((week.upper95 - week.lower95) / week.visitors).toBeGreaterThan(0.5)
    expect(accuracy.origins).toBe(0)
  })

  it('expects nobody where nobody ever came', () => {
    const empty = historyOf(makeSeries({ ...PLAIN, level: 0 }, 1))
    const { visitors, upper95, week } = forecastDemand(empty, { firstDate: weekAfter(empty) })
    expect([visitors.some((value) => value > 0), upper95.some((value) => value > 0), week.upper95]).toEqual([
      false,
      false,
      0,
    ])
  })

  it('refuses a week that begins on another day of the week, and one that is long over', () => {
    expect(() => forecastDemand(history, { firstDate: addDays(weekAfter(history), 1) })).toThrow(/cannot be forecast/u)
    expect(() => forecastDemand(history, { firstDate: weekAfter(history, -3) })).toThrow(/cannot be forecast/u)
  })

  it('is hardly moved by one spike day, and not at all by a day that the user marked as an outage', () => {
    const day = 15 * 7 + 2
    const spiked = forecastDemand(
      withDay(history, day, (value) => 5 * value),
      { firstDate: weekAfter(history) },
    )
    expect(Math.abs(spiked.week.visitors / forecast.week.visitors - 1)).toBeLessThan(0.03)
    const dayWeights = history.dayWeights.slice()
    dayWeights[day] = 0
    const [down, up] = [0, 50].map((factor) =>
      forecastDemand(
        { ...withDay(history, day, (value) => factor * value), dayWeights },
        { firstDate: weekAfter(history) },
      ),
    )
    expect(up).toEqual(down)
  })

  it('expects of a marked day what such days were, and is less sure of it', () => {
    const day = 10 * 7 + 1
    const dayWeights = history.dayWeights.slice()
    dayWeights[day] = 0.05
    const past = wholeDay(addDays(FIRST_DATE, day), { class: 'public', name: 'Founders’ day' })
    const coming = { ...past, date: addDays(weekAfter(history), 3) }
    const quiet = { ...withDay(history, day, (value) => 0.25 * value), dayWeights }
    const firstDate = weekAfter(history)
    const knowing = (of: DemandHistory, knownDays: readonly (typeof past)[]): DemandHistory => ({
      ...of,
      dated: { counts: of, firstDate: of.firstDate, knownDays },
    })
    const plain = forecastDemand(knowing(quiet, [past]), { firstDate })
    const marked = forecastDemand(knowing(quiet, [past, coming]), { firstDate })
    const dayTotal = (column: Float64Array, of: number): number =>
      column.subarray(of * 96, of * 96 + 96).reduce((sum, value) => sum + value, 0)
    expect(dayTotal(marked.visitors, 3) / dayTotal(plain.visitors, 3)).toBeLessThan(0.4)
    expect(dayTotal(marked.visitors, 2)).toBeCloseTo(dayTotal(plain.visitors, 2), 9)
    const unknown = forecastDemand(knowing(history, [coming]), { firstDate })
    expect(dayTotal(unknown.visitors, 3) / dayTotal(forecast.visitors, 3)).toBeCloseTo(0.6, 9)
    expect(unknown.days[3]!.upper80 - unknown.days[3]!.lower80).toBeGreaterThan(
      2 * (forecast.days[3]!.upper80 - forecast.days[3]!.lower80),
    )
    expect(unknown.week.upper80 - unknown.week.lower80).toBeGreaterThan(forecast.week.upper80 - forecast.week.lower80)
  })
})

describe('days that stand out', () => {
  it('are suggested, with what came and what is usual, and never marked', () => {
    const history = historyOf(makeSeries(PLAIN, 2))
    const odd = withDay(
      withDay(
        withDay(history, 30, () => 0),
        52,
        (value) => 3 * value,
      ),
      75,
      (value) => 0.3 * value,
    )
    expect(suggestMarks(odd).map(({ date, kind }) => [date, kind])).toEqual([
      [addDays(FIRST_DATE, 30), 'outage'],
      [addDays(FIRST_DATE, 52), 'event'],
      [addDays(FIRST_DATE, 75), 'holiday'],
    ])
    expect(markReasonText(suggestMarks(odd)[0]!, english())).toMatch(/^No visitors\. About [\d,]+ are usual/u)
    expect(odd.dayWeights.every((weight) => weight === 1)).toBe(true)
  })

  it('are not suggested again once they are marked', () => {
    const history = withDay(historyOf(makeSeries(PLAIN, 2)), 52, (value) => 3 * value)
    const dayWeights = history.dayWeights.slice()
    dayWeights[52] = 0.25
    expect(suggestMarks({ ...history, dayWeights })).toEqual([])
  })

  it('are none in an ordinary history', () => {
    expect(suggestMarks(historyOf(makeSeries(PLAIN, 3)))).toEqual([])
  })
})

describe('the demand of the past, smoothed', () => {
  it('lies closer to what was really to be expected than the counts do', () => {
    const series = makeSeries({ ...PLAIN, weekCv: 0, dayCv: 0, growth: (week) => 1 + 0.02 * week }, 4)
    const smoothed = smoothedDemand(historyOf(series))
    const offBy = (values: Float64Array): number =>
      values.reduce((sum, value, index) => sum + (value - series.perfect[index]!) ** 2, 0)
    expect(offBy(smoothed) / offBy(series.visitors)).toBeLessThan(0.2)
  })

  it('follows a day that was unlike the others', () => {
    const history = historyOf(makeSeries(PLAIN, 4))
    const smoothed = smoothedDemand(withDay(history, 52, (value) => 3 * value))
    const before = smoothedDemand(history)
    const total = (values: Float64Array): number =>
      values.subarray(52 * 96, 53 * 96).reduce((sum, value) => sum + value, 0)
    expect(total(smoothed) / total(before)).toBeGreaterThan(2)
  })

  it('has what the profile says where nothing was observed', () => {
    const series = makeSeries({ ...PLAIN, isOut: (week, day) => week === 5 && day < 3 }, 4)
    const smoothed = smoothedDemand(historyOf(series))
    expect(smoothed.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
    expect(smoothed.subarray(5 * 672, 5 * 672 + 96).reduce((sum, value) => sum + value, 0)).toBeGreaterThan(100)
  })
})
