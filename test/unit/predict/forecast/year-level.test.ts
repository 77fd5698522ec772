import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import { rollingForecast } from '../../../../shared/predict/forecast/rolling-forecast.ts'
import { yearLevel } from '../../../../shared/predict/forecast/year-level.ts'
import { FIRST_DATE, makeSeries, rowsOf, type MadeUpSeries } from './made-up-series.ts'

/** Every year a third more in the weeks around week 50, and as much less half a year later. */
const SEASON = (week: number): number => 1 + 0.33 * Math.cos(((week - 50) / 52) * 2 * Math.PI)

const seasonal = (weeks: number, seed = 1): MadeUpSeries =>
  makeSeries({ level: 30, slotMinutes: 60, weeks, growth: SEASON, weekCv: 0.03, dayCv: 0.05 }, seed)
const steady = (weeks: number, seed = 1): MadeUpSeries =>
  makeSeries({ level: 30, slotMinutes: 60, weeks, weekCv: 0.06, dayCv: 0.05 }, seed)
const yearOf = (counts: MadeUpSeries) => yearLevel({ counts, firstDate: FIRST_DATE, knownDays: [] })

describe('the level of last year', () => {
  it('is not known before there was one', () => {
    expect(yearOf(seasonal(55))).toBeNull()
    // Nothing could be tried yet.
    expect(yearOf(seasonal(57))!.effectOf({ week: 57, origin: 57 })).toBeNull()
  })

  it('helps where a season comes again, the more the further ahead', () => {
    const counts = seasonal(104)
    const ahead = yearOf(counts)!.effectOf({ week: 104 + 12, origin: 104 })!
    expect(ahead.ratio).toBeCloseTo(SEASON(64 + 52 - 52) / SEASON(51), 0)
    expect(ahead.power).toBeGreaterThan(0.4)
    expect(ahead.factor).toBeLessThan(0.9)
    // The same two last quarters of a year, once with two years before them and once with a few weeks.
    const rows = rowsOf(seasonal(156))
    const last = rows.filter(({ localTime }) => localTime >= rows.at(-1)!.localTime - 46 * 7 * DAY_MS)
    const whole = rollingForecast(rows, { slotMinutes: 60, fromWeek: 131, horizonWeeks: 13 })
    const short = rollingForecast(last, { slotMinutes: 60, fromWeek: 22, horizonWeeks: 13 })
    expect(Math.abs(whole.origins - short.origins)).toBeLessThan(2)
    expect(whole.wape!).toBeLessThan(0.85 * short.wape!)
  })

  it('says nothing where weeks only differ by chance', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const year = yearOf(steady(104, seed))!
      const powers = [1, 4, 13].map((horizon) => year.effectOf({ week: 103 + horizon, origin: 104 })?.power ?? 0)
      expect(powers.reduce((sum, power) => sum + power, 0) / 3).toBeLessThan(0.3)
    }
  })

  it('is learned from nothing that comes after the origin', () => {
    const counts = seasonal(104)
    const at = { week: 92, origin: 90 }
    const before = yearOf(counts)!.effectOf(at)
    const visitors = counts.visitors.map((value, slot) => (slot >= 90 * 168 ? 9 * value : value))
    expect(yearOf({ ...counts, visitors })!.effectOf(at)).toEqual(before)
  })

  it('lives with gaps and with weeks of which nothing is known', () => {
    const counts = seasonal(104)
    const observations = counts.observations.map((seen, slot) => (Math.floor(slot / 168) % 9 === 4 ? 0 : seen))
    const effect = yearOf({ ...counts, observations })!.effectOf({ week: 107, origin: 104 })
    expect(effect === null || (effect.factor > 0.5 && effect.factor < 2)).toBe(true)
    expect(
      yearOf({ ...counts, observations: observations.map(() => 0) })!.effectOf({ week: 107, origin: 104 }),
    ).toBeNull()
  })
})
