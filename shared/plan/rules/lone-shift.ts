import { once } from '../../foundation/once.ts'
import { MINUTE_MS } from '../../foundation/minutes.ts'
import type { PlannedInterval, TimeRange } from '../plan.ts'
import { weekClock } from '../week-clock.ts'
import type { ContinuousWork } from './agent-week.ts'
import { checkBreaks } from './breaks.ts'
import type { Rules } from './rules.ts'
import { checkLength } from './shift-length.ts'
import type { Violation } from './violation.ts'
import { checkDayHours } from './work-hours.ts'

/** A clock that never changes: the length of a shift and its breaks follow the wall clock. */
const plainClock = once(() => weekClock('UTC', '2023-01-01'))

/** A shift as work in one go, on a day of no particular date. */
export function loneWork(range: TimeRange, breaks: readonly TimeRange[]): ContinuousWork {
  const interval: PlannedInterval = {
    shiftId: '',
    agentId: null,
    localDay: plainClock().firstDay,
    start: instant(range.startMinute),
    end: instant(range.endMinute),
    breaks: breaks.map(({ startMinute, endMinute }) => ({ start: instant(startMinute), end: instant(endMinute) })),
  }
  return { start: interval.start, end: interval.end, intervals: [interval] }
}

/** The rules that a shift breaks wherever it lies in a week and whatever else is worked: on its length, its hours and its breaks. */
export function loneShiftViolations(
  agentId: string | null,
  { range, breaks }: { readonly range: TimeRange; readonly breaks: readonly TimeRange[] },
  rules: Rules,
): readonly Violation[] {
  const work = loneWork(range, breaks)
  const { localDay } = work.intervals[0]!
  const workedMs = breaks.reduce(
    (left, { startMinute, endMinute }) => left - (endMinute - startMinute) * MINUTE_MS,
    work.end - work.start,
  )
  return [
    ...checkLength(agentId, work, { rules }),
    ...checkBreaks(agentId, work, { rules }),
    ...(agentId === null
      ? []
      : checkDayHours(agentId, { days: [{ localDay, intervals: work.intervals, worked: [], workedMs }] }, { rules })),
  ]
}

function instant(minute: number): number {
  return plainClock().start + minute * MINUTE_MS
}
