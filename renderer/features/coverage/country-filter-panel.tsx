import { Check } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components'
import type { CountryFilter } from '../../../shared/coverage/types.ts'
import { Button } from '../../kit/button.tsx'
import { RadioField } from '../../kit/fields.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { ruleText } from '../../format/country-text.ts'
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
  const t = format.texts.coverage
  const [mode, setMode] = useState<Mode>(filterMode(chosen))
  const [countries, setCountries] = useState<readonly string[]>(chosen?.countries ?? [])
  const listed = mode === 'allowlist' || mode === 'blocklist'
  const codes = [...new Set([...overview.countries, ...countries])].toSorted((a, b) =>
    format.country(a).localeCompare(format.country(b)),
  )
  const apply = (): void => {
    close()
    if (mode === 'rule') onChange(null)
    else if (mode === 'all') onChange({ mode: 'blocklist', countries: [] })
    else onChange({ mode, countries })
  }
  return (
    <div className="country-panel">
      <RadioField
        label={t.whichCountries}
        value={mode}
        onChange={setMode}
        choices={[
          {
            id: 'rule',
            label: t.organizationDefault,
            hint: overview.countryRule === null ? t.noRule : ruleText(overview.countryRule, format),
          },
          { id: 'all', label: format.texts.filters.allCountries },
          { id: 'allowlist', label: t.onlyThese },
          { id: 'blocklist', label: t.allButThese },
        ]}
        hint={t.unknownCounts}
      />
      {listed ? <CountryList codes={codes} chosen={countries} onChoose={setCountries} /> : null}
      <div className="country-actions">
        {listed && countries.length === 0 ? <p className="field-hint">{t.chooseOne}</p> : <span />}
        <Button kind="primary" isDisabled={listed && countries.length === 0} onPress={apply}>
          {format.texts.filters.show}
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
  const t = format.texts.coverage
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <div>
      <Autocomplete filter={contains}>
        <SearchField className="option-search">
          <Label className="visually-hidden">{t.searchCountry}</Label>
          <Input className="option-search-input" placeholder={t.searchCountry} />
        </SearchField>
        <ListBox
          className="option-list country-list"
          aria-label={t.countries}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => onChoose(keys === 'all' ? codes : [...keys].map(String))}
          items={codes.map((code) => ({ id: code, label: format.country(code) }))}
          renderEmptyState={() => <p className="option-list-empty">{t.noSuchCountry}</p>}
        >
          {(country) => (
            <ListBoxItem className="option" textValue={country.label}>
              {({ isSelected }) => (
                <>
                  <span className="option-check">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
                  <span className="option-label" translate="no">
                    {country.label}
                  </span>
                  <span className="option-detail" translate="no">
                    {country.id === 'OTHER' ? '' : country.id}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

function filterMode(filter: CountryFilter | null): Mode {
  if (filter === null) return 'rule'
  return filter.countries.length === 0 ? 'all' : filter.mode
}
