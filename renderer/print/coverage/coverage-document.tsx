import type { ReactNode } from 'react'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption, type StackedBarsInput } from '../../charts/stacked-bars.ts'
import { StillChart } from '../../charts/still-chart.tsx'
import { dayBars, hourBars } from '../../features/coverage/bar-models.ts'
import { cardModel } from '../../features/coverage/card-model.ts'
import { heatmapModel, type CellState } from '../../features/coverage/heatmap-model.ts'
import { dayTable, heatmapTable, hourTable, trendTable } from '../../features/coverage/tables.ts'
import { trendModel } from '../../features/coverage/trend-model.ts'
import type { Formatter } from '../../format/formatter.ts'
import { shownBlocks } from '../../workspace/staffing-blocks/shown-blocks.ts'
import { HeatTable, paperColour } from '../heat-table.tsx'
import { isReport } from '../or-report.ts'
import { PaperTable, Part, Sheet } from '../sheet.tsx'
import { CHART_WIDTH } from '../sizes.ts'
import type { CoveragePrint } from './load-coverage.ts'
import { StaffingPart } from './staffing-part.tsx'

interface CoverageDocumentProps {
  readonly coverage: CoveragePrint
  readonly format: Formatter
}

/** More dates than this are read from the chart. */
const MOST_DATES = 120
const UNIT_TITLES = { day: 'Day by day', week: 'Week by week' } as const
const MARKS: Readonly<Record<CellState, string>> = { outside: '', unknown: '?', empty: '·', counted: '' }

/** The coverage of a range on paper: the screen's card, charts and heatmap, and their numbers. */
export function CoverageDocument({ coverage, format }: CoverageDocumentProps): ReactNode {
  const { report } = coverage
  const trend = trendModel(report, format)
  const bars = { formatCount: format.count, formatCompact: format.compact, animate: false, compact: true }
  const rateOf = ({ covered, missed }: { readonly covered: number; readonly missed: number }): string => (covered + missed === 0 ? '' : format.rate((100 * covered) / (covered + missed)))
  return (
    <Sheet title="Coverage" facts={coverage.facts}>
      <Card coverage={coverage} format={format} />
      <Part title={UNIT_TITLES[trend.unit]} note={KEY} isWhole>
        <BarsChart
          label={`Visitors covered and missed in each of ${trend.bars.length} ${trend.unit}s, and the coverage rate.`}
          height={200}
          input={{ ...bars, bars: trend.bars, line: { name: 'coverage', colour: 'rate', max: 100, format: format.rate } }}
        />
      </Part>
      <HeatPart coverage={coverage} format={format} />
      <Part title="By hour of the day" note={KEY} isWhole>
        <BarsChart
          label="Visitors covered and missed in each hour of the day, and agents online."
          height={220}
          input={{ ...bars, bars: hourBars(report, format), line: report.range.agentData ? { name: 'agents online', colour: 'agents', max: null, format: format.average } : null }}
        />
      </Part>
      <Part title="By day of the week" note={KEY} isWhole>
        <BarsChart label="Visitors covered and missed on each day of the week, with the coverage rate." height={220} input={{ ...bars, compact: false, bars: dayBars(report, format), line: null, barLabel: rateOf }} />
      </Part>
      <StaffingPart staffing={coverage.staffing} isOfCountries={coverage.isOfCountries} format={format} />
      <Part title="In numbers">
        <h3>By day of the week</h3>
        <PaperTable {...dayTable(report, format)} />
        <h3>By hour of the day</h3>
        <PaperTable {...hourTable(report, format)} />
        <h3>By hour and day of the week</h3>
        <PaperTable {...heatmapTable(report, format)} />
        {report.daily.length > MOST_DATES ? null : (
          <>
            <h3>By date</h3>
            <PaperTable {...trendTable(report, format)} />
          </>
        )}
      </Part>
    </Sheet>
  )
}

const KEY = 'Green: covered; orange: missed.'

function Card({ coverage: { report, staffing, isOfCountries, isOfPool }, format }: CoverageDocumentProps): ReactNode {
  const card = cardModel(report, isReport(staffing) || isOfCountries || (isOfPool && report.starvedPools.length > 0) ? 'unknown' : shownBlocks(staffing, { byPool: false }), format)
  return (
    <section className="part part-whole">
      <h2>In short</h2>
      <dl className="figures">
        <Count label="Coverage" value={card.rate ?? '–'} note={card.change?.text ?? card.basis} />
        <Count label="Visitors" value={card.visitors} note={null} />
        <Count label="Covered" value={card.covered} note={null} />
        <Count label="Missed" value={card.missed} note={null} />
        {card.agents === null ? null : <Count label="Agents on average" value={card.agents} note={report.range.agentsOnline === 'present' ? 'without time away' : null} />}
      </dl>
      <p className="headline">{card.headline}</p>
      {(isOfPool ? report.starvedPools : []).map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {card.basis === null || card.change === null ? null : <p>{card.basis}</p>}
    </section>
  )
}

function Count({ label, value, note }: { readonly label: string; readonly value: string; readonly note: string | null }): ReactNode {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className="figure-value">{value}</dd>
      {note === null ? null : <dd className="figure-note">{note}</dd>}
    </div>
  )
}

function HeatPart({ coverage: { report, target }, format }: CoverageDocumentProps): ReactNode {
  const model = heatmapModel(report, target, format)
  return (
    <Part title="Heatmap" note={`The number is of visitors missed; the colour says how many were covered, and grey is the target, ${format.rate(target)}. A dot: nobody came${model.hasUnknown ? '; a question mark: not known' : ''}.`} isWhole>
      <HeatTable
        caption="Visitors missed by day of the week and hour"
        columns={model.columns.map(({ label }) => label)}
        rows={model.rows.map(({ label, cells }) => ({
          label,
          cells: cells.map(({ hour, state, shortMissed, strength }) => ({
            key: String(hour),
            text: state === 'counted' ? shortMissed : MARKS[state],
            colour: state === 'counted' && strength !== null ? paperColour(strength) : null,
          })),
        }))}
      />
    </Part>
  )
}

function BarsChart({ label, height, input }: { readonly label: string; readonly height: number; readonly input: StackedBarsInput }): ReactNode {
  return <StillChart label={label} width={CHART_WIDTH} height={height} option={(theme: ChartTheme) => stackedBarsOption(input, theme)} />
}
