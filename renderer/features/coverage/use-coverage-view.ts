import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { useTRPC } from '../../app/rpc/client.ts'
import { useRouting } from '../../app/routing/use-route.tsx'
import { type CoverageView, formatView, parseView } from './coverage-view.ts'

const SCREEN = 'coverage'

interface CoverageViewState {
  /** null: what was kept is still being read. */
  readonly view: CoverageView | null
  /** Changes the view; `replace` leaves no step to go back to. */
  readonly change: (patch: Partial<CoverageView>, how?: 'push' | 'replace') => void
}

/** The screen's view: in the address, and kept per workspace for the next time. */
export function useCoverageView(workspaceId: string): CoverageViewState {
  const trpc = useTRPC()
  const { route, go } = useRouting()
  const params = route.page === 'workspace' && route.screen === SCREEN ? route.params : {}
  const text = new URLSearchParams(params).toString()
  // An address that says something is what the user wants; an empty one means "as it was".
  const asBefore = text === ''
  const kept = useQuery(
    trpc.viewState.get.queryOptions(
      { workspaceId, screen: SCREEN },
      { enabled: asBefore, staleTime: 0, gcTime: 0, retry: false },
    ),
  )
  const wanted = asBefore ? new URLSearchParams(asParams(kept.data)).toString() : text
  const view = useMemo(() => parseView(Object.fromEntries(new URLSearchParams(wanted))), [wanted])
  const isKnown = !asBefore || !kept.isPending

  useEffect(() => {
    if (asBefore && isKnown) go({ page: 'workspace', workspaceId, screen: SCREEN, params: formatView(view) }, 'replace')
  }, [asBefore, isKnown, view, go, workspaceId])

  const { mutate: save } = useMutation(trpc.viewState.save.mutationOptions())
  useEffect(() => {
    // Which cell is open, and what is outlined, is of the moment.
    if (!asBefore) save({ workspaceId, screen: SCREEN, state: formatView({ ...view, cell: null, block: null }) })
  }, [asBefore, view, save, workspaceId])

  const change = useCallback<CoverageViewState['change']>(
    (patch, how = 'push') =>
      go({ page: 'workspace', workspaceId, screen: SCREEN, params: formatView({ ...view, ...patch }) }, how),
    [go, workspaceId, view],
  )
  return { view: isKnown ? view : null, change }
}

function asParams(state: unknown): Record<string, string> {
  if (typeof state !== 'object' || state === null) return {}
  return Object.fromEntries(
    Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
