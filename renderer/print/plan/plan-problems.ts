import type { Plan } from '../../../shared/plan/plan.ts'
import { emptiedShifts } from '../../../shared/plan/planned-intervals.ts'
import { findViolations } from '../../../shared/plan/rules/check-rules.ts'
import type { Rules } from '../../../shared/plan/rules/rules.ts'
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
  readonly rules: Rules
  readonly hours: WeekHours
  readonly agentName: (agentId: string) => string
}

/** What is wrong with a plan: of the whole of it first, then by person. */
export function planProblems(
  { plan, firstDate, rules, hours, agentName }: ProblemsInput,
  format: Formatter,
): readonly Problem[] {
  const emptied = emptiedShifts(plan, { firstDate }).map(
    ({ localDay, agentId }) =>
      `On ${formatLocalDate(localDay)} the clock change leaves nothing of a shift of ${agentId === null ? 'nobody yet' : agentName(agentId)}.`,
  )
  const open =
    hours.openShifts === 0
      ? []
      : [
          `${counted(hours.openShifts, 'shift')} (${format.hours(hours.openMinutes / 60)} h) ${hours.openShifts === 1 ? 'has' : 'have'} nobody yet.`,
        ]
  const whole = [...open, ...emptied]
  const violations = findViolations(plan, rules, { firstDate })
  const [staff, others] = [violations.filter(isOfStaff), violations.filter((violation) => !isOfStaff(violation))]
  const broken = Map.groupBy(others, ({ agentId }) => agentId)
  const people = [...broken].map(([agentId, theirs]) => ({
    who: agentId === null ? 'Open shifts' : agentName(agentId),
    texts: theirs.map(({ text }) => text),
  }))
  return [
    ...(whole.length === 0 ? [] : [{ who: null, texts: whole }]),
    ...(staff.length === 0 ? [] : [{ who: 'Minimum staff', texts: staff.map(({ text }) => text) }]),
    ...people.toSorted((one, other) => one.who.localeCompare(other.who)),
  ]
}

function isOfStaff({ kind }: Violation): boolean {
  return kind === 'under-staffed'
}

/** Of whom the source knows nothing, nothing was learned. */
export function unknownNewcomers(plan: Plan, agents: readonly AgentEntry[]): readonly string[] {
  const known = new Set(agents.filter(({ inSource }) => inSource).map(({ id }) => id))
  const unknown = new Set(
    plan.shifts.flatMap(({ agentId }) => (agentId === null || known.has(agentId) ? [] : [agentId])),
  )
  if (unknown.size === 0) return []
  return [
    `${unknown.size === 1 ? 'One agent of the plan is' : `${unknown.size} agents of the plan are`} not known to the source, and taken like everybody else.`,
  ]
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
