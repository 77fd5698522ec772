import { expect, it } from 'vitest'
import type { SuggestProblem } from '../../../shared/optimise/problem.ts'
import { suggestedPlan, valuedMoves } from '../../../shared/optimise/suggested-plan.ts'
import { createSuggestion } from '../../../shared/optimise/suggestion.ts'
import type { VisitorValues } from '../../../shared/predict/assemble/visitor-values.ts'
import { withoutVisitorValues, withVisitorValues } from '../../../shared/predict/assemble/visitor-values.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { madeUpInputs, STEADY } from '../predict/plan-prediction/made-up-inputs.ts'
import { drawnProblem, OPTIONS } from './drawn-problems.ts'
import { planWith } from './every-week.ts'

const LIMITS = { neighbourhoods: 4, boundSteps: 4 }

/** Every pool's visitors worth so much by hour of the week. */
function worth(problem: SuggestProblem, valueAt: (hour: number, pool: number) => number): SuggestProblem {
  const values: VisitorValues = {
    pools: problem.inputs.pools.map(({ poolId }, pool) => ({
      poolId,
      byHour: Array.from({ length: 168 }, (_, hour) => valueAt(hour, pool)),
    })),
    usual: 1,
    countedShare: 1,
  }
  return { ...problem, inputs: withVisitorValues(problem.inputs, values) }
}

/** Every step of a search, and the moves at its end. */
function searched(problem: SuggestProblem) {
  const suggestion = createSuggestion(problem)
  const steps = [suggestion.step()]
  while (!steps.at(-1)!.isDone) steps.push(suggestion.step())
  const plan = suggestedPlan(problem.plan, suggestion, suggestion.best().picks!)
  return { steps, plan, moves: valuedMoves(problem, plan) }
}

it('is the same to the byte where every visitor is worth 1', () => {
  for (const [seed, moves] of [
    [1, 'breaks'],
    [2, 'starts'],
  ] as const) {
    const problem = drawnProblem(seed, { agents: 4, pools: seed, hasHistory: true }, { moves, limits: LIMITS })
    const valued = worth(problem, () => 1)
    expect(JSON.stringify(searched(valued))).toBe(JSON.stringify(searched(problem)))
  }
})

it('covers more by value, and no more visitors, than a search for visitors, and says its sums as the prediction does', () => {
  for (const seed of [4, 5]) {
    const problem = drawnProblem(seed, { agents: 6, pools: 2 }, { moves: 'starts', limits: LIMITS })
    // Evenings are worth much, mornings next to nothing.
    const valued = worth(problem, (hour, pool) => (hour % 24 >= 16 ? 20 : 0.05) * (1 + pool))
    const ofVisitors = searched(problem)
    const ofValue = searched(valued)
    const covered = ({ inputs }: SuggestProblem, { plan }: typeof ofValue) =>
      createPlanPredictor(inputs).predict(intervalsInWeek(plan, inputs)).totals.covered
    expect(covered(valued, ofValue)).toBeGreaterThan(covered(valued, ofVisitors))
    expect(covered(problem, ofVisitors)).toBeGreaterThan(covered(problem, ofValue))
    expect(ofValue.steps.at(-1)!.covered).toBeCloseTo(covered(valued, ofValue), 6)
    expect(ofValue.steps.at(-1)!.bound!).toBeGreaterThan(ofValue.steps.at(-1)!.covered - 1e-6)
  }
})

it('weighs visitors, not the load that they are', () => {
  const { inputs, plan } = drawnProblem(6, { agents: 4 })
  const valued = worth({ inputs, plan } as SuggestProblem, () => 3).inputs
  const predicted = (some: typeof inputs) => createPlanPredictor(some).predict(intervalsInWeek(plan, some)).totals
  expect(predicted(valued).covered).toBeCloseTo(3 * predicted(inputs).covered, 6)
  expect(predicted(withoutVisitorValues(valued))).toEqual(predicted(inputs))
})

it('finds the best of all schedules by value where all can be tried', () => {
  const perHour = [4, 6, 9, 12, 14, 13, 10, 12, 15, 11, 7, 4]
  const valueAt = [9, 9, 6, 1, 0.2, 0.2, 1, 1, 0.5, 0, 3, 7]
  const inputs = madeUpInputs({
    agents: 2,
    visitorsPerSlot: (slot) => (slot < 48 ? perHour[Math.floor(slot / 4)]! / 4 : 0),
    noise: STEADY,
  })
  const ofDay = { maxHoursPerWeek: 4, availability: [{ dayOfWeek: 0, startMinute: 0, endMinute: 720 }] }
  const agents = ['agent-0', 'agent-1']
  const problem: SuggestProblem = {
    inputs,
    plan: { name: 'Small', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [] },
    options: {
      ...OPTIONS,
      addHours: 8,
      agents,
      rules: { ...OPTIONS.rules, agents: Object.fromEntries(agents.map((id) => [id, ofDay])) },
      shapes: { startsEveryMinutes: 60, lengthsHours: [4], breakMinutes: 0, breakAfterHours: 24 },
    },
  }
  const predictor = createPlanPredictor(inputs)
  let best = 0
  for (let first = 0; first <= 8; first += 1)
    for (let second = first; second <= 8; second += 1) {
      const shifts = [first, second].map((start, agent) => ({
        id: agents[agent]!,
        agentId: agents[agent]!,
        day: 0,
        startMinute: 60 * start,
        endMinute: 60 * (start + 4),
        breaks: [],
        note: '',
      }))
      const { covered } = predictor.predict(intervalsInWeek(planWith(problem.plan, shifts), inputs))
      best = Math.max(
        best,
        covered.reduce((sum, count, slot) => sum + count * (valueAt[Math.floor(slot / 4)] ?? 1), 0),
      )
    }
  const { covered, bound } = searched(worth(problem, (hour) => valueAt[hour] ?? 1)).steps.at(-1)!
  expect(best).toBeGreaterThan(0)
  expect(covered).toBeCloseTo(best, 9)
  expect(bound!).toBeGreaterThanOrEqual(best - 1e-9)
})
