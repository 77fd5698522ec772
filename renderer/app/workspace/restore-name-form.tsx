import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/fields.tsx'

interface RestoreNameFormProps {
  readonly isPending: boolean
  readonly onName: (name: string) => void
}

/** Asks under which name a backup is to be restored, where its own is taken. */
export function RestoreNameForm({ isPending, onName }: RestoreNameFormProps): ReactNode {
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
