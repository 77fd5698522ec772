import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/fields.tsx'
import { Modal, ModalActions } from '../../components/modal.tsx'
import { useTRPC } from '../../rpc.ts'

interface PasswordDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** null: go on without one; the server may not want any. */
  readonly onPassword: (password: string | null) => void
}

/** Asks for the password of the source, and says where it is kept. */
export function PasswordDialog({ isOpen, onClose, onPassword }: PasswordDialogProps): ReactNode {
  const keepsSecrets = useQuery(useTRPC().app.info.queryOptions()).data?.capabilities.keepsSecrets ?? false
  const [password, setPassword] = useState('')
  const answer = (given: string | null): void => {
    setPassword('')
    onClose()
    onPassword(given)
  }
  return (
    <Modal title="Password of the database" isOpen={isOpen} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          answer(password === '' ? null : password)
        }}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write here */}
        <TextField label="Password" type="password" value={password} onChange={setPassword} autoFocus hint={keepsSecrets ? 'It is kept in the keyring of your system.' : 'It stays in memory while Covercast runs, and is never written to disk.'} />
        <ModalActions>
          <Button onPress={() => answer(null)}>Sync without one</Button>
          <Button kind="primary" type="submit" isDisabled={password === ''}>
            Sync
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}
