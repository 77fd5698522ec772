import type { ForecastSeriesOutput } from '../../shared/contract/forecast-series-output.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

/** How the forecaster did on a series, as a person reads it. */
export function describeForecastSeries(output: ForecastSeriesOutput, format: Formatter): string {
  const { forecastSeries: t } = format.texts
  if (output.origins === 0) return [t.none, t.noneNext].join('\n')
  const percent = (fraction: number | null): string => (fraction === null ? '-' : `${format.average(fraction * 100)}%`)
  const error = percent(output.wape)
  const hasNaive = output.wape !== null && output.seasonalNaiveWape !== null && output.seasonalNaiveWape !== 0
  const lines = [
    t.weeks({ count: output.origins }),
    hasNaive ? t.errorAndNaive({ error, naive: percent(output.seasonalNaiveWape) }) : t.error({ error }),
    biasText(output.bias, percent, format),
    t.ranges({ within80: percent(output.holds80), within95: percent(output.holds95) }),
    ...(output.apart === null
      ? []
      : [
          t.apart({
            count: output.apart.days,
            error: percent(output.apart.wape),
            within80: percent(output.apart.holds80),
            within95: percent(output.apart.holds95),
          }),
        ]),
  ]
  const rows = output.weeks.map((week) => [
    week.start,
    format.count(week.actual),
    format.count(week.forecast),
    t.fromTo({ lower: format.count(week.lower80), upper: format.count(week.upper80) }),
    percent(week.wape),
  ])
  const columns = [
    { title: t.weekOf },
    ...[t.actual, t.forecast, t.range, t.averageError].map((title) => ({ title, align: 'right' as const })),
  ]
  return `${lines.join('\n')}\n\n${renderTable(columns, rows)}`
}

function biasText(bias: number | null, percent: (fraction: number | null) => string, { texts }: Formatter): string {
  const { forecastSeries: t } = texts
  if (bias === null) return t.noBias
  const share = percent(Math.abs(bias))
  return bias < 0 ? t.tooLow({ share }) : t.tooHigh({ share })
}
