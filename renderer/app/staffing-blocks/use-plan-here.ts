import { useCallback } from 'react'
import { useRouting } from '../routing/use-route.tsx'
import { formatPlanAt, type PlanAt } from './plan-at.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'

/** Leads from hours of the week to the plans, where shifts in them are planned. */
export function usePlanHere(): (at: PlanAt) => void {
  const { go } = useRouting()
  const { workspaceId } = useWorkspace()
  return useCallback(
    (at) => go({ page: 'workspace', workspaceId, screen: 'plans', params: formatPlanAt(at) }),
    [go, workspaceId],
  )
}
