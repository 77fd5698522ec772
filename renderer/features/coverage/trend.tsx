import { useCallback, useMemo, type ReactNode } from 'react'
import { Chart, mayAnimate } from '../../charts/chart.tsx'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption } from '../../charts/stacked-bars.ts'
import { FiguresTable } from '../../components/figures-table.tsx'
import { cityOf } from '../../format/zone-names.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../settings/theme-context.tsx'
import type { CoverageView } from './coverage-view.ts'
import { FigureActions } from './figure-actions.tsx'
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
  const zone = cityOf(report.range.timeZone)
  const model = useMemo(() => trendModel(report, format), [report, format])
  const option = useCallback(
    (colours: ChartTheme) =>
      stackedBarsOption(
        {
          bars: model.bars,
          line: { name: 'coverage', colour: 'rate', max: 100, format: (value) => format.rate(value) },
          formatCount: format.count,
          formatCompact: format.compact,
          animate: mayAnimate(),
          compact: true,
        },
        colours,
      ),
    [model, format],
  )
  const openBar = useCallback(
    (index: number) => {
      const span = model.spans[index]
      if (span !== undefined) change({ range: { kind: 'dates', ...span }, cell: null, block: null })
    },
    [model, change],
  )
  const table = trendTable(report, format)
  const label = `Visitors covered and missed in each of ${model.bars.length} ${model.unit}s, and the coverage rate; ${zone} time.`
  return (
    <section className="coverage-panel" aria-label="Trend">
      <header className="coverage-panel-head">
        <h2>
          {model.unit === 'day' ? 'Day by day' : 'Week by week'} <span className="coverage-panel-note">{zone} time</span>
        </h2>
        <FigureActions name="the trend" input={input} table="daily" asTable={view.trendAsTable} onAsTable={(trendAsTable) => change({ trendAsTable })} />
      </header>
      {view.trendAsTable ? <FiguresTable {...table} /> : <Chart label={label} height={HEIGHT} theme={theme} option={option} onBar={openBar} />}
    </section>
  )
}
