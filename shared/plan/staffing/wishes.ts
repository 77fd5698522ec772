import { type Interval, totalWithin } from '../../foundation/interval.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'
import {
  addDays,
  countDays,
  dayOfWeekOfDay,
  type LocalDateRange,
  localRange,
  parseLocalDate,
} from '../../time/local.ts'
import type { AgentRules, Wish } from '../rules/rules.ts'
import { instantOfWallTime } from '../week-clock.ts'

/** A wish on one date. */
export interface WishTime extends Interval {
  readonly wish: Wish['wish']
  /** The seven days of the range, counted from its first, in which it is. */
  readonly week: Interval
}

/** Whoever works so long at a time that they asked for, or half of it, was given it. */
const ENOUGH_MS = 2 * HOUR_MS
const WEEK_DAYS = 7

/** What an agent wishes in local dates, by the clock where the agent lives. */
export function wishTimes(
  { wishes = [], timeZone }: Pick<AgentRules, 'wishes' | 'timeZone'>,
  range: LocalDateRange,
): readonly WishTime[] {
  if (wishes.length === 0) return []
  const firstDay = parseLocalDate(range.from)
  const zone = timeZone ?? range.timeZone
  return Array.from({ length: countDays(range.from, range.to) }, (_, index) => {
    const day = firstDay + index
    const firstDate = addDays(range.from, WEEK_DAYS * Math.floor(index / WEEK_DAYS))
    const week = localRange(firstDate, addDays(firstDate, WEEK_DAYS - 1), range.timeZone)
    return wishes.flatMap(({ wish, dayOfWeek, startMinute, endMinute }): readonly WishTime[] => {
      if (dayOfWeek !== dayOfWeekOfDay(day)) return []
      const [start, end] = [instantOfWallTime(zone, day, startMinute), instantOfWallTime(zone, day, endMinute)]
      return end > start ? [{ wish, start, end, week }] : []
    })
  }).flat()
}

/**
 * How many wishes of an agent there are in weeks in which the agent works, and how many are kept: work for two hours, or half of the time, where
 * they would rather work, and none where they would rather not. `times` do not overlap.
 */
export function keptWishes(
  times: readonly Interval[],
  wishes: readonly WishTime[],
): { readonly wishes: number; readonly wishesKept: number } {
  if (wishes.length === 0) return { wishes: 0, wishesKept: 0 }
  const asked = wishes.filter(({ week }) => totalWithin(times, week.start, week.end) > 0)
  const kept = asked.filter((wish) => {
    const worked = totalWithin(times, wish.start, wish.end)
    return wish.wish === 'rather-not' ? worked === 0 : worked >= Math.min(ENOUGH_MS, (wish.end - wish.start) / 2)
  })
  return { wishes: asked.length, wishesKept: kept.length }
}

/** Hours of work at times that an agent asked for, less those at times that they would rather not work. */
export function wishedHours(times: readonly Interval[], wishes: readonly WishTime[]): number {
  return wishes.reduce((sum, wish) => {
    const hours = totalWithin(times, wish.start, wish.end) / HOUR_MS
    return wish.wish === 'rather' ? sum + hours : sum - hours
  }, 0)
}
