import { useCallback, useMemo, type ReactNode } from 'react'
import { bandChartOption, type BandChartInput } from '../../charts/band-chart.ts'
import { Chart, mayAnimate } from '../../charts/chart.tsx'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import type { FetchCsv } from '../../components/csv-button.tsx'
import { FigureActions } from '../../components/figure-actions.tsx'
import { FiguresTable } from '../../components/figures-table.tsx'
import { Segments } from '../../components/segments.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../settings/theme-context.tsx'
import { zoneWords } from '../../workspace/sync-words.ts'
import { forecastTable } from './forecast-tables.ts'
import type { Mark } from './forecast-types.ts'
import type { ChangeForecastView, ForecastView } from './forecast-view.ts'
import { BAND_NAME, expectedCount } from './forecast-words.ts'
import { pointsOf, type ToldPlace } from './week-points.ts'

interface BandPanelProps {
  readonly title: string
  /** In words: "the forecast", "past forecasts". */
  readonly name: string
  readonly places: readonly ToldPlace[]
  readonly timeZone: string
  readonly marks: readonly Mark[]
  readonly view: ForecastView
  readonly change: ChangeForecastView
  readonly csv: FetchCsv
  readonly onDay: (date: string) => void
  /** Beside the title. */
  readonly tools?: ReactNode
}

const LENGTHS = [
  { id: 'days', label: 'Days' },
  { id: '60', label: 'Hours' },
  { id: '30', label: 'Half-hours' },
  { id: '15', label: 'Quarter-hours' },
] as const
const HEIGHT = 'clamp(280px, calc(100vh - 396px), 680px)'
/** As many points as have room for a box and a number each. */
const MOST_BOXES = 14

/** Visitors expected with their band, by day or by slot, as a chart or a table. */
export function BandPanel({ title, name, places, timeZone, marks, view, change, csv, onDay, tools }: BandPanelProps): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const { detail, asTable } = view
  const hasCame = places.some(({ came }) => came !== null)
  const isShort = places.length <= MOST_BOXES
  const isLong = detail === 'days' && !isShort
  const { points, dates } = useMemo(() => pointsOf(places, { marks, every: isLong ? 'week' : 'day' }, format), [places, marks, isLong, format])
  const input = useMemo<BandChartInput>(
    () => ({
      points,
      shape: isShort ? 'boxes' : 'lines',
      came: detail === 'days' ? 'dots' : 'line',
      axisName: zoneWords(timeZone),
      bandName: BAND_NAME,
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
  const label = `${title}: visitors expected in each of ${points.length} ${by === 'days' ? 'days' : 'slots'}, with their ${BAND_NAME}${hasCame ? ', and what came' : ''}; ${zoneWords(timeZone)}.`
  return (
    <section className="forecast-panel" aria-label={title}>
      <header className="forecast-panel-head">
        <h2>{title}</h2>
        {tools}
        <Segments
          name="How finely the week is shown"
          choices={LENGTHS}
          value={detail === 'days' ? 'days' : (String(view.slotMinutes) as '15' | '30' | '60')}
          onChange={(id) => (id === 'days' ? change({ detail: 'days' }) : change({ detail: 'slots', slotMinutes: Number(id) as ForecastView['slotMinutes'] }))}
        />
        <FigureActions name={name} asTable={asTable} onAsTable={(wanted) => change({ asTable: wanted })} csv={csv} />
      </header>
      {asTable ? (
        <FiguresTable {...forecastTable(places, { caption: title, by, marks, came: hasCame }, format)} />
      ) : (
        <>
          <p className="forecast-key">
            <span className="forecast-key-item">
              <span className="forecast-key-band" aria-hidden /> {BAND_NAME}: 8 of 10 should lie in it
            </span>
            <span className="forecast-key-item">
              <span className="forecast-key-line" aria-hidden /> expected
            </span>
            {hasCame ? (
              <span className="forecast-key-item">
                <span className={detail === 'days' ? 'forecast-key-dot' : 'forecast-key-line forecast-key-came'} aria-hidden /> came
              </span>
            ) : null}
            <span className="forecast-key-hint">Click a day to mark it.</span>
          </p>
          <Chart label={label} height={HEIGHT} theme={theme} option={option} onBar={openDay} />
        </>
      )}
    </section>
  )
}
