import { Search } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import './option-list.css'

interface SearchLineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** The field itself, to bring the keyboard there. */
  readonly field?: RefObject<HTMLInputElement | null>
}

/** A field to search what stands below it; Escape empties it. */
export function SearchLine({ label, value, onChange, field }: SearchLineProps): ReactNode {
  return (
    <SearchField className="option-search search-line" value={value} onChange={onChange}>
      <Label className="visually-hidden">{label}</Label>
      <Search size={14} aria-hidden />
      <Input className="option-search-input" placeholder={label} {...(field && { ref: field })} />
    </SearchField>
  )
}
