import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef } from 'react'
import { isUnauthorized } from '../errors/error-report.ts'
import { useTRPC } from '../rpc/client.ts'
import type { StartSync, SyncJob } from '../workspace/workspace-types.ts'
import { useStreamTurn } from './use-stream-turn.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'

const POLL_MS = 2000
/** Where nobody answers. */
const SILENT_POLL_MS = 5000
/** While a sync runs, figures follow it this often. */
const FOLLOW_MS = 2500

export interface SyncControl {
  /** The running job or the last one; null: none since the app was started. */
  readonly job: SyncJob | null
  /** Whether it is known yet if a sync runs. */
  readonly isKnown: boolean
  readonly start: (request?: Partial<Omit<StartSync, 'workspaceId'>>) => void
  readonly cancel: () => void
  /** What went wrong with asking for a sync, not with the sync. */
  readonly startError: unknown
  readonly isStarting: boolean
  /** Why the app itself does not answer; null: it does. */
  readonly silence: unknown
}

/** The sync of a workspace: its job as it goes, and what can be done with it. Figures are asked for again as it brings days. */
export function useSyncJob(workspaceId: string): SyncControl {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const stateKey = trpc.sync.state.queryKey({ workspaceId })
  const stream = useSubscription(trpc.sync.watch.subscriptionOptions({ workspaceId }, { enabled: useStreamTurn() }))
  // Where the stream does not come through, asking again and again does. Never both: an answer could be older than an event.
  const hasStream = stream.status === 'pending' && stream.data !== undefined
  const asked = useQuery(
    trpc.sync.state.queryOptions(
      { workspaceId },
      {
        enabled: !hasStream,
        staleTime: 0,
        // Whoever is unauthorized asks again when the user comes back to this page, having opened another.
        refetchInterval: ({ state: { error } }) =>
          error === null ? POLL_MS : !isUnauthorized(error) && SILENT_POLL_MS,
        refetchOnWindowFocus: ({ state: { error } }) => error !== null,
      },
    ),
  )
  const job = (hasStream ? stream.data?.data : asked.data) ?? null

  const start = useMutation(
    trpc.sync.start.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: stateKey }) }),
  )
  const cancel = useMutation(trpc.sync.cancel.mutationOptions())
  const silence = hasStream ? null : asked.error
  useSecondTry(silence !== null)
  useFreshFigures(job)

  return {
    job,
    isKnown: hasStream || !asked.isPending,
    start: (request = {}) => start.mutate({ workspaceId, ...request }),
    cancel: () => cancel.mutate({ workspaceId }),
    startError: start.error,
    isStarting: start.isPending,
    silence,
  }
}

/** Asks again for what failed while the app did not answer, once it does. */
function useSecondTry(isSilent: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isSilent) return undefined
    return () => void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  }, [isSilent, queries])
}

/** Asks again for what a sync changes: now and then while it brings days, and once when it ends. */
function useFreshFigures(job: SyncJob | null): void {
  const invalidate = useInvalidate()
  const followedAt = useRef(0)
  const daysDone = job?.progress?.daysDone ?? 0
  const running = job?.state === 'running'
  const id = job?.id ?? null

  useEffect(() => {
    if (id === null) return undefined
    const refresh = (): void => {
      followedAt.current = Date.now()
      void invalidate(running ? 'days-came' : 'synced')
    }
    if (!running) {
      refresh()
      return undefined
    }
    if (daysDone === 0) return undefined
    const timer = setTimeout(refresh, Math.max(0, followedAt.current + FOLLOW_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [id, running, daysDone, invalidate])
}
