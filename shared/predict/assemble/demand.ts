import { forecastDemand } from '../forecast/forecast.ts'
import { demandHistory } from '../forecast/history.ts'
import type { DayMark } from '../forecast/marks.ts'
import type { DemandForecast, DemandHistory, SlotMinutes } from '../types.ts'
import { seriesOf, type Past } from './past.ts'

export interface DemandOptions {
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly firstDate: string
  readonly slotMinutes: SlotMinutes
  readonly marks: readonly DayMark[]
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
}

/** Past visitors of one pool, or of all, in weeks that begin like the one to predict. */
export function historyOf(past: Past, { timeZone, firstDate, slotMinutes, marks, poolId }: DemandOptions): DemandHistory {
  return demandHistory(seriesOf(past, poolId), { timeZone, weekFirstDate: firstDate, slotMinutes, origin: past.origin, known: past.known, marks })
}

/** The visitors to expect in a week, from what was known before it. */
export function forecastOfWeek(history: DemandHistory, { firstDate, slotMinutes, marks }: DemandOptions): DemandForecast {
  return forecastDemand(history, { firstDate, slotMinutes, marks })
}

/** Weeks of which at least a day was observed. */
export function weeksObserved({ observations, slotsPerWeek, weeks }: DemandHistory): number {
  return Array.from({ length: weeks }, (_, week) => observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek)).filter((week) => week.some((times) => times > 0)).length
}
