import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../components/button.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { TextField } from '../components/fields.tsx'
import { reportOf } from '../errors/error-report.ts'
import { download } from '../files/transfer.ts'
import { useFormat } from '../format/format-context.tsx'
import { useTRPC } from '../rpc.ts'
import type { WorkspaceSummary } from './workspace-types.ts'
import { useInvalidate } from './what-changes-what.ts'

interface WorkspaceRowProps {
  readonly workspace: WorkspaceSummary
  readonly onErased: (id: string) => void
}

type Mode = 'shown' | 'renaming' | 'erasing'

/** One workspace of the manage dialog. */
export function WorkspaceRow({ workspace, onErased }: WorkspaceRowProps): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const format = useFormat()
  const [mode, setMode] = useState<Mode>('shown')
  const [wasRenaming, setWasRenaming] = useState(false)
  const eraseButton = useRef<HTMLButtonElement>(null)
  const endRenaming = (): void => {
    setMode('shown')
    setWasRenaming(true)
  }
  const refresh = async (): Promise<void> => {
    endRenaming()
    await invalidate('workspaces')
  }
  const rename = useMutation(trpc.workspaces.rename.mutationOptions({ onSuccess: refresh }))
  const backup = useMutation(trpc.workspaces.backup.mutationOptions({ onSuccess: (file) => download(file.path, file.fileName) }))
  const erase = useMutation(
    trpc.workspaces.erase.mutationOptions({
      onSuccess: async () => {
        await invalidate('workspaces')
        onErased(workspace.id)
      },
    }),
  )
  const error = rename.error ?? backup.error ?? erase.error
  const what = [workspace.source === 'demo' ? 'Demo' : workspace.organization, format.bytes(workspace.bytes)].filter((part) => part !== null).join(' · ')
  return (
    <li className="workspace-row">
      {mode === 'renaming' ? (
        <RenameForm name={workspace.name} isPending={rename.isPending} onCancel={endRenaming} onRename={(name) => rename.mutate({ id: workspace.id, name })} />
      ) : (
        <div className="workspace-row-head">
          <div>
            <h3>{workspace.name}</h3>
            <p className="quiet">{workspace.problem ?? what}</p>
          </div>
          <div className="workspace-row-actions">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus comes back from the field that took its place */}
            <Button kind="quiet" autoFocus={wasRenaming} aria-label={`Rename ${workspace.name}`} onPress={() => setMode('renaming')} isDisabled={workspace.problem !== null}>
              Rename
            </Button>
            <Button kind="quiet" aria-label={`Back up ${workspace.name}`} isDisabled={backup.isPending || workspace.problem !== null} onPress={() => backup.mutate({ id: workspace.id })}>
              {backup.isPending ? 'Backing up' : 'Back up'}
            </Button>
            <Button kind="quiet" ref={eraseButton} aria-label={`Erase ${workspace.name}`} onPress={() => setMode('erasing')}>
              Erase
            </Button>
          </div>
        </div>
      )}
      {mode === 'erasing' ? (
        <EraseQuestion
          name={workspace.name}
          isPending={erase.isPending}
          onCancel={() => {
            eraseButton.current?.focus()
            setMode('shown')
          }}
          onErase={() => erase.mutate({ id: workspace.id })}
        />
      ) : null}
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
    </li>
  )
}

interface RenameFormProps {
  readonly name: string
  readonly isPending: boolean
  readonly onCancel: () => void
  readonly onRename: (name: string) => void
}

function RenameForm({ name, isPending, onCancel, onRename }: RenameFormProps): ReactNode {
  const [draft, setDraft] = useState(name)
  return (
    <Form
      className="workspace-row-form"
      onSubmit={(event) => {
        event.preventDefault()
        onRename(draft.trim())
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked to write here */}
      <TextField label="Name" value={draft} onChange={setDraft} isRequired maxLength={120} autoFocus />
      <Button type="submit" kind="primary" isDisabled={isPending || draft.trim() === ''}>
        Rename
      </Button>
      <Button onPress={onCancel}>Cancel</Button>
    </Form>
  )
}

interface EraseQuestionProps {
  readonly name: string
  readonly isPending: boolean
  readonly onCancel: () => void
  readonly onErase: () => void
}

function EraseQuestion({ name, isPending, onCancel, onErase }: EraseQuestionProps): ReactNode {
  return (
    <section className="error-notice" aria-label={`Erase ${name}?`}>
      <span />
      <div className="error-notice-text">
        <p className="error-notice-message">Erase {name} with its settings and copied figures?</p>
        <p>There is no way back. The source itself is not touched.</p>
        <div className="error-notice-actions">
          <Button kind="danger" isDisabled={isPending} onPress={onErase}>
            Erase {name}
          </Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question was just asked, and this answer harms nothing */}
          <Button onPress={onCancel} autoFocus>
            Keep it
          </Button>
        </div>
      </div>
    </section>
  )
}
