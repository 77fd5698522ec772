import { AppError } from '../foundation/errors.ts'
import { DAY_MINUTES } from '../foundation/minutes.ts'
import { isTimeZone } from '../time/zone.ts'
import { isOnGrid, lengthOf, MAX_SHIFT_MINUTES } from './grid.ts'
import { type Plan, type PlanKind, type Shift } from './plan.ts'

/** What makes a value no plan. Broken rules of work are something else: they never make a plan invalid. */
export interface PlanProblem {
  /** null: it is about the plan. */
  readonly shiftId: string | null
  /** Which field: "start", "breaks[1].end". */
  readonly field: string
  /** What is wrong, without a full stop: "is not on a quarter of an hour". */
  readonly reason: string
}

/** How much a plan may hold: more than any plan of people needs. */
export const PLAN_LIMITS = { shifts: 200_000, nameLength: 200, noteLength: 2_000, idLength: 200 } as const

/** The calendar from the year 1 to the year 9999, as day numbers: what YYYY-MM-DD can say. */
const FIRST_DAY = -719_162
const LAST_DAY = 2_932_896
const OFF_GRID = 'is not on a quarter of an hour'

/** Everything that makes a value no plan; empty for a plan. */
export function validatePlan(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = []
  if (plan.name.trim() === '') problems.push({ shiftId: null, field: 'name', reason: 'is empty' })
  if (plan.poolId !== null && !isId(plan.poolId))
    problems.push({ shiftId: null, field: 'poolId', reason: 'is empty or too long' })
  if (!isTimeZone(plan.timeZone))
    problems.push({ shiftId: null, field: 'timeZone', reason: `"${plan.timeZone}" is not a time zone known here` })
  if (plan.name.length > PLAN_LIMITS.nameLength) problems.push({ shiftId: null, field: 'name', reason: 'is too long' })
  if (plan.shifts.length > PLAN_LIMITS.shifts) problems.push({ shiftId: null, field: 'shifts', reason: 'are too many' })
  if (plan.rotation !== undefined && plan.kind === 'weekly')
    problems.push({ shiftId: null, field: 'rotation', reason: 'is for plans of real weeks' })
  const ids = new Set<string>()
  for (const shift of plan.shifts) {
    if (ids.has(shift.id))
      problems.push({ shiftId: shift.id, field: 'id', reason: `"${shift.id}" is the id of another shift too` })
    ids.add(shift.id)
    addShiftProblems(problems, shift, plan.kind)
  }
  return problems
}

/** Throws AppError 'invalid-input' that names the first problem of a value which is no plan. */
export function assertPlan(plan: Plan): void {
  const problem = validatePlan(plan)[0]
  if (!problem) return
  const where = problem.shiftId === null ? problem.field : `${problem.field} of shift "${problem.shiftId}"`
  throw new AppError({
    code: 'invalid-input',
    message: `This is not a plan: ${where} ${problem.reason}.`,
    next: 'Correct it and try again.',
  })
}

/** Everything that makes a value no shift of a plan of this kind. */
export function validateShift(shift: Shift, kind: PlanKind): readonly PlanProblem[] {
  const problems: PlanProblem[] = []
  addShiftProblems(problems, shift, kind)
  return problems
}

/** A plan may have many thousands of shifts, and mostly nothing is wrong with any: what they have is added to one list. */
function addShiftProblems(problems: PlanProblem[], shift: Shift, kind: PlanKind): void {
  const add = (field: string, reason: string): void => void problems.push({ shiftId: shift.id, field, reason })
  if (!isId(shift.id)) add('id', 'is empty or too long')
  if (shift.agentId !== null && !isId(shift.agentId)) add('agentId', 'is empty or too long')
  if (shift.note.length > PLAN_LIMITS.noteLength) add('note', 'is too long')
  if (!isDay(shift.day, kind))
    add('day', kind === 'weekly' ? 'is not a day of the week, 0 to 6' : 'is not a day of the calendar')
  if (!isOnGrid(shift.startMinute)) add('start', OFF_GRID)
  if (!isOnGrid(shift.endMinute)) add('end', OFF_GRID)
  if (!(shift.startMinute >= 0 && shift.startMinute < DAY_MINUTES)) add('start', 'is not a time of the day')
  if (!(lengthOf(shift) > 0)) add('end', 'is not after the start')
  if (!(lengthOf(shift) <= MAX_SHIFT_MINUTES)) add('end', 'is more than 24 hours after the start')
  let free = shift.startMinute
  let rest = lengthOf(shift)
  for (let index = 0; index < shift.breaks.length; index++) {
    const shiftBreak = shift.breaks[index]!
    const field = `breaks[${index}]`
    if (!isOnGrid(shiftBreak.startMinute)) add(`${field}.start`, OFF_GRID)
    if (!isOnGrid(shiftBreak.endMinute)) add(`${field}.end`, OFF_GRID)
    if (!(lengthOf(shiftBreak) > 0)) add(`${field}.end`, 'is not after its start')
    if (!(shiftBreak.startMinute >= shift.startMinute && shiftBreak.endMinute <= shift.endMinute))
      add(field, 'is not inside its shift')
    else if (shiftBreak.startMinute < free) add(field, 'begins before the break before it has ended')
    free = Math.max(free, shiftBreak.endMinute)
    rest -= lengthOf(shiftBreak)
  }
  if (lengthOf(shift) > 0 && !(rest > 0)) add('breaks', 'leave nothing of the shift')
}

/** Whether a number is a day that a shift of such a plan can be on. */
export function isDay(day: number, kind: PlanKind): boolean {
  if (!Number.isInteger(day)) return false
  return kind === 'weekly' ? day >= 0 && day < 7 : day >= FIRST_DAY && day <= LAST_DAY
}

function isId(id: string): boolean {
  return id !== '' && id.length <= PLAN_LIMITS.idLength
}
