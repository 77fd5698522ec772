import { DAYS_PER_WEEK } from '../foundation/hour-of-week.ts'
import type { Formatter } from '../language/formatter.ts'

/** From so many days on, days with gaps are named by the gaps. */
const MOST_DAYS = 5

/** The same hours on some days: "Mon–Fri 12:00–14:00", "every day except Wed, 12:00–14:00". */
export function hoursOnDays(dayIndices: readonly number[], hours: string, format: Formatter): string {
  const t = format.texts.days
  const gaps = gapsIn(dayIndices, format)
  return gaps === null
    ? t.at({ days: describeDays(dayIndices, format), hours })
    : t.everyDayExceptAt({ days: namesOf(gaps, format), hours })
}

/**
 * Days of the week in few words: "Mon–Fri", "Mon, Wed and Fri", "every day except Wed", in the order of the user's week. Runs may go over
 * its end; a day alone has its whole name.
 */
export function describeDays(dayIndices: readonly number[], format: Formatter): string {
  const t = format.texts.days
  if (dayIndices.length === 1) return format.dayName(dayIndices[0]!)
  if (dayIndices.length === DAYS_PER_WEEK) return t.everyDay
  const gaps = gapsIn(dayIndices, format)
  if (gaps !== null) return t.everyDayExcept({ days: namesOf(gaps, format) })
  const name = (day: number): string => format.dayName(day, 'short')
  const parts = runsIn(dayIndices, format).flatMap((run) =>
    run.length > 2 ? [t.fromTo({ from: name(run[0]!), to: name(run.at(-1)!) })] : run.map(name),
  )
  return format.list(parts)
}

/** The days that are left out, where naming them is shorter; null: it is not. */
function gapsIn(dayIndices: readonly number[], format: Formatter): readonly number[] | null {
  const order = format.weekOrder
  if (dayIndices.length < MOST_DAYS || dayIndices.length === DAYS_PER_WEEK) return null
  const [first, ...others] = runsIn(dayIndices, format)
  const isOneRun = others.length === 0 && order.indexOf(first![0]!) <= order.indexOf(first!.at(-1)!)
  return isOneRun ? null : order.filter((day) => !dayIndices.includes(day))
}

/** Days in a row, in the order of the user's week; one that goes over its end begins before it. */
function runsIn(dayIndices: readonly number[], format: Formatter): readonly (readonly number[])[] {
  const order = format.weekOrder
  const has = new Set(dayIndices)
  const gap = order.findIndex((day) => !has.has(day))
  const days = [...order.slice(gap), ...order.slice(0, gap)]
  const runs: number[][] = []
  days.forEach((day, index) => {
    if (!has.has(day)) return
    if (index > 0 && has.has(days[index - 1]!)) runs.at(-1)!.push(day)
    else runs.push([day])
  })
  return runs.toSorted((a, b) => order.indexOf(a[0]!) - order.indexOf(b[0]!))
}

function namesOf(days: readonly number[], format: Formatter): string {
  return format.list(days.map((day) => format.dayName(day, 'short')))
}
