import { dayOfWeekOfDay, formatLocalDate } from '../../time/local.ts'
import type { Plan, Shift } from '../plan.ts'
import { datedDays } from '../starting-points.ts'
import { shiftContent } from './pattern.ts'
import { ROTATION_LIMITS, type Rotation } from './rotation.ts'

/** So many of the weeks of agents may differ from the one a cycle before: holidays, swaps. */
const MOST_DIFFERING = 0.15
const FEW_SHIFTS = 12

/**
 * The rotation that the weeks of a dated plan show: the shortest cycle of two weeks or more that is there twice at least, where the weeks
 * themselves do not repeat. null: they show none.
 */
export function findRotation(plan: Plan, { firstDayOfWeek }: { readonly firstDayOfWeek: number }): Rotation | null {
  const days = datedDays(plan)
  if (days === null) return null
  const firstDay = days.firstDay - ((dayOfWeekOfDay(days.firstDay) - firstDayOfWeek + 7) % 7)
  const weeks = Math.ceil((days.lastDay - firstDay + 1) / 7)
  if (weeks < 4 || weeks > ROTATION_LIMITS.weeks) return null
  // Most rosters are none, and a few agents show it.
  const few = new Set(plan.shifts.slice(0, FEW_SHIFTS).map(({ agentId }) => agentId))
  const some = plan.shifts.filter(({ agentId }) => few.has(agentId))
  if (some.length < plan.shifts.length && cycleOf(some, { firstDay, weeks }) === null) return null
  const cycleWeeks = cycleOf(plan.shifts, { firstDay, weeks })
  return cycleWeeks === null
    ? null
    : { cycleWeeks, anchor: formatLocalDate(firstDay), cycles: Math.floor(weeks / cycleWeeks) }
}

interface Weeks {
  readonly firstDay: number
  readonly weeks: number
}

/** The shortest cycle, of two weeks or more, that the weeks of agents show; null: none, or each week is as the one before. */
function cycleOf(shifts: readonly Shift[], { firstDay, weeks }: Weeks): number | null {
  const agents = [...Map.groupBy(shifts, ({ agentId }) => agentId).values()].map((own) =>
    weekContents(own, { firstDay, weeks }),
  )
  if (isRepeated(agents, 1)) return null
  for (let cycleWeeks = 2; cycleWeeks <= ROTATION_LIMITS.cycleWeeks && weeks >= 2 * cycleWeeks; cycleWeeks++) {
    if (isRepeated(agents, cycleWeeks)) return cycleWeeks
  }
  return null
}

/** What somebody works in each of the weeks. */
function weekContents(shifts: readonly Shift[], { firstDay, weeks }: Weeks): readonly string[] {
  const contents = Array.from({ length: weeks }, (): string[] => [])
  for (const shift of shifts) {
    const week = Math.floor((shift.day - firstDay) / 7)
    contents[week]!.push(`${shift.day - firstDay - 7 * week} ${shiftContent(shift)}`)
  }
  return contents.map((texts) => texts.sort().join('\n'))
}

function isRepeated(agents: readonly (readonly string[])[], cycleWeeks: number): boolean {
  let compared = 0
  let differing = 0
  for (const weeks of agents) {
    for (let week = cycleWeeks; week < weeks.length; week++) {
      // Weeks off say little: most plans have them.
      if (weeks[week] === '' && weeks[week - cycleWeeks] === '') continue
      compared++
      if (weeks[week] !== weeks[week - cycleWeeks]) differing++
    }
  }
  return compared > 0 && differing <= MOST_DIFFERING * compared
}
