import { Check, Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  SearchField,
  useFilter,
  Virtualizer,
} from 'react-aria-components'
import { useTexts } from '../format/format-context.tsx'
import './option-list.css'

export interface Option {
  readonly id: string
  readonly label: string
  /** Quiet second line or remark. */
  readonly detail?: string
  /** It is a name, which no language translates. */
  readonly isName?: boolean
  /** It is shown, and cannot be chosen; the detail should say why. */
  readonly isDisabled?: boolean
}

const ROW_HEIGHT = 32

interface OptionListProps<One extends Option> {
  readonly name: string
  readonly options: readonly One[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  /** Offers a field to search in. */
  readonly searchLabel?: string
  readonly emptyText?: string
  /** Finds what was typed, the likeliest first; absent: what contains it. */
  readonly find?: (options: readonly One[], typed: string) => readonly One[]
}

/** A list of which one is chosen, with a field to search it where it is long. */
export function OptionList<One extends Option>({
  name,
  options,
  selected,
  onSelect,
  searchLabel,
  emptyText,
  find,
}: OptionListProps<One>): ReactNode {
  const t = useTexts('kit')
  const [typed, setTyped] = useState('')
  const { contains } = useFilter({ sensitivity: 'base' })
  const list = (
    <ListBox
      className={searchLabel === undefined ? 'option-list' : 'option-list option-list-wide'}
      aria-label={name}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to choose here
      autoFocus={searchLabel === undefined}
      selectionMode="single"
      escapeKeyBehavior="none"
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        // None: what is chosen already was chosen again.
        const [id = selected] = keys === 'all' ? [] : [...keys]
        onSelect(String(id))
      }}
      items={find === undefined ? options : find(options, typed)}
      renderEmptyState={() => <p className="option-list-empty">{emptyText ?? t.noMatch}</p>}
    >
      {(option) => (
        <ListBoxItem
          className="option"
          id={option.id}
          isDisabled={option.isDisabled ?? false}
          textValue={`${option.label} ${option.detail ?? ''}`}
        >
          <span className="option-check">{option.id === selected ? <Check size={14} aria-hidden /> : null}</span>
          <span className="option-label" translate={option.isName ? 'no' : undefined}>
            {option.label}
          </span>
          {option.detail === undefined ? null : (
            <span className="option-detail" translate={option.isName ? 'no' : undefined}>
              {option.detail}
            </span>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  )
  if (searchLabel === undefined) return list
  return (
    <Autocomplete {...(find === undefined ? { filter: contains } : {})} inputValue={typed} onInputChange={setTyped}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to search here */}
      <SearchField className="option-search" autoFocus>
        <Label className="visually-hidden">{searchLabel}</Label>
        <Search size={14} aria-hidden />
        <Input className="option-search-input" placeholder={searchLabel} />
      </SearchField>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
        {list}
      </Virtualizer>
    </Autocomplete>
  )
}
