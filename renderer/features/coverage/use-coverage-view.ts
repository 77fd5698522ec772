import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTRPC } from '../../rpc.ts'
import { useRouting } from '../../routing/use-route.tsx'
import { type CoverageView, formatView, parseView } from './coverage-view.ts'

const SCREEN = 'coverage'
const SAVE_AFTER_MS = 600

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
  const view = useMemo(() => parseView(Object.fromEntries(new URLSearchParams(text))), [text])

  // An address that says something is what the user wants; an empty one means "as it was".
  const [restored, setRestored] = useState(text !== '')
  const kept = useQuery(trpc.viewState.get.queryOptions({ workspaceId, screen: SCREEN }, { enabled: !restored, gcTime: 0, retry: false }))
  useEffect(() => {
    if (restored || kept.isPending) return
    setRestored(true)
    const before = asParams(kept.data)
    if (before !== null) go({ page: 'workspace', workspaceId, screen: SCREEN, params: formatView(parseView(before)) }, 'replace')
  }, [restored, kept.isPending, kept.data, go, workspaceId])

  const { mutate: save } = useMutation(trpc.viewState.save.mutationOptions())
  useEffect(() => {
    if (!restored) return undefined
    // Which cell is open is of the moment.
    const state = formatView({ ...view, cell: null })
    const timer = setTimeout(() => save({ workspaceId, screen: SCREEN, state }), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [restored, view, save, workspaceId])

  const change = useCallback<CoverageViewState['change']>(
    (patch, how = 'push') => go({ page: 'workspace', workspaceId, screen: SCREEN, params: formatView({ ...view, ...patch }) }, how),
    [go, workspaceId, view],
  )
  return { view: restored ? view : null, change }
}

function asParams(state: unknown): Readonly<Record<string, string>> | null {
  if (typeof state !== 'object' || state === null) return null
  return Object.fromEntries(Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
