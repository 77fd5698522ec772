import { useCallback } from 'react'
import { useRouting } from '../routing/use-route.tsx'
import { useWorkspace } from './workspace-context.tsx'

/** Leads from an hour of the week to the plans, where a shift in it is planned. */
export function usePlanHere(): (cell: { readonly dayOfWeek: number; readonly hour: number }) => void {
  const { go } = useRouting()
  const { workspaceId } = useWorkspace()
  return useCallback(
    ({ dayOfWeek, hour }) => go({ page: 'workspace', workspaceId, screen: 'plans', params: { weekday: String(dayOfWeek), hour: String(hour) } }),
    [go, workspaceId],
  )
}
