import { DAY_MINUTES } from '../foundation/minutes.ts'
import type { TimeRange } from '../plan/plan.ts'
import type { WallTime } from './wall-clock.ts'

/** Days on which somebody is away, by their numbers, both inside. */
export interface AwayDays {
  readonly firstDay: number
  readonly lastDay: number
  /** Of each of the days; null: whole days. */
  readonly part: TimeRange | null
}

/** Whole days. */
export function wholeDays(firstDay: number, lastDay: number): AwayDays {
  return { firstDay, lastDay: Math.max(firstDay, lastDay), part: null }
}

/**
 * The days from one moment to another: a part of a day, or of a night; else the rest of the first day, the whole days between, and the last
 * day until the second moment. Tools write the last minute of a day for its end. Empty: the second is not after the first.
 */
export function awayBetween(from: WallTime, to: WallTime): readonly AwayDays[] {
  const minutes = (to.day - from.day) * DAY_MINUTES + to.minute - from.minute
  if (minutes <= 0) return []
  if (minutes < DAY_MINUTES - 1)
    return [
      { firstDay: from.day, lastDay: from.day, part: { startMinute: from.minute, endMinute: from.minute + minutes } },
    ]
  const [lastDay, until] = [to.day + Math.floor(to.minute / DAY_MINUTES), to.minute % DAY_MINUTES]
  const endsLate = until === DAY_MINUTES - 1
  const [firstWhole, lastWhole] = [from.day + Number(from.minute > 0), lastDay - Number(!endsLate)]
  const days: AwayDays[] = []
  if (from.minute > 0)
    days.push({ firstDay: from.day, lastDay: from.day, part: { startMinute: from.minute, endMinute: DAY_MINUTES } })
  if (lastWhole >= firstWhole) days.push(wholeDays(firstWhole, lastWhole))
  if (until > 0 && !endsLate) days.push({ firstDay: lastDay, lastDay, part: { startMinute: 0, endMinute: until } })
  return days
}
