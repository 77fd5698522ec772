import type { ForecastSeriesOutput } from '../../shared/contract/forecast-series-output.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

/** How the forecaster did on a series, as a person reads it. */
export function describeForecastSeries(output: ForecastSeriesOutput, format: Formatter): string {
  if (output.origins === 0)
    return 'No week could be forecast: the series is too short, or nothing came after its first weeks.\nGive an earlier --from-week, or more weeks.'
  const percent = (fraction: number | null): string => (fraction === null ? '-' : `${format.average(fraction * 100)}%`)
  const better =
    output.wape === null || output.seasonalNaiveWape === null || output.seasonalNaiveWape === 0
      ? ''
      : ` (the same slot a week before: ${percent(output.seasonalNaiveWape)})`
  const lines = [
    `${output.origins === 1 ? '1 week' : `${format.count(output.origins)} weeks`} forecast, each from what came before it.`,
    `Off by ${percent(output.wape)} of what came${better}; ${lean(output.bias, percent)}.`,
    `80% bands held ${percent(output.holds80)} of the time, 95% bands ${percent(output.holds95)}.`,
    ...(output.apart === null
      ? []
      : [
          `On ${format.count(output.apart.days)} holidays and days like them off by ${percent(output.apart.wape)}; 80% bands held ${percent(output.apart.holds80)}, 95% bands ${percent(output.apart.holds95)}.`,
        ]),
  ]
  const rows = output.weeks.map((week) => [
    week.start,
    format.count(week.actual),
    format.count(week.forecast),
    `${format.count(week.lower80)} to ${format.count(week.upper80)}`,
    percent(week.wape),
  ])
  const columns = [
    { title: 'Week of' },
    ...['Came', 'Forecast', '80% band', 'Off by'].map((title) => ({ title, align: 'right' as const })),
  ]
  return `${lines.join('\n')}\n\n${renderTable(columns, rows)}`
}

function lean(bias: number | null, percent: (fraction: number | null) => string): string {
  return bias === null
    ? 'the sum cannot be compared'
    : `in sum ${percent(Math.abs(bias))} too ${bias < 0 ? 'low' : 'high'}`
}
