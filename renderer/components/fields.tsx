import type { ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  NumberField as AriaNumberField,
  Radio,
  RadioGroup,
  Switch,
  Text,
  TextField as AriaTextField,
  type NumberFieldProps,
  type TextFieldProps,
} from 'react-aria-components'
import './fields.css'

interface Described {
  readonly label: string
  readonly hint?: string | undefined
}

interface TextFieldOwnProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'>, Described {
  readonly placeholder?: string
  /** Names and paths read better in a fixed pitch. */
  readonly fixed?: boolean
}

/** One line of text with a label above it. */
export function TextField({ label, hint, placeholder, fixed = false, ...rest }: TextFieldOwnProps): ReactNode {
  return (
    <AriaTextField {...rest} className="field">
      <Label className="field-label">{label}</Label>
      <Input className={fixed ? 'field-input field-fixed' : 'field-input'} placeholder={placeholder ?? ''} spellCheck={false} autoComplete="off" />
      <Hint text={hint} />
      <FieldError className="field-error" />
    </AriaTextField>
  )
}

interface NumberFieldOwnProps extends Omit<NumberFieldProps, 'className' | 'style' | 'children'>, Described {
  readonly unit?: string
}

export function NumberField({ label, hint, unit, ...rest }: NumberFieldOwnProps): ReactNode {
  return (
    <AriaNumberField {...rest} className="field">
      <Label className="field-label">{label}</Label>
      <span className="field-row">
        <Input className="field-input field-number" />
        {unit === undefined ? null : <span className="quiet">{unit}</span>}
      </span>
      <Hint text={hint} />
      <FieldError className="field-error" />
    </AriaNumberField>
  )
}

interface Choice<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly hint?: string
}

interface RadioFieldProps<Id extends string> extends Described {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  /** Side by side, as one control. */
  readonly inline?: boolean
}

/** One of a few, all in sight. */
export function RadioField<Id extends string>({ label, hint, choices, value, onChange, inline = false }: RadioFieldProps<Id>): ReactNode {
  return (
    <RadioGroup
      className="field"
      value={value}
      orientation={inline ? 'horizontal' : 'vertical'}
      onChange={(id) => {
        const choice = choices.find((one) => one.id === id)
        if (choice) onChange(choice.id)
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className={inline ? 'segments' : 'radios'}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={inline ? 'segment' : 'radio'}>
            {inline ? null : <span className="radio-dot" aria-hidden />}
            <span>
              {choice.label}
              {choice.hint === undefined ? null : <span className="field-hint radio-hint">{choice.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <Hint text={hint} />
    </RadioGroup>
  )
}

interface SwitchFieldProps extends Described {
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
}

export function SwitchField({ label, hint, isSelected, onChange }: SwitchFieldProps): ReactNode {
  return (
    <Switch className="switch" isSelected={isSelected} onChange={onChange}>
      <span className="switch-track" aria-hidden />
      <span>
        {label}
        {hint === undefined ? null : <span className="field-hint radio-hint">{hint}</span>}
      </span>
    </Switch>
  )
}

function Hint({ text }: { readonly text: string | undefined }): ReactNode {
  return text === undefined ? null : (
    <Text slot="description" className="field-hint">
      {text}
    </Text>
  )
}
