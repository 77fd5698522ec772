import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { useTRPC } from '../rpc/client.ts'
import { useSyncJob, type SyncControl } from '../sync/use-sync-job.ts'
import type { Overview } from './workspace-types.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'

interface Workspace {
  readonly workspaceId: string
  /** undefined: still being read. */
  readonly overview: Overview | undefined
  readonly error: unknown
  readonly retry: () => void
  readonly sync: SyncControl
  /** Whether the source refused the last sync for want of the right password. */
  readonly needsPassword: boolean
}

const WorkspaceContext = createContext<Workspace | null>(null)

interface WorkspaceProviderProps {
  readonly workspaceId: string
  readonly children: ReactNode
}

/** One workspace and its sync, for every screen that shows it. */
export function WorkspaceProvider({ workspaceId, children }: WorkspaceProviderProps): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { data: overview, error } = useQuery(trpc.workspace.overview.queryOptions({ workspaceId }))
  const sync = useSyncJob(workspaceId)
  const workspace = useMemo<Workspace>(
    () => ({
      workspaceId,
      overview,
      error: overview === undefined ? error : null,
      retry: () => void invalidate('workspaces'),
      sync,
      needsPassword: sync.job?.state === 'failed' && sync.job.error?.code === 'source-password',
    }),
    [workspaceId, overview, error, sync, invalidate],
  )
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext)
  if (workspace === null) throw new Error('useWorkspace needs a WorkspaceProvider.')
  return workspace
}
