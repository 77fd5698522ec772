import { forecastDemand } from '../forecast/forecast.ts'
import { demandHistory } from '../forecast/history.ts'
import type { DayMark } from '../forecast/marks.ts'
import type { DemandForecast, DemandHistory, SlotMinutes } from '../types.ts'
import { seriesOf, type LearningPast } from './past.ts'

export interface DemandOptions {
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly firstDate: string
  readonly marks: readonly DayMark[]
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
}

/** Past visitors of one pool, or of all, by quarter-hours, in weeks that begin like the one to predict. */
export function historyOf(past: LearningPast, { timeZone, firstDate, marks, poolId }: DemandOptions): DemandHistory {
  return demandHistory(seriesOf(past, poolId), {
    timeZone,
    weekFirstDate: firstDate,
    slotMinutes: 15,
    origin: past.origin,
    known: past.known,
    marks,
  })
}

/** The visitors to expect in a week, from what was known before it. Whatever the slots, their sum is the same. */
export function forecastOfWeek(
  history: DemandHistory,
  { firstDate, marks }: DemandOptions,
  slotMinutes: SlotMinutes = 15,
): DemandForecast {
  return forecastDemand(history, { firstDate, slotMinutes, marks })
}

/** Weeks of which at least a day was observed. */
export function weeksObserved({ observations, slotsPerWeek, weeks }: DemandHistory): number {
  return Array.from({ length: weeks }, (_, week) =>
    observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek),
  ).filter((week) => week.some((times) => times > 0)).length
}
