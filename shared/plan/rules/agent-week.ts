import type { PlanKind, PlannedSpell, Shift } from '../plan.ts'
import { beginsIn, byStart, dayInWeek, spellOf } from '../spells.ts'
import type { WeekClock } from '../week-clock.ts'
import { MAX_REST_HOURS } from './rules.ts'

/** Consecutive work of one agent: shifts that touch or overlap. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly spells: readonly PlannedSpell[]
}

/** One agent's shifts in a week, as rules look at them. */
export interface AgentWeek {
  readonly shifts: readonly Shift[]
  /** Those that begin in the week, by start. */
  readonly spells: readonly PlannedSpell[]
  /** As work in one go, with what is near enough before and after the week to count. */
  readonly stretches: readonly Stretch[]
}

/** Days beyond the week that the longest rest can reach, and a shift, and a day that the zone skips. */
const REACH_DAYS = MAX_REST_HOURS / 24 + 2

/** One agent's shifts on the clock of a week. A weekly pattern goes on before and after it. */
export function agentWeek(shifts: readonly Shift[], { kind, clock }: { readonly kind: PlanKind; readonly clock: WeekClock }): AgentWeek {
  const near: PlannedSpell[] = []
  for (const shift of shifts) {
    const day = dayInWeek(shift, kind, clock)
    for (const localDay of kind === 'weekly' ? [day - 7, day, day + 7] : [day]) {
      if (localDay < clock.firstDay - REACH_DAYS || localDay >= clock.firstDay + 7 + REACH_DAYS) continue
      const spell = spellOf(shift, localDay, clock)
      if (spell) near.push(spell)
    }
  }
  near.sort(byStart)
  return { shifts, spells: near.filter((spell) => beginsIn(spell, clock)), stretches: stretchesOf(near) }
}

function stretchesOf(spells: readonly PlannedSpell[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const spell of spells) {
    const last = stretches.at(-1)
    if (last && spell.start <= last.end) {
      stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, spell.end), spells: [...last.spells, spell] }
    } else {
      stretches.push({ start: spell.start, end: spell.end, spells: [spell] })
    }
  }
  return stretches
}
