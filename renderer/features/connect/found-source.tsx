import { CircleCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ZoneField } from '../../components/zone-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { GoodAnswer } from './connect-form.ts'

interface FoundSourceProps {
  readonly found: GoodAnswer
  readonly existing: { readonly name: string; readonly organizationId: string | null } | null
  readonly isPending: boolean
  readonly onStart: (choice: { readonly organizationId: string | null; readonly name: string | null; readonly weeks: number; readonly timeZone: string }) => void
}

/** Of the person who connects; the computer that Covercast runs on may be set to another. */
const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

const HISTORY = [
  { id: '4', label: '4 weeks' },
  { id: '13', label: '13 weeks' },
  { id: '26', label: '26 weeks', detail: 'recommended' },
  { id: '52', label: 'A year' },
  { id: '104', label: 'Two years' },
]

/** What a test found, and the last choices before the first sync. */
export function FoundSource({ found, existing, isPending, onStart }: FoundSourceProps): ReactNode {
  const format = useFormat()
  const [organizationId, setOrganizationId] = useState(existing?.organizationId ?? found.organizations[0]?.id ?? '')
  const [weeks, setWeeks] = useState('26')
  const [name, setName] = useState('')
  const [timeZone, setTimeZone] = useState<string | null>(null)
  const chosen = found.organizations.find((one) => one.id === organizationId)
  return (
    <section className="panel" aria-label="What was found">
      <div className="found" aria-live="polite">
        <CircleCheck size={16} aria-hidden className="found-icon" />
        <div>
          <h2>The connection works</h2>
          <ul>
            {found.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {found.earliest === null || found.latest === null ? null : (
              <li>
                Visits from {format.date(found.earliest.slice(0, 10))} to {format.date(found.latest.slice(0, 10))}.
              </li>
            )}
          </ul>
          {found.advice.length === 0 ? null : (
            <>
              <h3 className="found-advice">What would make it faster</h3>
              <ul>
                {found.advice.map((advice) => (
                  <li key={advice}>{advice}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
      {found.organizations.length > 1 && existing === null ? (
        <SelectField
          label="Organization"
          value={organizationId}
          onChange={setOrganizationId}
          options={found.organizations.map((one) => ({ id: one.id, label: one.name ?? one.id, ...(one.name === null ? {} : { detail: one.id.slice(0, 8) }) }))}
        />
      ) : null}
      {existing === null ? (
        <div className="connect-pair">
          <TextField label="Name of the workspace" value={name} onChange={setName} placeholder={chosen?.name ?? 'As the organization'} maxLength={120} />
          <SelectField label="How far back" value={weeks} onChange={setWeeks} options={HISTORY} hint="The newest days come first; more can be brought later." />
          <ZoneField
            name="Time zone of the workspace"
            value={timeZone}
            usual={OWN_ZONE}
            onChange={setTimeZone}
            hint="Days and hours are counted in it: best that of the people who serve. It can be changed later."
          />
        </div>
      ) : null}
      <div className="connect-actions">
        <Button
          kind="primary"
          isDisabled={isPending}
          onPress={() =>
            onStart({
              organizationId: organizationId === '' ? null : organizationId,
              name: existing === null ? (name.trim() === '' ? null : name.trim()) : existing.name,
              weeks: Number(weeks),
              timeZone: timeZone ?? OWN_ZONE,
            })
          }
        >
          {isPending ? 'Connecting' : existing === null ? 'Start' : 'Use this connection'}
        </Button>
      </div>
    </section>
  )
}
