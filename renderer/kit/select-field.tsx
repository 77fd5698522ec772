import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'
import type { Option } from './option-list.tsx'
import './fields.css'
import './select-field.css'

interface SelectFieldProps {
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (id: string) => void
  /** Where its place says what it is to those who see it. */
  readonly hideLabel?: boolean
  /** For options that take a while to compute. */
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** One of several, in a list that opens. */
export function SelectField({
  label,
  hint,
  options,
  value,
  onChange,
  hideLabel = false,
  onOpenChange,
}: SelectFieldProps): ReactNode {
  const chosen = options.find((option) => option.id === value)
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => (key === null ? undefined : onChange(String(key)))}
      {...(onOpenChange && { onOpenChange })}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-input select-button">
        <SelectValue className="select-value" {...notTranslated(chosen)}>
          {({ selectedText }) => chosen?.label ?? selectedText}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <Popover className="popover" offset={4}>
        <ListBox className="option-list select-list" items={options}>
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className="option-check">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
                  <span className="option-label" {...notTranslated(option)}>
                    {option.label}
                  </span>
                  {option.detail === undefined ? null : <span className="option-detail">{option.detail}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

function notTranslated(option: Option | undefined): { readonly translate?: 'no' } {
  return option?.isName === true ? { translate: 'no' } : {}
}
