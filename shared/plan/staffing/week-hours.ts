import { merge, total } from '../../foundation/interval.ts'
import { HOUR_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import type { Plan, PlannedInterval } from '../plan.ts'
import { hourlyCostOf, type Rules } from '../rules/rules.ts'
import { beginsIn, intervalsOnClock, workedIntervals } from '../planned-intervals.ts'
import { weekClock, type WeekClock } from '../week-clock.ts'
import { intervalsByAgent } from './agents-per-slot.ts'
import { paidTime } from './overtime.ts'

/** Exact minutes of real time. A minute that somebody is booked for twice is one minute. */
export interface Hours {
  /** From start to end, breaks included. */
  readonly plannedMinutes: number
  /** Without drawn breaks: what is paid, what limits on hours are about, and what people call hours of work. */
  readonly workedMinutes: number
  /** Of the worked minutes, those that are paid at a higher rate. */
  readonly overtimeMinutes: number
  /** Worked hours at the hourly rate, overtime at its own; null: there is no rate. */
  readonly cost: number | null
}

/** What a plan takes in one week. Of `cost`, only what has a rate; null: nothing has. */
export interface WeekHours extends Hours {
  /** Worked minutes that `cost` knows no rate for. */
  readonly unratedMinutes: number
  /** Worked minutes on open shifts, which are in all the sums above. */
  readonly openMinutes: number
  /** Shifts that begin in the week, and of which open. */
  readonly shifts: number
  readonly openShifts: number
  /** Agents with a shift. */
  readonly agents: number
  readonly byAgent: ReadonlyMap<string, Hours>
}

interface WeekOptions {
  readonly rules: Rules
  /** Local date on which the week begins. */
  readonly firstDate: string
}

/**
 * Hours and cost of the shifts that begin in a week. Each counts whole in the week in which it begins, so that weeks add up; on a night
 * when the clock changes it has an hour more or less. Throws AppError 'invalid-input' for nonsense.
 */
export function weekHours(plan: Plan, { rules, firstDate }: WeekOptions): WeekHours {
  const clock = weekClock(plan.timeZone, firstDate)
  return hoursOfIntervals(intervalsOnClock(plan, clock), { rules, clock })
}

/** As `weekHours`, of intervals at hand. */
export function hoursOfIntervals(
  intervals: readonly PlannedInterval[],
  { rules, clock }: { readonly rules: Rules; readonly clock: WeekClock },
): WeekHours {
  const own = intervals.filter((interval) => beginsIn(interval, clock))
  const sum = {
    plannedMinutes: 0,
    workedMinutes: 0,
    overtimeMinutes: 0,
    unratedMinutes: 0,
    openMinutes: 0,
    cost: null as number | null,
  }
  const byAgent = new Map<string, Hours>()
  let openShifts = 0
  for (const [agentId, theirs] of intervalsByAgent(own)) {
    const hours = hoursOf(agentId, theirs, { rules, clock })
    sum.plannedMinutes += hours.plannedMinutes
    sum.workedMinutes += hours.workedMinutes
    sum.overtimeMinutes += hours.overtimeMinutes
    if (hours.cost === null) sum.unratedMinutes += hours.workedMinutes
    else sum.cost = (sum.cost ?? 0) + hours.cost
    if (agentId !== null) {
      byAgent.set(agentId, hours)
      continue
    }
    sum.openMinutes = hours.workedMinutes
    openShifts = theirs.length
  }
  return { ...sum, shifts: own.length, openShifts, agents: byAgent.size, byAgent }
}

function hoursOf(
  agentId: string | null,
  intervals: readonly PlannedInterval[],
  { rules, clock }: { readonly rules: Rules; readonly clock: WeekClock },
): Hours {
  const worked = workedIntervals(intervals)
  // Open shifts are for as many people.
  const [planned, paid] = agentId === null ? [intervals, worked] : [merge(intervals), merge(worked)]
  const workedMinutes = total(paid) / MINUTE_MS
  const hourlyCost = hourlyCostOf(agentId, rules)
  const { overtime = [] } = rules.plan
  const { overtimeMs, weightedMs } =
    agentId === null || overtime.length === 0
      ? { overtimeMs: 0, weightedMs: total(paid) }
      : paidTime(intervals, { overtime, firstDay: clock.firstDay })
  return {
    plannedMinutes: total(planned) / MINUTE_MS,
    workedMinutes,
    overtimeMinutes: overtimeMs / MINUTE_MS,
    cost: hourlyCost === null ? null : (weightedMs / HOUR_MS) * hourlyCost,
  }
}
