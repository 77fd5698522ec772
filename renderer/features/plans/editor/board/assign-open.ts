import { lengthOf } from '../../../../../shared/plan/grid.ts'
import type { Shift } from '../../../../../shared/plan/plan.ts'
import { whyNot } from '../drag/row-fit.ts'
import type { PlannedWeek } from '../store/editor-state.ts'
import { assignable } from './board-rows.ts'

/**
 * Who gets open shifts, by id of the shift: only who breaks no rule with them, whoever has the fewest hours first. Shifts that few can take
 * are given first; those that nobody can take are left out.
 */
export function openAssignees(
  open: readonly Shift[],
  { agents, ruleReport, hours }: Pick<PlannedWeek, 'agents' | 'ruleReport' | 'hours'>,
): ReadonlyMap<string, string> {
  const people = assignable(agents).map(({ id }) => id)
  const minutes = new Map(people.map((id) => [id, hours.byAgent.get(id)?.workedMinutes ?? 0]))
  const given = new Map<string, readonly Shift[]>()
  const agentOf = new Map<string, string>()
  for (const { shift, able } of withAble(open, people, (id, shift) => whyNot(id, [shift], ruleReport) === null)) {
    const agentId = able
      .toSorted((one, other) => minutes.get(one)! - minutes.get(other)!)
      .find((id) => !given.has(id) || whyNot(id, [...given.get(id)!, shift], ruleReport) === null)
    if (agentId === undefined) continue
    agentOf.set(shift.id, agentId)
    given.set(agentId, [...(given.get(agentId) ?? []), shift])
    minutes.set(
      agentId,
      minutes.get(agentId)! + lengthOf(shift) - shift.breaks.reduce((sum, one) => sum + lengthOf(one), 0),
    )
  }
  return agentOf
}

interface ShiftWithAble {
  readonly shift: Shift
  /** Who could take it if it were the only one. */
  readonly able: readonly string[]
}

/** Each shift with who can take it, those that the fewest can take first. Shifts of the same times are looked at once. */
function withAble(
  open: readonly Shift[],
  people: readonly string[],
  can: (agentId: string, shift: Shift) => boolean,
): readonly ShiftWithAble[] {
  const known = new Map<string, readonly string[]>()
  return open
    .map((shift) => {
      const key = JSON.stringify([shift.day, shift.startMinute, shift.endMinute, shift.breaks])
      const able = known.get(key) ?? people.filter((id) => can(id, shift))
      known.set(key, able)
      return { shift, able }
    })
    .toSorted((one, other) => one.able.length - other.able.length)
}
