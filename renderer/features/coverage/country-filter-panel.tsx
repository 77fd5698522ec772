import { Check } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { Button } from '../../components/button.tsx'
import { RadioField } from '../../components/fields.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { ruleWords } from '../../format/country-words.ts'
import type { Overview } from './report.ts'
import './country-filter-panel.css'

type Mode = 'rule' | 'all' | 'allowlist' | 'blocklist'

interface CountryFilterPanelProps {
  readonly overview: Overview
  /** null: the organization's own rule. */
  readonly chosen: CountryFilter | null
  readonly onChange: (filter: CountryFilter | null) => void
  readonly close: () => void
}

/** Which countries count: by the organization's own rule, all, or a chosen few. */
export function CountryFilterPanel({ overview, chosen, onChange, close }: CountryFilterPanelProps): ReactNode {
  const format = useFormat()
  const [mode, setMode] = useState<Mode>(modeOf(chosen))
  const [countries, setCountries] = useState<readonly string[]>(chosen?.countries ?? [])
  const listed = mode === 'allowlist' || mode === 'blocklist'
  const codes = [...new Set([...overview.countries, ...countries])].toSorted((a, b) => format.country(a).localeCompare(format.country(b)))
  const apply = (): void => {
    close()
    if (mode === 'rule') onChange(null)
    else if (mode === 'all') onChange({ mode: 'blocklist', countries: [] })
    else onChange({ mode, countries })
  }
  return (
    <div className="country-panel">
      <RadioField
        label="Which countries count"
        value={mode}
        onChange={setMode}
        choices={[
          { id: 'rule', label: 'As the organization has it', hint: overview.countryRule === null ? 'It has no rule: all countries' : ruleWords(overview.countryRule, format) },
          { id: 'all', label: 'All countries' },
          { id: 'allowlist', label: 'Only these' },
          { id: 'blocklist', label: 'All but these' },
        ]}
        hint="A visitor whose country is unknown always counts."
      />
      {listed ? <CountryList codes={codes} chosen={countries} onChoose={setCountries} /> : null}
      <div className="country-actions">
        {listed && countries.length === 0 ? <p className="field-hint">Choose at least one.</p> : <span />}
        <Button kind="primary" isDisabled={listed && countries.length === 0} onPress={apply}>
          Show
        </Button>
      </div>
    </div>
  )
}

interface CountryListProps {
  readonly codes: readonly string[]
  readonly chosen: readonly string[]
  readonly onChoose: (codes: readonly string[]) => void
}

function CountryList({ codes, chosen, onChoose }: CountryListProps): ReactNode {
  const format = useFormat()
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <div>
      <Autocomplete filter={contains}>
        <SearchField className="option-search">
          <Label className="visually-hidden">Search a country</Label>
          <Input className="option-search-input" placeholder="Search a country" />
        </SearchField>
        <ListBox
          className="option-list country-list"
          aria-label="Countries"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => onChoose(keys === 'all' ? codes : [...keys].map(String))}
          items={codes.map((code) => ({ id: code, label: format.country(code) }))}
          renderEmptyState={() => <p className="option-list-empty">No such country among the visitors.</p>}
        >
          {(country) => (
            <ListBoxItem className="option" textValue={country.label}>
              {({ isSelected }) => (
                <>
                  <span className="option-check">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
                  <span className="option-label">{country.label}</span>
                  <span className="option-detail">{country.id === 'OTHER' ? '' : country.id}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

function modeOf(filter: CountryFilter | null): Mode {
  if (filter === null) return 'rule'
  return filter.countries.length === 0 ? 'all' : filter.mode
}
