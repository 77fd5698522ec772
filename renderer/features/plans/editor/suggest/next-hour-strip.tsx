import { useMemo, type ReactNode } from 'react'
import { HOURS_PER_DAY } from '../../../../../shared/foundation/hour-of-week.ts'
import { dayOfWeekOf } from '../../../../../shared/time/local.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { COLUMNS, dateOfColumn } from '../board/board-week.ts'
import type { ShownWeek } from '../store/editor-state.ts'
import { gainText } from './move-text.ts'
import { bestHours, hourWorths } from './next-hour.ts'
import type { SuggestOutcome } from './search.ts'

const HEIGHT = 40

interface NextHourStripProps {
  readonly nextHour: SuggestOutcome['output']['nextHour']
  readonly week: ShownWeek
}

/** What one more agent is worth, hour by hour of the week. */
export function NextHourStrip({ nextHour, week }: NextHourStripProps): ReactNode {
  const format = useFormat()
  const t = format.texts.suggest
  const gains = useMemo(() => hourWorths(nextHour, week), [nextHour, week])
  const best = bestHours(gains)
  const most = Math.max(...gains, 1e-9)
  const days = COLUMNS.map((column) => format.dayName(dayOfWeekOf(dateOfColumn(week.board, column)), 'short'))
  const named = best.map(({ hour, gain }) =>
    t.nextHourOne({
      when: t.dayAndTimes({
        day: days[Math.floor(hour / HOURS_PER_DAY)]!,
        times: format.hourRange(hour % HOURS_PER_DAY, (hour % HOURS_PER_DAY) + 1),
      }),
      gain: gainText(gain, format),
    }),
  )
  return (
    <section className="panel-part">
      <h3>{t.nextHour}</h3>
      <figure aria-label={t.nextHourChart}>
        <svg className="next-hour" aria-hidden viewBox={`0 0 ${gains.length} ${HEIGHT}`} preserveAspectRatio="none">
          {COLUMNS.slice(1).map((column) => (
            <line
              key={column}
              className="next-hour-day"
              x1={column * HOURS_PER_DAY}
              x2={column * HOURS_PER_DAY}
              y1={0}
              y2={HEIGHT}
            />
          ))}
          {Array.from(gains, (gain, hour) =>
            gain <= 0 ? null : (
              // Hours have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <rect key={hour} x={hour} width={0.9} y={HEIGHT * (1 - gain / most)} height={(HEIGHT * gain) / most} />
            ),
          )}
        </svg>
        <div className="next-hour-days" aria-hidden>
          {days.map((day) => (
            <span key={day}>{day}</span>
          ))}
        </div>
      </figure>
      <p className="quiet">{named.length === 0 ? t.nextHourNone : t.nextHourBest({ hours: format.list(named) })}</p>
    </section>
  )
}
