import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import { assembleInputs } from '../../../../shared/predict/assemble/assemble-inputs.ts'
import { forecastDemand } from '../../../../shared/predict/forecast/forecast.ts'
import { demandHistory } from '../../../../shared/predict/forecast/history.ts'
import { pastForecasts } from '../../../../shared/predict/forecast/past-forecasts.ts'
import { rollingForecast } from '../../../../shared/predict/forecast/rolling-forecast.ts'
import type { DemandForecast } from '../../../../shared/predict/types.ts'
import { SLOT_MS } from '../../../../shared/time/slots.ts'
import { smallHistory } from '../assemble/small-history.ts'
import { makeSeries, rowsOf } from './made-up-series.ts'

const START = Date.parse('2026-01-05T00:00:00Z')
const WEEKS = 30
const SERIES = makeSeries({ level: 6, slotMinutes: 15, weeks: WEEKS, dayCv: 0.1, weekCv: 0.08 }, 5)

/** What was predicted before known days were thought of, to the last digit. */
it('predicts a site without known days as it always did', () => {
  const history = demandHistory(
    { firstSlot: START / SLOT_MS, visitors: SERIES.visitors },
    {
      timeZone: 'UTC',
      weekFirstDate: '2026-08-03',
      slotMinutes: 15,
      origin: START + WEEKS * 7 * DAY_MS,
      known: [{ start: START, end: START + WEEKS * 7 * DAY_MS }],
      knownDays: [],
    },
  )
  const forecast = forecastDemand(history, { firstDate: '2026-08-03', slotMinutes: 60 })
  const ahead = forecastDemand(history, { firstDate: '2026-08-24' })
  const past = pastForecasts(history, { slotMinutes: 60, weeks: 8 })
  const rolling = rollingForecast(rowsOf(SERIES), { slotMinutes: 60, horizonWeeks: 4 })
  const inputs = assembleInputs(smallHistory({ days: 35 }), {
    timeZone: 'UTC',
    firstDate: '2026-02-09',
    knownDays: [],
    seed: 3,
    draws: 20,
  })
  const { apart, ...ofSeries } = rolling
  expect(apart).toBeNull()
  expect([figuresOf(forecast), figuresOf(ahead), past, ofSeries, inputs].map(digestOf)).toEqual([
    '29f44aea1ea85658',
    '513ac39c0bf94086',
    '56f6e1b3206d7e45',
    '4efb34038c453a1f',
    '530c727942c9cc02',
  ])
})

function figuresOf({ visitors, lower80, upper80, lower95, upper95, days, week, noise, accuracy }: DemandForecast) {
  return { visitors, lower80, upper80, lower95, upper95, days, week, noise, accuracy }
}

/** Of every figure as it is written out, which is exact. */
function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(
      JSON.stringify(value, (_, one: unknown) => (ArrayBuffer.isView(one) ? Array.from(one as Float64Array) : one)),
    )
    .digest('hex')
    .slice(0, 16)
}
