import { MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { offsetAt } from '../../../shared/time/zone.ts'
import type { ForecastColumns, PastForecastColumns } from './forecast-columns.ts'
import type { ForecastCsvTable } from './inputs.ts'
import { toCsv, type CsvValue } from '../core/csv.ts'

const BANDS = ['lower_80', 'upper_80', 'lower_95', 'upper_95'] as const

/** A week's forecast as CSV; `effect` of a known day is a share of what is usual, on top of it. Slots begin at local times with their offset from UTC. */
export function forecastCsvText(
  { range, starts, days, knownDays, ...columns }: ForecastColumns,
  table: ForecastCsvTable,
): string {
  if (table === 'days') {
    return toCsv(
      ['date', 'expected', ...BANDS, 'known_day', 'effect'],
      days.map(({ date, visitors, lower80, upper80, lower95, upper95 }) => [
        date,
        visitors,
        lower80,
        upper80,
        lower95,
        upper95,
        knownDays
          .filter((day) => day.date === date)
          // A mark without a note has its date for a name.
          .map(({ name, class: ofDay }) => (name === date ? ofDay : name))
          .join('; '),
        knownDays.find((day) => day.date === date)?.effect ?? '',
      ]),
    )
  }
  const rows = starts.map((start, slot): readonly CsvValue[] => [
    localTime(start, range.timeZone),
    columns.visitors[slot]!,
    columns.lower80[slot]!,
    columns.upper80[slot]!,
    columns.lower95[slot]!,
    columns.upper95[slot]!,
  ])
  return toCsv(['start', 'expected', ...BANDS], rows)
}

/** Past forecasts as CSV, with what came; empty where that is not known. */
export function pastForecastsCsvText({ weeks, timeZone }: PastForecastColumns, table: ForecastCsvTable): string {
  const header = ['expected', 'lower_80', 'upper_80', 'came']
  if (table === 'days') {
    return toCsv(
      ['date', ...header],
      weeks.flatMap(({ days }) =>
        days.map(({ date, visitors, lower80, upper80, actual }) => [date, visitors, lower80, upper80, actual ?? '']),
      ),
    )
  }
  const rows = weeks.flatMap(({ starts, visitors, lower80, upper80, actual }) =>
    starts.map((start, slot): readonly CsvValue[] => [
      localTime(start, timeZone),
      visitors[slot]!,
      lower80[slot]!,
      upper80[slot]!,
      actual[slot] ?? '',
    ]),
  )
  return toCsv(['start', ...header], rows)
}

/** "2026-11-23T09:00-05:00". */
function localTime(instant: number, timeZone: string): string {
  const offset = offsetAt(instant, timeZone)
  const minutes = Math.abs(Math.round(offset / MINUTE_MS))
  const digits = (value: number): string => String(value).padStart(2, '0')
  return `${new Date(instant + offset).toISOString().slice(0, 16)}${offset < 0 ? '-' : '+'}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`
}
