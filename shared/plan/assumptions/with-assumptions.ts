import { addDays, daysBetween } from '../../time/local.ts'
import type { Plan } from '../plan.ts'
import { type AssumedTime, type Assumption, WITHOUT_POOL } from './assumption.ts'

/** A plan that assumes more than it did; the plan itself where that is nothing. */
export function withAssumptions(plan: Plan, more: readonly Assumption[]): Plan {
  return more.length === 0 ? plan : { ...plan, assumptions: [...(plan.assumptions ?? []), ...more] }
}

/** A plan that assumes nothing. */
export function withoutAssumptions(plan: Plan): Plan {
  const { assumptions: _, ...rest } = plan
  return rest
}

/** The pools of which a plan assumes something. */
export function assumedPools({ assumptions = [] }: Plan): readonly string[] {
  return assumptions.flatMap((one) =>
    (one.kind === 'demand' || one.kind === 'visitors') && one.poolId !== null && one.poolId !== WITHOUT_POOL
      ? [one.poolId]
      : [],
  )
}

/** A plan that assumes of people what it did, and nothing else. */
export function withStaffAlone(plan: Plan): Plan {
  const staff = (plan.assumptions ?? []).filter(isOfStaff)
  return withAssumptions(withoutAssumptions(plan), staff)
}

/** Whether an assumption is about who works, and not about visitors and how they are served. */
export function isOfStaff({ kind }: Assumption): boolean {
  return kind === 'absence' || kind === 'shrinkage' || kind === 'hires'
}

/** The same plan so many days later, or earlier: dated shifts, and the dates of what it assumes. */
export function withMovedDates(plan: Plan, days: number): Plan {
  if (days === 0) return plan
  const { kind, shifts, assumptions, rotation } = plan
  return {
    ...plan,
    shifts: kind === 'weekly' ? shifts : shifts.map((shift) => ({ ...shift, day: shift.day + days })),
    ...(assumptions === undefined ? {} : { assumptions: assumptions.map((one) => moved(one, days)) }),
    ...(rotation === undefined ? {} : { rotation: { ...rotation, anchor: addDays(rotation.anchor, days) } }),
  }
}

function moved(assumption: Assumption, days: number): Assumption {
  switch (assumption.kind) {
    case 'hires':
      return { ...assumption, from: addDays(assumption.from, days) }
    case 'visitors':
      return { ...assumption, date: addDays(assumption.date, days) }
    case 'demand':
    case 'absence':
    case 'shrinkage':
      return { ...assumption, time: movedTime(assumption.time, days) }
    default:
      return assumption
  }
}

function movedTime({ from, to, ...time }: AssumedTime, days: number): AssumedTime {
  return {
    ...time,
    from: from === null ? null : addDays(from, days),
    to: to === null ? null : addDays(to, days),
  }
}

/** How an assumption holds in the week from a Monday on. Two weeks of which it is the same differ by nothing but their dates. */
export function assumptionInWeek(assumption: Assumption, monday: string): 'not yet or no more' | 'always' | number {
  const since = (from: string): number => daysBetween(from, monday)
  switch (assumption.kind) {
    case 'hires':
      if (since(assumption.from) < -REACH_DAYS) return 'not yet or no more'
      return since(assumption.from) >= 7 * assumption.ramp.length + REACH_DAYS ? 'always' : since(assumption.from)
    case 'visitors':
      return withinDates({ from: assumption.date, to: assumption.date }, monday)
    case 'demand':
    case 'absence':
    case 'shrinkage':
      return withinDates(assumption.time, monday)
    default:
      return 'always'
  }
}

/** A week, and how far what began before it, or goes by another clock, reaches into it. */
const REACH_DAYS = 9

function withinDates(
  { from, to }: Pick<AssumedTime, 'from' | 'to'>,
  monday: string,
): ReturnType<typeof assumptionInWeek> {
  const [sinceFrom, untilTo] = [
    from === null ? Infinity : daysBetween(from, monday),
    to === null ? Infinity : daysBetween(monday, to),
  ]
  if (sinceFrom < -REACH_DAYS || untilTo < -REACH_DAYS) return 'not yet or no more'
  if (sinceFrom > REACH_DAYS && untilTo > REACH_DAYS) return 'always'
  return from === null ? -untilTo : sinceFrom
}
