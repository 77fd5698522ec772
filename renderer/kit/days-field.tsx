import type { ReactNode } from 'react'
import { useFormat } from '../format/format-context.tsx'
import { CheckboxList } from './checkbox-list.tsx'
import './days-field.css'

interface DaysFieldProps {
  readonly label: string
  /** 0 = Sunday, in order. */
  readonly days: readonly number[]
  readonly onChange: (days: readonly number[]) => void
  /** What is wrong where none is chosen; absent: nothing. */
  readonly problem?: string
}

/** Some days of the week. */
export function DaysField({ label, days, onChange, problem }: DaysFieldProps): ReactNode {
  const format = useFormat()
  return (
    <div className="days-field">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <CheckboxList
        name={label}
        options={format.weekOrder.map((day) => ({ id: String(day), label: format.dayName(day, 'short') }))}
        chosen={days.map(String)}
        onChange={(ids) => onChange(ids.map(Number).toSorted((one, other) => one - other))}
      />
      {days.length === 0 && problem !== undefined ? <span className="field-error">{problem}</span> : null}
    </div>
  )
}
