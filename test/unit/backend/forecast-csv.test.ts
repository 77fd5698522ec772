import { describe, expect, it } from 'vitest'
import type { ForecastColumns, PastForecastColumns } from '../../../electron/backend/forecast/forecast-columns.ts'
import { forecastCsvText, pastForecastsCsvText } from '../../../electron/backend/forecast/forecast-csv.ts'

const DAY = { date: '2026-11-01', visitors: 12.34567, lower80: 8, upper80: 17 }
const START = Date.parse('2026-11-01T04:30:00Z')

function forecast(timeZone: string): ForecastColumns {
  return {
    range: { from: '2026-11-01', to: '2026-11-07', timeZone, origin: '2026-10-31T00:00:00.000Z' },
    slotMinutes: 60,
    starts: [START, START + 3_600_000, START + 7_200_000],
    visitors: [1.5, 0.25, 0],
    lower80: [0, 0, 0],
    upper80: [3, 1, 0],
    lower95: [0, 0, 0],
    upper95: [5, 2, 1],
    days: [{ ...DAY, lower95: 6, upper95: 20 }],
    knownDays: [],
  } as unknown as ForecastColumns
}

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\r\n')

describe('a forecast as CSV', () => {
  it('begins its slots at local times with their offset, so that a repeated hour is distinguished', () => {
    expect(linesOf(forecastCsvText(forecast('America/New_York'), 'slots'))).toEqual([
      'start,expected,lower_80,upper_80,lower_95,upper_95',
      '2026-11-01T00:30-04:00,1.5,0,3,0,5',
      '2026-11-01T01:30-04:00,0.25,0,1,0,2',
      '2026-11-01T01:30-05:00,0,0,0,0,1',
    ])
  })

  it.each([
    ['America/St_Johns', '2026-11-01T01:00-03:30'],
    ['Asia/Kolkata', '2026-11-01T10:00+05:30'],
    ['UTC', '2026-11-01T04:30+00:00'],
  ])('knows the offset of %s', (timeZone, start) => {
    expect(linesOf(forecastCsvText(forecast(timeZone), 'slots'))[1]!.split(',')[0]).toBe(start)
  })

  it('has a line a day as well', () => {
    expect(linesOf(forecastCsvText(forecast('UTC'), 'days')).slice(0, 2)).toEqual([
      'date,expected,lower_80,upper_80,lower_95,upper_95,known_day,effect',
      '2026-11-01,12.3457,8,17,6,20,,',
    ])
    const named = {
      ...forecast('UTC'),
      knownDays: [{ date: '2026-11-01', name: "All Saints' Day", effect: -0.4 }] as never,
    }
    expect(linesOf(forecastCsvText(named, 'days'))[1]).toBe("2026-11-01,12.3457,8,17,6,20,All Saints' Day,-0.4")
  })
})

describe('past forecasts as CSV', () => {
  const past: PastForecastColumns = {
    timeZone: 'UTC',
    slotMinutes: 60,
    weeks: [
      {
        starts: [START, START + 3_600_000],
        visitors: [1.5, 2],
        lower80: [0, 0],
        upper80: [3, 4],
        actual: [2, null],
        days: [{ ...DAY, actual: null }],
        week: { ...DAY, actual: null },
      },
    ],
    accuracy: {} as PastForecastColumns['accuracy'],
    revision: 1,
  }

  it('leave empty what is not known to have come', () => {
    expect(linesOf(pastForecastsCsvText(past, 'slots'))).toEqual([
      'start,expected,lower_80,upper_80,came',
      '2026-11-01T04:30+00:00,1.5,0,3,2',
      '2026-11-01T05:30+00:00,2,0,4,',
    ])
    expect(linesOf(pastForecastsCsvText(past, 'days'))[1]).toBe('2026-11-01,12.3457,8,17,')
  })
})
