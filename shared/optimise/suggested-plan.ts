import type { Plan, PlannedInterval, Shift } from '../plan/plan.ts'
import { intervalsInWeek, staffInWeek } from '../predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../predict/plan-prediction/plan-predictor.ts'
import { shiftsOfPicks } from './decode-week.ts'
import { applyMoves, movesBetween, type Move } from './moves.ts'
import type { SuggestProblem } from './problem.ts'
import type { Picks } from './shift-option.ts'
import type { Suggestion } from './suggestion.ts'

/** A move with the visitors a week that it gains when it alone is made. */
export interface ValuedMove extends Move {
  readonly coveredGain: number
}

/** The plan that a suggestion has come to: shifts keep their ids where they are the same or moved; new ones have ids that the plan has not. */
export function suggestedPlan(
  plan: Plan,
  { people, clock }: Pick<Suggestion, 'people' | 'clock'>,
  picks: readonly Picks[],
): Plan {
  const taken = new Set(plan.shifts.map(({ id }) => id))
  let made = 0
  const newId = (): string => {
    do made += 1
    while (taken.has(`suggested-${made}`))
    return `suggested-${made}`
  }
  const shifts = people.flatMap((person, index) => shiftsOfPicks(person, picks[index]!, { clock, newId }))
  // A shift that somebody takes over as it is keeps its id.
  return applyMoves(plan, movesBetween(plan, { ...plan, shifts }))
}

/** The moves from one plan to another, the largest gain first. Gains are predicted anew, move by move; together they do not add up. */
export function valuedMoves(
  { inputs, poolId, plan }: Pick<SuggestProblem, 'inputs' | 'poolId' | 'plan'>,
  after: Plan,
): readonly ValuedMove[] {
  const staff = staffInWeek(plan, inputs)
  const intervalsOf = (shifts: readonly Shift[]): readonly PlannedInterval[] =>
    staff.expected(intervalsInWeek({ ...plan, shifts }, inputs))
  const session = createPlanPredictor(inputs, { poolId }).startSession([...intervalsOf(plan.shifts), ...staff.hires])
  const before = session.current().totals.covered
  return movesBetween(plan, after)
    .map((move) => {
      const id = (move.before ?? move.after)!.id
      const { covered } = session.replaceShift(
        id,
        intervalsOf(move.after === null ? [] : [{ ...move.after, id }]),
      ).totals
      session.replaceShift(id, intervalsOf(move.before === null ? [] : [move.before]))
      return { ...move, coveredGain: covered - before }
    })
    .toSorted((one, other) => other.coveredGain - one.coveredGain)
}
