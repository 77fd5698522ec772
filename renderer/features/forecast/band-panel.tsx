import { useCallback, useMemo, type ReactNode } from 'react'
import { bandChartOption, type BandChartInput } from '../../charts/band-chart.ts'
import { Chart, mayAnimate } from '../../charts/chart.tsx'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { PictureMenu } from '../../app/picture/picture-menu.tsx'
import { poolName } from '../../app/pools/pool-choice.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { CsvButton, type FetchCsv } from '../../app/files/csv-button.tsx'
import { Card } from '../../kit/card.tsx'
import { Figure } from '../../kit/figure.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../app/settings/theme-context.tsx'
import { zoneText } from '../../app/sync/sync-text.ts'
import { forecastTable } from './forecast-tables.ts'
import type { DateNames } from '../../app/known-dates/known-dates.ts'
import type { ChangeForecastView, ForecastView } from './forecast-view.ts'
import { expectedCount } from './forecast-text.ts'
import { chartPoints, type ForecastPlace } from './week-points.ts'

interface BandPanelProps {
  readonly title: string
  /** For those who hear its buttons: "the forecast", "past forecasts". */
  readonly name: string
  readonly places: readonly ForecastPlace[]
  readonly timeZone: string
  readonly names: DateNames
  readonly sentences?: ReadonlyMap<string, readonly string[]>
  readonly view: ForecastView
  readonly change: ChangeForecastView
  readonly csv: FetchCsv
  readonly onDay: (date: string) => void
  /** Beside the title. */
  readonly tools?: ReactNode
}

const LENGTHS = ['days', '60', '30', '15'] as const
/** As many points as have room for a box and a number each. */
const MOST_BOXES = 14

/** Visitors expected with their range, by day or by slot, as a chart or a table. */
export function BandPanel({
  title,
  name,
  places,
  timeZone,
  names,
  sentences,
  view,
  change,
  csv,
  onDay,
  tools,
}: BandPanelProps): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const t = format.texts.forecast
  const { detail, asTable } = view
  const hasCame = places.some(({ came }) => came !== null)
  const isShort = places.length <= MOST_BOXES
  const isLong = detail === 'days' && !isShort
  const { points, dates } = useMemo(
    () =>
      chartPoints(
        places,
        { names, every: isLong ? 'week' : 'day', ...(sentences === undefined ? {} : { sentences }) },
        format,
      ),
    [places, names, sentences, isLong, format],
  )
  const input = useMemo<BandChartInput>(
    () => ({
      points,
      shape: isShort ? 'boxes' : 'lines',
      came: detail === 'days' ? 'dots' : 'line',
      axisName: zoneText(timeZone, format),
      countName: format.texts.forecast.visitors,
      bandName: format.texts.forecast.range,
      formatCount: (value) => expectedCount(value, format),
      formatAxis: format.count,
      formatCompact: format.compact,
      animate: mayAnimate(),
    }),
    [points, isShort, detail, timeZone, format],
  )
  const option = useCallback((colours: ChartTheme) => bandChartOption(input, colours), [input])
  const openDay = useCallback(
    (index: number) => {
      const date = dates[index]
      if (date !== undefined) onDay(date)
    },
    [dates, onDay],
  )
  const by = detail === 'days' ? 'days' : 'slots'
  const label = (hasCame ? t.chartWithActual : t.chart)({
    title,
    by,
    count: points.length,
    zone: zoneText(timeZone, format),
  })
  const { overview } = useWorkspace()
  const chart = (
    <>
      <p className="forecast-key">
        <span className="forecast-key-item">
          <span className="forecast-key-band" aria-hidden /> {t.rangeKey}
        </span>
        <span className="forecast-key-item">
          <span className="forecast-key-line" aria-hidden /> {t.expected}
        </span>
        {hasCame ? (
          <span className="forecast-key-item">
            <span
              className={detail === 'days' ? 'forecast-key-dot' : 'forecast-key-line forecast-key-came'}
              aria-hidden
            />{' '}
            {t.actual}
          </span>
        ) : null}
        <span className="forecast-key-hint for-pointer">{t.clickToMark}</span>
      </p>
      <Chart
        label={label}
        height="clamp(280px, calc(100vh - 396px), 680px)"
        theme={theme}
        option={option}
        onBar={openDay}
      />
    </>
  )
  return (
    <Card kind="figure" className="forecast-panel" label={title}>
      <Figure
        name={name}
        head={
          <>
            <h2>{title}</h2>
            {tools}
            <Segments
              name={t.detail}
              choices={LENGTHS.map((id) => ({ id, label: t.details[id] }))}
              value={detail === 'days' ? 'days' : (String(view.slotMinutes) as '15' | '30' | '60')}
              onChange={(id) =>
                id === 'days'
                  ? change({ detail: 'days' })
                  : change({ detail: 'slots', slotMinutes: Number(id) as ForecastView['slotMinutes'] })
              }
            />
          </>
        }
        asTable={asTable}
        onAsTable={(wanted) => change({ asTable: wanted })}
        table={() => forecastTable(places, { caption: title, by, names, came: hasCame }, format)}
        picture={
          <PictureMenu
            name={name}
            picture={() => ({
              title: t.pictureTitle,
              about: [
                ...(places.length === 0 ? [] : [format.dateRange(places[0]!.date, places.at(-1)!.date)]),
                zoneText(timeZone, format),
                ...(overview === undefined ? [] : [poolName(view.pool, overview, format)]),
              ],
              content: chart,
            })}
          />
        }
        save={<CsvButton name={name} csv={csv} id="save-csv" />}
      >
        {chart}
      </Figure>
    </Card>
  )
}
