import { subtract, type Interval } from '../../../../../shared/foundation/interval.ts'
import { DAY_MINUTES, DAY_MS, MINUTE_MS } from '../../../../../shared/foundation/minutes.ts'
import { availableIntervals } from '../../../../../shared/plan/rules/availability.ts'
import type { AgentRules } from '../../../../../shared/plan/rules/rules.ts'
import type { WeekClock } from '../../../../../shared/plan/week-clock.ts'
import { parseLocalDate } from '../../../../../shared/time/local.ts'
import { COLUMNS } from './board-week.ts'

/** When somebody cannot work in the shown week, by the rules on the agent. */
export interface OffTimes {
  /** In minutes of the week, apart and in order. */
  readonly unavailable: readonly { readonly start: number; readonly end: number }[]
  /** Columns of whole days off. */
  readonly daysOff: readonly number[]
}

/** Of whom no rule says anything. */
export const NO_OFF_TIMES: OffTimes = { unavailable: [], daysOff: [] }
/** Of rules that did not change nothing is computed again: every edit draws the rows anew. */
const known = new WeakMap<AgentRules, { readonly clock: WeekClock; readonly off: OffTimes }>()

/** An agent's times without work in a week, on the clock of the plan. */
export function offTimes(rules: AgentRules, clock: WeekClock): OffTimes {
  if (!rules.availability && (rules.daysOff ?? []).length === 0) return NO_OFF_TIMES
  const found = known.get(rules)
  if (found?.clock === clock) return found.off
  const available = availableIntervals(rules, clock)
  const off: OffTimes = {
    unavailable: available === null ? [] : outside(available, clock),
    daysOff: COLUMNS.filter((column) =>
      (rules.daysOff ?? []).some((date) => parseLocalDate(date) === clock.firstDay + column),
    ),
  }
  known.set(rules, { clock, off })
  return off
}

function outside(available: readonly Interval[], clock: WeekClock): OffTimes['unavailable'] {
  return subtract([{ start: clock.start, end: clock.end }], available)
    .map(({ start, end }) => ({ start: weekMinute(start, clock), end: weekMinute(end, clock) }))
    .filter(({ start, end }) => end > start)
}

/** The minute of the week that a clock shows at an instant. */
function weekMinute(instant: number, clock: WeekClock): number {
  const { offsetMs } = clock.intervals.find(({ end }) => instant < end) ?? clock.intervals.at(-1)!
  const minute = Math.round((instant + offsetMs - clock.firstDay * DAY_MS) / MINUTE_MS)
  return Math.min(Math.max(minute, 0), COLUMNS.length * DAY_MINUTES)
}
