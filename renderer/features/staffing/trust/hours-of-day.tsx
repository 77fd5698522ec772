import { useCallback, useState, type ReactNode } from 'react'
import { PictureMenu } from '../../../app/picture/picture-menu.tsx'
import { addDays } from '../../../../shared/time/local.ts'
import { mayAnimate, Chart } from '../../../charts/chart.tsx'
import type { ChartTheme } from '../../../charts/chart-theme.ts'
import { weekLinesOption } from '../../../charts/week-lines.ts'
import { Button } from '../../../kit/button.tsx'
import { Card } from '../../../kit/card.tsx'
import { FiguresTable } from '../../../kit/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { zoneText } from '../../../app/sync/sync-text.ts'
import { useThemeName } from '../../../app/settings/theme-context.tsx'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { TrustModel } from './trust-model.ts'

/** Predicted and actual coverage by hour of the day, over all tried weeks. */
export function HoursOfDay({ model, timeZone }: { readonly model: TrustModel; readonly timeZone: string }): ReactNode {
  const format = useFormat()
  const t = format.texts.trust
  const theme = useThemeName()
  const { overview } = useWorkspace()
  const [asTable, setAsTable] = useState(false)
  const target = overview?.settings.targetCoverage ?? 90
  const { byHour, weeks } = model
  const dates = weeks.length === 0 ? '' : format.dateRange(weeks[0]!.week, addDays(weeks.at(-1)!.week, 6))
  const rate = useCallback((value: number | null): string => (value === null ? '–' : format.rate(value)), [format])
  const option = useCallback(
    (colours: ChartTheme) =>
      weekLinesOption(
        {
          lines: [
            { name: t.actual, values: byHour.map(({ actual }) => actual) },
            { name: t.predicted, values: byHour.map(({ predicted }) => predicted) },
          ],
          labels: byHour.map(({ hour }) => (hour % 3 === 0 ? format.shortHour(hour) : '')),
          areHours: true,
          target,
          formatRate: format.rate,
          tooltip: (hour) => {
            const at = byHour[hour]!
            return [
              format.hourRange(hour, hour + 1),
              t.predictedAndActual({ predicted: rate(at.predicted), actual: rate(at.actual) }),
              format.visitors(at.visitors),
            ]
          },
          animate: mayAnimate(),
        },
        colours,
      ),
    [byHour, format, rate, t, target],
  )
  const chart = (
    <>
      <p className="trust-key" aria-hidden>
        <span className="trust-line trust-line-actual" /> <span>{t.actual}</span>
        <span className="trust-line trust-line-predicted" /> <span>{t.predicted}</span>
        <span className="trust-line trust-line-target" /> <span>{t.target}</span>
      </p>
      <Chart
        label={t.hoursChart({ count: weeks.length, zone: zoneText(timeZone, format) })}
        height="clamp(200px, 32vh, 320px)"
        theme={theme}
        option={option}
      />
    </>
  )
  return (
    <Card kind="answer" className="staffing-box" labelledBy="trust-hours">
      <header className="trust-head">
        <h2 id="trust-hours">
          {t.hours} <span className="trust-note">{zoneText(timeZone, format)}</span>
        </h2>
        <div className="trust-tools">
          {asTable ? null : (
            <PictureMenu
              name={t.theHours}
              picture={() => ({ title: t.hoursTable, about: [dates, zoneText(timeZone, format)], content: chart })}
            />
          )}
          <Button kind="quiet" onPress={() => setAsTable(!asTable)}>
            {asTable ? t.asChart : t.asTable}
          </Button>
        </div>
      </header>
      {asTable ? (
        <FiguresTable
          caption={t.hoursTable}
          columns={[t.hour, t.predicted, t.actual, t.visitors]}
          rows={byHour.map(({ hour, predicted, actual, visitors }) => [
            format.hourRange(hour, hour + 1),
            rate(predicted),
            rate(actual),
            format.count(visitors),
          ])}
        />
      ) : (
        chart
      )}
    </Card>
  )
}
