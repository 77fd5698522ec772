import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { LIMITS } from '../../../../../shared/contract/limits.ts'
import { addDays, weekStartOf } from '../../../../../shared/time/local.ts'
import { Button } from '../../../../kit/button.tsx'
import { DateField } from '../../../../kit/date-field.tsx'
import { PopoverButton } from '../../../../kit/popover-button.tsx'
import { useFormat } from '../../../../format/format-context.tsx'

interface WeekChoiceProps {
  /** Local date on which the week begins that is asked for. */
  readonly week: string
  /** It is being read. */
  readonly isChanging: boolean
  readonly onWeek: (week: string) => void
}

/** Goes from week to week, or to the week of a date. */
export function WeekChoice({ week, isChanging, onWeek }: WeekChoiceProps): ReactNode {
  const format = useFormat()
  const { plan: t } = format.texts
  const label = t.weekOf({ date: format.date(week, 'day') })
  return (
    <>
      <div className="plan-toolbar-week">
        <Button
          kind="quiet"
          icon={<ChevronLeft size={16} aria-hidden />}
          aria-label={t.weekBefore}
          onPress={() => onWeek(addDays(week, -7))}
        />
        <PopoverButton name={t.goToWeek} value={label}>
          {(close) => (
            <WeekForm
              week={week}
              onWeek={(next) => {
                close()
                onWeek(next)
              }}
            />
          )}
        </PopoverButton>
        <Button
          kind="quiet"
          icon={<ChevronRight size={16} aria-hidden />}
          aria-label={t.weekAfter}
          onPress={() => onWeek(addDays(week, 7))}
        />
      </div>
      <output className="quiet">{isChanging ? t.learning : <span className="visually-hidden">{label}</span>}</output>
    </>
  )
}

function WeekForm({ week, onWeek }: Pick<WeekChoiceProps, 'week' | 'onWeek'>): ReactNode {
  const { weekOrder, texts } = useFormat()
  const { plan: t } = texts
  const [date, setDate] = useState<string | null>(week)
  const isOutside = date !== null && (date < LIMITS.firstDate || date > LIMITS.lastDate)
  return (
    <Form
      className="week-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (date !== null && !isOutside) onWeek(weekStartOf(date, weekOrder[0]!))
      }}
    >
      <DateField
        label={t.dateInWeek}
        value={date}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to write here
        autoFocus
        onChange={setDate}
        problem={
          isOutside ? t.yearRange({ first: LIMITS.firstDate.slice(0, 4), last: LIMITS.lastDate.slice(0, 4) }) : null
        }
      />
      <Button kind="primary" type="submit" isDisabled={date === null || isOutside}>
        {t.showWeek}
      </Button>
    </Form>
  )
}
