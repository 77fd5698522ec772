import { describe, expect, it } from 'vitest'
import { MOVES, type SuggestProblem } from '../../../shared/optimise/problem.ts'
import { suggestedPlan, valuedMoves } from '../../../shared/optimise/suggested-plan.ts'
import { createSuggestion } from '../../../shared/optimise/suggestion.ts'
import type { Assumption } from '../../../shared/plan/assumptions/assumption.ts'
import { ALWAYS } from '../../../shared/plan/assumptions/assumption.ts'
import { withAssumptions } from '../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { expectedIntervals, staffInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { overlap } from '../../../shared/foundation/interval.ts'
import { addDays, dayOfWeekOf } from '../../../shared/time/local.ts'
import { some } from '../../support/deep.ts'
import { drawnProblem } from './drawn-problems.ts'

const LIMITS = { neighbourhoods: 12, boundSteps: 8 }

function coveredOf({ inputs, poolId }: SuggestProblem, plan: Plan): number {
  return createPlanPredictor(inputs, { poolId }).predict(expectedIntervals(plan, inputs)).totals.covered
}

/** Somebody away for two days and for a part of a third, a meeting of all, one of one, and two hires in their first weeks. */
function assumed(firstDate: string): readonly Assumption[] {
  const on = (day: number): string => addDays(firstDate, day)
  const meeting = { ...ALWAYS, days: [dayOfWeekOf(on(2))], hours: { startMinute: 600, endMinute: 690 } }
  const hours = { startMinute: 540, endMinute: 1020 }
  return [
    { id: 'ill', kind: 'absence', agentId: 'agent-0', time: { ...ALWAYS, from: on(1), to: on(2) } },
    {
      id: 'doctor',
      kind: 'absence',
      agentId: 'agent-1',
      time: { ...ALWAYS, from: on(4), to: on(4), hours: { startMinute: 480, endMinute: 720 } },
    },
    { id: 'all', kind: 'shrinkage', agentIds: null, time: meeting },
    {
      id: 'one',
      kind: 'shrinkage',
      agentIds: ['agent-2'],
      time: { ...ALWAYS, hours: { startMinute: 900, endMinute: 930 } },
    },
    {
      id: 'hires',
      kind: 'hires',
      count: 2,
      from: addDays(firstDate, -8),
      days: [1, 2, 3, 4, 5],
      hours,
      ramp: [40, 70, 100],
    },
  ]
}

describe('a suggestion for a plan that assumes who is there', () => {
  it('covers what the predictor says of it, moves nobody into an absence, and is under its bound', () => {
    for (let seed = 1; seed <= some(4, 200); seed += 1) {
      const moves = MOVES[seed % 4]!
      const drawn = drawnProblem(
        seed,
        { agents: 4 + (seed % 4), pools: 1 + (seed % 2), hasHistory: seed % 3 === 0 },
        { moves, limits: LIMITS },
      )
      const { inputs } = drawn
      const plan = withAssumptions(drawn.plan, assumed(inputs.firstDate))
      const problem = { ...drawn, plan, options: { ...drawn.options, addHours: moves === 'all' ? 8 : 0 } }
      const suggestion = createSuggestion(problem)
      while (!suggestion.step().isDone);
      const { picks, covered, bound } = suggestion.best()
      const found = suggestedPlan(plan, suggestion, picks!)
      const where = `seed ${seed}, ${moves}`
      expect(found.assumptions).toEqual(plan.assumptions)
      expect(covered).toBeCloseTo(coveredOf(problem, found), 6)
      expect(covered).toBeGreaterThanOrEqual(coveredOf(problem, plan) - 1e-6)
      expect(bound!).toBeGreaterThanOrEqual(covered - 1e-9)
      // Whoever is away keeps the shifts of then; no other is put there.
      const staff = staffInWeek(plan, inputs)
      const before = new Set(plan.shifts.map((shift) => JSON.stringify({ ...shift, id: null })))
      for (const shift of found.shifts) {
        if (before.has(JSON.stringify({ ...shift, id: null }))) continue
        const touched = intervalsInWeek({ ...found, shifts: [shift] }, inputs)
        for (const away of staff.away(shift.agentId))
          expect(
            touched.some((one) => overlap(one, away) !== null),
            `${where}: ${JSON.stringify(shift)}`,
          ).toBe(false)
      }
      for (const { coveredGain, before: own, after } of valuedMoves(problem, found).slice(0, 3)) {
        const shifts = [...plan.shifts.filter(({ id }) => id !== own?.id), ...(after === null ? [] : [after])]
        expect(coveredGain).toBeCloseTo(coveredOf(problem, { ...plan, shifts }) - coveredOf(problem, plan), 6)
      }
    }
  }, 120_000)

  it('finds more with hires who are there than without, and leaves them as they are', () => {
    const drawn = drawnProblem(3, { agents: 4 }, { moves: 'starts', limits: LIMITS })
    const [hires] = assumed(drawn.inputs.firstDate).filter(({ kind }) => kind === 'hires')
    const solve = (plan: Plan): number => {
      const suggestion = createSuggestion({ ...drawn, plan })
      while (!suggestion.step().isDone);
      return suggestion.best().covered
    }
    expect(solve(withAssumptions(drawn.plan, [hires!]))).toBeGreaterThan(solve(drawn.plan))
    // Of nobody nothing changes, to the bit.
    expect(solve(withAssumptions(drawn.plan, [{ ...hires!, ramp: [0] } as Assumption]))).toBe(solve(drawn.plan))
  })
})
