import { useCallback, type ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Chart, mayAnimate } from '../../charts/chart.tsx'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption, type StackedBarsInput } from '../../charts/stacked-bars.ts'
import { FiguresTable } from '../../components/figures-table.tsx'
import { cityOf } from '../../format/zone-names.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../settings/theme-context.tsx'
import { dayBars, hourBars } from './bar-models.ts'
import { CellPanel } from './cell-panel.tsx'
import { type CoverageTab, type CoverageView, TABS } from './coverage-view.ts'
import { FigureActions } from './figure-actions.tsx'
import { Heatmap } from './heatmap.tsx'
import type { CoverageReport } from './report.ts'
import { ChosenBlock } from './what-to-change/chosen-block.tsx'
import type { StaffingBlock } from '../../workspace/staffing-blocks/block-types.ts'
import { dayTable, type FigureTable, heatmapTable, hourTable } from './tables.ts'
import type { ReportInput } from './use-coverage-report.ts'
import '../../components/tabs.css'

const TITLES: Readonly<Record<CoverageTab, string>> = { heatmap: 'Heatmap', hour: 'By hour', day: 'By day' }
const CSV_TABLES = { heatmap: 'heatmap', hour: 'hourly', day: 'byDay' } as const
const NAMES: Readonly<Record<CoverageTab, string>> = { heatmap: 'the heatmap', hour: 'the hours', day: 'the days of the week' }
const HEIGHT = 'clamp(300px, calc(100vh - 472px), 640px)'

interface FiguresProps {
  readonly report: CoverageReport
  readonly input: ReportInput
  readonly view: CoverageView
  readonly change: (patch: Partial<CoverageView>, how?: 'push' | 'replace') => void
  readonly target: number
  /** Hours to staff better; null: not known yet. */
  readonly blocks: readonly StaffingBlock[] | null
}

/** The range three ways: by hour and day of the week at once, by hour, by day of the week. */
export function Figures({ report, input, view, change, target, blocks }: FiguresProps): ReactNode {
  const format = useFormat()
  const zone = cityOf(report.range.timeZone)
  const tables: Readonly<Record<CoverageTab, () => FigureTable>> = {
    heatmap: () => heatmapTable(report, format),
    hour: () => hourTable(report, format),
    day: () => dayTable(report, format),
  }
  return (
    <section className="coverage-panel" aria-label="The week">
      <Tabs
        selectedKey={view.tab}
        onSelectionChange={(key) => {
          const tab = TABS.find((one) => one === key)
          if (tab !== undefined && tab !== view.tab) change({ tab, cell: null })
        }}
      >
        <header className="coverage-panel-head">
          <TabList className="tab-list" aria-label="How the range is shown">
            {TABS.map((tab) => (
              <Tab key={tab} id={tab} className="tab">
                {TITLES[tab]}
              </Tab>
            ))}
          </TabList>
          <span className="coverage-panel-note">{zone} time</span>
          <FigureActions name={NAMES[view.tab]} input={input} table={CSV_TABLES[view.tab]} asTable={view.asTable} onAsTable={(asTable) => change({ asTable, cell: null })} />
        </header>
        {TABS.map((tab) => (
          <TabPanel key={tab} id={tab} className="tab-panel">
            {view.asTable ? <FiguresTable {...tables[tab]()} /> : <TabChart tab={tab} report={report} input={input} view={view} change={change} target={target} blocks={blocks} />}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  )
}

function TabChart({ tab, ...props }: FiguresProps & { readonly tab: CoverageTab }): ReactNode {
  if (tab === 'hour') return <HourChart report={props.report} />
  if (tab === 'day') return <DayChart report={props.report} />
  const { report, input, view, change, target, blocks } = props
  return (
    <>
      {view.block === null ? null : <ChosenBlock hours={view.block} report={report} blocks={blocks} onClose={() => change({ block: null }, 'replace')} />}
      <div className={view.cell === null ? 'heatmap-place' : 'heatmap-place heatmap-place-open'}>
        <Heatmap report={report} target={target} open={view.cell} outlined={view.block} onOpen={(cell) => change({ cell }, view.cell === null ? 'push' : 'replace')} />
        {view.cell === null ? null : <CellPanel cell={view.cell} input={input} report={report} onClose={() => change({ cell: null }, 'replace')} />}
      </div>
    </>
  )
}

function HourChart({ report }: { readonly report: CoverageReport }): ReactNode {
  const format = useFormat()
  const input = useCallback(
    (): StackedBarsInput => ({
      bars: hourBars(report, format),
      line: report.range.agentData ? { name: 'agents online', colour: 'agents', max: null, format: format.average } : null,
      formatCount: format.count,
      formatCompact: format.compact,
      animate: mayAnimate(),
      compact: false,
    }),
    [report, format],
  )
  return <BarsChart input={input} label="Visitors covered and missed in each hour of the day, and agents online." note={report.range.agentData ? null : 'No agent data in this range.'} />
}

function DayChart({ report }: { readonly report: CoverageReport }): ReactNode {
  const format = useFormat()
  const input = useCallback(
    (): StackedBarsInput => ({
      bars: dayBars(report, format),
      line: null,
      formatCount: format.count,
      formatCompact: format.compact,
      barLabel: ({ covered, missed }) => (covered + missed === 0 ? '' : format.rate((100 * covered) / (covered + missed))),
      animate: mayAnimate(),
      compact: false,
    }),
    [report, format],
  )
  return <BarsChart input={input} label="Visitors covered and missed on each day of the week, with the coverage rate." note={null} />
}

interface BarsChartProps {
  readonly input: () => StackedBarsInput
  readonly label: string
  readonly note: string | null
}

function BarsChart({ input, label, note }: BarsChartProps): ReactNode {
  const theme = useThemeName()
  const option = useCallback((colours: ChartTheme) => stackedBarsOption(input(), colours), [input])
  const { line } = input()
  return (
    <>
      <p className="chart-key">
        <span className="card-key card-key-covered" aria-hidden /> covered
        <span className="card-key card-key-missed" aria-hidden /> missed
        {line === null ? null : (
          <>
            <span className={`chart-key-line chart-key-${line.colour}`} aria-hidden /> {line.name}
          </>
        )}
        {note === null ? null : <span>{note}</span>}
      </p>
      <Chart label={label} height={HEIGHT} theme={theme} option={option} />
    </>
  )
}
