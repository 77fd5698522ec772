import { DAY_NAMES } from '../../foundation/hour-of-week.ts'
import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { dayOfWeekOfDay, formatLocalDate } from '../../time/local.ts'
import type { PlanKind } from '../plan.ts'

/** A length of time: "9 h", "45 min", "7 h 30 min". */
export function lengthText(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** A limit that is given in hours. */
export function limitText(hours: number): string {
  return lengthText(hours * HOUR_MS)
}

/** "Mon" in a weekly plan, "Mon 2026-11-23" in a dated one. */
export function dayText(localDay: number, kind: PlanKind): string {
  const weekday = DAY_NAMES[dayOfWeekOfDay(localDay)]!
  return kind === 'weekly' ? weekday : `${weekday} ${formatLocalDate(localDay)}`
}

/** Shifts by their ids, each once. */
export function idsOf(intervals: readonly { readonly shiftId: string }[]): readonly string[] {
  if (intervals.length === 1) return [intervals[0]!.shiftId]
  return [...new Set(intervals.map(({ shiftId }) => shiftId))]
}
