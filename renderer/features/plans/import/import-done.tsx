import type { ReactNode } from 'react'
import { useTexts } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ModalActions } from '../../../kit/modal.tsx'
import type { StoredRoster } from './import-types.ts'

interface ImportDoneProps {
  readonly stored: StoredRoster
  readonly onClose: () => void
  readonly onOpen: (planId: string) => void
}

/** What was stored of a roster, and what to know before its plan is opened. */
export function ImportDone({ stored, onClose, onOpen }: ImportDoneProps): ReactNode {
  const t = useTexts('rosterImport')
  const { plan, change, warnings, absencesAdded } = stored
  return (
    <div className="import">
      {plan === null ? null : (
        <p>
          {change === null
            ? t.done.made({ name: plan.name })
            : change.added === 0 && change.removed === 0
              ? t.done.same({ name: plan.name })
              : t.done.changed({ name: plan.name, ...change })}
        </p>
      )}
      {absencesAdded === 0 ? null : <p>{t.done.absences({ count: absencesAdded })}</p>}
      {warnings.length === 0 ? null : (
        <ul className="imported-warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <ModalActions>
        <Button onPress={onClose}>{t.done.notNow}</Button>
        {plan === null ? null : (
          <Button kind="primary" onPress={() => onOpen(plan.id)}>
            {t.done.openPlan}
          </Button>
        )}
      </ModalActions>
    </div>
  )
}
