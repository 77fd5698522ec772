import { daysBetween } from '../../time/local.ts'
import type { DemandHistory } from '../types.ts'
import { withoutOutages } from './count-weeks.ts'
import type { DayEffect } from './week-effects.ts'
import { atLevel, knownWeeks } from './known-weeks.ts'
import type { DateRange } from './mark-days.ts'
import { rollingOrigins } from './rolling.ts'

/** The known days of a range and their effects, learned from the whole history. For a date of the history itself, only other dates count. */
export function datesEffects(observed: DemandHistory, { from, to }: DateRange): readonly DayEffect[] {
  const history = withoutOutages(observed)
  const known = knownWeeks(history.dated, history.firstDate)
  if (known === null) return []
  const usual = rollingOrigins(history).at(-1)?.mean ?? new Float64Array(history.slotsPerWeek)
  const [first, last] = [from, to].map((date) => Math.floor(daysBetween(history.firstDate, date) / 7))
  return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index)
    .flatMap((week) => {
      const at = { week, origin: history.weeks }
      return known.effectsOf(at, atLevel(usual, known.yearOf(at))) ?? []
    })
    .filter((effect) => effect !== null)
    .filter(({ date }) => date >= from && date <= to)
}
