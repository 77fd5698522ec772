import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CAPACITY_MONTHS } from '../../../../shared/contract/capacity-question.ts'
import { isOnGrid } from '../../../../shared/plan/grid.ts'
import { useTRPC } from '../../../app/rpc/client.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { DaysField } from '../../../kit/days-field.tsx'
import { RadioField, TextField } from '../../../kit/fields.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { TimeField } from '../../../kit/time-field.tsx'
import { AHEAD_RANGES, type AheadForm, type AheadNumber, isNumberOf, isRampOf } from './ahead-form.ts'

const USUAL_PLAN = ''

interface FieldsProps {
  readonly form: AheadForm
  readonly set: (patch: Partial<AheadForm>) => void
  /** Of the months. */
  readonly firstDate: string
  /** The workspace's, 0-100. */
  readonly target: number
}

/** What is assumed of the months to come. */
export function AheadFields({ form, set, firstDate, target }: FieldsProps): ReactNode {
  const format = useFormat()
  const { ahead: t } = format.texts
  const number = { form, set }
  return (
    <div className="ahead-fields">
      <RadioField
        label={t.months}
        inline
        choices={CAPACITY_MONTHS.map((months) => ({ id: String(months), label: String(months) }))}
        value={String(form.months)}
        onChange={(id) => set({ months: CAPACITY_MONTHS.find((one) => String(one) === id) ?? 12 })}
      />
      <PlanField form={form} set={set} />
      <NumberText {...number} field="growth" label={t.growth} unit={t.percentUnit} />
      <NumberText {...number} field="attrition" label={t.attrition} unit={t.percentUnit} />
      <NumberText {...number} field="target" label={t.target} unit={t.percentUnit} placeholder={format.count(target)} />
      <NumberText {...number} field="worth" label={t.worth} placeholder={t.optional} />
      <NumberText {...number} field="cost" label={t.cost} placeholder={t.optional} />
      <NumberText {...number} field="hires" label={t.hires} />
      {/^0*$/u.test(form.hires.trim()) ? null : <HireFields form={form} set={set} firstDate={firstDate} />}
    </div>
  )
}

function HireFields({ form, set, firstDate }: Omit<FieldsProps, 'target'>): ReactNode {
  const { ahead: t } = useFormat().texts
  const areOnGrid = isOnGrid(form.start) && isOnGrid(form.end)
  return (
    <>
      <DateField label={t.hiresFrom} value={form.from ?? firstDate} onChange={(from) => set({ from })} />
      <TimeField label={t.start} minute={form.start} onChange={(start) => set({ start })} />
      <TimeField
        label={t.end}
        minute={form.end}
        onChange={(end) => set({ end })}
        problem={areOnGrid ? null : t.gridProblem}
      />
      <TextField
        label={t.ramp}
        hint={t.rampHint}
        value={form.ramp}
        onChange={(ramp) => set({ ramp })}
        problem={isRampOf(form) ? null : t.rampProblem}
      />
      <DaysField label={t.days} days={form.days} onChange={(days) => set({ days })} problem={t.daysProblem} />
    </>
  )
}

function PlanField({ form, set }: Pick<FieldsProps, 'form' | 'set'>): ReactNode {
  const { ahead: t } = useFormat().texts
  const { workspaceId } = useWorkspace()
  const { data } = useQuery(useTRPC().plans.list.queryOptions({ workspaceId }))
  const plans = (data ?? []).filter(({ archived }) => !archived)
  return (
    <SelectField
      label={t.plan}
      options={[
        { id: USUAL_PLAN, label: t.usualPlan },
        ...plans.map(({ id, name }) => ({ id, label: name, isName: true })),
      ]}
      value={form.planId ?? USUAL_PLAN}
      onChange={(id) => set({ planId: id === USUAL_PLAN ? null : id })}
    />
  )
}

interface NumberTextProps extends Pick<FieldsProps, 'form' | 'set'> {
  readonly field: AheadNumber
  readonly label: string
  readonly unit?: string
  readonly placeholder?: string
}

/** A number that is typed; one that cannot be taken is said at once. */
function NumberText({ form, set, field, label, unit, placeholder }: NumberTextProps): ReactNode {
  const { count, texts } = useFormat()
  const { least, most } = AHEAD_RANGES[field]
  return (
    <TextField
      label={unit === undefined ? label : `${label}, ${unit}`}
      inputMode="decimal"
      {...(placeholder === undefined ? {} : { placeholder })}
      value={form[field]}
      onChange={(text) => set({ [field]: text })}
      problem={isNumberOf(field, form) ? null : texts.ahead.percentProblem({ least: count(least), most: count(most) })}
    />
  )
}
