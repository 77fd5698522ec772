import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { TextField } from '../../kit/fields.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { useTRPC } from '../rpc/client.ts'

interface PasswordDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** null: go on without one; the server may not want any. */
  readonly onPassword: (password: string | null) => void
}

/** Asks for the password of the source, and says where it is kept. */
export function PasswordDialog({ isOpen, onClose, onPassword }: PasswordDialogProps): ReactNode {
  const t = useTexts('sync')
  const keepsSecrets = useQuery(useTRPC().app.info.queryOptions()).data?.capabilities.keepsSecrets ?? false
  const [password, setPassword] = useState('')
  const answer = (given: string | null): void => {
    setPassword('')
    onClose()
    onPassword(given)
  }
  return (
    <Modal title={t.passwordTitle} isOpen={isOpen} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          answer(password === '' ? null : password)
        }}
      >
        <TextField
          label={t.password}
          type="password"
          value={password}
          onChange={setPassword}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write here
          autoFocus
          hint={keepsSecrets ? t.keptInKeyring : t.keptInMemory}
        />
        <ModalActions>
          <Button onPress={() => answer(null)}>{t.withoutPassword}</Button>
          <Button kind="primary" type="submit" isDisabled={password === ''}>
            {t.sync}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}
