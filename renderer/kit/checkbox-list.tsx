import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'
import type { Option } from './option-list.tsx'
import './checkbox-list.css'

interface CheckboxListProps {
  /** For those who do not see its place. */
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Any of a few, all in sight. */
export function CheckboxList({ name, options, chosen, onChange }: CheckboxListProps): ReactNode {
  return (
    <CheckboxGroup className="checkbox-list" aria-label={name} value={[...chosen]} onChange={onChange}>
      {options.map(({ id, label }) => (
        <Checkbox key={id} value={id} className="checkbox">
          {({ isSelected }) => (
            <>
              <span className="checkbox-box">
                {isSelected ? <Check size={12} strokeWidth={3} aria-hidden /> : null}
              </span>
              {label}
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}
