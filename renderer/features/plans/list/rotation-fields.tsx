import type { ReactNode } from 'react'
import { ROTATION_TEMPLATES, weeksOfTemplate } from '../../../../shared/plan/rotation/rotation-templates.ts'
import { ROTATION_LIMITS } from '../../../../shared/plan/rotation/rotation.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { NumberField, SwitchField } from '../../../kit/fields.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import type { RotationChoice } from './make-plan.ts'

interface RotationFieldsProps {
  readonly rotation: RotationChoice
  /** Dates on which week 1 can begin. */
  readonly firstDates: readonly { readonly id: string; readonly label: string }[]
  readonly firstDate: string
  /** How many weeks are planned. */
  readonly weeks: number
  readonly onRotation: (rotation: RotationChoice) => void
  readonly onFirstDate: (date: string) => void
  readonly onWeeks: (weeks: number) => void
}

/** Asks how a rotation goes, and since when. */
export function RotationFields(props: RotationFieldsProps): ReactNode {
  const { rotation, firstDates, firstDate, weeks, onRotation, onFirstDate, onWeeks } = props
  const { planRotation: t, planList } = useFormat().texts
  const { template, cycleWeeks, isStaggered } = rotation
  return (
    <>
      <div className="shift-form-times">
        <SelectField
          label={t.fill}
          options={ROTATION_TEMPLATES.map((id) => ({ id, label: t.templates[id] }))}
          value={template}
          onChange={(id) => {
            const chosen = ROTATION_TEMPLATES.find((one) => one === id) ?? 'weeks'
            onRotation({ ...rotation, template: chosen, cycleWeeks: weeksOfTemplate(chosen) ?? cycleWeeks })
          }}
        />
        {template === 'weeks' ? (
          <NumberField
            label={t.cycle}
            unit={planList.weeksUnit({ count: cycleWeeks })}
            value={cycleWeeks}
            minValue={1}
            maxValue={ROTATION_LIMITS.cycleWeeks}
            onChange={(count) => onRotation({ ...rotation, cycleWeeks: count })}
          />
        ) : null}
      </div>
      {template === 'weeks' ? null : (
        <SwitchField
          label={t.stagger}
          isSelected={isStaggered}
          onChange={(staggered) => onRotation({ ...rotation, isStaggered: staggered })}
        />
      )}
      <div className="shift-form-times">
        <SelectField label={t.firstWeek} options={firstDates} value={firstDate} onChange={onFirstDate} />
        <NumberField
          label={t.planned}
          unit={planList.weeksUnit({ count: weeks })}
          value={weeks}
          minValue={1}
          maxValue={ROTATION_LIMITS.weeks}
          onChange={onWeeks}
        />
      </div>
    </>
  )
}
