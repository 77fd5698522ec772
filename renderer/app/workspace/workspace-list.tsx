import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { FileTrigger, Form } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { TextField } from '../../kit/fields.tsx'
import { reportOf } from '../errors/error-report.ts'
import { uploadFile } from '../files/transfer.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { useWorkspace } from './workspace-context.tsx'
import { WorkspaceRow } from './workspace-row.tsx'
import './workspace-list.css'
import { useInvalidate } from '../rpc/what-changes-what.ts'

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
        <output>{restore.restored === null ? null : t.restored({ name: restore.restored })}</output>
      </div>
    </>
  )
}

interface RestoreNameFormProps {
  readonly isPending: boolean
  readonly onName: (name: string) => void
}

/** Asks under which name a backup is to be restored, where its own is taken. */
function RestoreNameForm({ isPending, onName }: RestoreNameFormProps): ReactNode {
  const t = useTexts('workspaces')
  const [name, setName] = useState('')
  return (
    <Form
      className="workspace-row-form"
      onSubmit={(event) => {
        event.preventDefault()
        onName(name.trim())
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the restore waits for this name */}
      <TextField label={t.restoreUnder} value={name} onChange={setName} maxLength={80} autoFocus />
      <Button type="submit" kind="primary" isDisabled={isPending || name.trim() === ''}>
        {t.restore}
      </Button>
    </Form>
  )
}

interface RestoreRequest {
  readonly file: File
  /** null: the one that the backup has. */
  readonly name: string | null
}

interface Restore {
  readonly run: (file: File) => void
  /** The same file again, under another name. */
  readonly runAs: (name: string) => void
  /** The file whose workspace has a name that is taken; null: none waits for a name. */
  readonly taken: File | null
  readonly isPending: boolean
  readonly error: unknown
  readonly restored: string | null
}

function useRestore(): Restore {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const [restored, setRestored] = useState<string | null>(null)
  const fromUpload = useMutation(trpc.workspaces.restore.mutationOptions())
  const run = useMutation({
    networkMode: 'always',
    mutationFn: async ({ file, name }: RestoreRequest) =>
      fromUpload.mutateAsync({ uploadId: await uploadFile(file), name }),
    onSuccess: async (workspace) => {
      setRestored(workspace.name)
      await invalidate('workspaces')
    },
  })
  const begin = (request: RestoreRequest): void => {
    setRestored(null)
    run.mutate(request)
  }
  const taken = run.error !== null && reportOf(run.error).code === 'conflict' ? (run.variables?.file ?? null) : null
  return {
    run: (file) => begin({ file, name: null }),
    runAs: (name) => (taken === null ? undefined : begin({ file: taken, name })),
    taken,
    isPending: run.isPending,
    error: run.error,
    restored,
  }
}
