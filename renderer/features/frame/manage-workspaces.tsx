import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Modal } from '../../components/modal.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { uploadFile } from '../../files/transfer.ts'
import { useTRPC } from '../../rpc.ts'
import { useRouting } from '../../routing/use-route.tsx'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { WorkspaceSummary } from '../../workspace/workspace-types.ts'
import { WorkspaceRow } from './workspace-row.tsx'

interface ManageWorkspacesProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly workspaces: readonly WorkspaceSummary[]
}

/** Rename, back up, restore and erase workspaces. */
export function ManageWorkspaces({ isOpen, onClose, workspaces }: ManageWorkspacesProps): ReactNode {
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const restore = useRestore()
  const onErased = (id: string): void => {
    if (id !== workspaceId) return
    onClose()
    go({ page: 'start' }, 'replace')
  }
  return (
    <Modal title="Workspaces" isOpen={isOpen} onClose={onClose} wide>
      <p className="quiet">A workspace holds one source: its settings and a copy of its counted figures, on this machine only.</p>
      <ul className="workspace-list">
        {workspaces.map((workspace) => (
          <WorkspaceRow key={workspace.id} workspace={workspace} onErased={onErased} />
        ))}
      </ul>
      {restore.error === null ? null : <ErrorNotice report={reportOf(restore.error)} />}
      {restore.restored === null ? null : <p role="status">{restore.restored} was restored.</p>}
      <div>
        <FileTrigger onSelect={(files) => (files?.[0] ? restore.run(files[0]) : undefined)}>
          <Button isDisabled={restore.isPending}>{restore.isPending ? 'Restoring' : 'Restore from a backup'}</Button>
        </FileTrigger>
      </div>
    </Modal>
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
