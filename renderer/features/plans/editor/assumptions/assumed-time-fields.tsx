import type { ReactNode } from 'react'
import { useFormat } from '../../../../format/format-context.tsx'
import { DaysField } from '../../../../kit/days-field.tsx'
import { DateField } from '../../../../kit/date-field.tsx'
import { SwitchField } from '../../../../kit/fields.tsx'
import { SelectField } from '../../../../kit/select-field.tsx'
import { TimeField } from '../../../../kit/time-field.tsx'
import { areOnGrid, type FormPartProps, hoursAt, USUAL_PART, type WhenKind } from './assumption-form.ts'

/** When an assumption holds: always, on dates or days of the week, and in which hours of them. */
export function WhenFields({ form, set }: FormPartProps): ReactNode {
  const { assuming: t } = useFormat().texts
  const kinds: readonly WhenKind[] = form.kind === 'demand' ? ['always', 'dates', 'days'] : ['dates', 'days']
  const { from, to } = form
  return (
    <>
      <SelectField
        label={t.when}
        options={kinds.map((id) => ({ id, label: t.whens[id] }))}
        value={form.when}
        onChange={(id) => set({ when: kinds.find((kind) => kind === id) ?? 'dates' })}
      />
      {form.when === 'dates' ? (
        <div className="assumption-line">
          <DateField
            label={t.from}
            value={from}
            onChange={(date) => set({ from: date, ...(date !== null && to !== null && to < date ? { to: date } : {}) })}
          />
          <DateField
            label={t.to}
            value={to}
            onChange={(date) => set({ to: date })}
            problem={from !== null && to !== null && to < from ? t.datesProblem : null}
          />
        </div>
      ) : null}
      {form.when === 'days' ? (
        <DaysField label={t.days} days={form.days} onChange={(days) => set({ days })} problem={t.daysProblem} />
      ) : null}
      <SwitchField
        label={t.part}
        isSelected={form.hours !== null}
        onChange={(isPart) => set({ hours: isPart ? USUAL_PART : null })}
      />
      <HoursFields form={form} set={set} />
    </>
  )
}

/** Hours of a day; nothing where whole days are meant. */
export function HoursFields({ form, set }: FormPartProps): ReactNode {
  const { assuming: t } = useFormat().texts
  const { hours } = form
  if (hours === null) return null
  return (
    <div className="assumption-line">
      <TimeField
        label={t.start}
        minute={hours.startMinute}
        onChange={(minute) => set({ hours: hoursAt(minute, hours.endMinute) })}
      />
      <TimeField
        label={t.end}
        minute={hours.endMinute}
        onChange={(minute) => set({ hours: hoursAt(hours.startMinute, minute) })}
        problem={areOnGrid(hours) ? null : t.gridProblem}
      />
    </div>
  )
}
