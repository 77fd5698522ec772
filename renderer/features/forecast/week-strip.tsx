import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import type { Forecast } from './forecast-types.ts'
import { intervalText, weekDates } from './forecast-text.ts'
import type { WeekChoices } from './weeks.ts'

interface WeekStripProps {
  readonly choices: WeekChoices
  /** In the order of the weeks; undefined: not there yet. */
  readonly forecasts: readonly (Forecast | undefined)[]
  readonly onChoose: (firstDate: string) => void
}

/** Weeks as sums with their ranges; one of them is shown below. */
export function WeekStrip({ choices, forecasts, onChoose }: WeekStripProps): ReactNode {
  const t = useTexts('forecast')
  const { earlier, later } = choices
  return (
    <div className="week-strip">
      <Button
        kind="quiet"
        icon={<ChevronLeft size={16} aria-hidden />}
        aria-label={t.earlierWeeks}
        isDisabled={earlier === null}
        onPress={() => (earlier === null ? undefined : onChoose(earlier))}
      />
      <RadioGroup
        className="week-strip-weeks"
        aria-label={t.weeks}
        orientation="horizontal"
        value={choices.chosen}
        onChange={onChoose}
      >
        {choices.weeks.map((firstDate, index) => (
          <WeekCard
            key={firstDate}
            firstDate={firstDate}
            isThisWeek={firstDate === choices.thisWeek}
            forecast={forecasts[index]}
          />
        ))}
      </RadioGroup>
      <Button
        kind="quiet"
        icon={<ChevronRight size={16} aria-hidden />}
        aria-label={t.laterWeeks}
        isDisabled={later === null}
        onPress={() => (later === null ? undefined : onChoose(later))}
      />
    </div>
  )
}

interface WeekCardProps {
  readonly firstDate: string
  readonly isThisWeek: boolean
  readonly forecast: Forecast | undefined
}

function WeekCard({ firstDate, isThisWeek, forecast }: WeekCardProps): ReactNode {
  const format = useFormat()
  const t = format.texts.forecast
  const title = isThisWeek ? t.thisWeek : weekDates(firstDate, format)
  const interval =
    forecast === undefined ? '' : intervalText({ lower: forecast.week.lower80, upper: forecast.week.upper80 }, format)
  const label =
    forecast === undefined
      ? t.weekCardLoading({ week: title })
      : t.weekCard({ week: title, count: Math.round(forecast.week.visitors), range: interval })
  return (
    <Radio value={firstDate} className="week-card" aria-label={label}>
      <span className="week-card-title">{title}</span>
      <span className="week-card-value">{forecast === undefined ? '…' : format.count(forecast.week.visitors)}</span>
      <span className="week-card-band">{interval === '' ? ' ' : interval}</span>
    </Radio>
  )
}
