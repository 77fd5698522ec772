import type { WallSpell } from '../../../shared/plan/plan.ts'
import type { AvailableSpell } from '../../../shared/plan/rules/rules.ts'
import type { Formatter } from '../../format/formatter.ts'
import { shortWallTime } from '../../format/wall-time.ts'

/** When somebody can work on a weekday. */
export type DayAvailability = { readonly kind: 'any' } | { readonly kind: 'none' } | { readonly kind: 'times'; readonly spells: readonly WallSpell[] }

/** By day of the week, 0 = Sunday. */
export type WeekAvailability = readonly DayAvailability[]

const DAY = 1440
const GAP = 60
const NEW_SPELL = 240
const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6]
export const USUAL_SPELL: WallSpell = { startMinute: 9 * 60, endMinute: 17 * 60 }

/** Availability as its form shows it, day by day. */
export function weekAvailability(availability: readonly AvailableSpell[] | null | undefined): WeekAvailability {
  return DAYS_OF_WEEK.map((day) => {
    if (!availability) return { kind: 'any' }
    const spells = availability
      .filter(({ dayOfWeek }) => dayOfWeek === day)
      .map(({ startMinute, endMinute }) => ({ startMinute, endMinute }))
      .toSorted(byStart)
    if (spells.length === 0) return { kind: 'none' }
    return spells.length === 1 && isWholeDay(spells[0]!) ? { kind: 'any' } : { kind: 'times', spells }
  })
}

/** What the form says; null: at any time. */
export function availabilityOf(week: WeekAvailability): readonly AvailableSpell[] | null {
  if (week.every(({ kind }) => kind === 'any')) return null
  return week.flatMap((day, dayOfWeek) => spellsOf(day).map((spell) => ({ dayOfWeek, ...spell })))
}

/** A new spell for a day: an hour after those there are, or before them where midnight is too near. */
export function nextSpell(spells: readonly WallSpell[]): WallSpell {
  if (spells.length === 0) return USUAL_SPELL
  const start = Math.max(...spells.map(({ endMinute }) => endMinute)) + GAP
  if (start + GAP <= DAY) return { startMinute: start, endMinute: Math.min(start + NEW_SPELL, DAY) }
  const end = Math.max(Math.min(...spells.map(({ startMinute }) => startMinute)) - GAP, GAP)
  return { startMinute: Math.max(end - NEW_SPELL, 0), endMinute: end }
}

export function byStart(one: WallSpell, other: WallSpell): number {
  return one.startMinute - other.startMinute
}

/** A spell that ends at a time of day: on the next one where that is not after its start. */
export function spellAt(startMinute: number, endMinuteOfDay: number): WallSpell {
  const end = endMinuteOfDay % DAY
  return { startMinute, endMinute: end > startMinute ? end : end + DAY }
}

/** "Mon–Fri 8:00–18:00, Sat any time", "Any time" or "Never". */
export function availabilityWords(availability: readonly AvailableSpell[] | null | undefined, format: Formatter): string {
  const week = weekAvailability(availability)
  if (week.every(({ kind }) => kind === 'any')) return 'Any time'
  if (week.every(({ kind }) => kind === 'none')) return 'Never'
  const byTimes = Map.groupBy(
    format.weekOrder.filter((day) => week[day]!.kind !== 'none'),
    (day) => timesWords(week[day]!, format),
  )
  return [...byTimes].map(([times, days]) => `${daysWords(days, format)} ${times}`).join(', ')
}

function timesWords(day: DayAvailability, format: Formatter): string {
  if (day.kind === 'any') return 'any time'
  return spellsOf(day)
    .map(({ startMinute, endMinute }) => `${shortWallTime(startMinute, format.hour12)}–${endMinute === DAY && !format.hour12 ? '24:00' : shortWallTime(endMinute, format.hour12)}`)
    .join(' & ')
}

/** Days in the order of the week: "Mon–Wed & Fri". */
function daysWords(days: readonly number[], format: Formatter): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && format.weekOrder.indexOf(day) === format.weekOrder.indexOf(run.at(-1)!) + 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number): string => format.dayName(day, 'short')
  return runs.map((run) => (run.length < 3 ? run.map(name).join(' & ') : `${name(run[0]!)}–${name(run.at(-1)!)}`)).join(' & ')
}

function spellsOf(day: DayAvailability): readonly WallSpell[] {
  switch (day.kind) {
    case 'any':
      return [{ startMinute: 0, endMinute: DAY }]
    case 'none':
      return []
    case 'times':
      return day.spells
  }
}

function isWholeDay({ startMinute, endMinute }: WallSpell): boolean {
  return startMinute === 0 && endMinute === DAY
}
