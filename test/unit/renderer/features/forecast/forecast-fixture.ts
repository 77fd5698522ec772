import type { Forecast, PastForecasts } from '../../../../../renderer/features/forecast/forecast-types.ts'
import { HOUR_MS } from '../../../../../shared/foundation/minutes.ts'
import { addDays, localRange } from '../../../../../shared/time/local.ts'

/** Instants at which the hours of a local week begin. */
function hoursOf(firstDate: string, timeZone: string): readonly number[] {
  const { start, end } = localRange(firstDate, addDays(firstDate, 6), timeZone)
  return Array.from({ length: (end - start) / HOUR_MS }, (_, index) => start + index * HOUR_MS)
}

/** A week of which ten visitors are expected in each hour, and 300 on its Monday. */
export function forecastOf(
  changes: Partial<Forecast> = {},
  { firstDate = '2026-11-23', timeZone = 'America/New_York' } = {},
): Forecast {
  const starts = hoursOf(firstDate, timeZone)
  const all = (value: number): number[] => starts.map(() => value)
  return {
    range: { from: firstDate, to: addDays(firstDate, 6), timeZone, origin: '2026-11-22T14:00:00.000Z' },
    slotMinutes: 60,
    week: { visitors: 1740, lower80: 1500, upper80: 1950, lower95: 1400, upper95: 2100 },
    accuracy: { method: 'combination', wape: 0.2, mase: 0.7, bias: 0, holds80: 0.8, holds95: 0.95, origins: 22 },
    starts: [...starts],
    visitors: all(10),
    lower80: all(6),
    upper80: all(14),
    lower95: all(4),
    upper95: all(17),
    days: Array.from({ length: 7 }, (_, day) => ({
      date: addDays(firstDate, day),
      visitors: day === 0 ? 300 : 240,
      lower80: 200,
      upper80: 330,
      lower95: 180,
      upper95: 360,
    })),
    knownDays: [],
    lastYear: null,
    weeksObserved: 26,
    unknownPast: null,
    organization: null,
    pool: null,
    starvedPools: [],
    revision: 1,
    ...changes,
  }
}

type Accuracy = PastForecasts['accuracy']

export function accuracyOf(changes: Partial<Accuracy> = {}): Accuracy {
  const length = (wape: number, count: number): Accuracy['slot'] => ({
    wape,
    naiveWape: wape * 1.4,
    holds80: 0.81,
    count,
  })
  return {
    slot: length(0.23, 14_000),
    day: length(0.08, 150),
    week: length(0.04, 22),
    bias: 0.01,
    weeks: 22,
    ...changes,
  }
}
