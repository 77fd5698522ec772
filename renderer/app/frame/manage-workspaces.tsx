import type { ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { Modal } from '../../kit/modal.tsx'
import { WorkspaceList } from '../workspace/workspace-list.tsx'

interface ManageWorkspacesProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The workspaces in a dialog. */
export function ManageWorkspaces({ isOpen, onClose }: ManageWorkspacesProps): ReactNode {
  const t = useTexts('workspaces')
  return (
    <Modal title={t.workspaces} isOpen={isOpen} onClose={onClose} wide>
      <WorkspaceList />
    </Modal>
  )
}
