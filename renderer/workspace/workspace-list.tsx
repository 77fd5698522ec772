import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../components/button.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { reportOf } from '../errors/error-report.ts'
import { uploadFile } from '../files/transfer.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc.ts'
import { useWorkspace } from './workspace-context.tsx'
import { WorkspaceRow } from './workspace-row.tsx'
import './workspace-list.css'

/** Every workspace on this machine: rename, back up, restore and erase. */
export function WorkspaceList(): ReactNode {
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const restore = useRestore()
  const { data: workspaces = [] } = useQuery(trpc.workspaces.list.queryOptions())
  const onErased = (id: string): void => {
    if (id === workspaceId) go({ page: 'start' }, 'replace')
  }
  return (
    <>
      <p className="quiet">A workspace holds one source: its settings and a copy of its counted figures, on this machine only.</p>
      <ul className="workspace-list">
        {workspaces.map((workspace) => (
          <WorkspaceRow key={workspace.id} workspace={workspace} onErased={onErased} />
        ))}
      </ul>
      {restore.error === null ? null : <ErrorNotice report={reportOf(restore.error)} />}
      <div className="workspace-restore">
        <FileTrigger onSelect={(files) => (files?.[0] ? restore.run(files[0]) : undefined)}>
          <Button isDisabled={restore.isPending}>{restore.isPending ? 'Restoring' : 'Restore from a backup'}</Button>
        </FileTrigger>
        <output>{restore.restored === null ? null : `${restore.restored} was restored.`}</output>
      </div>
    </>
  )
}

interface Restore {
  readonly run: (file: File) => void
  readonly isPending: boolean
  readonly error: unknown
  readonly restored: string | null
}

function useRestore(): Restore {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [restored, setRestored] = useState<string | null>(null)
  const fromUpload = useMutation(trpc.workspaces.restore.mutationOptions())
  const run = useMutation({
    networkMode: 'always',
    mutationFn: async (file: File) => fromUpload.mutateAsync({ uploadId: await uploadFile(file) }),
    onSuccess: async (workspace) => {
      setRestored(workspace.name)
      await queries.invalidateQueries({ queryKey: trpc.workspaces.list.queryKey() })
    },
  })
  return { run: (file) => run.mutate(file), isPending: run.isPending, error: run.error, restored }
}
