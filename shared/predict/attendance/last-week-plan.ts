import type { SessionInterval } from '../../coverage/session-interval.ts'
import { DAY_MINUTES, DAY_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { snapMinute } from '../../plan/grid.ts'
import type { PlanKind, Shift, TimeRange } from '../../plan/plan.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../time/local.ts'
import { localMinuteOf } from './local-time.ts'
import { onlineByAgent, workIntervals, type WorkInterval } from './work-intervals.ts'

export interface LastWeekInput {
  readonly sessions: readonly SessionInterval[]
  readonly timeZone: string
  /** Local date on which the week begins. */
  readonly firstDate: string
  /** Epoch milliseconds; nothing at or after it counts. */
  readonly origin: number
  /** Dated shifts keep their dates; weekly ones fall on their days of week. */
  readonly kind: PlanKind
}

const SHORTEST_BREAK_MS = 10 * MINUTE_MS

/**
 * A week as it happened, as shifts on the quarter-hour grid. What this loses: times between quarter-hours (up to 7.5 minutes at each
 * edge), gaps under ten minutes, intervals online of under half an hour, sessions of over 16 hours, and why somebody was away.
 */
export function lastWeekPlan({ sessions, timeZone, firstDate, origin, kind }: LastWeekInput): readonly Shift[] {
  const firstDay = parseLocalDate(firstDate)
  const shifts: Omit<Shift, 'id'>[] = []
  for (const [agentId, online] of onlineByAgent(sessions, { from: (firstDay - 2) * DAY_MS, origin })) {
    for (const work of workIntervals(online)) {
      const shift = shiftOf(work, timeZone)
      if (shift === null || shift.day < firstDay || shift.day >= firstDay + 7) continue
      shifts.push({ ...shift, agentId, day: kind === 'dated' ? shift.day : dayOfWeekOfDay(shift.day), note: '' })
    }
  }
  return shifts
    .toSorted((a, b) => a.day - b.day || a.startMinute - b.startMinute)
    .map((shift, index) => ({ id: `worked-${index + 1}`, ...shift }))
}

function shiftOf(
  work: WorkInterval,
  timeZone: string,
): Pick<Shift, 'day' | 'startMinute' | 'endMinute' | 'breaks'> | null {
  const from = localMinuteOf(work.start, timeZone)
  const to = localMinuteOf(work.end, timeZone)
  const start = snapMinute(from.minute)
  const day = from.day + Math.floor(start / DAY_MINUTES)
  const onGrid = (instant: number): number => {
    const place = localMinuteOf(instant, timeZone)
    return snapMinute((place.day - day) * DAY_MINUTES + place.minute)
  }
  const startMinute = start - (day - from.day) * DAY_MINUTES
  const endMinute = Math.min(snapMinute((to.day - day) * DAY_MINUTES + to.minute), startMinute + DAY_MINUTES)
  if (endMinute <= startMinute) return null
  const breaks: TimeRange[] = []
  work.online.slice(1).forEach((interval, index) => {
    const gapStart = work.online[index]!.end
    if (interval.start - gapStart < SHORTEST_BREAK_MS) return
    const range = { startMinute: onGrid(gapStart), endMinute: onGrid(interval.start) }
    const isApart = range.startMinute > Math.max(startMinute, breaks.at(-1)?.endMinute ?? startMinute)
    if (isApart && range.endMinute > range.startMinute && range.endMinute < endMinute) breaks.push(range)
  })
  return { day, startMinute, endMinute, breaks }
}
