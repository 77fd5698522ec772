import { parseDate } from '@internationalized/date'
import type { ReactNode } from 'react'
import { DateField as AriaDateField, DateInput, DateSegment, FieldError, Label } from 'react-aria-components'
import './fields.css'
import './date-range-panel.css'

interface DateFieldProps {
  readonly label: string
  /** Local date; null: none yet, or not wholly written. */
  readonly value: string | null
  readonly onChange: (date: string | null) => void
  readonly problem?: string | null
  /** It was opened to write here. */
  readonly autoFocus?: boolean
}

/** A date, to be typed or stepped through part by part. */
export function DateField({ label, value, onChange, problem = null, autoFocus = false }: DateFieldProps): ReactNode {
  return (
    <AriaDateField
      className="field"
      validationBehavior="aria"
      isInvalid={problem !== null}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the user asked to write here
      autoFocus={autoFocus}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString().slice(0, 10))}
    >
      <Label className="field-label">{label}</Label>
      <DateInput className="field-input date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
      <FieldError className="field-error">{problem}</FieldError>
    </AriaDateField>
  )
}
