import type { Shift } from '../../../../../shared/plan/plan.ts'
import type { Option } from '../../../../kit/option-list.tsx'
import type { Formatter } from '../../../../format/formatter.ts'
import { assignable, type BoardAgent } from '../board/board-rows.ts'
import { whyNot, type Against } from '../drag/row-fit.ts'
import type { PlannedWeek } from '../store/editor-state.ts'

interface AgentFit {
  readonly agent: BoardAgent
  /** The rule that the agent would break; null: none. */
  readonly against: Against | null
  /** Minutes of work in the shown week, as it is. */
  readonly minutes: number
}

/** Everybody who can be given shifts: first who can take them without breaking a rule, the fewest hours first, then the others. */
export function agentFits(
  shifts: readonly Shift[],
  { agents, ruleReport, hours }: Pick<PlannedWeek, 'agents' | 'ruleReport' | 'hours'>,
): readonly AgentFit[] {
  const fits = assignable(agents).map((agent) => ({
    agent,
    against: whyNot(agent.id, shifts, ruleReport),
    minutes: hours.byAgent.get(agent.id)?.workedMinutes ?? 0,
  }))
  return [
    ...fits.filter(({ against }) => against === null).toSorted((one, other) => one.minutes - other.minutes),
    ...fits.filter(({ against }) => against !== null),
  ]
}

/** A list to choose from: of who can take them the hours of the week, of the others the rule that they would break. */
export function fitOptions(fits: readonly AgentFit[], format: Formatter): readonly Option[] {
  const { planBoard, planShifts } = format.texts
  return fits.map(({ agent: { id, name }, against, minutes }) => ({
    id,
    label: name,
    isName: true,
    detail:
      against === null ? planShifts.hoursInWeek({ hours: format.hours(minutes / 60) }) : planBoard.against[against],
  }))
}
