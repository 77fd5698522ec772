import type { PlanStep } from '../../../../../shared/plan/step.ts'
import { formatLocalDate } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import type { EditorState } from '../store/editor-state.ts'
import { planDates } from '../store/plan-dates.ts'
import { dateOfColumn, weekColumn } from './board-week.ts'

/** So many agents are named; of more it is said how many. */
const MOST_NAMED = 3

/** Who has the shifts that a step added: "Ana (2) and Ben (1)". */
export function whoGotWhat({ added }: PlanStep, state: EditorState, format: Formatter): string {
  const { planBoard: t } = format.texts
  const byAgent = [...Map.groupBy(added, ({ agentId }) => agentId)]
  const named = byAgent.slice(0, MOST_NAMED).map(([agentId, shifts]) => {
    const name = agentId === null ? t.unassigned : personName(state, agentId)
    return byAgent.length === 1 ? name : t.agentShare({ name, count: format.count(shifts.length) })
  })
  const more = byAgent.length - named.length
  return format.list(more > 0 ? [...named, t.moreAgents({ count: more })] : named)
}

/** The day of the earliest shift that a step added: "Mon, Nov 30". */
export function firstDayOf({ added }: PlanStep, { week, history }: EditorState, format: Formatter): string {
  if (history.plan.kind === 'dated')
    return format.date(formatLocalDate(Math.min(...added.map(({ day }) => day))), 'weekday')
  const column = Math.min(...added.map(({ day }) => weekColumn(week.board, day) ?? 0))
  return format.date(dateOfColumn(week.board, column), 'weekday')
}

/** What else a step did to the plan than was asked for: shifts in the next week, and a later end. */
export function sideEffects(
  step: PlanStep,
  { before, after }: { readonly before: EditorState; readonly after: EditorState },
  format: Formatter,
): readonly string[] {
  const lastShown = after.week.board.firstDay + 6
  const later = after.history.plan.kind === 'dated' ? step.added.filter(({ day }) => day > lastShown).length : 0
  return [
    ...(later === 0 ? [] : [format.texts.planBoard.inNextWeek({ count: later })]),
    ...newEnd(before, after, format),
  ]
}

/** That a plan of real weeks ends later than before; nothing where it does not. */
export function newEnd(before: EditorState, after: EditorState, format: Formatter): readonly string[] {
  const ended = planDates(before.history.plan)?.to
  const ends = planDates(after.history.plan)?.to
  if (ended === undefined || ends === undefined || ends <= ended) return []
  return [format.texts.planBoard.nowEnds({ date: format.date(ends, 'weekday') })]
}

function personName({ inputs, planned }: EditorState, agentId: string): string {
  return (
    planned.agents.find(({ id }) => id === agentId)?.name ??
    inputs.agents.find(({ id }) => id === agentId)?.name ??
    agentId.slice(0, 8)
  )
}
