import { forecastDemand } from '../forecast/forecast.ts'
import { demandHistory, type HistoryOptions } from '../forecast/history.ts'
import { withoutOutages } from '../forecast/count-weeks.ts'
import type { DatedCounts } from '../forecast/day-effects.ts'
import type { KnownDay } from '../forecast/known-days.ts'
import { WEEKS_FOR_A_YEAR } from '../forecast/year-level.ts'
import { addDays, daysBetween, localDateOf } from '../../time/local.ts'
import type { DemandForecast, DemandHistory, SlotMinutes } from '../types.ts'
import { longSeriesOf, seriesOf, type LearningPast } from './past.ts'

export interface DemandOptions {
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** What is known of dates, as far back as the past reaches and to the end of the week to predict. */
  readonly knownDays: readonly KnownDay[]
  /** undefined: all pools; null: "No pool". */
  readonly poolId: string | null | undefined
}

/** Past visitors of one pool, or of all, by quarter-hours, in weeks that begin like the one to predict. */
export function historyOf(
  past: LearningPast,
  { timeZone, firstDate, knownDays, poolId }: DemandOptions,
): DemandHistory {
  const options = { timeZone, weekFirstDate: firstDate, origin: past.origin, knownDays }
  const history = demandHistory(seriesOf(past, poolId), { ...options, slotMinutes: 15, known: past.known })
  const dated = datedCounts(past, history, { ...options, poolId })
  return dated === undefined ? history : { ...history, dated }
}

/** By hours, which are enough for what a day does; undefined: nothing is known that would change anything. */
function datedCounts(
  past: LearningPast,
  history: DemandHistory,
  options: Omit<HistoryOptions, 'known' | 'slotMinutes'> & Pick<DemandOptions, 'poolId'>,
): DatedCounts | undefined {
  const { knownDays, poolId } = options
  const end = addDays(history.firstDate, 7 * history.weeks)
  const isAnyKnown = knownDays.some((day) => day.class !== 'outage' || day.date >= end)
  // Within half a year there is no last one.
  if (!isAnyKnown && past.long === null) return undefined
  const { series, known } = longSeriesOf(past, poolId)
  const earlier = Math.max(
    0,
    Math.ceil(daysBetween(localDateOf(known[0]?.start ?? past.origin, options.timeZone), history.firstDate) / 7),
  )
  const weeks = history.weeks + Math.min(earlier, MOST_EARLIER_WEEKS)
  if (!isAnyKnown && weeks < WEEKS_FOR_A_YEAR) return undefined
  const counts = withoutOutages(demandHistory(series, { ...options, slotMinutes: 60, known, weeks }))
  return { counts, firstDate: addDays(history.firstDate, 7 * (history.weeks - weeks)), knownDays }
}

/** Three years before the half year of every history. */
const MOST_EARLIER_WEEKS = 156

/** The visitors to expect in a week, from what was known before it. Whatever the slots, their sum is the same. */
export function forecastOfWeek(
  history: DemandHistory,
  { firstDate }: Pick<DemandOptions, 'firstDate'>,
  slotMinutes: SlotMinutes = 15,
): DemandForecast {
  return forecastDemand(history, { firstDate, slotMinutes })
}

/** Weeks of which at least a day was observed. */
export function weeksObserved({ observations, slotsPerWeek, weeks }: DemandHistory): number {
  return Array.from({ length: weeks }, (_, week) =>
    observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek),
  ).filter((week) => week.some((times) => times > 0)).length
}
