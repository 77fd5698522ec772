import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { MessageText } from '../../../../shared/alerts/alert-text.ts'
import { problemText } from '../../../../shared/alerts/problem-text.ts'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import type { StoredChannel } from './alert-types.ts'
import { MessageTexts } from './message-texts.tsx'

interface TestDialogProps {
  readonly channel: StoredChannel
  readonly text: MessageText
  readonly onClose: () => void
}

/** Shows a test message word for word, and sends it when the user says so. */
export function TestDialog({ channel, text, onClose }: TestDialogProps): ReactNode {
  const format = useFormat()
  const t = format.texts.alertSettings
  const trpc = useTRPC()
  const { workspaceId } = useWorkspace()
  const test = useMutation(trpc.alerts.testChannel.mutationOptions())
  const outcome = test.isPending
    ? t.sending
    : test.data === undefined
      ? ''
      : 'problem' in test.data
        ? problemText(test.data.problem, format)
        : t.sent
  return (
    <Modal title={t.testTitle} isOpen onClose={onClose}>
      <p>{t.testIntro({ name: channel.name })}</p>
      <MessageTexts texts={[text]} />
      <output>{outcome}</output>
      {test.error === null ? null : <ErrorNotice report={reportOf(test.error)} />}
      <ModalActions>
        <Button onPress={onClose}>{t.close}</Button>
        <Button
          kind="primary"
          onPress={() => {
            // Not disabled meanwhile: the keyboard would lose its place.
            if (!test.isPending) test.mutate({ workspaceId, channelId: channel.id })
          }}
        >
          {t.send}
        </Button>
      </ModalActions>
    </Modal>
  )
}
