import type { ReactNode } from 'react'
import { useTexts } from '../format/format-context.tsx'
import { cityOf } from '../../shared/time/zone-city.ts'
import { zoneOptions } from '../format/zone-options.ts'
import { findZones } from '../format/zone-search.ts'
import { useClock } from '../format/use-clock.ts'
import { OptionList } from './option-list.tsx'
import { PopoverButton } from './popover-button.tsx'

interface ZoneFieldProps {
  /** For those who do not see the label: "Time zone of the workspace". */
  readonly name: string
  /** null: as the computer. */
  readonly value: string | null
  /** The computer's, or the one in force. */
  readonly usual: string
  readonly onChange: (zone: string | null) => void
  readonly hint: string
  /** What null means, where it is not the computer's: "As the plan". */
  readonly unset?: string
}

/** Chooses a time zone, or to follow the computer's (or what `unset` says). */
export function ZoneField({ name, value, usual, onChange, hint, unset }: ZoneFieldProps): ReactNode {
  const clock = useClock()
  const filters = useTexts('filters')
  const t = useTexts('kit')
  const system = { id: 'system', label: unset ?? t.zoneOfComputer, detail: '', isName: false }
  return (
    <div className="field">
      <span className="field-label">{t.timeZone}</span>
      <div className="zone-field">
        <PopoverButton
          name={name}
          value={value === null ? (unset ?? t.zoneOfComputerIn({ city: cityOf(usual) })) : cityOf(value)}
          isName={value !== null}
        >
          {(close) => (
            <OptionList
              name={t.timeZones}
              searchLabel={t.searchZone}
              find={findZones}
              options={[system, ...zoneOptions(usual, clock, filters)]}
              selected={value ?? 'system'}
              onSelect={(zone) => {
                close()
                onChange(zone === 'system' ? null : zone)
              }}
            />
          )}
        </PopoverButton>
      </div>
      <p className="field-hint">{hint}</p>
    </div>
  )
}
