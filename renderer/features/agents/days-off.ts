import { LIMITS } from '../../../shared/contract/limits.ts'
import { currentFormat } from '../../format/format-context.tsx'
import { datesBetween, daysBetween } from '../../../shared/time/local.ts'

/** Days off in a row, both ends inside. */
export interface DaysOffRun {
  readonly from: string
  readonly to: string
}

/** As many as are taken at once, and in all. */
const MOST_AT_ONCE = 366
const MOST = 1000

/** Dates that follow one another, together. */
export function daysOffRuns(dates: readonly string[]): readonly DaysOffRun[] {
  const runs: DaysOffRun[] = []
  for (const date of dates.toSorted()) {
    const last = runs.at(-1)
    if (last && daysBetween(last.to, date) <= 1) runs[runs.length - 1] = { from: last.from, to: date }
    else runs.push({ from: date, to: date })
  }
  return runs
}

export function withDaysOff(dates: readonly string[], { from, to }: DaysOffRun): readonly string[] {
  return [...new Set([...dates, ...datesBetween(from, to)])].toSorted()
}

export function withoutDaysOff(dates: readonly string[], { from, to }: DaysOffRun): readonly string[] {
  return dates.filter((date) => date < from || date > to)
}

/** Why days cannot be added; null: they can. */
export function daysOffProblem(dates: readonly string[], { from, to }: DaysOffRun): string | null {
  const { texts, count } = currentFormat()
  const t = texts.agents
  // A year is typed digit by digit: 2, 20, 202, 2026.
  if (from < LIMITS.firstDate || to > LIMITS.lastDate)
    return t.datesFromTo({ from: LIMITS.firstDate.slice(0, 4), to: LIMITS.lastDate.slice(0, 4) })
  if (daysBetween(from, to) >= MOST_AT_ONCE) return t.moreThanAYear
  return withDaysOff(dates, { from, to }).length > MOST ? t.tooManyDaysOff({ most: count(MOST) }) : null
}
