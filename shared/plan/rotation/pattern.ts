import { lengthOf } from '../grid.ts'
import { inOrder } from '../order.ts'
import type { Plan, Shift } from '../plan.ts'
import { dayOfCycle, rotationDays, type Rotation } from './rotation.ts'

/** What somebody works on one date that differs from the rotation. */
export interface RotationException {
  /** A day number of the calendar. */
  readonly day: number
  /** null: unassigned shifts. */
  readonly agentId: string | null
  /** Empty: nothing. */
  readonly shifts: readonly Shift[]
}

/** A rotation as a cycle and the dates that differ from it. */
export interface RotationPattern {
  /** What most dates of a day of the cycle have; `day` counts the days of the cycle from 0. */
  readonly shifts: readonly Shift[]
  /** By day, then by agent in the order of the plan. */
  readonly exceptions: readonly RotationException[]
}

const known = new WeakMap<readonly Shift[], { readonly rotation: Rotation; readonly pattern: RotationPattern }>()

/**
 * The cycle of a rotation and its exceptions: of each agent and day of the cycle, what most of its dates have is the pattern; on a tie a
 * date with shifts comes before one without, then the first. Remembered. null: the plan is no rotation.
 */
export function rotationPattern(plan: Plan): RotationPattern | null {
  const { rotation, shifts } = plan
  if (rotation === undefined) return null
  const found = known.get(shifts)
  if (found?.rotation === rotation) return found.pattern
  const pattern = patternOf(inOrder(plan).shifts, rotation)
  known.set(shifts, { rotation, pattern })
  return pattern
}

function patternOf(shifts: readonly Shift[], rotation: Rotation): RotationPattern {
  const days = rotationDays(rotation)
  const pattern: Shift[] = []
  const exceptions: RotationException[] = []
  for (const [agentId, own] of Map.groupBy(shifts, (shift) => shift.agentId)) {
    const byDay = Map.groupBy(own, ({ day }) => day)
    const cycleDaysUsed = new Set([...byDay.keys()].map((day) => dayOfCycle(day, days)))
    for (const cycleDay of cycleDaysUsed) {
      const dates = Array.from(
        { length: rotation.cycles },
        (_, cycle) => days.firstDay + cycleDay + cycle * days.cycleDays,
      )
      const usual = mostCommon(dates.map((day) => byDay.get(day) ?? NOTHING))
      for (const shift of usual) pattern.push({ ...shift, day: cycleDay })
      const wanted = contentOf(usual)
      for (const day of dates) {
        const there = byDay.get(day) ?? NOTHING
        if (contentOf(there) !== wanted) exceptions.push({ day, agentId, shifts: there })
      }
    }
    for (const [day, there] of byDay)
      if (day < days.firstDay || day >= days.endDay) exceptions.push({ day, agentId, shifts: there })
  }
  return {
    shifts: inOrder({ name: '', timeZone: '', poolId: null, kind: 'dated', shifts: pattern }).shifts,
    exceptions: exceptions.sort((one, other) => one.day - other.day),
  }
}

/** The shifts of every date of a rotation; `idOf` gives each its id. */
export function writtenOut(
  { shifts, exceptions }: RotationPattern,
  rotation: Rotation,
  idOf: (shift: Shift, cycle: number | null) => string,
): readonly Shift[] {
  const { firstDay, cycleDays } = rotationDays(rotation)
  const placeOf = (day: number, agentId: string | null): string => `${day} ${agentId ?? ''}`
  const differing = new Set(exceptions.map(({ day, agentId }) => placeOf(day, agentId)))
  const all: Shift[] = []
  for (const shift of shifts) {
    for (let cycle = 0; cycle < rotation.cycles; cycle++) {
      const day = firstDay + shift.day + cycle * cycleDays
      if (!differing.has(placeOf(day, shift.agentId))) all.push({ ...shift, day, id: idOf(shift, cycle) })
    }
  }
  for (const exception of exceptions)
    for (const shift of exception.shifts) all.push({ ...shift, day: exception.day, id: idOf(shift, null) })
  return inOrder({ name: '', timeZone: '', poolId: null, kind: 'dated', shifts: all }).shifts
}

const NOTHING: readonly Shift[] = []

/** What shifts of one agent and date say, whatever their ids and date. */
export function contentOf(shifts: readonly Shift[]): string {
  const [first] = shifts
  if (first === undefined) return ''
  return shifts.length === 1 ? shiftContent(first) : JSON.stringify(shifts.map(shiftContent).sort())
}

const contents = new WeakMap<Shift, string>()

/** What a shift says, whatever its id, agent and date. Remembered: an edit leaves most shifts as they are. */
export function shiftContent(shift: Shift): string {
  const found = contents.get(shift)
  if (found !== undefined) return found
  const { startMinute, endMinute, breaks, note } = shift
  const times = breaks.map((each) => `${each.startMinute}+${lengthOf(each)}`).join(' ')
  const content = `${startMinute}-${endMinute} ${times} ${note}`
  contents.set(shift, content)
  return content
}

interface Counted {
  readonly shifts: readonly Shift[]
  count: number
}

function mostCommon(all: readonly (readonly Shift[])[]): readonly Shift[] {
  const counts = new Map<string, Counted>()
  for (const shifts of all) {
    const content = contentOf(shifts)
    const found = counts.get(content)
    if (found) found.count++
    else counts.set(content, { shifts, count: 1 })
  }
  const isBetter = (one: Counted, other: Counted): boolean =>
    one.count === other.count ? other.shifts.length === 0 : one.count > other.count
  return [...counts.values()].reduce((best, one) => (isBetter(one, best) ? one : best)).shifts
}
