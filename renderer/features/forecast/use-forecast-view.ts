import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { useRouting } from '../../routing/use-route.tsx'
import { useTRPC } from '../../rpc.ts'
import { formatForecastView, parseForecastView, type ForecastView } from './forecast-view.ts'

const SCREEN = 'forecast'

export type ChangeView = (patch: Partial<ForecastView>, how?: 'push' | 'replace') => void

interface ForecastViewState {
  /** null: what was kept is still being read. */
  readonly view: ForecastView | null
  readonly change: ChangeView
}

/** The screen's view: in the address, and kept per workspace for the next time. */
export function useForecastView(workspaceId: string): ForecastViewState {
  const trpc = useTRPC()
  const { route, go } = useRouting()
  const text = route.page === 'workspace' && route.screen === SCREEN ? new URLSearchParams(route.params).toString() : ''
  // An address that says something is what the user wants; an empty one means "as it was".
  const asBefore = text === ''
  const kept = useQuery(trpc.viewState.get.queryOptions({ workspaceId, screen: SCREEN }, { enabled: asBefore, staleTime: 0, gcTime: 0, retry: false }))
  const wanted = asBefore ? new URLSearchParams(asParams(kept.data)).toString() : text
  const view = useMemo(() => parseForecastView(Object.fromEntries(new URLSearchParams(wanted))), [wanted])
  const isKnown = !asBefore || !kept.isPending

  useEffect(() => {
    if (asBefore && isKnown) go({ page: 'workspace', workspaceId, screen: SCREEN, params: formatForecastView(view) }, 'replace')
  }, [asBefore, isKnown, view, go, workspaceId])

  const { mutate: save } = useMutation(trpc.viewState.save.mutationOptions())
  useEffect(() => {
    // Which week is shown is of the moment.
    if (!asBefore) save({ workspaceId, screen: SCREEN, state: formatForecastView({ ...view, week: null, pastWeek: null }) })
  }, [asBefore, view, save, workspaceId])

  const change = useCallback<ChangeView>(
    (patch, how = 'push') => go({ page: 'workspace', workspaceId, screen: SCREEN, params: formatForecastView({ ...view, ...patch }) }, how),
    [go, workspaceId, view],
  )
  return { view: isKnown ? view : null, change }
}

function asParams(state: unknown): Record<string, string> {
  if (typeof state !== 'object' || state === null) return {}
  return Object.fromEntries(Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
