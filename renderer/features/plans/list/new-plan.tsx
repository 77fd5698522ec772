import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { addDays, localDateOf } from '../../../../shared/time/local.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorNotice } from '../../../components/error-notice.tsx'
import { RadioField, TextField } from '../../../components/fields.tsx'
import { Modal, ModalActions } from '../../../components/modal.tsx'
import { SelectField } from '../../../components/select-field.tsx'
import { reportOf } from '../../../errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC, useTRPCClient } from '../../../rpc.ts'
import { useWorkspace } from '../../../workspace/workspace-context.tsx'
import type { Overview } from '../../../workspace/workspace-types.ts'
import { weekOf } from '../plan-route.ts'
import type { PlanEntry } from '../plan-types.ts'

interface NewPlanProps {
  readonly overview: Overview
  readonly plans: readonly PlanEntry[]
  readonly onClose: () => void
  readonly onMade: (planId: string) => void
}

type Start = 'typical' | 'last-week' | 'plan' | 'empty'
const ALL_POOLS = 'all'

/** Asks what a new plan starts from. */
export function NewPlan({ overview, plans, onClose, onMade }: NewPlanProps): ReactNode {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const format = useFormat()
  const { workspaceId } = useWorkspace()
  const [start, setStart] = useState<Start>(overview.now === null ? 'empty' : 'typical')
  const [name, setName] = useState('')
  const [pool, setPool] = useState(ALL_POOLS)
  const [source, setSource] = useState(plans[0]?.id ?? '')
  const create = useMutation(trpc.plans.create.mutationOptions())
  const make = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const poolId = pool === ALL_POOLS ? null : pool
      const wanted = name.trim() || usualName(start, plans.find(({ id }) => id === source)?.name)
      if (start === 'plan') return client.plans.duplicate.mutate({ workspaceId, planId: source, name: name.trim() || null })
      if (start === 'empty') {
        return create.mutateAsync({ workspaceId, plan: { name: wanted, timeZone: overview.timeZone, poolId, kind: 'weekly', shifts: [] } })
      }
      const thisWeek = weekOf(localDateOf(Date.parse(overview.now!), overview.timeZone), format.weekOrder[0]!)
      const week = start === 'typical' ? addDays(thisWeek, 7) : addDays(thisWeek, -7)
      const { shifts } = await client.prediction.startingShifts.query({ workspaceId, week, timeZone: overview.timeZone, from: start === 'typical' ? 'typical' : 'worked', ...(poolId === null ? {} : { poolId }) })
      return create.mutateAsync({ workspaceId, plan: { name: wanted, timeZone: overview.timeZone, poolId, kind: 'weekly', shifts } })
    },
    onSuccess: (plan) => onMade(plan.id),
  })
  const choices = [
    { id: 'typical' as const, label: 'The typical week', hint: 'When your agents have usually worked in the last weeks. Changed shift by shift, it shows what each change does.' },
    { id: 'last-week' as const, label: 'Last week as it happened', hint: 'Who was online when in the last whole week, rounded to quarter-hours.' },
    ...(plans.length === 0 ? [] : [{ id: 'plan' as const, label: 'Another plan', hint: 'A copy to try something else.' }]),
    { id: 'empty' as const, label: 'Empty', hint: 'Nobody works yet.' },
  ]
  return (
    <Modal title="New plan" isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <RadioField label="Start from" choices={overview.now === null ? choices.filter(({ id }) => id === 'empty' || id === 'plan') : choices} value={start} onChange={setStart} />
        {start === 'plan' ? <SelectField label="Plan" options={plans.map(({ id, name: label }) => ({ id, label }))} value={source} onChange={setSource} /> : null}
        {start === 'plan' || overview.pools.length === 0 ? null : (
          <SelectField
            label="For"
            options={[{ id: ALL_POOLS, label: 'All pools' }, ...overview.pools.filter(({ present }) => present).map(({ id, name: label }) => ({ id, label: label ?? id }))]}
            value={pool}
            onChange={setPool}
          />
        )}
        <TextField label="Name" value={name} onChange={setName} maxLength={80} placeholder={usualName(start, plans.find(({ id }) => id === source)?.name)} />
        {make.error === null ? null : <ErrorNotice report={reportOf(make.error)} />}
        <ModalActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={make.isPending}>
            {make.isPending ? 'Making the plan' : 'Make the plan'}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

function usualName(start: Start, source: string | undefined): string {
  switch (start) {
    case 'typical':
      return 'Typical week'
    case 'last-week':
      return 'Last week'
    case 'plan':
      return source ?? 'Copy'
    case 'empty':
      return 'New plan'
  }
}
