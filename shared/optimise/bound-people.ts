import type { Person } from './people.ts'
import { visitPick, type ShiftOption } from './shift-option.ts'
import { weekProgramme, type WeekProgramme } from './week-programme.ts'

/** People whose weeks, presences and pools are the same, so that one dynamic programme does for all. */
export interface BoundKind {
  /** The first of them, among all people. */
  readonly index: number
  readonly count: number
  readonly programme: WeekProgramme
}

/** People by kind. What the plan has is left out where it could be chosen anyway: it is what people differ by. */
export function boundKinds(people: readonly Person[]): readonly BoundKind[] {
  const kinds = new Map<string, { index: number; count: number; programme: WeekProgramme }>()
  people.forEach((person, index) => {
    const programme = withoutPlanned(person)
    const name = nameOf(person, programme)
    const known = kinds.get(name)
    if (known === undefined) kinds.set(name, { index, count: 1, programme })
    else known.count += 1
  })
  return [...kinds.values()]
}

function withoutPlanned({ programme }: Person): WeekProgramme {
  const { choices, limits, edges, slots } = programme
  const days = choices.days.map(({ mayBeOff, options }) => ({
    mayBeOff,
    options: options.filter((option) => !options.some((other) => isLikePlanned(other, option, slots))),
  }))
  return weekProgramme({ ...choices, days }, { limits, edges, slots })
}

/** Whether an option can be just what the plan has. */
function isLikePlanned(
  other: ShiftOption,
  { planned, startAt, endAt, kind, units }: ShiftOption,
  slots: number,
): boolean {
  if (planned === null || other.planned !== null) return false
  if (other.startAt !== startAt || other.endAt !== endAt || other.kind !== kind || other.units !== units) return false
  const has = new Map(Array.from(planned.slots, (slot, index) => [slot, planned.levels[index]!]))
  const { from, to } = other.breaks ?? { from: -1, to: -1 }
  for (let breakAt = from; breakAt <= to; breakAt += 1) {
    let isSame = true
    let count = 0
    visitPick({ option: other, breakAt }, slots, (slot, level) => {
      // Level 0 is nobody: the plan's slots are those with somebody.
      if (level === 0) return
      count += 1
      isSame &&= has.get(slot) === level
    })
    if (isSame && count === has.size) return true
  }
  return false
}

/** Everything that a dynamic programme and the numbers of people are made of. */
function nameOf(
  { shares, levels, fixedPresence, fixedUnits }: Person,
  { choices, limits, edges }: WeekProgramme,
): string {
  const { kinds, days } = choices
  const { maxUnits, minUnits, maxDays, restSlots, longRestSlots } = limits
  return JSON.stringify([
    [...shares],
    [...levels],
    [...fixedPresence.entries()].filter(([, presence]) => presence > 0),
    [fixedUnits, maxUnits, minUnits, maxDays, restSlots, longRestSlots],
    [`${edges.earliest}`, `${edges.earliestAfterLongRest}`, `${edges.latest}`, edges.daysBefore],
    [kinds.states, kinds.next.map((next) => next.join()), kinds.mayEnd.join()],
    days.map(({ mayBeOff, options }) => [
      mayBeOff,
      options.map(({ startAt, slots, units, kind, pieces, breaks, planned }) => [
        startAt,
        slots,
        units,
        kind,
        pieces,
        breaks,
        planned === null ? null : [planned.slots.join(), planned.levels.join()],
      ]),
    ]),
  ])
}
