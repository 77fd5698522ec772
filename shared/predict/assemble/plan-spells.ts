import type { Plan, PlannedSpell } from '../../plan/plan.ts'
import { byStart, plannedSpells } from '../../plan/spells.ts'
import { addDays, localRange } from '../../time/local.ts'

/** The shifts of a plan, which has a zone of its own, that touch the local week beginning on `firstDate` in another zone. */
export function spellsInWeek(plan: Plan, { firstDate, timeZone }: { readonly firstDate: string; readonly timeZone: string }): readonly PlannedSpell[] {
  if (plan.timeZone === timeZone) return plannedSpells(plan, { firstDate })
  const week = localRange(firstDate, addDays(firstDate, 6), timeZone)
  const found = new Map<string, PlannedSpell>()
  // Two clocks are at most a day or so apart, so the week lies in these three.
  for (const days of [-7, 0, 7]) {
    for (const spell of plannedSpells(plan, { firstDate: addDays(firstDate, days) })) {
      if (spell.end > week.start && spell.start < week.end) found.set(`${spell.shiftId} ${spell.localDay}`, spell)
    }
  }
  return [...found.values()].toSorted(byStart)
}
