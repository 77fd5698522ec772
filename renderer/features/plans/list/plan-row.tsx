import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { Modal, ModalActions } from '../../../components/modal.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPC } from '../../../rpc.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { Overview } from '../../../workspace/workspace-types.ts'
import { ExportMenu } from '../export/export-menu.tsx'
import { nextWeek } from '../plan-route.ts'
import type { PlanEntry } from '../plan-types.ts'
import { planWords, stateWords } from './plan-words.ts'

interface PlanRowProps {
  readonly plan: PlanEntry
  readonly pools: Overview['pools']
  readonly onOpen: () => void
  readonly onChanged: () => Promise<void>
}

/** One plan of the list. */
export function PlanRow({ plan, pools, onOpen, onChanged }: PlanRowProps): ReactNode {
  const trpc = useTRPC()
  const format = useFormat()
  const clock = useClock()
  const { workspaceId } = useWorkspace()
  const request = { workspaceId, planId: plan.id }
  const duplicate = useMutation(trpc.plans.duplicate.mutationOptions({ onSuccess: onChanged }))
  const archive = useMutation(trpc.plans.archive.mutationOptions({ onSuccess: onChanged }))
  const restore = useMutation(trpc.plans.restore.mutationOptions({ onSuccess: onChanged }))
  const erase = useMutation(trpc.plans.erase.mutationOptions({ onSuccess: onChanged }))
  const [isAsking, setIsAsking] = useState(false)
  const error = duplicate.error ?? archive.error ?? restore.error ?? erase.error
  return (
    <li className="plan-row">
      <div className="plan-row-what">
        <h2>
          {plan.archived ? (
            plan.name
          ) : (
            <button type="button" className="plan-row-name" onClick={onOpen}>
              {plan.name}
            </button>
          )}
          <span className={`plan-state plan-state-${plan.state}`}>{stateWords(plan, format)}</span>
        </h2>
        <p className="quiet">{planWords(plan, pools, format)}</p>
      </div>
      <div className="plan-row-actions">
        {plan.archived ? (
          <>
            <Button kind="quiet" onPress={() => restore.mutate(request)}>
              Restore
            </Button>
            <Button kind="danger" onPress={() => setIsAsking(true)} aria-label={`Delete ${plan.name} for good`}>
              Delete for good
            </Button>
          </>
        ) : (
          <>
            <ExportMenu
              planId={plan.id}
              planName={plan.name}
              kind={plan.kind}
              week={plan.dates?.from ?? nextWeek(clock, { timeZone: plan.timeZone, firstDayOfWeek: format.weekOrder[0]! })}
              hasCommands={false}
            />
            <Button kind="quiet" onPress={() => duplicate.mutate({ ...request, name: null })} aria-label={`Duplicate ${plan.name}`}>
              Duplicate
            </Button>
            <Button kind="quiet" onPress={() => archive.mutate(request)} aria-label={`Archive ${plan.name}`}>
              Archive
            </Button>
          </>
        )}
      </div>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <Modal title={`Delete ${plan.name}?`} isOpen={isAsking} onClose={() => setIsAsking(false)} role="alertdialog">
        <p>{plan.publications.length === 0 ? 'Its shifts are gone then.' : 'Its shifts are gone then, and what it predicted for the weeks for which it was published.'} This cannot be undone.</p>
        <ModalActions>
          <Button onPress={() => setIsAsking(false)}>Cancel</Button>
          <Button
            kind="danger"
            onPress={() => {
              setIsAsking(false)
              erase.mutate(request)
            }}
          >
            Delete for good
          </Button>
        </ModalActions>
      </Modal>
    </li>
  )
}
