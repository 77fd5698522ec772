import type { ReactNode } from 'react'
import { packById } from '../../../shared/plan/rules/packs/packs.ts'
import { PackSources } from '../../app/work-rules/pack-sources.tsx'
import { RuleRowFields } from '../../app/work-rules/rule-list-field.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { DaysField } from '../../kit/days-field.tsx'
import { SelectField } from '../../kit/select-field.tsx'
import { DateRunsField } from './date-runs-field.tsx'
import { daysOffProblem } from './days-off.ts'
import {
  isMinor,
  MINOR_PACKS,
  OWN_LISTS,
  withChoice,
  withMinorChoice,
  withSchoolBreak,
  type OwnChoice,
  type OwnMinor,
  type OwnRule,
  type OwnRuleName,
} from './own-rules.ts'

interface OwnRuleFieldProps {
  readonly rule: OwnRuleName
  readonly value: OwnRule
  readonly onChange: (rule: OwnRule) => void
}

/** A rule of several numbers: the plan's, none, or the agent's own. */
export function OwnRuleField({ rule, value, onChange }: OwnRuleFieldProps): ReactNode {
  const { agents: t, planRules } = useFormat().texts
  const list = OWN_LISTS[rule]
  return (
    <div className="own-rule">
      <SelectField
        label={planRules.lists[list.id].title}
        options={[
          { id: 'plan', label: t.planRule },
          { id: 'none', label: t.noRule },
          { id: 'own', label: t.ownRule },
        ]}
        value={value.choice}
        onChange={(choice) => onChange(withChoice(rule, choice as OwnChoice))}
      />
      {value.choice === 'own' ? (
        <div className="rule-row">
          <RuleRowFields list={list} row={value.row} onChange={(row) => onChange({ ...value, row })} />
        </div>
      ) : null}
    </div>
  )
}

interface MinorFieldProps {
  readonly minor: OwnMinor
  /** Numbers of no pack are stored. */
  readonly canKeep: boolean
  readonly today: string
  readonly onChange: (minor: OwnMinor) => void
}

/** Whether an agent is a minor, by which law, and when they go to school. */
export function MinorField({ minor, canKeep, today, onChange }: MinorFieldProps): ReactNode {
  const { agents: t, rulePacks } = useFormat().texts
  const pack = packById(minor.choice)
  return (
    <div className="own-rule">
      <SelectField
        label={t.minors}
        options={[
          { id: 'plan', label: t.planRule },
          { id: 'none', label: t.notMinor },
          ...MINOR_PACKS.map(({ id }) => ({ id, label: rulePacks[id].name })),
          ...(canKeep ? [{ id: 'kept', label: t.keptMinor }] : []),
        ]}
        value={minor.choice}
        onChange={(choice) => onChange(withMinorChoice(minor, choice))}
      />
      {isMinor(minor) ? (
        <>
          <DaysField
            label={t.schoolDays}
            days={minor.schoolDays}
            onChange={(schoolDays) => onChange({ ...minor, schoolDays })}
          />
          <DateRunsField
            title={t.schoolBreaks}
            add={t.addSchoolBreak}
            removeLabel={(days) => t.removeSchoolBreak({ days })}
            runs={minor.schoolBreaks}
            today={today}
            problemOf={(from, to) => daysOffProblem([], { from, to })}
            onAdd={(run) => onChange({ ...minor, schoolBreaks: withSchoolBreak(minor.schoolBreaks, run) })}
            onRemove={(run) =>
              onChange({ ...minor, schoolBreaks: minor.schoolBreaks.filter(({ from }) => from !== run.from) })
            }
          />
        </>
      ) : null}
      {pack === undefined ? null : <PackSources pack={pack} />}
    </div>
  )
}
