import { type Interval, merge, subtract, total } from '../../foundation/interval.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'
import type { PlannedInterval } from '../plan.ts'
import { workedIntervals } from '../planned-intervals.ts'
import type { OvertimeRule } from '../rules/rule-types.ts'

/** What one agent's work in a week is paid like. */
export interface PaidTime {
  /** Worked time at a higher rate. */
  readonly overtimeMs: number
  /** Worked time, each part times its rate. */
  readonly weightedMs: number
}

interface PaidOptions {
  readonly overtime: readonly OvertimeRule[]
  /** Day number on which the week begins. */
  readonly firstDay: number
}

/**
 * The overtime of one agent's shifts that begin in a week. A shift belongs to the local date on which it begins; of several rates the
 * highest counts; time that is paid as overtime of a day is not counted once more for the week (Cal. Labor Code § 510(a)). The seventh day
 * is the week's last, where a shift begins on each of its days.
 */
export function paidTime(intervals: readonly PlannedInterval[], { overtime, firstDay }: PaidOptions): PaidTime {
  const days = [...Map.groupBy(intervals, ({ localDay }) => localDay)].toSorted(([one], [other]) => one - other)
  const seventh = days.length === 7 ? firstDay + 6 : null
  const ofWeek = stepsOf(overtime, ['week'])
  let known: readonly Interval[] = []
  let [overtimeMs, weightedMs, straightMs] = [0, 0, 0]
  for (const [localDay, ofDay] of days) {
    const worked = merge(workedIntervals(ofDay))
    // A minute that is booked twice is paid once.
    const workedMs = total(subtract(worked, known))
    known = merge([...known, ...worked])
    const ofThisDay = stepsOf(overtime, localDay === seventh ? ['day', 'seventh-day'] : ['day'])
    const parts = rated(0, workedMs, ofThisDay)
    const straight = parts.filter(({ rate }) => rate === 1).reduce((sum, { ms }) => sum + ms, 0)
    const weekly = rated(straightMs, straight, ofWeek)
    straightMs += straight
    for (const { ms, rate } of [...parts.filter((part) => part.rate > 1), ...weekly]) {
      weightedMs += ms * rate
      if (rate > 1) overtimeMs += ms
    }
  }
  return { overtimeMs, weightedMs }
}

interface Step {
  readonly afterMs: number
  /** The highest rate from there on. */
  readonly rate: number
}

function stepsOf(overtime: readonly OvertimeRule[], bases: readonly OvertimeRule['basis'][]): readonly Step[] {
  const own = overtime
    .filter(({ basis }) => bases.includes(basis))
    .toSorted((one, other) => one.afterHours - other.afterHours)
  let rate = 1
  return own.map((rule) => {
    rate = Math.max(rate, rule.rate)
    return { afterMs: rule.afterHours * HOUR_MS, rate }
  })
}

/** A time that begins when so much is worked, cut where its rate changes. */
function rated(
  fromMs: number,
  ms: number,
  steps: readonly Step[],
): readonly { readonly ms: number; readonly rate: number }[] {
  const parts: { readonly ms: number; readonly rate: number }[] = []
  const end = fromMs + ms
  let [at, rate] = [fromMs, 1]
  for (const step of steps) {
    const until = Math.min(end, Math.max(at, step.afterMs))
    if (until > at) parts.push({ ms: until - at, rate })
    ;[at, rate] = [until, step.rate]
  }
  if (end > at) parts.push({ ms: end - at, rate })
  return parts
}
