import { useCallback, useMemo } from 'react'
import { useRouting } from '../../app/routing/use-route.tsx'
import { formatCompareView, parseCompareView, type CompareView } from './compare-view.ts'

interface CompareViewState {
  readonly view: CompareView
  readonly change: (patch: Partial<CompareView>, how?: 'push' | 'replace') => void
}

/** The screen's view, which is in the address. */
export function useCompareView(workspaceId: string): CompareViewState {
  const { route, go } = useRouting()
  const params = route.page === 'workspace' && route.screen === 'compare' ? route.params : null
  const view = useMemo(() => parseCompareView(params ?? {}), [params])
  const change = useCallback<CompareViewState['change']>(
    (patch, how = 'push') =>
      go({ page: 'workspace', workspaceId, screen: 'compare', params: formatCompareView({ ...view, ...patch }) }, how),
    [go, workspaceId, view],
  )
  return { view, change }
}
