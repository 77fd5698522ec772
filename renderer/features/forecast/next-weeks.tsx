import { useMemo, type ReactNode } from 'react'
import { dayOfWeekOf } from '../../../shared/time/local.ts'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { BandPanel } from './band-panel.tsx'
import type { DateNames } from '../../app/known-dates/known-dates.ts'
import { KnownDays } from './known-days.tsx'
import { knownDaySentences } from './known-day-text.ts'
import type { Forecast, ForecastInput, PastForecasts } from './forecast-types.ts'
import type { ChangeForecastView, ForecastView } from './forecast-view.ts'
import { weekDates } from './forecast-text.ts'
import { dayPlaces, slotPlaces } from './week-points.ts'
import { weekSummary } from './week-summary.ts'

interface NextWeeksProps {
  readonly forecast: Forecast
  readonly input: ForecastInput
  /** What came of the week so far, and of those before; undefined: not there yet. */
  readonly past: PastForecasts | undefined
  readonly isThisWeek: boolean
  readonly names: DateNames
  readonly view: ForecastView
  readonly change: ChangeForecastView
  readonly onDay: (date: string) => void
}

/** One week to come. This week shows the actual visitors so far as well. */
export function NextWeeks({
  forecast,
  input,
  past,
  isThisWeek,
  names,
  view,
  change,
  onDay,
}: NextWeeksProps): ReactNode {
  const format = useFormat()
  const t = format.texts.forecast
  const client = useTRPCClient()
  const { range, slotMinutes } = forecast
  const soFar = past?.slotMinutes === slotMinutes ? past.weeks.find(({ week }) => week.date === range.from) : undefined
  const places = useMemo(() => {
    if (view.detail === 'days')
      return dayPlaces(
        forecast.days.map((day, index) => ({ ...day, actual: soFar?.days[index]?.actual ?? null })),
        format,
      )
    return slotPlaces({ ...forecast, actual: soFar?.actual }, { timeZone: range.timeZone, slotMinutes }, format)
  }, [view.detail, forecast, soFar, range.timeZone, slotMinutes, format])
  const said = useMemo(() => knownDaySentences(forecast.knownDays, format), [forecast.knownDays, format])
  const sentences = useMemo(() => new Map(said.map(({ date, plain }) => [date, plain])), [said])
  if (forecast.weeksObserved === 0) {
    return (
      <EmptyState title={t.unknownTitle}>
        <p>{t.unknown}</p>
      </EmptyState>
    )
  }
  const summary = weekSummary(forecast, format)
  return (
    <>
      <p className="forecast-summary">
        <strong>{summary.headline}</strong> {summary.basis}{' '}
        {isThisWeek ? t.asOf({ day: format.dayName(dayOfWeekOf(range.from)) }) : ''}{' '}
        <Button kind="link" onPress={() => change({ tab: 'past' })}>
          {t.viewAccuracy}
        </Button>
      </p>
      <KnownDays days={said} />
      <BandPanel
        title={isThisWeek ? t.thisWeek : weekDates(range.from, format)}
        name={t.nextName}
        places={places}
        timeZone={range.timeZone}
        names={names}
        sentences={sentences}
        view={view}
        change={change}
        csv={() => client.forecast.csv.query({ ...input, table: view.detail })}
        onDay={onDay}
      />
    </>
  )
}
