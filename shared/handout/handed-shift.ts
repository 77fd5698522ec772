import { total, type Interval } from '../foundation/interval.ts'
import { HOUR_MS } from '../foundation/minutes.ts'
import { inactiveSince, type InactiveAgents } from '../plan/inactive-agents.ts'
import { shiftOccurrences, type WholeWeeks } from '../plan/occurrences.ts'
import type { Plan } from '../plan/plan.ts'
import { workedIntervals } from '../plan/planned-intervals.ts'
import { localDateOf } from '../time/local.ts'

/** A shift on one date, as it is handed to whoever works it. Instants are epoch milliseconds. */
export interface HandedShift extends Interval {
  /** The shift it is of, the same on every date: a plan's id and the shift's. */
  readonly key: string
  /** null: nobody has it yet. */
  readonly agentId: string | null
  /** Local date on which the clock shows its start. */
  readonly date: string
  /** Inside it, apart and in order. */
  readonly breaks: readonly Interval[]
  readonly note: string
}

export interface HandedOptions extends WholeWeeks {
  readonly planId: string
  /** Whose clock says on which date a shift is; absent: the plan's. */
  readonly timeZone?: string
  /** Who is deactivated works no later shift. */
  readonly inactive: InactiveAgents
}

/** The shifts of a plan in some weeks, by start. Those that begin after their agent is deactivated are left out. */
export function handedShifts(
  plan: Plan,
  { planId, timeZone = plan.timeZone, inactive, ...weeks }: HandedOptions,
): readonly HandedShift[] {
  return shiftOccurrences(plan, weeks).flatMap(({ shift, interval }) =>
    interval.start < inactiveSince(shift.agentId, inactive)
      ? [
          {
            key: `${planId} ${shift.id}`,
            agentId: shift.agentId,
            date: localDateOf(interval.start, timeZone),
            start: interval.start,
            end: interval.end,
            breaks: interval.breaks,
            note: shift.note,
          },
        ]
      : [],
  )
}

/** Hours that are worked: without breaks. */
export function workedHours(shifts: readonly HandedShift[]): number {
  return total(workedIntervals(shifts)) / HOUR_MS
}

/** A note on one line. */
export function noteText({ note }: Pick<HandedShift, 'note'>): string {
  return note.trim().replaceAll(/\s+/gu, ' ')
}
