import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTexts } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { AgentEntry } from './agent-types.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'

interface ForgetAgentProps {
  readonly agent: AgentEntry
  readonly onForgotten: () => void
}

/** Deletes an agent's rules: one of the source has the source's values again, another is gone. */
export function ForgetAgent({ agent, onForgotten }: ForgetAgentProps): ReactNode {
  const t = useTexts('agents')
  const trpc = useTRPC()
  const invalidate = useInvalidate()
  const { workspaceId } = useWorkspace()
  const [isAsking, setIsAsking] = useState(false)
  const forget = useMutation(
    trpc.agents.remove.mutationOptions({
      onSuccess: async () => {
        await invalidate('agents')
        setIsAsking(false)
        onForgotten()
      },
    }),
  )
  const action = agent.inSource ? t.useSource : t.remove
  return (
    <>
      <span className="agent-actions-gap" />
      <Button kind="quiet" onPress={() => setIsAsking(true)}>
        {action}
      </Button>
      <Modal
        title={(agent.inSource ? t.useSourceTitle : t.removeTitle)({ name: agent.name })}
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      >
        <p>{agent.inSource ? t.useSourceText : t.removeText}</p>
        {forget.error === null ? null : <ErrorNotice report={reportOf(forget.error)} />}
        <ModalActions>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question was just asked, and this answer harms nothing */}
          <Button onPress={() => setIsAsking(false)} autoFocus>
            {t.keep}
          </Button>
          <Button
            kind="danger"
            isDisabled={forget.isPending}
            onPress={() => forget.mutate({ workspaceId, agentId: agent.id })}
          >
            {action}
          </Button>
        </ModalActions>
      </Modal>
    </>
  )
}
