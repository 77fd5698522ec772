import type { ReactNode } from 'react'
import { FieldError, Input, Label, TextField as AriaTextField } from 'react-aria-components'
import './fields.css'
import './short-field.css'

interface ShortFieldProps {
  /** In full, for those who do not see its place: "Hours a week, at least". */
  readonly name: string
  /** Before the field: "at least". */
  readonly before?: string
  /** After it: "hours". */
  readonly after?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly problem: string | null
  /** What holds while the field is empty. */
  readonly placeholder?: string
}

/** A number that may be left out, in a line with words. */
export function ShortField({ name, before, after, value, onChange, problem, placeholder }: ShortFieldProps): ReactNode {
  return (
    <AriaTextField
      className="field short-field"
      validationBehavior="aria"
      inputMode="decimal"
      isInvalid={problem !== null}
      value={value}
      onChange={onChange}
    >
      <Label className="visually-hidden">{name}</Label>
      <span className="short-field-row">
        {before === undefined ? null : <span aria-hidden>{before}</span>}
        <Input
          className="field-input field-number"
          placeholder={placeholder ?? ''}
          autoComplete="off"
          spellCheck={false}
        />
        {after === undefined ? null : <span className="quiet">{after}</span>}
      </span>
      <FieldError className="field-error">{problem}</FieldError>
    </AriaTextField>
  )
}
