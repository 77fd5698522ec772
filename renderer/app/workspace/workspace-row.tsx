import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { TextField } from '../../kit/fields.tsx'
import { reportOf } from '../errors/error-report.ts'
import { download } from '../files/transfer.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { useTRPC } from '../rpc/client.ts'
import type { WorkspaceSummary } from './workspace-types.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'

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
  const t = format.texts.workspaces
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
  const backup = useMutation(
    trpc.workspaces.backup.mutationOptions({ onSuccess: (file) => download(file.path, file.fileName) }),
  )
  const erase = useMutation(
    trpc.workspaces.erase.mutationOptions({
      onSuccess: async () => {
        await invalidate('workspaces')
        onErased(workspace.id)
      },
    }),
  )
  const error = rename.error ?? backup.error ?? erase.error
  const what = [workspace.source === 'demo' ? t.demo : workspace.organization, format.bytes(workspace.bytes)]
    .filter((part) => part !== null)
    .join(' · ')
  return (
    <li className="workspace-row">
      {mode === 'renaming' ? (
        <RenameForm
          name={workspace.name}
          isPending={rename.isPending}
          onCancel={endRenaming}
          onRename={(name) => rename.mutate({ id: workspace.id, name })}
        />
      ) : (
        <div className="workspace-row-head">
          <div>
            <h3 translate="no">{workspace.name}</h3>
            <p className="quiet">{workspace.problem ?? what}</p>
          </div>
          <div className="workspace-row-actions">
            <Button
              kind="quiet"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus comes back from the field that took its place
              autoFocus={wasRenaming}
              aria-label={t.renameNamed({ name: workspace.name })}
              onPress={() => setMode('renaming')}
              isDisabled={workspace.problem !== null}
            >
              {t.rename}
            </Button>
            <Button
              kind="quiet"
              aria-label={t.backUpNamed({ name: workspace.name })}
              isDisabled={backup.isPending || workspace.problem !== null}
              onPress={() => backup.mutate({ id: workspace.id })}
            >
              {backup.isPending ? t.backingUp : t.backUp}
            </Button>
            <Button
              kind="quiet"
              ref={eraseButton}
              aria-label={t.eraseNamed({ name: workspace.name })}
              onPress={() => setMode('erasing')}
            >
              {t.erase}
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
  const { workspaces: t, app } = useFormat().texts
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
      <TextField label={t.name} value={draft} onChange={setDraft} isRequired maxLength={120} autoFocus />
      <Button type="submit" kind="primary" isDisabled={isPending || draft.trim() === ''}>
        {t.rename}
      </Button>
      <Button onPress={onCancel}>{app.cancel}</Button>
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
  const t = useTexts('workspaces')
  return (
    <section className="error-notice" aria-label={t.eraseTitle({ name })}>
      <span />
      <div className="error-notice-text">
        <p className="error-notice-message">{t.eraseQuestion({ name })}</p>
        <p>{t.eraseWarning}</p>
        <div className="error-notice-actions">
          <Button kind="danger" isDisabled={isPending} onPress={onErase}>
            {t.eraseNamed({ name })}
          </Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question was just asked, and this answer harms nothing */}
          <Button onPress={onCancel} autoFocus>
            {t.keep}
          </Button>
        </div>
      </div>
    </section>
  )
}
