import type { AgentCalendar } from './agent-week.ts'
import type { CheckContext } from './check-context.ts'
import { timeOffOf, type Rules, type WorkRules } from './rules.ts'
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
  const { kind, clock, rules } = context
  if (kind === 'weekly') return { ms: calendar.pattern().workedMs, averaged: null }
  const [first, last] = windowOf(weeks, context)
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

/** Whether the averages of a week are over the same weeks, though the plan may begin or end on another day. */
export function isSameAveraging(one: CheckContext, other: CheckContext): boolean {
  return averagedWeeks(one.rules).every((weeks) => {
    const [first, last] = windowOf(weeks, one)
    const [otherFirst, otherLast] = windowOf(weeks, other)
    return first === otherFirst && last === otherLast
  })
}

const known = new WeakMap<Rules, readonly number[]>()

/** Over how many weeks the rules average, of anybody. */
function averagedWeeks(rules: Rules): readonly number[] {
  const found = known.get(rules)
  if (found) return found
  const all: readonly WorkRules[] = [rules.plan.limits, ...Object.values(rules.agents)]
  const weeks = all.flatMap(({ averageHours, night }) => [averageHours?.weeks, night?.average?.weeks])
  const made = [...new Set(weeks)].filter((count) => count !== undefined)
  known.set(rules, made)
  return made
}

/** First and last week, counted from that of the clock. */
function windowOf(weeks: number, { clock, planDays = null }: CheckContext): readonly [number, number] {
  if (planDays === null) return [0, 0]
  const planFirst = Math.min(0, Math.floor((planDays.firstDay - clock.firstDay) / 7))
  const planLast = Math.max(0, Math.floor((planDays.lastDay - clock.firstDay) / 7))
  const last = Math.min(planLast, Math.max(0, planFirst + weeks - 1))
  return [Math.max(planFirst, last - weeks + 1), last]
}
