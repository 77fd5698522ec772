import { useEffect, useLayoutEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { PlanOperation } from '../../../../../shared/plan/step.ts'
import { isTransient, reportOf } from '../../../../app/errors/error-report.ts'
import { useTRPCClient } from '../../../../app/rpc/client.ts'
import type { Inputs } from '../../../../app/rpc/procedures.ts'
import { useInvalidate } from '../../../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../../../app/workspace/workspace-context.tsx'
import type { PlanDocument } from '../../plan-types.ts'
import type { EditorInputs } from './editor-state.ts'
import { createEditor, type Editor } from './editor-store.ts'
import { createKeptEditors, isSaved } from './kept-editors.ts'

const kept = createKeptEditors()

/** Asks before the window is closed with edits that are not on the disk, in whatever plan and from whatever screen. */
const warnOfLeft = (event: BeforeUnloadEvent): void => {
  if (kept.hasUnsaved()) event.preventDefault()
  else removeEventListener('beforeunload', warnOfLeft)
}

/** The editor of a plan that is opened: the one that was left with edits not saved, else one of the plan as it is stored. */
export function useOpenEditor(document: PlanDocument, inputs: EditorInputs): Editor {
  const client = useTRPCClient()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const key = `${workspaceId} ${document.id}`
  const [editor] = useState(() => {
    const left = kept.find(key, document.revision)
    if (left !== null) {
      left.reopen(inputs, document.settings)
      return left
    }
    return createEditor({
      document,
      inputs,
      saving: {
        apply: (expectedRevision, operations) =>
          client.plans.edit.mutate({
            workspaceId,
            planId: document.id,
            expectedRevision,
            operations: operations as MutableOperations,
          }),
        reportOf,
        mayPass: isTransient,
        wait(milliseconds, run) {
          const timer = setTimeout(run, milliseconds)
          return () => clearTimeout(timer)
        },
      },
    })
  })
  // Before the browser paints: nothing is ever seen of one week with figures of another.
  useLayoutEffect(() => editor.show(inputs), [editor, inputs])
  const isUnsaved = useStore(editor.store, ({ saving }) => saving.kind !== 'saved')
  useEffect(() => {
    if (!isUnsaved) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])
  useEffect(() => {
    kept.take(key)
    // The list, and whoever opens the plan again, must not show what it was.
    const readAnew = (): void => void invalidate('plans')
    return () => {
      readAnew()
      if (isSaved(editor)) return
      kept.leave(key, editor)
      addEventListener('beforeunload', warnOfLeft)
      const stop = editor.store.subscribe(() => {
        if (!isSaved(editor)) return
        stop()
        readAnew()
      })
    }
  }, [key, editor, invalidate])
  return editor
}

type MutableOperations = Inputs['plans']['edit']['operations'] & readonly PlanOperation[]
