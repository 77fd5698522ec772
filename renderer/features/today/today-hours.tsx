import { Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import { FiguresTable } from '../../components/figures-table.tsx'
import { cityOf } from '../../format/zone-names.ts'
import { useFormat } from '../../format/format-context.tsx'
import type { TodayReport } from './today-types.ts'
import { hourWords } from './today-words.ts'

const COLUMNS = ['Hour', 'Came', 'Found nobody', 'Coverage', 'Still expected', 'Coverage expected', 'Forecast before'] as const

/** The day hour by hour: what came as solid bars, what is expected as soft ones. */
export function TodayHours({ report }: { readonly report: TodayReport }): ReactNode {
  const format = useFormat()
  const [asTable, setAsTable] = useState(false)
  const { hours } = report.figures
  const highest = Math.max(1, ...hours.map(({ actual, rest, expected }) => Math.max((actual?.visitors ?? 0) + rest.visitors, expected.visitors)))
  return (
    <section className="today-panel" aria-labelledby="today-hours">
      <header className="today-panel-head">
        <h2 id="today-hours">Hour by hour</h2>
        <span className="quiet">{cityOf(report.timeZone)} time</span>
        <ToggleButton className="button button-quiet today-as-table" isSelected={asTable} onChange={setAsTable} aria-label="Show the hours as a table">
          <Table2 size={14} aria-hidden />
          As table
        </ToggleButton>
      </header>
      {asTable ? (
        <FiguresTable caption="Today by hour" columns={COLUMNS} rows={hours.map((hour) => [rowName(hour, hours, format.hourRange(hour.hour, hour.hour + 1)), ...hourWords(hour, format)])} />
      ) : (
        <>
          <figure className="today-bars" aria-label="Visitors of each hour of today: covered and missed so far, and still expected. The table has the figures.">
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
            <span className="today-swatch today-covered" aria-hidden /> found somebody
            <span className="today-swatch today-missed" aria-hidden /> found nobody
            <span className="today-swatch today-rest-covered" aria-hidden /> expected to
            <span className="today-swatch today-rest-missed" aria-hidden /> expected not to
            <span className="today-line" aria-hidden /> forecast before the day
          </p>
        </>
      )}
    </section>
  )
}

function Part({ kind, share }: { readonly kind: string; readonly share: number }): ReactNode {
  return share <= 0 ? null : <span className={`today-${kind}`} style={{ height: `${100 * share}%` }} />
}

/** An hour that the clock repeats is there twice, and must not have the same name. */
function rowName(hour: { readonly hour: number; readonly start: number }, hours: readonly { readonly hour: number; readonly start: number }[], name: string): string {
  const isSecond = hours.some((other) => other.hour === hour.hour && other.start < hour.start)
  return isSecond ? `${name}, again` : name
}
