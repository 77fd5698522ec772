import type { Plan, PlannedSpell } from '../plan.ts'
import { mergedSpans, totalMs, workedSpans } from '../instant-spans.ts'
import { hourlyCostOf, type Rules } from '../rules/rules.ts'
import { beginsIn, spellsOnClock } from '../spells.ts'
import { weekClock, type WeekClock } from '../week-clock.ts'
import { spellsByAgent } from './agents-per-slot.ts'

/** Exact minutes of real time. A minute that somebody is booked for twice is one minute. */
export interface Hours {
  /** From start to end, breaks included. */
  readonly plannedMinutes: number
  /** Without drawn breaks: what is paid, what limits on hours are about, and what people call hours of work. */
  readonly workedMinutes: number
  /** Worked hours at the hourly rate; null: there is no rate. */
  readonly cost: number | null
}

/** What a plan takes in one week. Of `cost`, only what has a rate; null: nothing has. */
export interface WeekHours extends Hours {
  /** Worked minutes that `cost` knows no rate for. */
  readonly unratedMinutes: number
  /** Worked minutes on open shifts, which are in all the sums above. */
  readonly openMinutes: number
  /** Shifts that begin in the week, and of which open. */
  readonly shifts: number
  readonly openShifts: number
  /** Agents with a shift. */
  readonly agents: number
  readonly byAgent: ReadonlyMap<string, Hours>
}

interface WeekOptions {
  readonly rules: Rules
  /** Local date on which the week begins. */
  readonly firstDate: string
}

/**
 * Hours and cost of the shifts that begin in a week. Each counts whole in the week in which it begins, so that weeks add up; on a night
 * when the clock changes it has an hour more or less. Throws AppError 'invalid-input' for nonsense.
 */
export function weekHours(plan: Plan, { rules, firstDate }: WeekOptions): WeekHours {
  const clock = weekClock(plan.timeZone, firstDate)
  return hoursOfSpells(spellsOnClock(plan, clock), { rules, clock })
}

/** As `weekHours`, of spells at hand. */
export function hoursOfSpells(spells: readonly PlannedSpell[], { rules, clock }: { readonly rules: Rules; readonly clock: WeekClock }): WeekHours {
  const own = spells.filter((spell) => beginsIn(spell, clock))
  const sum = { plannedMinutes: 0, workedMinutes: 0, unratedMinutes: 0, openMinutes: 0, cost: null as number | null }
  const byAgent = new Map<string, Hours>()
  let openShifts = 0
  for (const [agentId, theirs] of spellsByAgent(own)) {
    const hours = hoursOf(agentId, theirs, rules)
    sum.plannedMinutes += hours.plannedMinutes
    sum.workedMinutes += hours.workedMinutes
    if (hours.cost === null) sum.unratedMinutes += hours.workedMinutes
    else sum.cost = (sum.cost ?? 0) + hours.cost
    if (agentId !== null) {
      byAgent.set(agentId, hours)
      continue
    }
    sum.openMinutes = hours.workedMinutes
    openShifts = theirs.length
  }
  return { ...sum, shifts: own.length, openShifts, agents: byAgent.size, byAgent }
}

function hoursOf(agentId: string | null, spells: readonly PlannedSpell[], rules: Rules): Hours {
  const worked = workedSpans(spells)
  // Open shifts are for as many people.
  const [planned, paid] = agentId === null ? [spells, worked] : [mergedSpans(spells), mergedSpans(worked)]
  const workedMinutes = totalMs(paid) / 60_000
  const hourlyCost = hourlyCostOf(agentId, rules)
  return { plannedMinutes: totalMs(planned) / 60_000, workedMinutes, cost: hourlyCost === null ? null : (workedMinutes / 60) * hourlyCost }
}
