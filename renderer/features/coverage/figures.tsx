import { Scale } from 'lucide-react'
import { useCallback, type ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import { Chart, mayAnimate } from '../../charts/chart.tsx'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption, type StackedBarsInput } from '../../charts/stacked-bars.ts'
import { Card } from '../../kit/card.tsx'
import { Figure } from '../../kit/figure.tsx'
import { zoneText } from '../../app/sync/sync-text.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useThemeName } from '../../app/settings/theme-context.tsx'
import { agentsLine, dayBars, hourBars } from './bar-models.ts'
import { reportByValue } from './by-value.ts'
import { CellPanel } from './cell-panel.tsx'
import { type CoverageTab, type CoverageView, TABS } from './coverage-view.ts'
import { PictureMenu } from '../../app/picture/picture-menu.tsx'
import { usePictureAbout } from './picture-about.ts'
import { ChartKey } from './chart-key.tsx'
import { CoverageCsv } from './coverage-csv.tsx'
import { Heatmap } from './heatmap.tsx'
import type { CoverageReport } from './report.ts'
import { ChosenBlock } from './what-to-change/chosen-block.tsx'
import type { StaffingBlock } from '../../app/staffing-blocks/block-types.ts'
import { dayTable, type FigureTable, heatmapTable, hourTable } from './tables.ts'
import type { ReportInput } from './use-coverage-report.ts'
import { TabPanel, TabRow, Tabs } from '../../kit/tabs.tsx'

const CSV_TABLES = { heatmap: 'heatmap', hour: 'hourly', day: 'byDay' } as const
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
export function Figures({ report: counted, input, view, change, target, blocks }: FiguresProps): ReactNode {
  const isByValue = view.byValue && counted.value !== null
  const report = isByValue ? reportByValue(counted) : counted
  const format = useFormat()
  const t = format.texts.coverage
  const about = usePictureAbout(report, view)
  const tables: Readonly<Record<CoverageTab, () => FigureTable>> = {
    heatmap: () => heatmapTable(report, format),
    hour: () => hourTable(report, format),
    day: () => dayTable(report, format),
  }
  return (
    <Card kind="figure" className="coverage-panel" label={t.theWeek}>
      <Tabs tabs={TABS} selected={view.tab} onSelect={(tab) => change({ tab, cell: null })}>
        <Figure
          name={t.figures[view.tab]}
          head={
            <>
              <TabRow label={t.shownAs} tabs={TABS} titles={t.tabs} />
              {counted.value === null ? null : (
                <ToggleButton
                  className="button button-quiet"
                  isSelected={isByValue}
                  onChange={(byValue) => change({ byValue }, 'replace')}
                  aria-label={t.showByValue({ name: t.figures[view.tab] })}
                >
                  <Scale size={14} aria-hidden />
                  {t.byValue}
                </ToggleButton>
              )}
              <span className="coverage-panel-note">{zoneText(report.range.timeZone, format)}</span>
            </>
          }
          asTable={view.asTable}
          onAsTable={(asTable) => change({ asTable, cell: null })}
          table={tables[view.tab]}
          picture={
            <PictureMenu
              name={t.figures[view.tab]}
              picture={() => ({
                title: t.pictureTitles[view.tab],
                about,
                content: PICTURED[view.tab]({ report, target }),
              })}
            />
          }
          save={
            <CoverageCsv name={t.figures[view.tab]} input={input} table={CSV_TABLES[view.tab]} weighted={isByValue} />
          }
          place={(content) =>
            TABS.map((tab) => (
              <TabPanel key={tab} id={tab}>
                {content}
              </TabPanel>
            ))
          }
        >
          <TabChart
            tab={view.tab}
            report={report}
            input={input}
            view={view}
            change={change}
            target={target}
            blocks={blocks}
          />
        </Figure>
      </Tabs>
    </Card>
  )
}

type Pictured = Pick<FiguresProps, 'report' | 'target'>

/** What the picture of a tab shows: the figures alone, without what was chosen in them. */
const PICTURED: Readonly<Record<CoverageTab, (props: Pictured) => ReactNode>> = {
  heatmap: ({ report, target }) => (
    <Heatmap report={report} target={target} open={null} outlined={null} onOpen={() => undefined} />
  ),
  hour: ({ report }) => <HourChart report={report} />,
  day: ({ report }) => <DayChart report={report} />,
}

function TabChart({ tab, ...props }: FiguresProps & { readonly tab: CoverageTab }): ReactNode {
  if (tab === 'hour') return <HourChart report={props.report} />
  if (tab === 'day') return <DayChart report={props.report} />
  const { report, input, view, change, target, blocks } = props
  return (
    <>
      {view.block === null ? null : (
        <ChosenBlock
          hours={view.block}
          report={report}
          blocks={blocks}
          onClose={() => change({ block: null }, 'replace')}
        />
      )}
      <div className={view.cell === null ? 'heatmap-place' : 'heatmap-place heatmap-place-open'}>
        <Heatmap
          report={report}
          target={target}
          open={view.cell}
          outlined={view.block}
          onOpen={(cell) => change({ cell }, view.cell === null ? 'push' : 'replace')}
        />
        {view.cell === null ? null : (
          <CellPanel cell={view.cell} input={input} report={report} onClose={() => change({ cell: null }, 'replace')} />
        )}
      </div>
    </>
  )
}

function HourChart({ report }: { readonly report: CoverageReport }): ReactNode {
  const format = useFormat()
  const input = useCallback(
    (): StackedBarsInput => ({
      bars: hourBars(report, format),
      line: agentsLine(report, format),
      countName: format.texts.coverage.visitors,
      formatCount: format.count,
      formatCompact: format.compact,
      animate: mayAnimate(),
      compact: false,
    }),
    [report, format],
  )
  return (
    <BarsChart
      input={input}
      label={format.texts.coverage.hoursChart}
      note={report.range.agentData ? null : format.texts.coverage.noAgentDataInRange}
    />
  )
}

function DayChart({ report }: { readonly report: CoverageReport }): ReactNode {
  const format = useFormat()
  const input = useCallback(
    (): StackedBarsInput => ({
      bars: dayBars(report, format),
      line: null,
      countName: format.texts.coverage.visitors,
      formatCount: format.count,
      formatCompact: format.compact,
      barLabel: ({ covered, missed }) =>
        covered + missed === 0 ? '' : format.rate(coveragePercent({ visitors: covered + missed, covered }, 100)),
      animate: mayAnimate(),
      compact: false,
    }),
    [report, format],
  )
  return <BarsChart input={input} label={format.texts.coverage.daysChart} note={null} />
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
      <ChartKey line={line} note={note} />
      <Chart label={label} height={HEIGHT} theme={theme} option={option} />
    </>
  )
}
