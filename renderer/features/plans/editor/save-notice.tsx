import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useTRPC } from '../../../rpc.ts'
import type { PlanSaver, SaveState } from './plan-saver.ts'

interface SaveNoticeProps {
  readonly workspaceId: string
  readonly planId: string
  readonly plan: Plan
  readonly saver: PlanSaver
  readonly saveState: SaveState
  /** The edits are in another plan now. */
  readonly onCopy: (planId: string) => void
}

/** Says that edits are not on the disk, and what can be done: nothing that was made is given up. */
export function SaveNotice({ workspaceId, planId, plan, saver, saveState, onCopy }: SaveNoticeProps): ReactNode {
  const trpc = useTRPC()
  const copy = useMutation(trpc.plans.saveCopy.mutationOptions({ onSuccess: (made) => onCopy(made.id) }))
  if (saveState.kind === 'saved' || saveState.kind === 'saving') return null
  return (
    <>
      <ErrorNotice report={{ ...saveState.report, kept: saveState.report.kept ?? 'Your edits are on the screen, and are not lost while it stays open.' }}>
        <Button onPress={saver.retry}>Try again</Button>
        {saveState.kind === 'refused' ? (
          <Button
            kind="primary"
            isDisabled={copy.isPending}
            onPress={() => copy.mutate({ workspaceId, planId, plan: plan as Parameters<typeof copy.mutate>[0]['plan'] })}
          >
            Keep my version as a copy
          </Button>
        ) : null}
      </ErrorNotice>
      {copy.error === null ? null : <ErrorNotice report={reportOf(copy.error)} />}
    </>
  )
}
