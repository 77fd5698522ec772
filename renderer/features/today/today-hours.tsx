import { useState, type ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { Figure } from '../../kit/figure.tsx'
import { localDateOf } from '../../../shared/time/local.ts'
import { PictureMenu } from '../../app/picture/picture-menu.tsx'
import { zoneText } from '../../app/sync/sync-text.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import type { TodayReport } from './today-types.ts'
import { hourText } from './today-text.ts'

/** The day hour by hour: what came as solid bars, what is expected as soft ones. */
export function TodayHours({ report }: { readonly report: TodayReport }): ReactNode {
  const format = useFormat()
  const t = format.texts.today
  const [asTable, setAsTable] = useState(false)
  const { hours } = report.figures
  const highest = Math.max(
    1,
    ...hours.map(({ actual, rest, expected }) => Math.max((actual?.visitors ?? 0) + rest.visitors, expected.visitors)),
  )
  const chart = (
    <>
      <figure className="today-bars" aria-label={t.chart}>
        {hours.map(({ hour, start, actual, rest, expected }) => {
          return (
            <div key={start} className="today-hour" aria-hidden>
              <div className="today-column">
                <span className="today-expected" style={{ bottom: `${(100 * expected.visitors) / highest}%` }} />
                <Part kind="rest-missed" share={(rest.visitors - rest.covered) / highest} />
                <Part kind="rest-covered" share={rest.covered / highest} />
                <Part kind="missed" share={actual === null ? 0 : (actual.visitors - actual.covered) / highest} />
                <Part kind="covered" share={(actual?.covered ?? 0) / highest} />
              </div>
              <span className="today-hour-label">{format.shortHour(hour)}</span>
            </div>
          )
        })}
      </figure>
      <p className="today-key">
        <span className="today-swatch today-covered" aria-hidden />
        <span>{t.covered}</span>
        <span className="today-swatch today-missed" aria-hidden />
        <span>{t.missed}</span>
        <span className="today-swatch today-rest-covered" aria-hidden />
        <span>{t.forecastCovered}</span>
        <span className="today-swatch today-rest-missed" aria-hidden />
        <span>{t.forecastMissed}</span>
        <span className="today-line" aria-hidden />
        <span>{t.forecastBefore}</span>
      </p>
    </>
  )
  const [first] = hours
  return (
    <Card kind="answer" labelledBy="today-hours">
      <Figure
        name={t.hoursName}
        head={
          <>
            <h2 id="today-hours">{t.hours}</h2>
            <span className="quiet">{zoneText(report.timeZone, format)}</span>
          </>
        }
        asTable={asTable}
        onAsTable={setAsTable}
        picture={
          <PictureMenu
            name={t.hoursName}
            picture={() => ({
              title: t.picture,
              about: [
                ...(first === undefined ? [] : [format.date(localDateOf(first.start, report.timeZone), 'full')]),
                zoneText(report.timeZone, format),
              ],
              content: chart,
            })}
          />
        }
        table={() => ({
          caption: t.table,
          columns: [t.hour, t.visitors, t.missed, t.coverage, t.stillExpected, t.predictedCoverage, t.forecastBefore],
          rows: hours.map((hour) => [rowName(hour, hours, format), ...hourText(hour, format)]),
        })}
      >
        {chart}
      </Figure>
    </Card>
  )
}

function Part({ kind, share }: { readonly kind: string; readonly share: number }): ReactNode {
  return share <= 0 ? null : <span className={`today-${kind}`} style={{ height: `${100 * share}%` }} />
}

type Hour = TodayReport['figures']['hours'][number]

/** An hour that the clock repeats is there twice, and must not have the same name. */
function rowName({ hour, start }: Hour, all: readonly Hour[], format: Formatter): string {
  const hours = format.hourRange(hour, hour + 1)
  const isSecond = all.some((other) => other.hour === hour && other.start < start)
  return isSecond ? format.texts.today.hourAgain({ hours }) : hours
}
