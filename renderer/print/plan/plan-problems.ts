import type { Plan } from '../../../shared/plan/plan.ts'
import { emptiedShifts } from '../../../shared/plan/planned-intervals.ts'
import { violationText } from '../../../shared/plan/rules/violation-text.ts'
import type { Violation } from '../../../shared/plan/rules/violation.ts'
import type { WeekHours } from '../../../shared/plan/staffing/week-hours.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import type { AgentEntry } from '../../features/plans/plan-types.ts'
import type { Formatter } from '../../format/formatter.ts'

/** What somebody should look at; `who` null: the plan as a whole. */
export interface Problem {
  readonly who: string | null
  readonly texts: readonly string[]
}

interface ProblemsInput {
  readonly plan: Plan
  readonly firstDate: string
  /** The rules that it breaks in that week. */
  readonly violations: readonly Violation[]
  readonly hours: WeekHours
  readonly agentName: (agentId: string) => string
  readonly poolName: (poolId: string) => string
}

/** What is wrong with a plan: of the whole of it first, then by person. */
export function planProblems(
  { plan, firstDate, violations, hours, agentName, poolName }: ProblemsInput,
  format: Formatter,
): readonly Problem[] {
  const { paperPlan: t, planPanel } = format.texts
  const emptied = emptiedShifts(plan, { firstDate }).map(({ localDay, agentId }) => {
    const day = format.date(formatLocalDate(localDay), 'weekday')
    return agentId === null
      ? planPanel.clockSkipsUnassigned({ day })
      : planPanel.clockSkips({ day, who: agentName(agentId) })
  })
  const open =
    hours.openShifts === 0
      ? []
      : [t.unassignedShifts({ count: hours.openShifts, hours: format.hours(hours.openMinutes / 60) })]
  const whole = [...open, ...emptied]
  const textOf = (violation: Violation): string =>
    violationText(violation, { ...plan, poolName, hidesTimeOffKinds: true }, format)
  const [staff, others] = [violations.filter(isOfStaff), violations.filter((violation) => !isOfStaff(violation))]
  const broken = Map.groupBy(others, ({ agentId }) => agentId)
  const people = [...broken].map(([agentId, theirs]) => ({
    who: agentId === null ? t.unassigned : agentName(agentId),
    texts: theirs.map(textOf),
  }))
  return [
    ...(whole.length === 0 ? [] : [{ who: null, texts: whole }]),
    ...(staff.length === 0 ? [] : [{ who: t.minimumStaff, texts: staff.map(textOf) }]),
    ...people.toSorted((one, other) => one.who.localeCompare(other.who, format.locale)),
  ]
}

function isOfStaff({ kind }: Violation): boolean {
  return kind === 'under-staffed'
}

/** Of whom the source knows nothing, nothing was learned. */
export function unknownNewcomers(plan: Plan, agents: readonly AgentEntry[], { texts }: Formatter): readonly string[] {
  const known = new Set(agents.filter(({ inSource }) => inSource).map(({ id }) => id))
  const unknown = new Set(
    plan.shifts.flatMap(({ agentId }) => (agentId === null || known.has(agentId) ? [] : [agentId])),
  )
  return unknown.size === 0 ? [] : [texts.paperPlan.unknownAgents({ count: unknown.size })]
}
