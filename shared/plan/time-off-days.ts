import { DAY_MINUTES } from '../foundation/minutes.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../time/local.ts'
import type { TimeOff, TimeOffKind } from './rules/rule-types.ts'
import { TIME_OFF_KINDS } from './rules/rule-types.ts'
import type { AgentRules } from './rules/rules.ts'

/** Days of each kind that somebody is away in a calendar year, and what of their vacation is left. */
export interface YearOfTimeOff {
  readonly days: Readonly<Record<TimeOffKind, number>>
  /** null: no allowance is given. Negative: more is taken. */
  readonly vacationLeft: number | null
}

/** Of a day that is worked, a part counts by its hours. */
const WORKING_DAY_MINUTES = 8 * 60
const WEEKDAYS = [1, 2, 3, 4, 5]

/**
 * Counts one agent's time off in a calendar year. A whole day counts where the agent works on its weekday: by their availability, and
 * Monday to Friday where none is set; a part counts its length of eight hours, at most one day. A date counts once for a kind. A public
 * holiday that is a day off is a holiday alone: vacation over it takes nothing from the allowance.
 */
export function yearOfTimeOff(
  timeOff: readonly TimeOff[],
  {
    year,
    rules,
    publicHolidays = [],
  }: {
    readonly year: number
    readonly rules: AgentRules
    /** Local dates. */
    readonly publicHolidays?: readonly string[]
  },
): YearOfTimeOff {
  const [first, last] = [parseLocalDate(`${year}-01-01`), parseLocalDate(`${year}-12-31`)]
  const workdays = rules.availability
    ? new Set(rules.availability.map(({ dayOfWeek }) => dayOfWeek))
    : new Set(WEEKDAYS)
  const byKind = new Map<TimeOffKind, Map<number, number>>(TIME_OFF_KINDS.map((kind) => [kind, new Map()]))
  const holidays = new Set(publicHolidays.map(parseLocalDate))
  for (const day of holidays)
    if (day >= first && day <= last && workdays.has(dayOfWeekOfDay(day))) byKind.get('holiday')!.set(day, 1)
  for (const { kind, from, to, part } of timeOff) {
    const share =
      part === null ? 1 : Math.min(1, Math.min(part.endMinute - part.startMinute, DAY_MINUTES) / WORKING_DAY_MINUTES)
    const days = byKind.get(kind)!
    for (let day = Math.max(first, parseLocalDate(from)); day <= Math.min(last, parseLocalDate(to)); day++)
      if (workdays.has(dayOfWeekOfDay(day)) && !holidays.has(day))
        days.set(day, Math.min(1, (days.get(day) ?? 0) + share))
  }
  const total = (kind: TimeOffKind): number => [...byKind.get(kind)!.values()].reduce((sum, share) => sum + share, 0)
  const allowance = rules.vacationDays ?? null
  return {
    days: Object.fromEntries(TIME_OFF_KINDS.map((kind) => [kind, total(kind)])) as Record<TimeOffKind, number>,
    vacationLeft: allowance === null ? null : allowance - total('vacation'),
  }
}
