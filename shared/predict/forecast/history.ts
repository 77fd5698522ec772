import { type Interval, isEmpty, isWithinOne, merge } from '../../foundation/interval.ts'
import { DAY_MINUTES, MINUTE_MS } from '../../foundation/minutes.ts'
import { addDays, daysBetween, localDateOf, localRange } from '../../time/local.ts'
import { SLOT_MS, slotOf } from '../../time/slots.ts'
import type { DemandHistory, SlotMinutes } from '../types.ts'
import { exampleWeights, type KnownDay } from './known-days.ts'
import { slotsOfWeek } from './week-slots.ts'

export interface HistoryOptions {
  readonly timeZone: string
  /** Local date on which the week to forecast begins; the weeks of the history begin on the same day of week. */
  readonly weekFirstDate: string
  readonly slotMinutes: SlotMinutes
  /** Epoch milliseconds: nothing at or after it counts. */
  readonly origin: number
  /** Instants [start, end) of which the traffic is known, in any order; they may overlap. */
  readonly known: readonly Interval[]
  /** What is known of dates, past and to come. */
  readonly knownDays: readonly KnownDay[]
  /** How many weeks back, at most (default 26). */
  readonly weeks?: number | undefined
}

/** Visitors by UTC slot from `firstSlot` on. */
export interface VisitorSeries {
  readonly firstSlot: number
  readonly visitors: { readonly length: number; readonly [slot: number]: number }
}

/** As much history as the methods look at. */
export const HISTORY_WEEKS = 26

/**
 * Past visitors as wall-clock weeks, up to the one that the origin is in. Only whole local days that are known and that ended by
 * the origin are observed; what is not observed is missing, never zero. Throws AppError 'invalid-input' for nonsense dates and zones.
 */
export function demandHistory(series: VisitorSeries, options: HistoryOptions): DemandHistory {
  const { timeZone, slotMinutes, origin } = options
  const slotsPerDay = DAY_MINUTES / slotMinutes
  const slotsPerWeek = 7 * slotsPerDay
  const { firstDate, weeks } = historyWeeks(options)
  const visitors = new Float64Array(weeks * slotsPerWeek)
  const observations = new Uint8Array(weeks * slotsPerWeek)
  const dayWeights = new Float64Array(weeks * 7).fill(1)
  const known = merge(options.known)
  const weights = exampleWeights(options.knownDays)
  for (let week = 0; week < weeks; week++) {
    const weekFirstDate = addDays(firstDate, week * 7)
    const observedDays = Array.from({ length: 7 }, (_, day) => {
      const date = addDays(weekFirstDate, day)
      dayWeights[week * 7 + day] = weights.get(date) ?? 1
      return isObserved(localRange(date, date, timeZone), known, origin)
    })
    if (!observedDays.includes(true)) continue
    const target = {
      visitors: visitors.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek),
      observations: observations.subarray(week * slotsPerWeek, (week + 1) * slotsPerWeek),
    }
    addWeek(target, series, { slots: slotsOfWeek(weekFirstDate, timeZone, slotMinutes), slotMinutes, observedDays })
  }
  return { timeZone, slotMinutes, slotsPerWeek, weeks, firstDate, visitors, observations, dayWeights }
}

/** The last week is the one of the last whole day before the origin, but never later than the week to forecast. */
function historyWeeks({ timeZone, weekFirstDate, origin, weeks = HISTORY_WEEKS }: HistoryOptions): {
  readonly firstDate: string
  readonly weeks: number
} {
  const lastWholeDay = addDays(localDateOf(origin, timeZone), -1)
  const ahead = Math.min(0, Math.floor(daysBetween(weekFirstDate, lastWholeDay) / 7))
  return { firstDate: addDays(weekFirstDate, 7 * (ahead + 1 - weeks)), weeks }
}

function isObserved(day: Interval, known: readonly Interval[], origin: number): boolean {
  return !isEmpty(day) && day.end <= origin && isWithinOne(day, known)
}

interface WeekTarget {
  readonly visitors: Float64Array
  readonly observations: Uint8Array
}

interface WeekSource {
  readonly slots: ReturnType<typeof slotsOfWeek>
  readonly slotMinutes: number
  readonly observedDays: readonly boolean[]
}

/** Adds the visits of a week's real slots to its wall-clock slots. */
function addWeek(target: WeekTarget, series: VisitorSeries, { slots, slotMinutes, observedDays }: WeekSource): void {
  const slotsPerDay = DAY_MINUTES / slotMinutes
  const lengths = new Float64Array(target.visitors.length)
  const { starts, slotOfWeek } = slots
  for (let index = 0; index < starts.length; index++) {
    const slot = slotOfWeek[index]!
    if (!observedDays[Math.floor(slot / slotsPerDay)]) continue
    const first = slotOf(starts[index]!) - series.firstSlot
    const last = first + Math.round((slots.lengths[index]! * slotMinutes * MINUTE_MS) / SLOT_MS)
    for (let utcSlot = Math.max(first, 0); utcSlot < Math.min(last, series.visitors.length); utcSlot++)
      target.visitors[slot]! += series.visitors[utcSlot]!
    lengths[slot]! += slots.lengths[index]!
  }
  for (let slot = 0; slot < lengths.length; slot++) {
    const length = lengths[slot]!
    // What a clock change cut short is no example of a whole slot.
    if (length > 0.99) target.visitors[slot]! /= length
    else target.visitors[slot] = 0
    target.observations[slot] = length > 1.99 ? 2 : length > 0.99 ? 1 : 0
  }
}
