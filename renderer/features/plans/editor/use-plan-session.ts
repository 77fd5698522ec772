import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PlanOperation } from '../../../../shared/plan/step.ts'
import { isTransient, reportOf } from '../../../errors/error-report.ts'
import { useTRPCClient } from '../../../rpc.ts'
import { createEditorSession } from './editor-session.ts'
import { createKeptSessions, type PlanWork } from './kept-sessions.ts'
import { createPlanSaver, type SaveState } from './plan-saver.ts'
import type { PlanDocument } from '../plan-types.ts'
import { useInvalidate } from '../../../workspace/what-changes-what.ts'

interface PlanSession extends PlanWork {
  readonly saveState: SaveState
}

const kept = createKeptSessions()

/** Asks before the window is closed with edits that are not on the disk, in whatever plan and from whatever screen. */
const warnOfLeft = (event: BeforeUnloadEvent): void => {
  if (kept.hasUnsaved()) event.preventDefault()
  else removeEventListener('beforeunload', warnOfLeft)
}

/** A plan that was opened: edits are made at once and saved as they are made. */
export function usePlanSession(workspaceId: string, document: PlanDocument): PlanSession {
  const client = useTRPCClient()
  const invalidate = useInvalidate()
  const key = `${workspaceId} ${document.id}`
  const [{ session, saver }] = useState(() => {
    const before = kept.find(key, document.revision)
    if (before !== null) return before
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
  useEffect(() => {
    kept.take(key)
    // The list, and whoever opens the plan again, must not show what it was.
    const readAnew = (): void => void invalidate('plans')
    return () => {
      readAnew()
      if (saver.state().kind === 'saved') return
      kept.leave(key, { session, saver })
      addEventListener('beforeunload', warnOfLeft)
      const stop = saver.subscribe(() => {
        if (saver.state().kind !== 'saved') return
        stop()
        readAnew()
      })
    }
  }, [key, session, saver, invalidate])
  return { session, saver, saveState }
}

type MutableOperations = Parameters<ReturnType<typeof useTRPCClient>['plans']['edit']['mutate']>[0]['operations'] & readonly PlanOperation[]
