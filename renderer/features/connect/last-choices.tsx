import type { ReactNode } from 'react'
import { Card } from '../../kit/card.tsx'
import { Button } from '../../kit/button.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { TextField } from '../../kit/fields.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { ZoneField } from '../../kit/zone-field.tsx'

/** What is chosen of a new workspace, as it was typed: it outlasts another test or other tables. */
export interface NewWorkspace {
  /** '': as the organization. */
  readonly name: string
  /** How far back the first sync goes. */
  readonly weeks: string
  /** null: the zone of the person who connects. */
  readonly timeZone: string | null
}

export const NEW_WORKSPACE: NewWorkspace = { name: '', weeks: '26', timeZone: null }

interface LastChoicesProps {
  /** The workspace that is changed; null: a new one. */
  readonly existing: { readonly name: string } | null
  readonly organizationName: string | null
  readonly chosen: NewWorkspace
  readonly onChoose: (patch: Partial<NewWorkspace>) => void
  /** Of the person who connects; the computer that Covercast runs on may be set to another. */
  readonly ownZone: string
  readonly isPending: boolean
  readonly onStart: () => void
}

/** The last choices before the first sync. */
export function LastChoices({
  existing,
  organizationName,
  chosen,
  onChoose,
  ownZone,
  isPending,
  onStart,
}: LastChoicesProps): ReactNode {
  const t = useTexts('connect')
  const history = [
    { id: '4', label: t.weeks({ count: 4 }) },
    { id: '13', label: t.weeks({ count: 13 }) },
    { id: '26', label: t.weeks({ count: 26 }), detail: t.recommended },
    { id: '52', label: t.year },
    { id: '104', label: t.twoYears },
  ]
  return (
    <Card kind="form" label={existing === null ? t.newWorkspace : t.workspace}>
      {existing === null ? (
        <div className="connect-pair">
          <TextField
            label={t.workspaceName}
            value={chosen.name}
            onChange={(name) => onChoose({ name })}
            placeholder={organizationName ?? t.asOrganization}
            maxLength={120}
          />
          <SelectField
            label={t.howFarBack}
            value={chosen.weeks}
            onChange={(weeks) => onChoose({ weeks })}
            options={history}
            hint={t.historyHint}
          />
          <ZoneField
            name={t.zoneOfWorkspace}
            value={chosen.timeZone}
            usual={ownZone}
            onChange={(timeZone) => onChoose({ timeZone })}
            hint={t.zoneHint}
          />
        </div>
      ) : null}
      <div className="connect-actions">
        <Button kind="primary" isPending={isPending} onPress={onStart}>
          {isPending ? t.connecting : existing === null ? t.connectAndSync : t.useConnection}
        </Button>
      </div>
    </Card>
  )
}
