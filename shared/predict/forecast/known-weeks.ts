import { addDays, daysBetween } from '../../time/local.ts'
import { dayEffects, type DatedCounts } from './day-effects.ts'
import { type WeekEffects } from './week-effects.ts'

/** What is known of the weeks of a history and of those after it. */
export interface KnownWeeks {
  /** Of a week, by its number in the history, from what came before the origin; null: nothing. `usual`: as for `DayEffects.ofWeek`. */
  effectsOf(at: { readonly week: number; readonly origin: number }, usual: Float64Array): WeekEffects | null
}

/** null: nothing is known of any day. `firstDate`: of the first week of the history that weeks are numbered by. */
export function knownWeeks(dated: DatedCounts | undefined, firstDate: string): KnownWeeks | null {
  if (dated === undefined || dated.knownDays.length === 0) return null
  const effects = dayEffects(dated)
  const before = daysBetween(dated.firstDate, firstDate) / 7
  return {
    effectsOf({ week, origin }, usual) {
      const found = effects.ofWeek(addDays(firstDate, 7 * week), before + origin, usual)
      return found.every((effect) => effect === null) ? null : found
    },
  }
}
