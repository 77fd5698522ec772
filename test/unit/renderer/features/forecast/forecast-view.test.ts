import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DEFAULT_FORECAST_VIEW,
  DETAILS,
  FORECAST_TABS,
  formatForecastView,
  parseForecastView,
  SLOT_LENGTHS,
  type ForecastView,
} from '../../../../../renderer/features/forecast/forecast-view.ts'
import { addDays } from '../../../../../shared/time/local.ts'

const date = fc.option(fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days)))
const views: fc.Arbitrary<ForecastView> = fc.record({
  tab: fc.constantFrom(...FORECAST_TABS),
  week: date,
  pastWeek: date,
  detail: fc.constantFrom(...DETAILS),
  slotMinutes: fc.constantFrom(...SLOT_LENGTHS),
  pool: fc.oneof(
    fc.constant({ kind: 'all' as const }),
    fc.constant({ kind: 'none' as const }),
    fc.string({ minLength: 1 }).map((id) => ({ kind: 'pool' as const, id })),
  ),
  asTable: fc.boolean(),
})

describe('the view of the forecast screen', () => {
  it('is the same after a way through the address', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { searchParams } = new URL(
          `http://app.example/?${new URLSearchParams(formatForecastView(view)).toString()}`,
        )
        expect(parseForecastView(Object.fromEntries(searchParams))).toEqual(view)
      }),
    )
  })

  it('is as usual where an address says nothing, or nothing that makes sense', () => {
    expect(parseForecastView({})).toEqual(DEFAULT_FORECAST_VIEW)
    expect(
      parseForecastView({
        tab: 'never',
        week: '2026-02-30',
        past: 'x',
        by: 'minutes',
        slot: '7',
        pool: 'x',
        table: 'yes',
      }),
    ).toEqual(DEFAULT_FORECAST_VIEW)
  })

  it('never says nothing in the address, which would mean "as it was"', () => {
    expect(Object.keys(formatForecastView(DEFAULT_FORECAST_VIEW))).not.toEqual([])
  })
})
