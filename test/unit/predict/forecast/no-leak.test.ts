import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SlotSeries } from '../../../../shared/coverage/slot-series.ts'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import { demandHistory } from '../../../../shared/predict/forecast/history.ts'
import { forecastDemand } from '../../../../shared/predict/forecast/forecast.ts'
import { rollingForecast } from '../../../../shared/predict/forecast/rolling-forecast.ts'
import { smoothedDemand } from '../../../../shared/predict/forecast/smoothed.ts'
import { SLOT_MS } from '../../../../shared/time/slots.ts'
import { tries } from '../../../support/deep.ts'
import { makeSeries, rowsOf } from './made-up-series.ts'

const SERIES = makeSeries({ level: 5, slotMinutes: 15, weeks: 12, dayCv: 0.1 }, 1)
const START = Date.parse('2026-01-05T00:00:00Z')

describe('nothing of the future', () => {
  it('moves a forecast: a spike at or after the origin changes no figure', () => {
    const known = [{ start: START, end: START + 12 * 7 * DAY_MS }]
    const figures = (visitors: Float64Array, origin: number) => {
      const series: SlotSeries = { firstSlot: START / SLOT_MS, visitors, covered: new Float64Array(visitors.length) }
      const history = demandHistory(series, {
        timeZone: 'America/New_York',
        weekFirstDate: '2026-03-09',
        slotMinutes: 15,
        origin,
        known,
        knownDays: [],
      })
      return {
        forecast: forecastDemand(history, { firstDate: '2026-03-09', slotMinutes: 30 }),
        smoothed: smoothedDemand(history),
      }
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 20 * 96, max: 63 * 96 }),
        fc.nat({ max: 300 }),
        fc.integer({ min: 1, max: 5_000 }),
        (originSlot, later, spike) => {
          const spiked = SERIES.visitors.slice()
          spiked[originSlot + later]! += spike
          const origin = START + originSlot * SLOT_MS
          expect(figures(spiked, origin)).toEqual(figures(SERIES.visitors, origin))
        },
      ),
      tries(12, 5),
    )
  })

  it('moves a week of a rolling forecast: what comes later changes nothing said before', () => {
    const rows = rowsOf(makeSeries({ level: 20, slotMinutes: 60, weeks: 18, weekCv: 0.05 }, 2))
    const before = rollingForecast(rows, { slotMinutes: 60, fromWeek: 4 })
    const last = rows.at(-1)!.localTime - 6 * 7 * DAY_MS
    const spiked = rows.map((row) => (row.localTime > last ? { ...row, value: row.value! * 7 } : row))
    const after = rollingForecast(spiked, { slotMinutes: 60, fromWeek: 4 })
    expect(after.weeks.slice(0, 9)).toEqual(before.weeks.slice(0, 9))
    // The first spiked week was forecast before it came; the second one was not.
    expect({ ...after.weeks[9]!, actual: 0, wape: 0 }).toEqual({ ...before.weeks[9]!, actual: 0, wape: 0 })
    expect(after.weeks[10]!.forecast).not.toBe(before.weeks[10]!.forecast)
  })

  it.each([2, 5])('moves a rolling forecast %d weeks ahead', (horizonWeeks) => {
    const rows = rowsOf(makeSeries({ level: 20, slotMinutes: 60, weeks: 16, weekCv: 0.05 }, 2))
    const spikedFrom = rows[0]!.localTime + 10 * 7 * DAY_MS
    const spiked = rows.map((row) => (row.localTime >= spikedFrom ? { ...row, value: row.value! * 7 } : row))
    const said = (all: typeof rows) =>
      rollingForecast(all, { slotMinutes: 60, fromWeek: 8, horizonWeeks }).weeks.map(
        ({ forecast, lower80, upper80 }) => [forecast, lower80, upper80],
      )
    // Week 11 is the first spiked one; up to week 10 + horizon nothing had been seen of it.
    const untouched = 10 + horizonWeeks - 7
    expect(said(spiked).slice(0, untouched)).toEqual(said(rows).slice(0, untouched))
    expect(said(spiked)[untouched]).not.toEqual(said(rows)[untouched])
  })
})
