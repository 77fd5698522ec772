import { GRID_MINUTES, type Shift } from '../plan/plan.ts'
import type { Person } from './people.ts'
import type { Pick, Picks } from './shift-option.ts'
import type { SlotClock } from './slot-clock.ts'

/** Gives shifts that are new an id that no other has. */
export type NewShiftId = () => string

/**
 * A person's shifts when they work a week so. A shift that moves keeps its id and note: on its day, else the nearest in length and day that
 * has no place any more.
 */
export function shiftsOfPicks(
  person: Person,
  picks: Picks,
  { clock, newId }: { readonly clock: SlotClock; readonly newId: NewShiftId },
): readonly Shift[] {
  const kept: Shift[] = person.shifts.filter((shift) => clock.dayOf(shift) < 0 || clock.dayOf(shift) > 6)
  const freed: Shift[] = []
  const placed: Pick[] = []
  const made: Shift[] = []
  picks.forEach((pick, day) => {
    const own = person.days[day]!.shifts
    if (pick !== null && pick.option.planned !== null) kept.push(...own)
    else if (pick === null) freed.push(...own)
    else if (own.length === 1) made.push(shiftOfPick(pick, own[0]!, clock))
    else placed.push(pick)
  })
  for (const isSameLength of [true, false]) {
    for (const pick of placed.splice(0)) {
      const at = freed.findIndex((shift) => !isSameLength || lengthInSlots(shift) === pick.option.slots)
      if (at < 0) placed.push(pick)
      else made.push(shiftOfPick(pick, freed.splice(at, 1)[0]!, clock))
    }
  }
  for (const pick of placed) made.push(shiftOfPick(pick, { id: newId(), agentId: person.agentId, note: '' }, clock))
  return [...kept, ...made]
}

function shiftOfPick(
  { option, breakAt }: Pick,
  { id, agentId, note }: Part<Shift, 'id' | 'agentId' | 'note'>,
  clock: SlotClock,
): Shift {
  const { startMinute, slots, day, breaks } = option
  return {
    id,
    agentId,
    note,
    day: clock.shiftDay(day),
    startMinute,
    endMinute: startMinute + slots * GRID_MINUTES,
    breaks:
      breaks === null
        ? []
        : breaks.parts.map((part) => {
            const begin = startMinute + (breakAt + part.after) * GRID_MINUTES
            return { startMinute: begin, endMinute: begin + part.slots * GRID_MINUTES }
          }),
  }
}

type Part<T, K extends keyof T> = { readonly [Name in K]: T[Name] }

function lengthInSlots({ startMinute, endMinute }: Shift): number {
  return (endMinute - startMinute) / GRID_MINUTES
}
