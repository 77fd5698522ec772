import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { PlanKind } from '../../../../shared/plan/plan.ts'
import { addDays, localDateOf } from '../../../../shared/time/local.ts'
import { Button } from '../../../kit/button.tsx'
import { ErrorNotice } from '../../../kit/error-notice.tsx'
import { NumberField, RadioField, TextField } from '../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../kit/modal.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { reportOf } from '../../../app/errors/error-report.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { useClock } from '../../../format/use-clock.ts'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { weekOf } from '../plan-route.ts'
import type { PlanEntry } from '../plan-types.ts'
import { makePlan, type PlanStart } from './make-plan.ts'

interface NewPlanProps {
  readonly overview: Overview
  readonly plans: readonly PlanEntry[]
  /** For whose visitors, unless another is chosen; null: everybody's. */
  readonly poolId: string | null
  readonly onClose: () => void
  readonly onMade: (planId: string) => void
}

const ALL_POOLS = 'all'
const WEEKS_OFFERED = 13
const MOST_WEEKS = 26

/** Asks what a new plan starts from, and for when it is. */
export function NewPlan({ overview, plans, poolId, onClose, onMade }: NewPlanProps): ReactNode {
  const client = useTRPCClient()
  const format = useFormat()
  const clock = useClock()
  const { workspaceId } = useWorkspace()
  const { timeZone, now } = overview
  const isSynced = now !== null
  const today = localDateOf(isSynced ? Date.parse(now) : clock, timeZone)
  const firstDayOfWeek = format.weekOrder[0]!
  const thisWeek = weekOf(today, firstDayOfWeek)
  const [start, setStart] = useState<PlanStart>(isSynced ? 'typical' : 'empty')
  const [name, setName] = useState('')
  const [pool, setPool] = useState(
    overview.pools.some(({ id, present }) => present && id === poolId) ? poolId! : ALL_POOLS,
  )
  const [sourceId, setSourceId] = useState(plans[0]?.id ?? '')
  const [kind, setKind] = useState<PlanKind>('weekly')
  const [firstDate, setFirstDate] = useState(addDays(thisWeek, 7))
  const [weeks, setWeeks] = useState(4)
  const source = plans.find(({ id }) => id === sourceId)
  const usual =
    start === 'plan' && source !== undefined ? `${source.name}, copy` : `Plan of ${format.date(today, 'short')}`
  const make = useMutation({
    networkMode: 'always',
    mutationFn: async () =>
      makePlan(client, workspaceId, {
        start,
        sourceId,
        name: name.trim() || usual,
        poolId: pool === ALL_POOLS ? null : pool,
        timeZone,
        kind,
        firstDate,
        weeks,
        thisWeek,
        firstDayOfWeek,
      }),
    onSuccess: onMade,
  })
  const asksWeeks = kind === 'dated' && start !== 'empty' && (start !== 'plan' || source?.kind === 'weekly')
  const isUsable = !asksWeeks || (Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS)
  const choices = [
    {
      id: 'typical' as const,
      label: 'The typical week',
      hint: 'When your agents have usually worked in the last weeks. Changed shift by shift, it shows what each change does.',
    },
    {
      id: 'last-week' as const,
      label: 'Last week as it happened',
      hint: 'Who was online when in the last whole week, rounded to quarter-hours.',
    },
    ...(plans.length === 0
      ? []
      : [{ id: 'plan' as const, label: 'Another plan', hint: 'A copy to try something else.' }]),
    { id: 'empty' as const, label: 'Empty', hint: 'Nobody works yet.' },
  ]
  return (
    <Modal title="New plan" isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isUsable && !make.isPending) make.mutate()
        }}
      >
        <RadioField
          label="Start from"
          choices={isSynced ? choices : choices.filter(({ id }) => id === 'empty' || id === 'plan')}
          {...(isSynced ? {} : { hint: 'After the first sync you can start from how your agents work.' })}
          value={start}
          onChange={setStart}
        />
        {start === 'plan' ? (
          <SelectField
            label="Plan"
            options={plans.map(({ id, name: label }) => ({ id, label }))}
            value={sourceId}
            onChange={setSourceId}
          />
        ) : null}
        {start === 'plan' || overview.pools.length === 0 ? null : (
          <SelectField
            label="For"
            options={[
              { id: ALL_POOLS, label: 'All pools' },
              ...overview.pools
                .filter(({ present }) => present)
                .map(({ id, name: label }) => ({ id, label: label ?? id })),
            ]}
            value={pool}
            onChange={setPool}
          />
        )}
        <RadioField
          label="When"
          choices={[
            { id: 'weekly', label: 'Every week' },
            { id: 'dated', label: 'Real weeks' },
          ]}
          hint={kind === 'weekly' ? 'One week that repeats.' : 'Each week can be different.'}
          value={kind}
          onChange={setKind}
          inline
        />
        {asksWeeks ? (
          <div className="shift-form-times">
            <SelectField
              label="First week begins on"
              options={Array.from({ length: WEEKS_OFFERED }, (_, index) => addDays(thisWeek, 7 * index)).map(
                (date) => ({ id: date, label: format.date(date, 'full') }),
              )}
              value={firstDate}
              onChange={setFirstDate}
            />
            <NumberField
              label="For"
              unit={weeks === 1 ? 'week' : 'weeks'}
              value={weeks}
              minValue={1}
              maxValue={MOST_WEEKS}
              onChange={setWeeks}
            />
          </div>
        ) : null}
        <TextField label="Name" value={name} onChange={setName} maxLength={80} placeholder={usual} />
        {make.error === null ? null : <ErrorNotice report={reportOf(make.error)} />}
        <ModalActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={make.isPending || !isUsable}>
            {make.isPending ? 'Making the plan' : 'Make the plan'}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}
