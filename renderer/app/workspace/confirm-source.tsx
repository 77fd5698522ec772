import { useMutation } from '@tanstack/react-query'
import { ShieldQuestionMark } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { useInvalidate } from '../rpc/what-changes-what.ts'
import { useWorkspace } from './workspace-context.tsx'
import type { Overview } from './workspace-types.ts'
import '../../kit/banner.css'
import './confirm-source.css'

type Unconfirmed = NonNullable<Overview['unconfirmed']>

/** Says on every screen that this workspace does not connect before somebody has looked at where it would connect to. */
export function UnconfirmedBanner(): ReactNode {
  const t = useTexts('workspaces')
  const { overview } = useWorkspace()
  const [asking, setAsking] = useState(false)
  if (!overview?.unconfirmed) return null
  return (
    <section className="banner" aria-label={t.unconfirmedTitle}>
      <ShieldQuestionMark size={16} aria-hidden />
      <p>{t.unconfirmed}</p>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t.review}
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
  const t = useTexts('workspaces')
  const { overview } = useWorkspace()
  const connection = overview?.unconfirmed ?? null
  return (
    <Modal title={t.isYours} isOpen={isOpen && connection !== null} onClose={onClose}>
      {connection === null ? null : <Question connection={connection} onClose={onClose} />}
    </Modal>
  )
}

function Question({
  connection,
  onClose,
}: {
  readonly connection: Unconfirmed
  readonly onClose: () => void
}): ReactNode {
  const { workspaces: t, sync: syncTexts } = useFormat().texts
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
      <p>{t.willConnect}</p>
      <dl className="unconfirmed-facts">
        <dt>{t.host}</dt>
        <dd>{t.hostAndPort({ host: connection.host, port: String(connection.port) })}</dd>
        <dt>{t.database}</dt>
        <dd translate="no">{connection.database}</dd>
        <dt>{t.user}</dt>
        <dd translate="no">{connection.user}</dd>
        <dt>{t.encryption}</dt>
        <dd>
          <span translate="no">{connection.tls}</span>: {t.tls[connection.tls]}
        </dd>
      </dl>
      {confirm.error === null ? null : <ErrorNotice report={reportOf(confirm.error)} />}
      <ModalActions>
        <Button onPress={onClose}>{t.notNow}</Button>
        <Button
          onPress={() => {
            onClose()
            go({ page: 'connect', workspaceId })
          }}
        >
          {syncTexts.editConnection}
        </Button>
        <Button
          kind="primary"
          isDisabled={confirm.isPending}
          onPress={() => confirm.mutate({ workspaceId, url: connection.url })}
        >
          {t.connectAndSync}
        </Button>
      </ModalActions>
    </>
  )
}
