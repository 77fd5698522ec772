import { useCallback, useMemo, type ReactNode } from 'react'
import { weekClock } from '../../../../shared/plan/week-clock.ts'
import { addDays } from '../../../../shared/time/local.ts'
import { PictureMenu } from '../../../app/picture/picture-menu.tsx'
import { Chart, mayAnimate } from '../../../charts/chart.tsx'
import type { ChartTheme } from '../../../charts/chart-theme.ts'
import { MOST_LINES, weekLinesOption } from '../../../charts/week-lines.ts'
import { zoneText } from '../../../app/sync/sync-text.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { Card, CardHead } from '../../../kit/card.tsx'
import '../../../kit/figure.css'
import { FiguresTable } from '../../../kit/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Rich } from '../../../format/rich.ts'
import { cityOf } from '../../../../shared/time/zone-city.ts'
import { useThemeName } from '../../../app/settings/theme-context.tsx'
import { weekMinutesOf } from '../editor/board/week-times.ts'
import type { PredictionReport } from '../plan-types.ts'
import { coverageByHour, SCENARIO_COLUMNS, scenarioRow, type Scenario } from './scenario-figures.ts'
import { useScenarioBands } from './use-scenario-bands.ts'

interface ComparedScenariosProps {
  readonly report: PredictionReport
  readonly scenarios: readonly Scenario[]
  /** 0-100. */
  readonly target: number
}

/** What each plan would give in the week, in a table and by hour. */
export function ComparedScenarios({ report, scenarios, target }: ComparedScenariosProps): ReactNode {
  const format = useFormat()
  const { scenarios: t } = format.texts
  const theme = useThemeName()
  const { inputs } = report
  const bands = useScenarioBands(inputs, scenarios)
  const typical = scenarios[0]!
  const model = useMemo(() => {
    const weekMinutes = weekMinutesOf(inputs.starts, weekClock(inputs.timeZone, inputs.firstDate))
    const days = Array.from({ length: 7 }, (_, day) => format.date(addDays(inputs.firstDate, day), 'weekday'))
    const lines = scenarios.slice(0, MOST_LINES).map((scenario) => ({
      name: scenario.name,
      isPlan: scenario.schedule !== 'typical',
      values: coverageByHour(scenario.week, weekMinutes),
    }))
    return { lines, labels: Array.from({ length: 168 }, (_, hour) => (hour % 24 === 0 ? days[hour / 24]! : '')), days }
  }, [inputs, scenarios, format])
  const option = useCallback(
    (colours: ChartTheme) =>
      weekLinesOption(
        {
          ...model,
          target,
          formatRate: format.rate,
          animate: mayAnimate(),
          tooltip: (hour) => [
            t.dayAndHours({
              day: model.days[Math.floor(hour / 24)]!,
              hours: format.hourRange(hour % 24, (hour % 24) + 1),
            }),
            ...model.lines.map(({ name, values }) => {
              const rate = values[hour] ?? null
              return rate === null ? t.nobody({ plan: name }) : t.covered({ plan: name, rate: format.rate(rate) })
            }),
          ],
        },
        colours,
      ),
    [model, target, format, t],
  )
  const pools = new Set(scenarios.map(({ poolId }) => poolId))
  const { overview } = useWorkspace()
  const poolNames = [...pools].flatMap((id) => overview?.pools.find((one) => one.id === id)?.name ?? [])
  const chart = (
    <>
      <ul className="scenario-legend">
        {model.lines.map(({ name, isPlan }, index) => (
          <li key={name} data-line={index} translate={isPlan ? 'no' : undefined}>
            <span className="scenario-line" aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <Chart
        label={t.chart({ plans: format.list(model.lines.map(({ name }) => name)) })}
        height="clamp(200px, 34vh, 360px)"
        theme={theme}
        option={option}
      />
    </>
  )
  return (
    <>
      <div className="scenario-table">
        <FiguresTable
          caption={t.table}
          isNamedByData
          columns={SCENARIO_COLUMNS.map((column) => t.columns[column])}
          rows={scenarios.map((scenario) =>
            scenarioRow(scenario, { typical, bands: bands.get(scenario.id) ?? null, format }),
          )}
        />
      </div>
      {pools.size > 1 ? <p className="quiet">{t.pools}</p> : null}
      <Card kind="figure" className="scenario-chart" label={t.byHour}>
        <CardHead>
          <h2>
            <Rich
              parts={t.byHourOfWeek({
                city: cityOf(inputs.timeZone),
                zone: (text) => <span className="quiet">{text}</span>,
              })}
            />
          </h2>
          <div className="figure-actions">
            <PictureMenu
              name={t.theHours}
              picture={() => ({
                title: t.byHour,
                about: [
                  format.dateRange(inputs.firstDate, addDays(inputs.firstDate, 6)),
                  zoneText(inputs.timeZone, format),
                  ...poolNames,
                ],
                content: chart,
              })}
            />
          </div>
        </CardHead>
        {chart}
      </Card>
    </>
  )
}
