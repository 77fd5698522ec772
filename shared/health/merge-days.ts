import { formatLocalDate, parseLocalDate } from '../time/local.ts'
import type { HealthDay } from './organization-facts.ts'

/** Which of two counts of the same days holds. */
export interface MergedDays {
  /** Counted earlier. */
  readonly before: readonly HealthDay[]
  /** Counted again, whole. */
  readonly now: readonly HealthDay[]
  /** From this day number on days are kept one by one, before it by month. */
  readonly firstDaily: number
  /** Whether calls were counted from another table before. */
  readonly replacesCalls: boolean
}

/**
 * Days that were counted again from the beginning: where the source has lost visits or calls of a day since, what was counted then stays.
 */
export function mergeDays({ before, now, firstDaily, replacesCalls }: MergedDays): readonly HealthDay[] {
  const merged = new Map(now.map((one) => [one.day, one]))
  for (const old of foldMonths(before, firstDaily)) {
    const found = merged.get(old.day)
    const visits = found === undefined || found.visitors < old.visitors ? old : found
    const calls =
      found !== undefined && (replacesCalls || found.calls >= old.calls) ? found : replacesCalls ? null : old
    merged.set(old.day, {
      day: old.day,
      visitors: visits.visitors,
      covered: visits.covered,
      ownVisitors: visits.ownVisitors,
      ownCovered: visits.ownCovered,
      calls: calls?.calls ?? 0,
      answered: calls?.answered ?? 0,
    })
  }
  return [...merged.values()].toSorted((a, b) => a.day - b.day)
}

/** Days before the first that is kept one by one, added up by month. */
function foldMonths(days: readonly HealthDay[], firstDaily: number): readonly HealthDay[] {
  const folded = new Map<number, HealthDay>()
  for (const one of days) {
    const day = one.day >= firstDaily ? one.day : parseLocalDate(`${formatLocalDate(one.day).slice(0, 8)}01`)
    const sums = folded.get(day)
    folded.set(
      day,
      sums === undefined
        ? { ...one, day }
        : {
            day,
            visitors: sums.visitors + one.visitors,
            covered: sums.covered + one.covered,
            ownVisitors: sums.ownVisitors + one.ownVisitors,
            ownCovered: sums.ownCovered + one.ownCovered,
            calls: sums.calls + one.calls,
            answered: sums.answered + one.answered,
          },
    )
  }
  return [...folded.values()]
}
