import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTRPCClient } from '../../app/rpc/client.ts'
import { useInvalidate } from '../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { showToast } from '../../kit/toast.tsx'
import type { TodayAgent } from './today-types.ts'

/** Enters somebody as ill for the rest of today. `agents`: who has a part of a shift left. */
export function MarkAbsent({ agents }: { readonly agents: readonly TodayAgent[] }): ReactNode {
  const t = useTexts('today')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="link" onPress={() => setOpen(true)}>
        {t.mark}
      </Button>
      <Modal title={t.markTitle} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Question agents={agents} close={() => setOpen(false)} />
      </Modal>
    </>
  )
}

interface QuestionProps {
  readonly agents: readonly TodayAgent[]
  readonly close: () => void
}

function Question({ agents, close }: QuestionProps): ReactNode {
  const t = useTexts('today')
  const client = useTRPCClient()
  const { workspaceId } = useWorkspace()
  const invalidate = useInvalidate()
  const [chosen, choose] = useState(agents[0]!.agentId)
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => client.today.markAbsent.mutate({ workspaceId, agentId: chosen }),
    onSuccess: async () => {
      close()
      showToast({ text: t.marked({ name: agents.find(({ agentId }) => agentId === chosen)!.name }) })
      await invalidate('time-off')
    },
  })
  return (
    <Form
      className="today-gap"
      onSubmit={(event) => {
        event.preventDefault()
        mutate()
      }}
    >
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      <SelectField
        label={t.markAgent}
        hint={t.markHint}
        options={agents.map(({ agentId, name }) => ({ id: agentId, label: name, isName: true }))}
        value={chosen}
        onChange={choose}
      />
      <ModalActions>
        <Button onPress={close}>{t.markCancel}</Button>
        <Button kind="primary" type="submit" isDisabled={isPending}>
          {t.markSave}
        </Button>
      </ModalActions>
    </Form>
  )
}

/** Takes back that somebody is absent. */
export function NotAbsent({ agent }: { readonly agent: TodayAgent }): ReactNode {
  const t = useTexts('today')
  const client = useTRPCClient()
  const { workspaceId } = useWorkspace()
  const invalidate = useInvalidate()
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => client.timeOff.remove.mutate({ workspaceId, ids: [...agent.markedAs] }),
    onSuccess: () => invalidate('time-off'),
    onError: (thrown) => showToast({ text: reportOf(thrown).message }),
  })
  return (
    <Button kind="link" isDisabled={isPending} aria-label={t.unmarkOf({ name: agent.name })} onPress={() => mutate()}>
      {t.unmark}
    </Button>
  )
}
