import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { RestoreNameForm } from './restore-name-form.tsx'
import { useRestore } from './use-restore.ts'
import { useWorkspace } from './workspace-context.tsx'
import { WorkspaceRow } from './workspace-row.tsx'
import './workspace-list.css'

/** Every workspace on this machine: rename, back up, restore and erase. */
export function WorkspaceList(): ReactNode {
  const t = useTexts('workspaces')
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const { go } = useRouting()
  const restore = useRestore()
  const { data: workspaces = [] } = useQuery(trpc.workspaces.list.queryOptions())
  const paragraph = useRef<HTMLParagraphElement>(null)
  const onErased = (id: string): void => {
    if (id === workspaceId) go({ page: 'start' }, 'replace')
    // The button that was pressed is gone with its row.
    else paragraph.current?.focus()
  }
  return (
    <>
      <p className="quiet" ref={paragraph} tabIndex={-1}>
        {t.about}
      </p>
      <ul className="workspace-list">
        {workspaces.map((workspace) => (
          <WorkspaceRow key={workspace.id} workspace={workspace} onErased={onErased} />
        ))}
      </ul>
      {restore.error === null ? null : <ErrorNotice report={reportOf(restore.error)} />}
      {restore.taken === null ? null : (
        <RestoreNameForm key={restore.taken.name} isPending={restore.isPending} onName={restore.runAs} />
      )}
      <div className="workspace-restore">
        <FileTrigger onSelect={(files) => (files?.[0] ? restore.run(files[0]) : undefined)}>
          <Button isDisabled={restore.isPending}>{restore.isPending ? t.restoring : t.restoreFromBackup}</Button>
        </FileTrigger>
        <output>{restore.restored === null ? null : t.restored({ name: restore.restored.name })}</output>
      </div>
    </>
  )
}
