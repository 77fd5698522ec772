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
  /** Gives the edits up for the plan as it is stored now; rejects where that could not be read. */
  readonly showStored: () => Promise<void>
}

/** Says that edits are not on the disk, and what can be done: nothing that was made is given up. */
export function SaveNotice({ workspaceId, planId, plan, saver, saveState, onCopy, showStored }: SaveNoticeProps): ReactNode {
  const trpc = useTRPC()
  const copy = useMutation(
    trpc.plans.saveCopy.mutationOptions({
      onSuccess(made) {
        saver.giveUp()
        onCopy(made.id)
      },
    }),
  )
  const stored = useMutation({ mutationFn: showStored })
  if (saveState.kind === 'saved' || saveState.kind === 'saving') return null
  // Of another revision it stays, however often it is tried.
  const isChanged = saveState.report.code === 'plan-changed'
  const failed = copy.error ?? stored.error
  return (
    <>
      <ErrorNotice report={{ ...saveState.report, kept: saveState.report.kept ?? 'Your edits are not lost while this window stays open.' }}>
        {isChanged ? null : <Button onPress={saver.retry}>Try again</Button>}
        {saveState.kind === 'refused' ? (
          <Button
            kind="primary"
            isDisabled={copy.isPending || stored.isPending}
            onPress={() => copy.mutate({ workspaceId, planId, plan: plan as Parameters<typeof copy.mutate>[0]['plan'] })}
          >
            Keep my version as a copy
          </Button>
        ) : null}
        {isChanged ? (
          <Button isDisabled={copy.isPending || stored.isPending} onPress={() => stored.mutate()}>
            Show the plan as it is stored, without my edits
          </Button>
        ) : null}
      </ErrorNotice>
      {failed === null ? null : <ErrorNotice report={reportOf(failed)} />}
    </>
  )
}
