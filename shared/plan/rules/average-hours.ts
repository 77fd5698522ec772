import type { AgentCalendar } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { timeOffOf } from './rules.ts'
import { neutralDays } from './time-off.ts'

/** Worked time a week on average. */
export interface Average {
  readonly ms: number
  /** Over which weeks, from a day number on; null: the week alone. */
  readonly averaged: { readonly weeks: number; readonly firstDay: number } | null
}

interface AverageOptions {
  readonly agentId: string
  readonly calendar: AgentCalendar
  readonly context: CheckContext
}

/**
 * Worked time a week on average over some weeks. A repeating week is its own average, by the wall clock: over a year its clock changes
 * cancel out. Of a dated plan it is the weeks that end with the week of the clock; near the plan's start its first weeks, and never a week
 * that the plan does not reach. Whole days of vacation and illness are left out: hours by the days that remain. null: no day remains.
 */
export function averageOver(weeks: number, { agentId, calendar, context }: AverageOptions): Average | null {
  const { kind, clock, planDays = null, rules } = context
  if (kind === 'weekly') return { ms: calendar.pattern().workedMs, averaged: null }
  const [first, last] = planDays === null ? [0, 0] : windowOf(weeks, clock.firstDay, planDays)
  let workedMs = 0
  for (let week = first; week <= last; week++) workedMs += calendar.workedMs(clock, week)
  const count = last - first + 1
  const from = clock.firstDay + 7 * first
  const days = 7 * count - neutralDays(timeOffOf(agentId, rules), { from, to: from + 7 * count - 1 })
  if (days === 0) return null
  return {
    ms: (workedMs * 7) / days,
    averaged: count === 1 ? null : { weeks: count, firstDay: from },
  }
}

/** First and last week, counted from the one that begins on `firstDay`. */
function windowOf(
  weeks: number,
  firstDay: number,
  planDays: { readonly firstDay: number; readonly lastDay: number },
): readonly [number, number] {
  const planFirst = Math.min(0, Math.floor((planDays.firstDay - firstDay) / 7))
  const planLast = Math.max(0, Math.floor((planDays.lastDay - firstDay) / 7))
  const last = Math.min(planLast, Math.max(0, planFirst + weeks - 1))
  return [Math.max(planFirst, last - weeks + 1), last]
}
