import { Time } from '@internationalized/date'
import type { ReactNode } from 'react'
import { DateInput, DateSegment, FieldError, Label, TimeField as AriaTimeField } from 'react-aria-components'
import { DAY_MINUTES } from '../../shared/foundation/minutes.ts'
import './time-field.css'

interface TimeFieldProps {
  readonly label: string
  /** Minutes after midnight; past 1440 it is shown as the time of the next day. */
  readonly minute: number
  readonly onChange: (minuteOfDay: number) => void
  readonly problem?: string | null
  /** Where its place says what it is to those who see it. */
  readonly hideLabel?: boolean
}

/** A time of the wall clock, to be typed or stepped through. */
export function TimeField({ label, minute, onChange, problem = null, hideLabel = false }: TimeFieldProps): ReactNode {
  const ofDay = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return (
    <AriaTimeField
      className="field"
      validationBehavior="aria"
      isInvalid={problem !== null}
      value={new Time(Math.floor(ofDay / 60), ofDay % 60)}
      onChange={(time) => (time === null ? undefined : onChange(time.hour * 60 + time.minute))}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <DateInput className="field-input time-input">
        {(segment) => <DateSegment className="time-segment" segment={segment} />}
      </DateInput>
      <FieldError className="field-error">{problem}</FieldError>
    </AriaTimeField>
  )
}
