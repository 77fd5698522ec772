import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollingForecast, type SeriesRow } from '../../../../shared/predict/forecast/rolling-forecast.ts'
import { tries } from '../../../support/deep.ts'
import { FIRST_DATE, makeSeries, rowsOf } from './made-up-series.ts'

const at = (text: string): number => Date.parse(`${text}Z`)
const PLAIN = rowsOf(makeSeries({ level: 20, slotMinutes: 60, weeks: 12, weekCv: 0.05 }, 1))

describe('a rolling forecast of any series', () => {
  it('forecasts every week from the ninth on, Monday by Monday', () => {
    const { origins, weeks } = rollingForecast(PLAIN, { slotMinutes: 60 })
    expect(origins).toBe(4)
    expect(weeks.map(({ start }) => start)).toEqual(['2025-03-03', '2025-03-10', '2025-03-17', '2025-03-24'])
  })

  it('numbers weeks from the Monday before the first row: a partial week counts', () => {
    const fromThursday = PLAIN.filter(({ localTime }) => localTime >= at('2025-01-09T00:00'))
    expect(rollingForecast(fromThursday, { slotMinutes: 60 }).weeks[0]!.start).toBe('2025-03-03')
    const untilTuesday = PLAIN.filter(({ localTime }) => localTime < at('2025-03-26T00:00'))
    const { weeks } = rollingForecast(untilTuesday, { slotMinutes: 60 })
    expect(weeks).toHaveLength(4)
    // Its forecast is of the two days that were observed.
    expect(weeks[3]!.forecast / weeks[2]!.forecast).toBeLessThan(0.45)
  })

  it('sums finer rows, whatever their order', () => {
    const finer = PLAIN.flatMap(({ localTime, value }) => [
      { localTime: localTime + 45 * 60_000, value: value! - Math.floor(value! / 3) },
      { localTime: localTime + 5 * 60_000, value: Math.floor(value! / 3) },
    ])
    expect(rollingForecast(finer.toReversed(), { slotMinutes: 60 })).toEqual(
      rollingForecast(PLAIN, { slotMinutes: 60 }),
    )
  })

  it('takes a slot for missing only if all its rows are', () => {
    const half = (value: number | null): readonly SeriesRow[] =>
      PLAIN.flatMap((row) => [row, { localTime: row.localTime + 30 * 60_000, value }])
    expect(rollingForecast(half(null), { slotMinutes: 60 })).toEqual(rollingForecast(PLAIN, { slotMinutes: 60 }))
    expect(rollingForecast(half(0), { slotMinutes: 30 }).weeks[0]!.actual).toBe(
      rollingForecast(PLAIN, { slotMinutes: 60 }).weeks[0]!.actual,
    )
  })

  it('never takes a missing week for an empty one', () => {
    const out = (row: SeriesRow): boolean =>
      row.localTime >= at('2025-02-24T00:00') && row.localTime < at('2025-03-03T00:00')
    const whole = rollingForecast(PLAIN, { slotMinutes: 60 }).weeks[0]!
    const dropped = rollingForecast(
      PLAIN.filter((row) => !out(row)),
      { slotMinutes: 60 },
    ).weeks[0]!
    expect(Math.abs(dropped.forecast / whole.forecast - 1)).toBeLessThan(0.1)
    const missing = rollingForecast(
      PLAIN.map((row) => (out(row) ? { ...row, value: null } : row)),
      { slotMinutes: 60 },
    )
    expect(missing.weeks[0]).toEqual(dropped)
  })

  it('averages an hour that the clock repeated, where the offsets say so', () => {
    const repeated = PLAIN.flatMap((row) =>
      row.localTime === at('2025-03-16T01:00')
        ? [
            { ...row, value: 40, offsetMinutes: -240 },
            { ...row, value: 60, offsetMinutes: -300 },
          ]
        : [row],
    )
    const once = PLAIN.map((row) => (row.localTime === at('2025-03-16T01:00') ? { ...row, value: 50 } : row))
    expect(rollingForecast(repeated, { slotMinutes: 60 }).weeks[1]!.actual).toBe(
      rollingForecast(once, { slotMinutes: 60 }).weeks[1]!.actual,
    )
  })

  it('begins where it is told to, and looks as far ahead', () => {
    const ahead = rollingForecast(PLAIN, { slotMinutes: 60, fromWeek: 6, horizonWeeks: 3 })
    const next = rollingForecast(PLAIN, { slotMinutes: 60, fromWeek: 4 })
    expect(ahead.weeks).toHaveLength(7)
    // Week 6, three weeks ahead, is forecast as week 4 was: from three weeks.
    expect(ahead.weeks[0]!.forecast).toBeCloseTo(next.weeks[0]!.forecast, 9)
    expect(ahead.weeks[6]!.upper80 - ahead.weeks[6]!.lower80).toBeGreaterThan(
      0.9 * (next.weeks[8]!.upper80 - next.weeks[8]!.lower80),
    )
  })

  it('has no weeks, and no scores, where the series is too short', () => {
    expect(rollingForecast(PLAIN.slice(0, 24), { slotMinutes: 60 })).toMatchObject({
      origins: 0,
      wape: null,
      holds80: null,
      weeks: [],
    })
  })

  it('refuses a series without counts, and one of a thousand years', () => {
    expect(() => rollingForecast([], { slotMinutes: 60 })).toThrow(/no counts/u)
    expect(() =>
      rollingForecast([...PLAIN, { localTime: at('3025-01-01T00:00'), value: 1 }], { slotMinutes: 60 }),
    ).toThrow(/weeks long/u)
  })

  it('has finite figures and bands in order, whatever is missing and however few came', () => {
    const cell = fc.oneof(
      { weight: 3, arbitrary: fc.nat({ max: 3 }) },
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat({ max: 100_000 }) },
    )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 14 * 28 }), fc.nat({ max: 6 }), (values, firstDay) => {
        const rows = values.map((value, index) => ({
          localTime: at('2026-01-05T00:00') + firstDay * 86_400_000 + index * 6 * 3_600_000,
          value,
        }))
        fc.pre(values.some((value) => value !== null))
        const { weeks, ...scores } = rollingForecast(rows, { slotMinutes: 360, fromWeek: 2 })
        for (const { forecast, lower80, upper80 } of weeks) {
          expect(forecast).toBeGreaterThanOrEqual(0)
          expect([forecast, lower80, upper80].every(Number.isFinite)).toBe(true)
          expect(upper80).toBeGreaterThanOrEqual(lower80)
        }
        for (const score of Object.values(scores)) expect(score === null || Number.isFinite(score)).toBe(true)
      }),
      tries(150, 3),
    )
  })

  it('knows the week of its own first date', () => {
    expect(new Date(FIRST_DATE).getUTCDay()).toBe(1)
  })
})

/** A file with the columns start and calls, in slots of five minutes, to try the forecaster on; it is not part of the project. */
const CALLS = process.env.COVERCAST_CALLS_CSV

describe.runIf(CALLS !== undefined)('five-minute calls of a bank, where COVERCAST_CALLS_CSV names them', () => {
  it('are forecast a fifth better than by the week before, in bands that hold', () => {
    const lines = readFileSync(CALLS!, 'utf8').trim().split('\n').slice(1)
    const rows = lines
      .map((line) => line.trim().split(','))
      .map(([start, calls]) => ({ localTime: at(start!), value: Number(calls) }))
    const { wape, seasonalNaiveWape, holds80, holds95 } = rollingForecast(rows, { slotMinutes: 30 })
    expect(wape! / seasonalNaiveWape!).toBeLessThan(0.8)
    expect(wape!).toBeLessThan(0.064 * 1.03)
    expect([holds95! > 0.92, holds95! < 0.98, holds80! > 0.75, holds80! < 0.92]).toEqual([true, true, true, true])
  })
})
