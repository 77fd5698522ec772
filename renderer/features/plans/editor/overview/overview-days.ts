import type { Plan, Shift } from '../../../../../shared/plan/plan.ts'
import { normalDay } from '../../../../../shared/plan/grid.ts'
import { dayOfWeekOfDay, formatLocalDate, parseLocalDate } from '../../../../../shared/time/local.ts'

/** What the overview shows at once. */
export type OverviewSpan = 'two-weeks' | 'month'

/** Of a week most days lie in the month of its middle. */
const MIDDLE_OF_WEEK = 3

/** The days of an overview as day numbers, whole weeks from the one that begins on a date: two weeks, or those that touch its month. */
export function overviewDays(firstDate: string, span: OverviewSpan): readonly number[] {
  const firstDay = parseLocalDate(firstDate)
  if (span === 'two-weeks') return days(firstDay, firstDay + 14)
  const month = formatLocalDate(firstDay + MIDDLE_OF_WEEK).slice(0, 7)
  let from = firstDay
  while (formatLocalDate(from - 1).startsWith(month)) from -= 7
  let to = firstDay + 7
  while (formatLocalDate(to).startsWith(month)) to += 7
  return days(from, to)
}

/** The shifts of an agent (null: the open ones) that begin on a day, by start. A weekly pattern has them in every week. */
export function shiftsByDay(plan: Plan): (agentId: string | null, day: number) => readonly Shift[] {
  const byKey = Map.groupBy(plan.shifts, ({ agentId, day }) => key(agentId, day))
  return (agentId, day) => {
    const planDay = plan.kind === 'weekly' ? normalDay(dayOfWeekOfDay(day), 'weekly') : day
    return (byKey.get(key(agentId, planDay)) ?? []).toSorted((one, other) => one.startMinute - other.startMinute)
  }
}

function key(agentId: string | null, day: number): string {
  return `${day} ${agentId === null ? 'open' : `agent ${agentId}`}`
}

function days(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
