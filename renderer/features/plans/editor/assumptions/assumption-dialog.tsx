import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { Overview } from '../../../../app/workspace/workspace-types.ts'
import { ASSUMPTION_LIMITS } from '../../../../../shared/plan/assumptions/assumption-schema.ts'
import { type Assumption, type NewAssumption, WITHOUT_POOL } from '../../../../../shared/plan/assumptions/assumption.ts'
import { useFormat } from '../../../../format/format-context.tsx'
import { DaysField } from '../../../../kit/days-field.tsx'
import { Button } from '../../../../kit/button.tsx'
import { DateField } from '../../../../kit/date-field.tsx'
import { NumberField, TextField } from '../../../../kit/fields.tsx'
import { Modal, ModalActions } from '../../../../kit/modal.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { useEditorState } from '../store/editor-context.ts'
import { openPlan } from '../store/editor-state.ts'
import {
  areVisitors,
  ASSUMPTION_KINDS,
  assumptionOf,
  changeRange,
  formOf,
  type FormPartProps,
  formOfKind,
  isChange,
  isRamp,
  newForm,
} from './assumption-form.ts'
import { HoursFields, WhenFields } from './assumed-time-fields.tsx'
import './assumptions.css'

interface AssumptionDialogProps {
  /** null: a new one. */
  readonly assumption: Assumption | null
  readonly pools: Overview['pools']
  readonly onSave: (assumption: NewAssumption) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

const ALL = ''

/** Adds, changes or removes an assumption of the plan. */
export function AssumptionDialog({ assumption, pools, onSave, onRemove, onClose }: AssumptionDialogProps): ReactNode {
  const { assuming: t } = useFormat().texts
  const firstDate = useEditorState(({ week }) => week.firstDate)
  const agentId = useEditorState(({ active, planned }) =>
    active?.kind === 'cell' ? active.agentId : (planned.agents[0]?.id ?? null),
  )
  const [form, setForm] = useState(() =>
    assumption === null ? newForm(firstDate, agentId) : formOf(assumption, firstDate),
  )
  const set: FormPartProps['set'] = (patch): void => setForm((before) => ({ ...before, ...patch }))
  const made = assumptionOf(form)
  return (
    <Modal title={assumption === null ? t.addTitle : t.editTitle} isOpen onClose={onClose}>
      <Form
        className="assumption-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (made !== null) onSave(made)
        }}
      >
        {assumption === null ? (
          <SelectField
            label={t.what}
            hint={t.hint}
            options={ASSUMPTION_KINDS.map((id) => ({ id, label: t.kinds[id] }))}
            value={form.kind}
            onChange={(id) => {
              const kind = ASSUMPTION_KINDS.find((one) => one === id)
              if (kind !== undefined)
                setForm({ ...formOfKind(form, kind), agentId: kind === 'shrinkage' ? null : agentId })
            }}
          />
        ) : (
          <p>{t.kinds[form.kind]}</p>
        )}
        <KindFields form={form} set={set} pools={pools} />
        <ModalActions>
          {assumption === null ? null : <Button onPress={onRemove}>{t.delete}</Button>}
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={made === null}>
            {t.save}
          </Button>
        </ModalActions>
      </Form>
    </Modal>
  )
}

function KindFields({ form, set, pools }: FormPartProps & Pick<AssumptionDialogProps, 'pools'>): ReactNode {
  const { assuming: t } = useFormat().texts
  switch (form.kind) {
    case 'demand':
      return (
        <>
          <ChangeField form={form} set={set} label={t.percent} />
          <PoolField form={form} set={set} pools={pools} />
          <WhenFields form={form} set={set} />
        </>
      )
    case 'visitors':
      return (
        <>
          <DateField label={t.date} value={form.from} onChange={(from) => set({ from })} />
          <TextField
            label={t.visitors}
            hint={t.visitorsHint}
            value={form.visitors}
            onChange={(visitors) => set({ visitors })}
            problem={form.visitors === '' || areVisitors(form) ? null : t.visitorsProblem}
          />
          <PoolField form={form} set={set} pools={pools} />
        </>
      )
    case 'absence':
      return (
        <>
          <AgentField form={form} set={set} />
          <WhenFields form={form} set={set} />
        </>
      )
    case 'shrinkage':
      return (
        <>
          <AgentField form={form} set={set} hasAll />
          <WhenFields form={form} set={set} />
        </>
      )
    case 'hires':
      return (
        <>
          <NumberField
            label={t.count}
            unit=""
            value={form.count}
            minValue={1}
            maxValue={ASSUMPTION_LIMITS.hires}
            onChange={(count) => set({ count })}
          />
          <DateField label={t.startDate} value={form.from} onChange={(from) => set({ from })} />
          <DaysField label={t.days} days={form.days} onChange={(days) => set({ days })} problem={t.daysProblem} />
          <HoursFields form={form} set={set} />
          <TextField
            label={t.ramp}
            hint={t.rampHint}
            value={form.ramp}
            onChange={(ramp) => set({ ramp })}
            problem={isRamp(form) ? null : t.rampProblem({ weeks: String(ASSUMPTION_LIMITS.rampWeeks) })}
          />
        </>
      )
    case 'handling':
      return <ChangeField form={form} set={set} label={t.percent} />
    case 'availability':
      return <ChangeField form={form} set={set} label={t.points} />
  }
}

function ChangeField({ form, set, label }: FormPartProps & { readonly label: string }): ReactNode {
  const { count, texts } = useFormat()
  const { assuming: t } = texts
  const { least, most } = changeRange(form.kind)
  return (
    <TextField
      label={label}
      hint={t.percentHint}
      value={form.change}
      onChange={(change) => set({ change })}
      problem={isChange(form) ? null : t.percentProblem({ least: count(least), most: count(most) })}
    />
  )
}

function PoolField({ form, set, pools }: FormPartProps & Pick<AssumptionDialogProps, 'pools'>): ReactNode {
  const { assuming: t, filters } = useFormat().texts
  const planPool = useEditorState((state) => openPlan(state).poolId)
  if (planPool !== null || pools.length < 2) return null
  return (
    <SelectField
      label={t.pool}
      options={[
        { id: ALL, label: t.allPools },
        ...pools.map(({ id, name }) => ({ id, label: name ?? id, isName: true })),
        ...(form.poolId === WITHOUT_POOL ? [{ id: WITHOUT_POOL, label: filters.noPool }] : []),
      ]}
      value={form.poolId ?? ALL}
      onChange={(id) => set({ poolId: id === ALL ? null : id })}
    />
  )
}

function AgentField({ form, set, hasAll = false }: FormPartProps & { readonly hasAll?: boolean }): ReactNode {
  const { assuming: t } = useFormat().texts
  const agents = useEditorState(({ planned }) => planned.agents)
  return (
    <SelectField
      label={t.agent}
      options={[
        ...(hasAll ? [{ id: ALL, label: t.allAgents }] : []),
        ...agents.map(({ id, name }) => ({ id, label: name, isName: true })),
      ]}
      value={form.agentId ?? ALL}
      onChange={(id) => set({ agentId: id === ALL ? null : id })}
    />
  )
}
