import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Modal, ModalActions } from '../../components/modal.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useTRPC } from '../../rpc.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { AgentEntry } from './agent-types.ts'
import { useInvalidate } from '../../workspace/what-changes-what.ts'

interface ForgetAgentProps {
  readonly agent: AgentEntry
  readonly onForgotten: () => void
}

/** Takes back what the user said of an agent: one of the source is as the source says, another is gone. */
export function ForgetAgent({ agent, onForgotten }: ForgetAgentProps): ReactNode {
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
  const action = agent.inSource ? 'Use what the source says' : 'Remove'
  return (
    <>
      <span className="agent-actions-gap" />
      <Button kind="quiet" onPress={() => setIsAsking(true)}>
        {action}
      </Button>
      <Modal title={agent.inSource ? `Use only what the source says of ${agent.name}?` : `Remove ${agent.name}?`} role="alertdialog" isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p>
          {agent.inSource
            ? 'The name, hours, availability, days off, pools, cost and time zone given here are forgotten.'
            : 'What was said of them is forgotten. Shifts they have stay in their plans, until somebody else is given them.'}
        </p>
        {forget.error === null ? null : <ErrorNotice report={reportOf(forget.error)} />}
        <ModalActions>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the question was just asked, and this answer harms nothing */}
          <Button onPress={() => setIsAsking(false)} autoFocus>
            Keep
          </Button>
          <Button kind="danger" isDisabled={forget.isPending} onPress={() => forget.mutate({ workspaceId, agentId: agent.id })}>
            {action}
          </Button>
        </ModalActions>
      </Modal>
    </>
  )
}
