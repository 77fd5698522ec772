import { useCallback, useState, type ReactNode } from 'react'
import { mayAnimate, Chart } from '../../../charts/chart.tsx'
import type { ChartTheme } from '../../../charts/chart-theme.ts'
import { weekLinesOption } from '../../../charts/week-lines.ts'
import { Button } from '../../../components/button.tsx'
import { FiguresTable } from '../../../components/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { cityOf } from '../../../format/zone-names.ts'
import { useThemeName } from '../../../settings/theme-context.tsx'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { TrustModel } from './trust-model.ts'

/** Predicted and actual coverage by hour of the day, over all tried weeks. */
export function HoursOfDay({ model, timeZone }: { readonly model: TrustModel; readonly timeZone: string }): ReactNode {
  const format = useFormat()
  const theme = useThemeName()
  const { overview } = useWorkspace()
  const [asTable, setAsTable] = useState(false)
  const target = overview?.settings.targetCoverage ?? 90
  const { byHour } = model
  const rate = useCallback((value: number | null): string => (value === null ? '–' : format.rate(value)), [format])
  const option = useCallback(
    (colours: ChartTheme) =>
      weekLinesOption(
        {
          lines: [
            { name: 'Came', values: byHour.map(({ actual }) => actual) },
            { name: 'Predicted', values: byHour.map(({ predicted }) => predicted) },
          ],
          labels: byHour.map(({ hour }) => (hour % 3 === 0 ? format.shortHour(hour) : '')),
          areHours: true,
          target,
          formatRate: format.rate,
          tooltip: (hour) => {
            const at = byHour[hour]!
            return [format.hourRange(hour, hour + 1), `Predicted ${rate(at.predicted)}, came ${rate(at.actual)}`, format.visitors(at.visitors)]
          },
          animate: mayAnimate(),
        },
        colours,
      ),
    [byHour, format, rate, target],
  )
  return (
    <section className="staffing-box" aria-labelledby="trust-hours">
      <header className="trust-head">
        <h2 id="trust-hours">
          By hour of the day <span className="trust-note">{cityOf(timeZone)} time</span>
        </h2>
        <Button kind="quiet" onPress={() => setAsTable(!asTable)}>
          {asTable ? 'As a chart' : 'As a table'}
        </Button>
      </header>
      {asTable ? (
        <FiguresTable
          caption="Predicted and actual coverage by hour of the day"
          columns={['Hour', 'Predicted', 'Came', 'Visitors']}
          rows={byHour.map(({ hour, predicted, actual, visitors }) => [format.hourRange(hour, hour + 1), rate(predicted), rate(actual), format.count(visitors)])}
        />
      ) : (
        <>
          <p className="trust-key" aria-hidden>
            <span className="trust-line trust-line-actual" /> came <span className="trust-line trust-line-predicted" /> predicted <span className="trust-line trust-line-target" /> target
          </p>
          <Chart label={`Coverage by hour of the day over ${model.weeks.length} weeks, predicted and as it came; ${cityOf(timeZone)} time.`} height="clamp(200px, 32vh, 320px)" theme={theme} option={option} />
        </>
      )}
    </section>
  )
}
