import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { PlanKind } from '../../../../shared/plan/plan.ts'
import { ROTATION_LIMITS } from '../../../../shared/plan/rotation/rotation.ts'
import { addDays, localDateOf, weekStartOf } from '../../../../shared/time/local.ts'
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
import type { PlanEntry } from '../plan-types.ts'
import { FIRST_ROTATION, makePlan, type PlanStart, type RotationChoice } from './make-plan.ts'
import { RotationFields } from './rotation-fields.tsx'

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
const WEEKS_OF_ROTATION = 52

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

/** Asks what a new plan starts from, and for when it is. */
export function NewPlan({ overview, plans, poolId, onClose, onMade }: NewPlanProps): ReactNode {
  const client = useTRPCClient()
  const format = useFormat()
  const { planList: t, planRotation } = format.texts
  const clock = useClock()
  const { workspaceId } = useWorkspace()
  const { timeZone, now } = overview
  const isSynced = now !== null
  const today = localDateOf(isSynced ? Date.parse(now) : clock, timeZone)
  const firstDayOfWeek = format.weekOrder[0]!
  const thisWeek = weekStartOf(today, firstDayOfWeek)
  const [start, setStart] = useState<PlanStart>(isSynced ? 'typical' : 'empty')
  const [name, setName] = useState('')
  const [pool, setPool] = useState(
    overview.pools.some(({ id, present }) => present && id === poolId) ? poolId! : ALL_POOLS,
  )
  const [sourceId, setSourceId] = useState(plans[0]?.id ?? '')
  const [kind, setKind] = useState<PlanKind | 'rotation'>('weekly')
  const [firstDate, setFirstDate] = useState(addDays(thisWeek, 7))
  const [weeks, setWeeks] = useState(4)
  const [rotation, setRotation] = useState<RotationChoice>(FIRST_ROTATION)
  const [rotationWeeks, setRotationWeeks] = useState(WEEKS_OF_ROTATION)
  const source = plans.find(({ id }) => id === sourceId)
  const usual =
    start === 'plan' && source !== undefined
      ? t.copyName({ name: source.name })
      : t.usualName({ date: format.date(today, 'short') })
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
        rotation,
        firstDate,
        weeks: kind === 'rotation' ? rotationWeeks : weeks,
        thisWeek,
        firstDayOfWeek,
      }),
    onSuccess: onMade,
  })
  const asksWeeks = kind === 'dated' && start !== 'empty' && (start !== 'plan' || source?.kind === 'weekly')
  const isUsable =
    kind === 'rotation'
      ? isCount(rotationWeeks, ROTATION_LIMITS.weeks) && isCount(rotation.cycleWeeks, ROTATION_LIMITS.cycleWeeks)
      : !asksWeeks || isCount(weeks, MOST_WEEKS)
  const isCopy = start === 'plan' && source !== undefined && source.rotation !== null
  const firstDates = Array.from({ length: WEEKS_OFFERED }, (_, index) => addDays(thisWeek, 7 * index)).map((date) => ({
    id: date,
    label: format.date(date, 'full'),
  }))
  const offered: readonly PlanStart[] = isSynced ? ['typical', 'last-week', 'plan', 'empty'] : ['plan', 'empty']
  const choices = offered
    .filter((id) => id !== 'plan' || plans.length > 0)
    .map((id) => ({ id, label: t.starts[id], hint: t.startHints[id] }))
  return (
    <Modal title={t.newPlan} isOpen onClose={onClose}>
      <Form
        className="shift-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isUsable && !make.isPending) make.mutate()
        }}
      >
        <RadioField
          label={t.startFrom}
          choices={choices}
          {...(isSynced ? {} : { hint: t.startAfterSync })}
          value={start}
          onChange={setStart}
        />
        {start === 'plan' ? (
          <SelectField
            label={t.plan}
            options={plans.map(({ id, name: label }) => ({ id, label, isName: true }))}
            value={sourceId}
            onChange={setSourceId}
          />
        ) : null}
        {start === 'plan' || overview.pools.length === 0 ? null : (
          <SelectField
            label={t.for}
            options={[
              { id: ALL_POOLS, label: t.everyPool },
              ...overview.pools
                .filter(({ present }) => present)
                .map(({ id, name: label }) => ({ id, label: label ?? id, isName: true })),
            ]}
            value={pool}
            onChange={setPool}
          />
        )}
        <RadioField
          label={t.when}
          choices={[
            { id: 'weekly', label: t.repeating },
            { id: 'rotation', label: planRotation.kind },
            { id: 'dated', label: t.specific },
          ]}
          hint={kind === 'weekly' ? t.repeatingHint : kind === 'rotation' ? planRotation.hint : t.specificHint}
          value={kind}
          onChange={setKind}
          inline
        />
        {kind === 'rotation' && !isCopy ? (
          <RotationFields
            rotation={rotation}
            firstDates={firstDates}
            firstDate={firstDate}
            weeks={rotationWeeks}
            onRotation={setRotation}
            onFirstDate={setFirstDate}
            onWeeks={setRotationWeeks}
          />
        ) : null}
        {asksWeeks ? (
          <div className="shift-form-times">
            <SelectField label={t.firstWeek} options={firstDates} value={firstDate} onChange={setFirstDate} />
            <NumberField
              label={t.weeks}
              unit={t.weeksUnit({ count: weeks })}
              value={weeks}
              minValue={1}
              maxValue={MOST_WEEKS}
              onChange={setWeeks}
            />
          </div>
        ) : null}
        <TextField label={t.name} value={name} onChange={setName} maxLength={80} placeholder={usual} />
        {make.error === null ? null : <ErrorNotice report={reportOf(make.error)} />}
        <ModalActions>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={make.isPending || !isUsable}>
            {make.isPending ? t.creating : t.create}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}
