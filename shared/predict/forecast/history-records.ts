import { AppError } from '../../foundation/errors.ts'
import type { DemandHistory, SlotMinutes } from '../types.ts'
import { coarsened, type CountWeeks } from './count-weeks.ts'
import { knownWeeks } from './known-weeks.ts'
import { rollingOrigins, type OriginForecast } from './rolling.ts'
import { trackRecord, type OriginNoise } from './track-record.ts'

/** A history in slots of one width, and what was forecast at each of its origins. */
export interface HistoryRecords {
  readonly counts: CountWeeks
  readonly records: readonly OriginNoise[]
}

/**
 * The forecasts at every origin of a history whose outages are left out: means as in the history's own slots, bands and scores at the
 * wanted width. Throws AppError 'invalid-input' for slots that are no multiple of the history's.
 */
export function historyRecords(history: DemandHistory, slotMinutes: SlotMinutes): HistoryRecords {
  const factor = slotMinutes / history.slotMinutes
  if (!Number.isInteger(factor)) {
    throw new AppError({
      code: 'invalid-input',
      message: `A history in slots of ${history.slotMinutes} minutes gives no forecast in slots of ${slotMinutes}.`,
      next: 'Choose wider slots.',
    })
  }
  const counts = coarsened(history, factor)
  return {
    counts,
    records: trackRecord(
      counts,
      rollingOrigins(history, knownWeeks(history.dated, history.firstDate)).map((forecast) =>
        coarsenedForecast(forecast, factor),
      ),
    ),
  }
}

function coarsenedForecast(forecast: OriginForecast, factor: number): OriginForecast {
  return factor === 1
    ? forecast
    : {
        ...forecast,
        mean: sums(forecast.mean, factor),
        next: sums(forecast.next, factor),
        seasonalNaive: sums(forecast.seasonalNaive, factor),
      }
}

function sums(values: Float64Array, factor: number): Float64Array {
  return Float64Array.from({ length: values.length / factor }, (_, index) =>
    values.subarray(index * factor, (index + 1) * factor).reduce((sum, value) => sum + value, 0),
  )
}
