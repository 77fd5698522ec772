import { addDays, daysBetween, weekStartOf } from '../../../shared/time/local.ts'

/** So many weeks are looked at together: this one and the four after it. */
const WEEKS_SHOWN = 5
const MOST_DAYS_AHEAD = 365

export interface WeekChoices {
  /** Local dates on which the weeks begin. */
  readonly weeks: readonly string[]
  readonly thisWeek: string
  readonly chosen: string
  /** The week to choose for those before and after the ones shown; null: there are none. */
  readonly earlier: string | null
  readonly later: string | null
}

interface Now {
  readonly today: string
  /** 0 = Sunday. */
  readonly firstDayOfWeek: number
}

/** The weeks to choose from: this one and the next four, or five later ones where a later one is shown. `shown` null: next week. */
export function weeksAround(shown: string | null, { today, firstDayOfWeek }: Now): WeekChoices {
  const thisWeek = weekStartOf(today, firstDayOfWeek)
  const wanted = shown === null ? addDays(thisWeek, 7) : weekStartOf(shown, firstDayOfWeek)
  // A week that is over has nothing to expect any more, and of one years ahead nothing can be said.
  const chosen = wanted < thisWeek || daysBetween(thisWeek, wanted) > MOST_DAYS_AHEAD ? addDays(thisWeek, 7) : wanted
  const page = Math.floor(daysBetween(thisWeek, chosen) / 7 / WEEKS_SHOWN)
  const first = addDays(thisWeek, page * 7 * WEEKS_SHOWN)
  const later = addDays(first, 7 * WEEKS_SHOWN)
  return {
    weeks: Array.from({ length: WEEKS_SHOWN }, (_, index) => addDays(first, 7 * index)),
    thisWeek,
    chosen,
    earlier: page === 0 ? null : addDays(first, -7),
    later: daysBetween(thisWeek, later) > MOST_DAYS_AHEAD ? null : later,
  }
}
