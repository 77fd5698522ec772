import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import './fields.css'

interface SegmentsProps<Id extends string> {
  /** What is chosen here, for those who do not see its place. */
  readonly name: string
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}

/** One of a few, side by side as one control whose place says what it is. */
export function Segments<Id extends string>({ name, choices, value, onChange }: SegmentsProps<Id>): ReactNode {
  return (
    <RadioGroup
      aria-label={name}
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const choice = choices.find((one) => one.id === id)
        if (choice !== undefined) onChange(choice.id)
      }}
      className="segments"
    >
      {choices.map(({ id, label }) => (
        <Radio key={id} value={id} className="segment">
          {label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
