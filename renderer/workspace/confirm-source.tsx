import { useMutation } from '@tanstack/react-query'
import { ShieldQuestionMark } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { ErrorNotice } from '../components/error-notice.tsx'
import { Modal, ModalActions } from '../components/modal.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc.ts'
import { TLS_LABELS } from './tls-labels.ts'
import { useInvalidate } from './what-changes-what.ts'
import { useWorkspace } from './workspace-context.tsx'
import type { Overview } from './workspace-types.ts'
import './confirm-source.css'

type Unconfirmed = NonNullable<Overview['unconfirmed']>

/** Says on every screen that this workspace does not connect before somebody has looked at where it would connect to. */
export function UnconfirmedBanner(): ReactNode {
  const { overview } = useWorkspace()
  const [asking, setAsking] = useState(false)
  if (!overview?.unconfirmed) return null
  return (
    <section className="unconfirmed" aria-label="Connection not confirmed">
      <ShieldQuestionMark size={16} aria-hidden />
      <p>This workspace comes from a backup or another computer. Covercast does not connect to its database until you confirm the connection.</p>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        Review the connection
      </Button>
      <ConfirmSourceDialog isOpen={asking} onClose={() => setAsking(false)} />
    </section>
  )
}

interface ConfirmSourceDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Shows where a connection that came along with the workspace leads, and asks whether it is wanted. */
export function ConfirmSourceDialog({ isOpen, onClose }: ConfirmSourceDialogProps): ReactNode {
  const { overview } = useWorkspace()
  const connection = overview?.unconfirmed ?? null
  return (
    <Modal title="Is this your database?" isOpen={isOpen && connection !== null} onClose={onClose}>
      {connection === null ? null : <Question connection={connection} onClose={onClose} />}
    </Modal>
  )
}

function Question({ connection, onClose }: { readonly connection: Unconfirmed; readonly onClose: () => void }): ReactNode {
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { go } = useRouting()
  const { workspaceId, sync } = useWorkspace()
  const confirm = useMutation(
    trpc.source.confirm.mutationOptions({
      onSuccess: async () => {
        onClose()
        sync.start()
        await invalidate('workspaces')
      },
      onError: () => invalidate('workspaces'),
    }),
  )
  return (
    <>
      <p>Covercast will connect to this server, and send it your password when it asks for one. Go on only if you know it.</p>
      <dl className="unconfirmed-facts">
        <dt>Host</dt>
        <dd>
          {connection.host}, port {connection.port}
        </dd>
        <dt>Database</dt>
        <dd>{connection.database}</dd>
        <dt>User</dt>
        <dd>{connection.user}</dd>
        <dt>Encryption (TLS)</dt>
        <dd>
          {connection.tls}: {TLS_LABELS[connection.tls]}
        </dd>
      </dl>
      {confirm.error === null ? null : <ErrorNotice report={reportOf(confirm.error)} />}
      <ModalActions>
        <Button onPress={onClose}>Not now</Button>
        <Button
          onPress={() => {
            onClose()
            go({ page: 'connect', workspaceId })
          }}
        >
          Change the connection
        </Button>
        <Button kind="primary" isDisabled={confirm.isPending} onPress={() => confirm.mutate({ workspaceId, url: connection.url })}>
          Connect and sync
        </Button>
      </ModalActions>
    </>
  )
}
