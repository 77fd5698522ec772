import { useState, type ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  Radio,
  RadioGroup,
  Switch,
  Text,
  TextField as AriaTextField,
  type TextFieldProps,
} from 'react-aria-components'
import { numberProblem, parseNumber, textFor, type NumberRange } from './number-text.ts'
import './fields.css'

interface Described {
  readonly label: string
  readonly hint?: string | undefined
}

interface TextFieldOwnProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'>, Described {
  readonly placeholder?: string
  /** Names and paths read better in a fixed pitch. */
  readonly fixed?: boolean
  /** What is wrong with it; said below it. */
  readonly problem?: string | null
}

/** One line of text with a label above it. */
export function TextField({ label, hint, placeholder, fixed = false, problem, ...rest }: TextFieldOwnProps): ReactNode {
  return (
    <AriaTextField
      {...rest}
      {...(problem === undefined ? {} : { isInvalid: problem !== null, validationBehavior: 'aria' as const })}
      className="field"
    >
      <Label className="field-label">{label}</Label>
      <Input
        className={fixed ? 'field-input field-fixed' : 'field-input'}
        placeholder={placeholder ?? ''}
        spellCheck={false}
        autoComplete="off"
      />
      <Hint text={hint} />
      {problem === undefined ? (
        <FieldError className="field-error" />
      ) : (
        <FieldError className="field-error">{problem}</FieldError>
      )}
    </AriaTextField>
  )
}

interface NumberFieldProps extends Described, NumberRange {
  readonly unit: string
  /** NaN: what was typed is no whole number. */
  readonly value: number
  /** With every key, whether the number is in the range or not: nothing that was typed is changed silently. */
  readonly onChange: (value: number) => void
}

/** A whole number; one that cannot be taken is said at once. */
export function NumberField({ label, hint, unit, value, minValue, maxValue, onChange }: NumberFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const problem = numberProblem(value, { minValue, maxValue })
  return (
    <AriaTextField
      className="field"
      validationBehavior="aria"
      inputMode="numeric"
      isInvalid={problem !== null}
      value={textFor(value, typed)}
      onChange={(text) => {
        setTyped(text)
        onChange(parseNumber(text))
      }}
    >
      <Label className="field-label">{label}</Label>
      <span className="field-row">
        <Input className="field-input field-number" autoComplete="off" />
        <span className="quiet">{unit}</span>
      </span>
      <Hint text={hint} />
      <FieldError className="field-error">{problem}</FieldError>
    </AriaTextField>
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
export function RadioField<Id extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
  inline = false,
}: RadioFieldProps<Id>): ReactNode {
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
