import type { ReactNode } from 'react'
import type { ChartTheme } from '../../charts/chart-theme.ts'
import { stackedBarsOption, type StackedBarsInput } from '../../charts/stacked-bars.ts'
import { StillChart } from '../../charts/still-chart.tsx'
import { agentsLine, dayBars, hourBars } from '../../features/coverage/bar-models.ts'
import { valueFigures } from '../../features/coverage/by-value.ts'
import { cardModel } from '../../features/coverage/card-model.ts'
import { heatmapModel } from '../../features/coverage/heatmap-model.ts'
import { dayTable, heatmapTable, hourTable, trendTable } from '../../features/coverage/tables.ts'
import { trendModel } from '../../features/coverage/trend-model.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { CellState } from '../../kit/week-grid.tsx'
import { shownBlocks } from '../../app/staffing-blocks/shown-blocks.ts'
import { HeatTable, paperColour } from '../heat-table.tsx'
import { isReport } from '../or-report.ts'
import { PaperTable, Part, Sheet, CHART_WIDTH } from '../sheet.tsx'
import type { CoveragePrint } from './load-coverage.ts'
import { StaffingPart } from './staffing-part.tsx'

interface CoverageDocumentProps {
  readonly coverage: CoveragePrint
  readonly format: Formatter
}

/** More dates than this are read from the chart. */
const MOST_DATES = 120
const MARKS: Readonly<Record<CellState, string>> = { outside: '', unknown: '?', empty: '·', counted: '' }

/** The coverage of a range on paper: the screen's card, charts and heatmap, and their numbers. */
export function CoverageDocument({ coverage, format }: CoverageDocumentProps): ReactNode {
  const t = format.texts.paper
  const { report, names } = coverage
  const trend = trendModel(report, format, names)
  const bars = {
    countName: format.texts.coverage.visitors,
    formatCount: format.count,
    formatCompact: format.compact,
    animate: false,
    compact: true,
  }
  const rateOf = ({ covered, missed }: { readonly covered: number; readonly missed: number }): string =>
    covered + missed === 0 ? '' : format.rate((100 * covered) / (covered + missed))
  return (
    <Sheet title={t.coverage} facts={coverage.facts}>
      <Card coverage={coverage} format={format} />
      <Part title={trend.unit === 'day' ? t.dayByDay : t.weekByWeek} note={t.barsKey} isWhole>
        <BarsChart
          label={(trend.unit === 'day' ? t.trendDays : t.trendWeeks)({ count: trend.bars.length })}
          height={200}
          input={{
            ...bars,
            bars: trend.bars,
            line: { name: t.coverage, colour: 'rate', max: 100, format: format.rate },
          }}
        />
      </Part>
      <HeatPart coverage={coverage} format={format} />
      <Part title={t.byHour} note={t.barsKey} isWhole>
        <BarsChart
          label={t.byHourChart}
          height={220}
          input={{
            ...bars,
            bars: hourBars(report, format),
            line: agentsLine(report, format),
          }}
        />
      </Part>
      <Part title={t.byDay} note={t.barsKey} isWhole>
        <BarsChart
          label={t.byDayChart}
          height={220}
          input={{ ...bars, compact: false, bars: dayBars(report, format), line: null, barLabel: rateOf }}
        />
      </Part>
      <StaffingPart
        staffing={coverage.staffing}
        starved={coverage.starved.ofStaffing}
        isOfCountries={coverage.isOfCountries}
        isOfPages={coverage.isOfPages}
        format={format}
      />
      <Part title={t.inNumbers}>
        <h3>{t.byDay}</h3>
        <PaperTable {...dayTable(report, format)} />
        <h3>{t.byHour}</h3>
        <PaperTable {...hourTable(report, format)} />
        <h3>{t.byHourAndDay}</h3>
        <PaperTable {...heatmapTable(report, format)} />
        {report.daily.length > MOST_DATES ? null : (
          <>
            <h3>{t.byDate}</h3>
            <PaperTable {...trendTable(report, format, names)} />
          </>
        )}
      </Part>
    </Sheet>
  )
}

function Card({
  coverage: { report, staffing, starved, isOfCountries, isOfPages, isOfPool },
  format,
}: CoverageDocumentProps): ReactNode {
  const t = format.texts.paper
  const value = valueFigures(report, format)
  const card = cardModel(
    report,
    isReport(staffing) || isOfCountries || isOfPages || (isOfPool && report.starvedPools.length > 0)
      ? 'unknown'
      : shownBlocks(staffing, { byPool: false }),
    format,
  )
  return (
    <section className="part part-whole">
      <h2>{t.inShort}</h2>
      <dl className="figures">
        <Count label={t.coverage} value={card.rate ?? '–'} note={card.change?.text ?? card.basis} />
        <Count label={t.visitors} value={card.visitors} note={null} />
        <Count label={t.covered} value={card.covered} note={null} />
        <Count label={t.missed} value={card.missed} note={null} />
        {value === null ? null : (
          <Count label={format.texts.coverage.coverageByValue} value={value.rate} note={value.basis} />
        )}
        {value === null || value.missedWorth === null ? null : (
          <Count label={format.texts.coverage.missedByValue} value={value.missedWorth} note={null} />
        )}
        {card.agents === null ? null : (
          <Count
            label={t.averageAgents}
            value={card.agents}
            note={report.range.agentsOnline === 'present' ? t.withoutAway : null}
          />
        )}
      </dl>
      <p className="headline">{card.headline}</p>
      {starved.ofPool.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {card.basis === null || card.change === null ? null : <p>{card.basis}</p>}
    </section>
  )
}

function Count({
  label,
  value,
  note,
}: {
  readonly label: string
  readonly value: string
  readonly note: string | null
}): ReactNode {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className="figure-value">{value}</dd>
      {note === null ? null : <dd className="figure-note">{note}</dd>}
    </div>
  )
}

function HeatPart({ coverage: { report, target }, format }: CoverageDocumentProps): ReactNode {
  const t = format.texts.paper
  const model = heatmapModel(report, target, format)
  return (
    <Part
      title={t.heatmap}
      note={(model.hasUnknown ? t.heatmapKeyUnknown : t.heatmapKey)({ target: format.rate(target) })}
      isWhole
    >
      <HeatTable
        caption={t.heatmapTable}
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

function BarsChart({
  label,
  height,
  input,
}: {
  readonly label: string
  readonly height: number
  readonly input: StackedBarsInput
}): ReactNode {
  return (
    <StillChart
      label={label}
      width={CHART_WIDTH}
      height={height}
      option={(theme: ChartTheme) => stackedBarsOption({ ...input, isPaper: true }, theme)}
    />
  )
}
