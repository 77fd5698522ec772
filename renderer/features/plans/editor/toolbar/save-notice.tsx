import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../../../kit/button.tsx'
import { ErrorNotice } from '../../../../kit/error-notice.tsx'
import { reportOf } from '../../../../app/errors/error-report.ts'
import { useTexts } from '../../../../format/format-context.tsx'
import { useTRPC } from '../../../../app/rpc/client.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import { usePlansView } from '../../use-plans-view.ts'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'

interface SaveNoticeProps {
  readonly planId: string
  /** Gives the edits up for the plan as it is stored now; rejects where that could not be read. */
  readonly showStored: () => Promise<void>
}

/** Says that edits are not on the disk, and what can be done: nothing that was made is given up. */
export function SaveNotice({ planId, showStored }: SaveNoticeProps): ReactNode {
  const t = useTexts('plan')
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { change } = usePlansView()
  const { store, retrySaving, giveUpUnsaved } = useEditor()
  const saving = useEditorState((state) => state.saving)
  const copy = useMutation(
    trpc.plans.saveCopy.mutationOptions({
      onSuccess(made) {
        giveUpUnsaved()
        change({ planId: made.id })
      },
    }),
  )
  const stored = useMutation({ mutationFn: showStored })
  if (saving.kind === 'saved' || saving.kind === 'saving') return null
  // Of another revision it stays, however often it is tried.
  const isChanged = saving.report.code === 'plan-changed'
  const failed = copy.error ?? stored.error
  return (
    <>
      <ErrorNotice
        report={{
          ...saving.report,
          kept: saving.report.kept ?? t.editsKept,
        }}
      >
        {isChanged ? null : <Button onPress={retrySaving}>{t.tryAgain}</Button>}
        {saving.kind === 'refused' ? (
          <Button
            kind="primary"
            isDisabled={copy.isPending || stored.isPending}
            onPress={() =>
              copy.mutate({
                workspaceId,
                planId,
                plan: openPlan(store.getState()) as Parameters<typeof copy.mutate>[0]['plan'],
              })
            }
          >
            {t.saveCopy}
          </Button>
        ) : null}
        {isChanged ? (
          <Button isDisabled={copy.isPending || stored.isPending} onPress={() => stored.mutate()}>
            {t.discardEdits}
          </Button>
        ) : null}
      </ErrorNotice>
      {failed === null ? null : <ErrorNotice report={reportOf(failed)} />}
    </>
  )
}
