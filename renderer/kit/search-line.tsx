import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import './option-list.css'

interface SearchLineProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Of the field, to bring the keyboard there. */
  readonly id?: string
}

/** A field to search what stands below it; Escape empties it. */
export function SearchLine({ label, value, onChange, id }: SearchLineProps): ReactNode {
  return (
    <SearchField
      {...(id !== undefined && { id })}
      className="option-search search-line"
      value={value}
      onChange={onChange}
    >
      <Label className="visually-hidden">{label}</Label>
      <Search size={14} aria-hidden />
      <Input className="option-search-input" placeholder={label} />
    </SearchField>
  )
}
