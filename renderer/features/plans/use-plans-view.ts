import { useCallback, useMemo } from 'react'
import { useRouting } from '../../app/routing/use-route.tsx'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { formatPlansView, parsePlansView, type PlansView } from './plan-route.ts'

export type ChangePlansView = (patch: Partial<PlansView>, how?: 'push' | 'replace') => void

/** What the plans screen shows, as the address has it, and how it is changed. */
export function usePlansView(): { readonly view: PlansView; readonly change: ChangePlansView } {
  const { workspaceId } = useWorkspace()
  const { route, go } = useRouting()
  const params = route.page === 'workspace' && route.screen === 'plans' ? route.params : null
  const view = useMemo(() => parsePlansView(params ?? {}), [params])
  const change = useCallback<ChangePlansView>(
    (patch, how = 'push') =>
      go({ page: 'workspace', workspaceId, screen: 'plans', params: formatPlansView({ ...view, ...patch }) }, how),
    [go, workspaceId, view],
  )
  return { view, change }
}
