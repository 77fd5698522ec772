import { useCallback, useMemo, type ReactNode } from 'react'
import { Chart, mayAnimate } from '../../charts/chart.tsx'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption } from '../../charts/stacked-bars.ts'
import { Card } from '../../kit/card.tsx'
import { Figure } from '../../kit/figure.tsx'
import { zoneText } from '../../app/sync/sync-text.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useDateNames } from '../../app/known-dates/known-dates.ts'
import { useThemeName } from '../../app/settings/theme-context.tsx'
import type { CoverageView } from './coverage-view.ts'
import { PictureMenu } from '../../app/picture/picture-menu.tsx'
import { usePictureAbout } from './picture-about.ts'
import { ChartKey } from './chart-key.tsx'
import { CoverageCsv } from './coverage-csv.tsx'
import type { CoverageReport } from './report.ts'
import { trendTable } from './tables.ts'
import { trendModel } from './trend-model.ts'
import type { ReportInput } from './use-coverage-report.ts'

/** The heatmap below it must fit into a small window too. */
const HEIGHT = 'clamp(116px, 16vh, 184px)'

interface TrendProps {
  readonly report: CoverageReport
  readonly input: ReportInput
  readonly view: CoverageView
  readonly change: (patch: Partial<CoverageView>) => void
}

/** One thin bar a day, and the coverage rate as a line. */
export function Trend({ report, input, view, change }: TrendProps): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const t = format.texts.coverage
  const zone = zoneText(report.range.timeZone, format)
  const names = useDateNames(input.workspaceId, report.range)
  const model = useMemo(() => trendModel(report, format, names), [report, format, names])
  const line = useMemo(
    () => ({
      name: format.texts.coverage.coverageLine,
      colour: 'rate' as const,
      max: 100,
      format: (value: number) => format.rate(value),
    }),
    [format],
  )
  const option = useCallback(
    (colours: ChartTheme) =>
      stackedBarsOption(
        {
          bars: model.bars,
          line,
          countName: format.texts.coverage.visitors,
          formatCount: format.count,
          formatCompact: format.compact,
          animate: mayAnimate(),
          compact: true,
        },
        colours,
      ),
    [model, line, format],
  )
  const openBar = useCallback(
    (index: number) => {
      const range = model.dateRanges[index]
      if (range !== undefined) change({ range: { kind: 'dates', ...range }, cell: null, block: null })
    },
    [model, change],
  )
  const label = (model.unit === 'day' ? t.trendDays : t.trendWeeks)({ count: model.bars.length, zone })
  const about = usePictureAbout(report, view)
  const chart = <Chart label={label} height={HEIGHT} theme={theme} option={option} onBar={openBar} />
  return (
    <Card kind="figure" className="coverage-panel" label={t.trend}>
      <Figure
        name={t.theTrend}
        head={
          <>
            <h2>{model.unit === 'day' ? t.dayByDay : t.weekByWeek}</h2>
            <span className="coverage-panel-note">{zone}</span>
          </>
        }
        asTable={view.trendAsTable}
        onAsTable={(trendAsTable) => change({ trendAsTable })}
        table={() => trendTable(report, format, names)}
        picture={
          <PictureMenu
            name={t.theTrend}
            picture={() => ({
              title: model.unit === 'day' ? t.trendPictureDays : t.trendPictureWeeks,
              about,
              content: (
                <>
                  <ChartKey line={line} note={null} />
                  {chart}
                </>
              ),
            })}
          />
        }
        save={<CoverageCsv name={t.theTrend} input={input} table="daily" />}
      >
        {chart}
      </Figure>
    </Card>
  )
}
