import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ZoneField } from '../../components/zone-field.tsx'

export interface LastChoice {
  /** null: as the organization. */
  readonly name: string | null
  readonly weeks: number
}

interface LastChoicesProps {
  /** The workspace that is changed; null: a new one. */
  readonly existing: { readonly name: string } | null
  readonly organizationName: string | null
  readonly timeZone: string | null
  /** Of the person who connects; the computer that Covercast runs on may be set to another. */
  readonly ownZone: string
  readonly onTimeZone: (zone: string | null) => void
  readonly isPending: boolean
  readonly onStart: (choice: LastChoice) => void
}

const HISTORY = [
  { id: '4', label: '4 weeks' },
  { id: '13', label: '13 weeks' },
  { id: '26', label: '26 weeks', detail: 'recommended' },
  { id: '52', label: 'A year' },
  { id: '104', label: 'Two years' },
]

/** The last choices before the first sync. */
export function LastChoices({ existing, organizationName, timeZone, ownZone, onTimeZone, isPending, onStart }: LastChoicesProps): ReactNode {
  const [weeks, setWeeks] = useState('26')
  const [name, setName] = useState('')
  return (
    <section className="panel" aria-label={existing === null ? 'New workspace' : 'Workspace'}>
      {existing === null ? (
        <div className="connect-pair">
          <TextField label="Name of the workspace" value={name} onChange={setName} placeholder={organizationName ?? 'As the organization'} maxLength={120} />
          <SelectField label="How far back" value={weeks} onChange={setWeeks} options={HISTORY} hint="The newest days come first. You can add more later." />
          <ZoneField
            name="Time zone of the workspace"
            value={timeZone}
            usual={ownZone}
            onChange={onTimeZone}
            hint="Days and hours are counted in this zone. Choose that of the people who serve. You can change it later."
          />
        </div>
      ) : null}
      <div className="connect-actions">
        <Button
          kind="primary"
          isDisabled={isPending}
          onPress={() => onStart({ name: existing === null ? (name.trim() === '' ? null : name.trim()) : existing.name, weeks: Number(weeks) })}
        >
          {isPending ? 'Connecting' : existing === null ? 'Connect and sync' : 'Use this connection'}
        </Button>
      </div>
    </section>
  )
}
