import { once } from '../../foundation/once.ts'
import { type Interval, merge, total } from '../../foundation/interval.ts'
import type { PlanKind, PlannedInterval, Shift } from '../plan.ts'
import { beginsIn, byStart, dayInWeek, intervalOf, workedIntervals } from '../planned-intervals.ts'
import { formatLocalDate } from '../../time/local.ts'
import { weekClock, type WeekClock } from '../week-clock.ts'
import { MAX_REST_HOURS } from './rules.ts'

/** Consecutive work of one agent: shifts that touch or overlap. */
export interface ContinuousWork extends Interval {
  readonly intervals: readonly PlannedInterval[]
}

/** The shifts of one agent that begin on a local date. */
export interface WorkDay {
  /** As a day number of the calendar. */
  readonly localDay: number
  readonly intervals: readonly PlannedInterval[]
  /** What of them is worked, apart and in order: a minute that is booked twice is one minute. */
  readonly worked: readonly Interval[]
  readonly workedMs: number
}

/** One agent's shifts in a week, as rules look at them. */
export interface AgentWeek {
  /** Those that begin in the week, by start. */
  readonly intervals: readonly PlannedInterval[]
  /** Those that touch the week, also ones that begin before it, by start. */
  readonly touching: readonly PlannedInterval[]
  /** As work in one go, with what is near enough before and after the week to count. */
  readonly work: readonly ContinuousWork[]
  /** `intervals` by the date on which they begin, in order. */
  readonly days: readonly WorkDay[]
  readonly workedMs: number
}

/** One agent's shifts, week by week; a week that was looked at is remembered. */
export interface AgentCalendar {
  readonly shifts: readonly Shift[]
  readonly kind: PlanKind
  /** The weeks that were looked at. */
  readonly known: ReadonlyMap<WeekClock, AgentWeek>
  readonly week: (clock: WeekClock) => AgentWeek
  /** Worked time of the week that begins so many weeks after that of a clock. */
  readonly workedMs: (clock: WeekClock, weeks: number) => number
  /** The repeating week by a clock that never changes. */
  readonly pattern: () => AgentWeek
}

/** Days beyond the week that the longest rest can reach, and a shift, and a day that the zone skips. */
const REACH_DAYS = MAX_REST_HOURS / 24 + 2
/** More than an edit looks at: who looks at ever other weeks keeps no more of them. */
const MOST_KNOWN = 150
/** A Sunday, and a clock that never changes. */
const PATTERN_DATE = '2023-01-01'

/** One agent's shifts to be looked at in any weeks; weeks that an edit does not reach are those of the calendar before it. */
export function agentCalendar(
  shifts: readonly Shift[],
  kind: PlanKind,
  before: AgentCalendar | null = null,
): AgentCalendar {
  const weeks = new Map<WeekClock, AgentWeek>(before === null ? [] : sameWeeks(before, shifts, kind))
  const week = (clock: WeekClock): AgentWeek => {
    const known = weeks.get(clock)
    if (known) return known
    const made = agentWeek(shifts, { kind, clock })
    weeks.set(clock, made)
    return made
  }
  const worked = new Map<number, number>()
  const workedMs = (clock: WeekClock, weeksLater: number): number => {
    const firstDay = clock.firstDay + 7 * weeksLater
    const known = worked.get(firstDay)
    if (known !== undefined) return known
    const made = week(weekClock(clock.timeZone, formatLocalDate(firstDay))).workedMs
    worked.set(firstDay, made)
    return made
  }
  return { shifts, kind, known: weeks, week, workedMs, pattern: () => week(weekClock('UTC', PATTERN_DATE)) }
}

/** The weeks of a dated plan near which it has the very same shifts. */
function sameWeeks(
  { known, shifts: before, kind: kindBefore }: AgentCalendar,
  shifts: readonly Shift[],
  kind: PlanKind,
): readonly (readonly [WeekClock, AgentWeek])[] {
  if (kind === 'weekly' || kindBefore !== kind || known.size > MOST_KNOWN) return []
  const [old, now] = [new Set(before), new Set(shifts)]
  const changed = [...before.filter((shift) => !now.has(shift)), ...shifts.filter((shift) => !old.has(shift))]
  return [...known].filter(([clock]) => changed.every(({ day }) => !isNear(day, clock)))
}

/** Whether what begins on a day can count for a week. */
function isNear(day: number, { firstDay }: WeekClock): boolean {
  return day >= firstDay - REACH_DAYS && day < firstDay + 7 + REACH_DAYS
}

/** One agent's shifts on the clock of a week. A weekly pattern goes on before and after it. */
function agentWeek(
  shifts: readonly Shift[],
  { kind, clock }: { readonly kind: PlanKind; readonly clock: WeekClock },
): AgentWeek {
  const near: PlannedInterval[] = []
  for (const shift of shifts) {
    const day = dayInWeek(shift, kind, clock)
    for (const localDay of kind === 'weekly' ? [day - 7, day, day + 7] : [day]) {
      if (!isNear(localDay, clock)) continue
      const interval = intervalOf(shift, localDay, clock)
      if (interval) near.push(interval)
    }
  }
  near.sort(byStart)
  const intervals = near.filter((interval) => beginsIn(interval, clock))
  // Most rules are not set, so that most of this is not asked for.
  const touching = once(() => near.filter(({ start, end }) => end > clock.start && start < clock.end))
  const days = once(() => workDays(intervals))
  const workedMs = once(() => total(merge(workedIntervals(intervals))))
  return {
    intervals,
    work: continuousWork(near),
    get touching() {
      return touching()
    },
    get days() {
      return days()
    },
    get workedMs() {
      return workedMs()
    },
  }
}

function workDays(intervals: readonly PlannedInterval[]): readonly WorkDay[] {
  return [...Map.groupBy(intervals, ({ localDay }) => localDay)]
    .toSorted(([one], [other]) => one - other)
    .map(([localDay, ofDay]) => {
      const worked = merge(workedIntervals(ofDay))
      return { localDay, intervals: ofDay, worked, workedMs: total(worked) }
    })
}

function continuousWork(intervals: readonly PlannedInterval[]): readonly ContinuousWork[] {
  const work: ContinuousWork[] = []
  for (const interval of intervals) {
    const last = work.at(-1)
    if (last && interval.start <= last.end) {
      work[work.length - 1] = {
        start: last.start,
        end: Math.max(last.end, interval.end),
        intervals: [...last.intervals, interval],
      }
    } else {
      work.push({ start: interval.start, end: interval.end, intervals: [interval] })
    }
  }
  return work
}
