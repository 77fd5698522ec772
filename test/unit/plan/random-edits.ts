import fc from 'fast-check'
import {
  addBreaks,
  addShifts,
  applyTemplate,
  assignShifts,
  changeDetails,
  changeShift,
  copyDays,
  copyShifts,
  deleteShifts,
  duplicateShifts,
  joinSteps,
  applyStep,
  moveShifts,
  pasteShifts,
  reshapeShifts,
  resizeShifts,
  setBreaks,
  setNote,
  splitShift,
  stepBetween,
  type NewId,
  type Plan,
  type PlanStep,
  type ShiftTemplate,
} from '../../../shared/plan/index.ts'
import { AGENTS } from './plan-arbitraries.ts'

/** An edit of whatever plan there is when its turn comes. */
export type RandomEdit = (plan: Plan, newId: NewId) => PlanStep | null

interface Dice {
  readonly picks: readonly number[]
  readonly minutes: number
  readonly other: number
  readonly days: number
  readonly agentId: string | null
  readonly note: string
}

const TEMPLATE: ShiftTemplate = {
  id: 't',
  name: 'Late',
  startMinute: 14 * 60,
  endMinute: 22 * 60,
  breaks: [{ startMinute: 1080, endMinute: 1110 }],
  note: 'late',
}

const COMMANDS: readonly ((plan: Plan, dice: Dice, newId: NewId) => PlanStep | null)[] = [
  (plan, { agentId, days, minutes, other, note }, newId) =>
    addShifts(
      plan,
      [{ agentId, day: (plan.shifts[0]?.day ?? 3) + days, startMinute: minutes, endMinute: minutes + other, note }],
      newId,
    ),
  (plan, dice, newId) => moveShifts(plan, { ids: selected(plan, dice), days: dice.days, minutes: dice.minutes }, newId),
  (plan, dice, newId) => moveShifts(plan, { ids: selected(plan, dice), agentOf: () => dice.agentId }, newId),
  (plan, dice, newId) => resizeShifts(plan, { ids: selected(plan, dice), edge: 'start', minutes: dice.minutes }, newId),
  (plan, dice, newId) => resizeShifts(plan, { ids: selected(plan, dice), edge: 'end', minutes: dice.minutes }, newId),
  (plan, dice, newId) => deleteShifts(plan, selected(plan, dice).slice(0, 1), newId),
  (plan, dice, newId) => assignShifts(plan, { ids: selected(plan, dice), agentId: dice.agentId }, newId),
  (plan, dice, newId) =>
    setBreaks(
      plan,
      {
        ids: selected(plan, dice),
        breaks: [
          { startMinute: dice.other, endMinute: dice.other + 37 },
          { startMinute: dice.minutes, endMinute: dice.minutes + 60 },
        ],
      },
      newId,
    ),
  (plan, dice, newId) => addBreaks(plan, { ids: selected(plan, dice), minutes: 30 }, newId),
  (plan, dice, newId) => setNote(plan, { ids: selected(plan, dice), note: dice.note }, newId),
  (plan, dice, newId) =>
    changeShift(
      plan,
      {
        id: selected(plan, dice)[0] ?? 'nobody',
        change: { startMinute: dice.minutes, endMinute: dice.other, note: dice.note },
      },
      newId,
    ),
  (plan, dice, newId) =>
    changeShift(plan, { id: selected(plan, dice)[0] ?? 'nobody', change: { agentId: dice.agentId } }, newId),
  (plan, dice, newId) =>
    splitShift(
      plan,
      { id: selected(plan, dice)[0] ?? 'nobody', atMinute: startOf(plan, dice) + dice.other / 4 },
      newId,
    ),
  (plan, dice, newId) => {
    const copied = copyShifts(plan, { ids: selected(plan, dice), weekStartsOn: 1 })
    return pasteShifts(
      plan,
      { copied, day: (plan.shifts[0]?.day ?? 0) + dice.days, startMinute: dice.minutes, agentOf: () => dice.agentId },
      newId,
    )
  },
  (plan, dice, newId) => duplicateShifts(plan, { ids: selected(plan, dice), daysLater: dice.days }, newId),
  (plan, { agentId, days }, newId) =>
    copyDays(
      plan,
      {
        fromAgentId: 'ann',
        days: plan.shifts.slice(0, 3).map(({ day }) => day),
        toAgentIds: [agentId, 'bob'],
        daysLater: [0, days],
        replace: days % 2 === 0,
      },
      newId,
    ),
  (plan, dice, newId) =>
    applyTemplate(
      plan,
      { template: TEMPLATE, places: [{ agentId: dice.agentId, day: (plan.shifts[0]?.day ?? 0) + dice.days }] },
      newId,
    ),
  (plan, dice, newId) => reshapeShifts(plan, { ids: selected(plan, dice), template: TEMPLATE }, newId),
  (plan, { note, agentId }, newId) => changeDetails(plan, { name: note, poolId: agentId }, newId),
  (plan, { days }, newId) => changeDetails(plan, { timeZone: days > 0 ? 'Asia/Tokyo' : 'Europe/Berlin' }, newId),
  (plan, dice, newId) =>
    stepBetween(
      plan,
      { ...plan, name: `${dice.note}!`, shifts: plan.shifts.slice(1) },
      { label: 'Take suggestion', newId },
    ),
  (plan, dice, newId) => {
    const first = moveShifts(plan, { ids: selected(plan, dice), minutes: dice.minutes }, newId)
    const between = first ? applyStep(plan, first) : plan
    const second = duplicateShifts(between, { ids: selected(between, dice) }, newId)
    const after = second ? applyStep(between, second) : between
    const third = deleteShifts(after, selected(after, dice), newId)
    return joinSteps(
      [first, second, third].filter((step) => step !== null),
      { label: 'All at once', newId },
    )
  },
]

/** How many kinds of edits there are. */
export const EDIT_KINDS = COMMANDS.length

/** Edits of every kind, with numbers off the grid and far out of bounds now and then. */
export function randomEdit(kind?: number): fc.Arbitrary<RandomEdit> {
  const dice = fc.record({
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    minutes: fc.oneof(fc.integer({ min: -100, max: 1600 }), fc.integer({ min: -4000, max: 4000 })),
    other: fc.integer({ min: 0, max: 2000 }),
    days: fc.integer({ min: -9, max: 9 }),
    agentId: fc.constantFrom(...AGENTS),
    note: fc.string({ maxLength: 12 }),
  })
  const command = kind === undefined ? fc.constantFrom(...COMMANDS) : fc.constant(COMMANDS[kind]!)
  return fc.tuple(command, dice).map(
    ([run, thrown]): RandomEdit =>
      (plan, newId) =>
        run(plan, thrown, newId),
  )
}

function selected(plan: Plan, { picks }: Dice): readonly string[] {
  return plan.shifts.length === 0 ? [] : picks.map((pick) => plan.shifts[pick % plan.shifts.length]!.id)
}

function startOf(plan: Plan, dice: Dice): number {
  const [id] = selected(plan, dice)
  return plan.shifts.find((shift) => shift.id === id)?.startMinute ?? 0
}
