import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PlanOperation } from '../../../../shared/plan/step.ts'
import { isTransient, reportOf } from '../../../errors/error-report.ts'
import { useTRPC, useTRPCClient } from '../../../rpc.ts'
import { createEditorSession, type EditorSession } from './editor-session.ts'
import { createPlanSaver, type PlanSaver, type SaveState } from './plan-saver.ts'
import type { PlanDocument } from '../plan-types.ts'

interface PlanSession {
  readonly session: EditorSession
  readonly saver: PlanSaver
  readonly saveState: SaveState
}

/** Sessions that were left while edits were not on the disk: they go on being saved, and are there again where their plan is opened. */
const left = new Map<string, Pick<PlanSession, 'session' | 'saver'>>()

/** A plan that was opened: edits are made at once and saved as they are made. */
export function usePlanSession(workspaceId: string, document: PlanDocument): PlanSession {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const key = `${workspaceId} ${document.id}`
  const [{ session, saver }] = useState(() => {
    const before = left.get(key)
    left.delete(key)
    if (before !== undefined && before.saver.state().kind !== 'saved') return before
    const made = createPlanSaver({
      revision: document.revision,
      apply: (expectedRevision, operations) =>
        client.plans.edit.mutate({ workspaceId, planId: document.id, expectedRevision, operations: operations as MutableOperations }),
      reportOf,
      mayPass: isTransient,
      wait(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    })
    const { plan, done, undone } = document
    return { saver: made, session: createEditorSession({ plan, done, undone: undone.toReversed(), onOperation: (operation) => made.add(operation) }) }
  })
  const saveState = useSyncExternalStore(saver.subscribe, saver.state)
  useEffect(() => {
    if (saveState.kind === 'saved') return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [saveState.kind])
  useEffect(
    () => () => {
      if (saver.state().kind !== 'saved') left.set(key, { session, saver })
    },
    [key, session, saver],
  )
  // The list, and whoever opens the plan again, must not show what it was.
  useEffect(() => () => void queries.invalidateQueries({ queryKey: trpc.plans.pathKey() }), [queries, trpc])
  return { session, saver, saveState }
}

type MutableOperations = Parameters<ReturnType<typeof useTRPCClient>['plans']['edit']['mutate']>[0]['operations'] & readonly PlanOperation[]
