import { merge, subtract, type Interval } from '../../foundation/interval.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'
import { localHourSegments } from '../../time/hour-segments.ts'
import { type LocalDateRange, parseLocalDate } from '../../time/local.ts'
import type { AgentRules } from '../rules/rules.ts'
import { keptWishes, wishTimes } from './wishes.ts'

/** Local hours that most people would rather not work: night from 22 to 6, and all of Saturday and Sunday. */
export const UNPOPULAR = { nightFrom: 22, nightTo: 6 } as const
/** An early shift begins from 4 o'clock on and before 7, a late one ends after 20 o'clock and by 2 of the next day. */
export const EARLY = { from: 4, before: 7 } as const
export const LATE = { after: 20, to: 26 } as const
/** Work with less than so much time between is one shift. */
const GAP_MS = 3 * HOUR_MS
/** Where nothing else is asked for, so many days are looked at: twelve weeks, of which some weekends are everybody's. */
export const FAIRNESS_DAYS = 84
/** A night, or a weekend, counts from so much time in it on. */
const LEAST_MS = 2 * HOUR_MS
/** Outside the fair share: by so many hours a week at least, and by such a part of it. */
const FAR_HOURS_A_WEEK = 2
const FAR_SHARE = 0.25
const WEEK_DAYS = 7
const SUNDAY = 0
const SATURDAY = 6

/** Time of one agent. */
export interface AgentTime extends Interval {
  readonly agentId: string
}

/** What somebody works of the hours that nobody likes. */
export interface AgentShare {
  readonly agentId: string
  readonly hours: number
  readonly nightHours: number
  readonly weekendHours: number
  /** Nights and weekends together; what is both counts once. */
  readonly unpopularHours: number
  /** Nights, and weekends, with two hours of work or more. */
  readonly nights: number
  readonly weekends: number
  readonly earlyShifts: number
  readonly lateShifts: number
  /** Public holidays with two hours of work or more. */
  readonly holidays: number
  /** Wishes of weeks in which they work, and how many of them are kept. */
  readonly wishes: number
  readonly wishesKept: number
  /** As many unpopular hours as the others have for the hours worked. */
  readonly fairHours: number
  /** Unpopular hours more than the fair share; negative: fewer. */
  readonly difference: number
  readonly isOutlier: boolean
}

/** What is known of agents, by id, besides what they work. */
export interface FairnessAgents {
  readonly rules?: Readonly<Record<string, Pick<AgentRules, 'wishes' | 'timeZone'>>>
  /** Dates of their public holidays. */
  readonly holidays?: Readonly<Record<string, readonly string[]>>
}

/** How evenly unpopular hours are shared. */
export interface Fairness {
  /** The one with most unpopular hours over the fair share first. */
  readonly agents: readonly AgentShare[]
  readonly hours: number
  readonly unpopularHours: number
  /** How far agents are from their fair share on average, in hours; null: nobody works. */
  readonly spread: number | null
}

/**
 * How evenly nights and weekends are shared in local dates: to each agent in proportion to the hours that they work. Time of an agent that
 * overlaps counts once.
 */
export function fairnessOf(
  times: readonly AgentTime[],
  range: LocalDateRange,
  { rules = {}, holidays = {} }: FairnessAgents = {},
): Fairness {
  const segments = localHourSegments(range)
  const firstDay = parseLocalDate(range.from)
  const totals = [...Map.groupBy(times, ({ agentId }) => agentId)].map(([agentId, all]) => {
    const own = merge(all)
    const off = Object.hasOwn(holidays, agentId) ? holidays[agentId]! : []
    return {
      agentId,
      ...sumsOf(own, segments, new Set(off.map((date) => parseLocalDate(date) - firstDay))),
      ...shiftKinds(own, segments),
      ...keptWishes(own, Object.hasOwn(rules, agentId) ? wishTimes(rules[agentId]!, range) : []),
    }
  })
  const working = totals.filter(({ hours }) => hours > 0)
  const hours = sum(working, (one) => one.hours)
  const unpopularHours = sum(working, (one) => one.unpopularHours)
  const weeks = segments.length === 0 ? 0 : (segments.at(-1)!.dateIndex + 1) / WEEK_DAYS
  const agents = working.map((one): AgentShare => {
    const fairHours = (one.hours * unpopularHours) / hours
    const difference = one.unpopularHours - fairHours
    const far = Math.max(FAR_HOURS_A_WEEK * weeks, FAR_SHARE * fairHours)
    return { ...one, fairHours, difference, isOutlier: Math.abs(difference) >= far }
  })
  return {
    agents: agents.sort((one, other) => other.difference - one.difference || (one.agentId < other.agentId ? -1 : 1)),
    hours,
    unpopularHours,
    spread: agents.length === 0 ? null : sum(agents, ({ difference }) => Math.abs(difference)) / agents.length,
  }
}

/** What is worked of shifts: their time without breaks. */
export function workedTimes(
  intervals: readonly (Interval & { readonly agentId: string | null; readonly breaks: readonly Interval[] })[],
): readonly AgentTime[] {
  return intervals.flatMap((interval) => {
    const { agentId } = interval
    return agentId === null ? [] : subtract([interval], interval.breaks).map((part) => ({ ...part, agentId }))
  })
}

type Sums = Pick<
  AgentShare,
  'hours' | 'nightHours' | 'weekendHours' | 'unpopularHours' | 'nights' | 'weekends' | 'holidays'
>

function sumsOf(
  times: readonly Interval[],
  segments: ReturnType<typeof localHourSegments>,
  holidayIndices: ReadonlySet<number>,
): Sums {
  let [allMs, nightMs, weekendMs, unpopularMs] = [0, 0, 0, 0]
  const nights = new Map<number, number>()
  const weekends = new Map<number, number>()
  const holidays = new Map<number, number>()
  const add = (sums: Map<number, number>, key: number, ms: number): void =>
    void sums.set(key, (sums.get(key) ?? 0) + ms)
  let first = 0
  for (const { start, end, dateIndex, dayOfWeek, hour } of segments) {
    while (first < times.length && times[first]!.end <= start) first++
    if (first === times.length) break
    let ms = 0
    for (let index = first; index < times.length && times[index]!.start < end; index++)
      ms += Math.max(0, Math.min(times[index]!.end, end) - Math.max(times[index]!.start, start))
    if (ms === 0) continue
    allMs += ms
    const isNight = hour >= UNPOPULAR.nightFrom || hour < UNPOPULAR.nightTo
    const isWeekend = dayOfWeek === SATURDAY || dayOfWeek === SUNDAY
    if (isNight) nightMs += ms
    if (isWeekend) weekendMs += ms
    if (isNight || isWeekend) unpopularMs += ms
    if (holidayIndices.has(dateIndex)) add(holidays, dateIndex, ms)
    // A night belongs to the evening on which it begins, a Sunday to its Saturday.
    if (isNight) add(nights, hour < UNPOPULAR.nightTo ? dateIndex - 1 : dateIndex, ms)
    if (isWeekend) add(weekends, dayOfWeek === SUNDAY ? dateIndex - 1 : dateIndex, ms)
  }
  const count = (sums: ReadonlyMap<number, number>): number => [...sums.values()].filter((ms) => ms >= LEAST_MS).length
  return {
    hours: allMs / HOUR_MS,
    nightHours: nightMs / HOUR_MS,
    weekendHours: weekendMs / HOUR_MS,
    unpopularHours: unpopularMs / HOUR_MS,
    nights: count(nights),
    weekends: count(weekends),
    holidays: count(holidays),
  }
}

/** Early and late shifts: work, with the breaks in it, by when it begins and ends. */
function shiftKinds(
  times: readonly Interval[],
  segments: ReturnType<typeof localHourSegments>,
): Pick<AgentShare, 'earlyShifts' | 'lateShifts'> {
  const shifts: { start: number; end: number }[] = []
  for (const { start, end } of times) {
    const last = shifts.at(-1)
    if (last !== undefined && start - last.end < GAP_MS) last.end = end
    else shifts.push({ start, end })
  }
  let [earlyShifts, lateShifts] = [0, 0]
  let at = 0
  /** Hours since the first date's midnight; null: not in the range. */
  const hourOf = (instant: number): number | null => {
    while (at < segments.length && segments[at]!.end <= instant) at += 1
    const segment = segments[at]
    if (segment === undefined || instant < segment.start) return null
    return 24 * segment.dateIndex + segment.hour + (instant - segment.start) / HOUR_MS
  }
  for (const { start, end } of shifts) {
    const begins = hourOf(start)
    // A shift counts where it begins, as hours of a week do.
    if (begins === null) continue
    // A shift that ends at a full hour ends in the hour before; after the last date by as many hours as it is long.
    const ends = hourOf(end - 1) ?? begins + (end - 1 - start) / HOUR_MS
    if (begins % 24 >= EARLY.from && begins % 24 < EARLY.before) earlyShifts += 1
    const hour = ends % 24 < EARLY.from ? (ends % 24) + 24 : ends % 24
    if (hour >= LATE.after && hour < LATE.to) lateShifts += 1
  }
  return { earlyShifts, lateShifts }
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
