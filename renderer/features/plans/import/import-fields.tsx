import type { ReactNode } from 'react'
import type { Overview } from '../../../app/workspace/workspace-types.ts'
import { DATE_ORDERS, type DateOrder } from '../../../../shared/roster/date-text.ts'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import { SwitchField } from '../../../kit/fields.tsx'
import { SelectField } from '../../../kit/select-field.tsx'
import { ZoneField } from '../../../kit/zone-field.tsx'
import type { PlanEntry } from '../plan-types.ts'
import type { ImportChoices, RosterPreview } from './import-types.ts'

interface ImportFieldsProps {
  readonly overview: Overview
  readonly plans: readonly PlanEntry[]
  readonly read: RosterPreview
  readonly choices: ImportChoices
  readonly onChange: (patch: Partial<ImportChoices>) => void
  /** Further fields. */
  readonly children: ReactNode
}

const NEW = 'new'
const AUTO = 'auto'

/** How a file is read, where it leaves a choice, and where its shifts go. */
export function ImportFields({ overview, plans, read, choices, onChange, children }: ImportFieldsProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const { understood } = read
  // Others cannot take these shifts; a plan that was chosen stays to be seen.
  const targets = plans.filter(({ kind, id }) => kind === understood.kind || id === choices.into)
  const { weeks, dateOrder, dateOrderBy, sheet, sheets, shape, rotation } = understood
  return (
    <div className="import-fields">
      <SelectField
        label={t.into}
        options={[
          { id: NEW, label: t.intoNew },
          ...targets.map(({ id, name }) => ({ id, label: t.intoPlan({ name }) })),
        ]}
        value={choices.into ?? NEW}
        onChange={(id) => onChange({ into: id === NEW ? null : id })}
        {...(choices.into === null
          ? {}
          : { hint: weeks === null ? t.intoPattern : t.intoWeeks({ dates: format.dateRange(weeks.from, weeks.to) }) })}
      />
      {children}
      {shape === 'plan' || choices.into !== null ? null : (
        <ZoneField
          name={t.zone}
          value={choices.timeZone}
          usual={overview.timeZone}
          unset={t.zoneUnset}
          hint={t.zoneHint}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      )}
      {shape === 'plan' || choices.into !== null || (rotation === null && !choices.datesOnly) ? null : (
        <SwitchField
          label={t.asRotation}
          hint={t.asRotationHint}
          isSelected={!choices.datesOnly}
          onChange={(isRotation) => onChange({ datesOnly: !isRotation })}
        />
      )}
      {sheets.length < 2 ? null : (
        <SelectField
          label={t.sheet}
          options={sheets.map((name) => ({ id: name, label: name }))}
          value={sheet ?? sheets[0]!}
          onChange={(name) => onChange({ sheet: name })}
        />
      )}
      {dateOrderBy === 'not-needed' ? null : (
        <SelectField
          label={t.order}
          options={[
            ...(choices.dateOrder === null ? [{ id: AUTO, label: t.orders.auto({ order: t.orders[dateOrder] }) }] : []),
            ...DATE_ORDERS.map((order) => ({ id: order, label: t.orders[order] })),
          ]}
          value={choices.dateOrder ?? AUTO}
          onChange={(order) => onChange({ dateOrder: order === AUTO ? null : (order as DateOrder) })}
          {...(dateOrderBy === 'chosen' ? {} : { hint: t.orderBy[dateOrderBy] })}
        />
      )}
    </div>
  )
}
