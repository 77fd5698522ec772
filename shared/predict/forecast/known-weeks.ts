import { addDays, daysBetween } from '../../time/local.ts'
import { dayEffects, type DatedCounts } from './day-effects.ts'
import type { WeekEffects } from './week-effects.ts'
import { yearLevel, type YearEffect } from './year-level.ts'

/** A week, by its number in a history, and the first week of which nothing was known. */
export interface WeekAt {
  readonly week: number
  readonly origin: number
}

/** What is known of the weeks of a history and of those after it. */
export interface KnownWeeks {
  /** Of the days of a week, from what came before the origin; null: nothing. `usual`: as for `DayEffects.ofWeek`. */
  effectsOf(at: WeekAt, usual: Float64Array): WeekEffects | null
  /** What last year says of a week; null: nothing that helps. */
  yearOf(at: WeekAt): YearEffect | null
}

/** null: nothing is known of any day, nor of last year. `firstDate`: of the first week of the history that weeks are numbered by. */
export function knownWeeks(dated: DatedCounts | undefined, firstDate: string): KnownWeeks | null {
  if (dated === undefined) return null
  const effects = dated.knownDays.length === 0 ? null : dayEffects(dated)
  const year = yearLevel(dated)
  if (effects === null && year === null) return null
  const before = daysBetween(dated.firstDate, firstDate) / 7
  return {
    effectsOf({ week, origin }, usual) {
      const found = effects?.ofWeek(addDays(firstDate, 7 * week), before + origin, usual) ?? []
      return found.every((effect) => effect === null) ? null : found
    },
    yearOf: ({ week, origin }) => year?.effectOf({ week: before + week, origin: before + origin }) ?? null,
  }
}

/** The usual visitors of each slot at the level that last year says. */
export function atLevel(usual: Float64Array, year: YearEffect | null): Float64Array {
  return year === null ? usual : usual.map((value) => value * year.factor)
}
