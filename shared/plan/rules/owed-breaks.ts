import { lengthOf, snapMinute } from '../grid.ts'
import { GRID_MINUTES, type TimeRange } from '../plan.ts'
import { checkBreaks } from './breaks.ts'
import { loneWork } from './lone-shift.ts'
import { NO_RULES, owedBreaksOf, type PlanRules } from './rules.ts'

/** More breaks than these no rule asks for. */
const MOST_BREAKS = 8

/**
 * Breaks that a shift of these times owes by a plan's rules, as few as are enough, evenly through the shift; none where nothing is owed, or
 * where no breaks of the shift could be enough. Minutes after the midnight of the shift's day.
 */
export function owedBreaks(range: TimeRange, rules: PlanRules): readonly TimeRange[] {
  if (isEnough(range, [], rules)) return []
  const lengths = breakLengths(rules)
  for (let count = 1; count <= MOST_BREAKS; count++) {
    for (const minutes of lengths) {
      const breaks = spread(range, { count, minutes, rules })
      if (breaks !== null && isEnough(range, breaks, rules)) return breaks
    }
  }
  return []
}

/** Lengths that breaks may have to have, on the grid, the shortest first. */
function breakLengths(rules: PlanRules): readonly number[] {
  const asked = [
    GRID_MINUTES,
    ...owedBreaksOf(rules).map(({ minutes }) => minutes),
    ...(rules.breaksByHour ?? []).map(({ minutes }) => minutes),
    rules.unbrokenWork?.breakMinutes ?? 0,
  ]
  const onGrid = new Set(asked.flatMap((minutes) => [minutes, minutes / 2, minutes / 3]).map(upToGrid))
  return [...onGrid].toSorted((one, other) => one - other)
}

interface Spread {
  readonly count: number
  readonly minutes: number
  readonly rules: PlanRules
}

/** So many breaks with as much work between them, each early enough for the rule on its hour; null where they do not fit. */
function spread(range: TimeRange, { count, minutes, rules }: Spread): readonly TimeRange[] | null {
  const worked = lengthOf(range) - count * minutes
  if (worked < (count + 1) * GRID_MINUTES) return null
  const due = (rules.breaksByHour ?? []).map(({ byHour }) => byHour * 60).toSorted((one, other) => one - other)
  const breaks: TimeRange[] = []
  for (let index = 0; index < count; index++) {
    const even = snapMinute((worked * (index + 1)) / (count + 1))
    const latest = Math.floor((due[index] ?? Number.POSITIVE_INFINITY) / GRID_MINUTES) * GRID_MINUTES
    const startMinute = range.startMinute + Math.min(even, latest) + index * minutes
    const last = breaks.at(-1)
    if (last !== undefined && startMinute - last.endMinute < GRID_MINUTES) return null
    breaks.push({ startMinute, endMinute: startMinute + minutes })
  }
  return breaks
}

/** Whether a shift with these breaks breaks no rule on breaks. */
function isEnough(range: TimeRange, breaks: readonly TimeRange[], plan: PlanRules): boolean {
  return checkBreaks(null, loneWork(range, breaks), { rules: { ...NO_RULES, plan } }).length === 0
}

function upToGrid(minutes: number): number {
  return Math.max(1, Math.ceil(minutes / GRID_MINUTES)) * GRID_MINUTES
}
