import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { localDateOf } from '../../../shared/time/local.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useTRPC } from '../rpc/client.ts'
import { useRouting } from '../routing/use-route.tsx'
import type { Command } from './command.ts'
import { commandEntries, MOST_RECENT, workspaceEntries, type PaletteEntry } from './palette-entries.ts'

interface PaletteEntries {
  readonly entries: readonly PaletteEntry[]
  /** Ids of what was used last, the last first. */
  readonly recent: readonly string[]
  /** Remembers what was used, for the workspace that is open. */
  readonly use: (id: string) => void
}

const SCREEN = 'palette'

/** Everything that the palette finds: commands, and what the open workspace has. */
export function usePaletteEntries(commands: readonly Command[]): PaletteEntries {
  const format = useFormat()
  const trpc = useTRPC()
  const { route, go } = useRouting()
  const now = useClock()
  const workspaceId = route.page === 'workspace' ? route.workspaceId : null
  const asked = { workspaceId: workspaceId ?? '' }
  const isOpen = { enabled: workspaceId !== null }
  const { data: overview } = useQuery(trpc.workspace.overview.queryOptions(asked, isOpen))
  const { data: plans } = useQuery(trpc.plans.list.queryOptions(asked, isOpen))
  const { data: agents } = useQuery(trpc.agents.list.queryOptions(asked, isOpen))
  const { data: kept } = useQuery(
    trpc.viewState.get.queryOptions({ ...asked, screen: SCREEN }, { ...isOpen, staleTime: 0, gcTime: 0, retry: false }),
  )
  const { mutate: save } = useMutation(trpc.viewState.save.mutationOptions())
  const planId = route.page === 'workspace' && route.screen === 'plans' ? (route.params['plan'] ?? null) : null
  const today = overview === undefined ? null : localDateOf(now, overview.timeZone)
  const entries = useMemo(
    () => [
      ...commandEntries(commands, format),
      ...(workspaceId === null || today === null
        ? []
        : workspaceEntries({ workspaceId, plans: plans ?? [], agents: agents ?? [], planId, today, go }, format)),
    ],
    [commands, format, workspaceId, plans, agents, planId, today, go],
  )
  const recent = useMemo(() => idsIn(kept), [kept])
  return {
    entries,
    recent,
    use(id) {
      if (workspaceId === null) return
      save({
        workspaceId,
        screen: SCREEN,
        state: { recent: [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT) },
      })
    },
  }
}

function idsIn(kept: unknown): readonly string[] {
  const recent = typeof kept === 'object' && kept !== null && 'recent' in kept ? kept.recent : null
  return Array.isArray(recent) ? recent.filter((id): id is string => typeof id === 'string') : []
}
