import type { WeekHours } from '../../../shared/plan/staffing/week-hours.ts'
import type { RuleCheck } from '../../features/plans/rules/plan-rules.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Figure } from '../figures.tsx'
import type { Problem } from './plan-problems.ts'

/** Hours and cost of a week, and how much of it is to be reviewed. */
export function hourFigures(
  { workedMinutes, openMinutes, shifts, openShifts, agents, cost, unratedMinutes, overtimeMinutes }: WeekHours,
  { problems, hasRules }: { readonly problems: readonly Problem[]; readonly hasRules: boolean },
  format: Formatter,
): readonly Figure[] {
  const { paperPlan: t } = format.texts
  const broken = problems.reduce((sum, { texts }) => sum + texts.length, 0)
  return [
    {
      label: t.hours,
      value: format.hours(workedMinutes / 60),
      note:
        openMinutes === 0
          ? t.agentsAndShifts({ agents, count: shifts })
          : t.onUnassigned({ hours: format.hours(openMinutes / 60), count: openShifts }),
    },
    ...(cost === null
      ? []
      : [
          {
            label: t.cost,
            value: format.money(Math.round(cost)),
            note: costNote({ unratedMinutes, overtimeMinutes }, format),
          },
        ]),
    {
      label: t.toReview,
      value: format.count(broken),
      note: broken > 0 ? t.seeIssues : hasRules ? t.noViolations : t.noRules,
    },
  ]
}

function costNote(
  { unratedMinutes, overtimeMinutes }: Pick<WeekHours, 'unratedMinutes' | 'overtimeMinutes'>,
  format: Formatter,
): string | null {
  const { paperPlan: t } = format.texts
  const notes = [
    ...(overtimeMinutes === 0 ? [] : [t.withOvertime({ hours: format.hours(overtimeMinutes / 60) })]),
    ...(unratedMinutes === 0 ? [] : [t.withoutRate({ hours: format.hours(unratedMinutes / 60) })]),
  ]
  return notes.length === 0 ? null : notes.join(', ')
}

/** Which rules were checked, or that none is set. */
export function checkedText(checks: readonly RuleCheck[], { texts, list }: Formatter): string {
  const { planRules, planPanel: t } = texts
  return checks.length === 0 ? t.noRules : t.checked({ rules: list(checks.map((check) => planRules.checks[check])) })
}
