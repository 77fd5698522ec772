import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { Screen } from '../../../shared/contract/screens.ts'
import type { ScreenParams } from './route.ts'
import { useRouting } from './use-route.tsx'
import { useTRPC } from '../rpc/client.ts'

export type ChangeView<View> = (patch: Partial<View>, how?: 'push' | 'replace') => void

/** How a screen's view is written into an address; the functions must stay the same from one drawing to the next. */
export interface ViewCodec<View> {
  readonly screen: Screen
  readonly parse: (params: ScreenParams) => View
  /** Never nothing, which means "as it was". */
  readonly format: (view: View) => ScreenParams
  /** What of a view is kept for the next time; absent: all of it. */
  readonly kept?: (view: View) => View
}

interface KeptView<View> {
  /** null: what was kept is still being read. */
  readonly view: View | null
  /** `replace` leaves no step to go back to. */
  readonly change: ChangeView<View>
}

/** A screen's view: in the address, and kept per workspace for the next time. */
export function useKeptView<View>(
  workspaceId: string,
  { screen, parse, format, kept: keptOf }: ViewCodec<View>,
): KeptView<View> {
  const trpc = useTRPC()
  const { route, go } = useRouting()
  const text = route.page === 'workspace' && route.screen === screen ? new URLSearchParams(route.params).toString() : ''
  const asBefore = text === ''
  const kept = useQuery(
    trpc.viewState.get.queryOptions(
      { workspaceId, screen },
      { enabled: asBefore, staleTime: 0, gcTime: 0, retry: false },
    ),
  )
  const wanted = asBefore ? new URLSearchParams(asParams(kept.data)).toString() : text
  const view = useMemo(() => parse(Object.fromEntries(new URLSearchParams(wanted))), [parse, wanted])
  const isKnown = !asBefore || !kept.isPending

  useEffect(() => {
    if (asBefore && isKnown) go({ page: 'workspace', workspaceId, screen, params: format(view) }, 'replace')
  }, [asBefore, isKnown, view, go, workspaceId, screen, format])

  const { mutate: save } = useMutation(trpc.viewState.save.mutationOptions())
  useEffect(() => {
    if (!asBefore) save({ workspaceId, screen, state: format(keptOf === undefined ? view : keptOf(view)) })
  }, [asBefore, view, save, workspaceId, screen, format, keptOf])

  const change = useCallback<ChangeView<View>>(
    (patch, how = 'push') => go({ page: 'workspace', workspaceId, screen, params: format({ ...view, ...patch }) }, how),
    [go, workspaceId, screen, view, format],
  )
  return { view: isKnown ? view : null, change }
}

function asParams(state: unknown): Record<string, string> {
  if (typeof state !== 'object' || state === null) return {}
  return Object.fromEntries(
    Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
