import type { ReactNode } from 'react'
import { Modal } from '../../components/modal.tsx'
import { WorkspaceList } from '../../workspace/workspace-list.tsx'

interface ManageWorkspacesProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The workspaces in a dialog. */
export function ManageWorkspaces({ isOpen, onClose }: ManageWorkspacesProps): ReactNode {
  return (
    <Modal title="Workspaces" isOpen={isOpen} onClose={onClose} wide>
      <WorkspaceList />
    </Modal>
  )
}
