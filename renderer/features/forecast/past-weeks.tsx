import { ChevronLeft, ChevronRight, CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { accuracyText, type AccuracyText } from './accuracy-text.ts'
import { BandPanel } from './band-panel.tsx'
import type { DateNames } from '../../app/known-dates/known-dates.ts'
import type { ForecastInput, PastForecasts, PastWeek } from './forecast-types.ts'
import type { ChangeForecastView, ForecastView } from './forecast-view.ts'
import { intervalText, weekDates } from './forecast-text.ts'
import { dayPlaces, slotPlaces } from './week-points.ts'

interface PastWeeksProps {
  readonly past: PastForecasts
  readonly input: ForecastInput
  readonly names: DateNames
  readonly view: ForecastView
  readonly change: ChangeForecastView
  readonly onDay: (date: string) => void
}

const TRUST_ICONS: Readonly<Record<AccuracyText['trust'], ReactNode>> = {
  good: <CircleCheck size={16} aria-hidden />,
  narrow: <TriangleAlert size={16} aria-hidden />,
  wide: <CircleHelp size={16} aria-hidden />,
  unknown: <CircleHelp size={16} aria-hidden />,
}

/** Past weeks as they were forecast, the actual visitors, and how accurate that was. */
export function PastWeeks({ past, input, names, view, change, onDay }: PastWeeksProps): ReactNode {
  const format = useFormat()
  const t = format.texts.forecast
  const client = useTRPCClient()
  const { weeks, timeZone, slotMinutes } = past
  const chosen = weeks.find(({ week }) => week.date === view.pastWeek) ?? weeks.at(-1)
  const isWhole = view.detail === 'days'
  const places = useMemo(() => {
    if (isWhole)
      return dayPlaces(
        weeks.flatMap(({ days }) => days),
        format,
      )
    return chosen === undefined ? [] : slotPlaces(chosen, { timeZone, slotMinutes }, format)
  }, [isWhole, weeks, chosen, timeZone, slotMinutes, format])
  const accuracy = accuracyText(past.accuracy, slotMinutes, format)
  if (chosen === undefined) {
    return (
      <EmptyState title={t.noPastTitle}>
        <p>{t.noPast}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <div className={`accuracy accuracy-${accuracy.trust}`}>
        <p className="accuracy-headline">
          {TRUST_ICONS[accuracy.trust]}
          {accuracy.headline}
        </p>
        <p className="quiet">{accuracy.sentences.join(' ')}</p>
      </div>
      <BandPanel
        title={isWhole ? t.lastWeeks({ count: weeks.length }) : weekDates(chosen.week.date, format)}
        name={t.pastName}
        places={places}
        timeZone={timeZone}
        names={names}
        view={view}
        change={change}
        csv={() => client.forecast.pastCsv.query({ ...input, weeks: weeks.length, table: view.detail })}
        onDay={onDay}
        tools={isWhole ? null : <WeekSteps weeks={weeks} chosen={chosen} change={change} />}
      />
    </>
  )
}

interface WeekStepsProps {
  readonly weeks: readonly PastWeek[]
  readonly chosen: PastWeek
  readonly change: ChangeForecastView
}

/** Steps from one past week to the next, and says how the shown one went. */
function WeekSteps({ weeks, chosen, change }: WeekStepsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.forecast
  const index = weeks.indexOf(chosen)
  const step = (to: PastWeek | undefined): void =>
    to === undefined ? undefined : change({ pastWeek: to.week.date }, 'replace')
  const { visitors, lower80, upper80, actual } = chosen.week
  const forecast = {
    expected: format.count(visitors),
    range: intervalText({ lower: lower80, upper: upper80 }, format),
  }
  return (
    <span className="week-steps">
      <Button
        kind="quiet"
        icon={<ChevronLeft size={16} aria-hidden />}
        aria-label={t.previousWeek}
        isDisabled={index <= 0}
        onPress={() => step(weeks[index - 1])}
      />
      <Button
        kind="quiet"
        icon={<ChevronRight size={16} aria-hidden />}
        aria-label={t.nextWeek}
        isDisabled={index >= weeks.length - 1}
        onPress={() => step(weeks[index + 1])}
      />
      <span className="quiet" aria-live="polite">
        {actual === null ? t.weekSumUnknown(forecast) : t.weekSum({ ...forecast, actual: format.count(actual) })}
      </span>
    </span>
  )
}
