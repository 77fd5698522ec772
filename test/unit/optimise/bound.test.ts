import { describe, expect, it } from 'vitest'
import { shiftsOfPicks } from '../../../shared/optimise/decode-week.ts'
import type { Person } from '../../../shared/optimise/people.ts'
import type { AllowedMoves, SuggestProblem } from '../../../shared/optimise/problem.ts'
import { newlyBroken } from '../../../shared/optimise/broken-rules.ts'
import { createSuggestion } from '../../../shared/optimise/suggestion.ts'
import type { Shift } from '../../../shared/plan/plan.ts'
import { checkAgent } from '../../../shared/plan/rules/check-agent.ts'
import { weekClock } from '../../../shared/plan/week-clock.ts'
import { intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import { some } from '../../support/deep.ts'
import { madeUpInputs, STEADY } from '../predict/plan-prediction/made-up-inputs.ts'
import { drawnProblem, OPTIONS } from './drawn-problems.ts'
import { everyWeek, isApart, lengthsOf, planWith } from './every-week.ts'

function solved(problem: SuggestProblem) {
  const suggestion = createSuggestion(problem)
  while (!suggestion.step().isDone);
  return { suggestion, ...suggestion.best() }
}

function hoursOf(shifts: readonly Shift[]): number {
  return shifts.reduce(
    (sum, { startMinute, endMinute, breaks }) =>
      sum + (endMinute - startMinute - breaks.reduce((rest, one) => rest + one.endMinute - one.startMinute, 0)) / 60,
    0,
  )
}

/** Two or three people, who can work on a day or two: few enough weeks to try them all. */
function smallProblem(seed: number): SuggestProblem {
  const moves = (['breaks', 'starts', 'days', 'all'] as const)[seed % 4]!
  const agents = moves === 'breaks' ? 3 : 2
  const drawn = drawnProblem(seed, { agents, hasHistory: seed % 3 === 0, pools: seed % 5 === 0 ? 2 : 1, open: [8, 18] })
  const { random } = drawn
  const days = moves === 'days' || moves === 'all' ? [2, 3] : [2]
  const hours = moves === 'all' ? [3, 4] : [5]
  const from = 9 + Math.floor(2 * random.uniform())
  const availability = days.map((dayOfWeek) => ({ dayOfWeek, startMinute: 60 * from, endMinute: 60 * (from + 7) }))
  const shifts = Array.from({ length: agents }, (_, agent): Shift => {
    const startMinute = 60 * (from + Math.floor(3 * random.uniform()))
    const length = hours[0]! * 60
    const atBreak = startMinute + 120
    return {
      id: `s${agent}`,
      agentId: `agent-${agent}`,
      day: 2,
      startMinute,
      endMinute: startMinute + length,
      breaks: moves === 'all' ? [] : [{ startMinute: atBreak, endMinute: atBreak + 30 }],
      note: '',
    }
  })
  return {
    ...drawn,
    plan: planWith(drawn.plan, shifts),
    options: {
      ...OPTIONS,
      moves,
      rules: {
        plan: {
          limits: { minRestHours: 12, ...(seed % 2 ? { maxHoursPerWeek: 6 } : {}) },
          owedBreak: null,
          hourlyCost: null,
        },
        agents: Object.fromEntries(shifts.map(({ agentId }) => [agentId!, { availability }])),
      },
      shapes: { startsEveryMinutes: 60, lengthsHours: hours, breakMinutes: 30, breakAfterHours: 6 },
      addHours: moves === 'all' ? Math.floor(6 * random.uniform()) : 0,
      limits: { neighbourhoods: 30, boundSteps: 60 },
    },
  }
}

/** Whether somebody may work a week instead of what is planned. */
function isWeekOf(
  { plan, options, inputs }: SuggestProblem,
  { person, week }: { readonly person: Person; readonly week: readonly Shift[] },
): boolean {
  const clock = weekClock(plan.timeZone, inputs.firstDate)
  const context = { kind: plan.kind, poolId: plan.poolId, rules: options.rules, clock }
  return (
    newlyBroken(checkAgent(person.agentId, week, context), person.violations).length === 0 &&
    isApart(week) &&
    (options.moves === 'all' || lengthsOf(week) === lengthsOf(person.shifts))
  )
}

describe('the bound of suggestions', () => {
  it('meets the optimum of the documented example: 55.6869904438 of 117 visitors', () => {
    const perHour = [4, 6, 9, 12, 14, 13, 10, 12, 15, 11, 7, 4]
    // So many, served so fast, that the load follows the arrivals at once.
    const scale = 1e5
    const inputs = madeUpInputs({
      agents: 3,
      visitorsPerSlot: (slot) => (slot < 48 ? (scale * perHour[Math.floor(slot / 4)]!) / 4 : 0),
      model: { holdingMinutes: 6 / scale, availability: 1 },
      noise: STEADY,
    })
    const ofDay = (startHour: number) => [{ dayOfWeek: 0, startMinute: 60 * startHour, endMinute: 720 }]
    const four = { maxHoursPerWeek: 4, availability: ofDay(0), minShiftHours: 4 }
    const { picks, covered, bound } = solved({
      inputs,
      plan: { name: 'Example', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [] },
      options: {
        ...OPTIONS,
        addHours: 11,
        keepsEveryRule: true,
        agents: ['agent-0', 'agent-1', 'agent-2'],
        rules: {
          ...OPTIONS.rules,
          agents: { 'agent-0': four, 'agent-1': four, 'agent-2': { maxHoursPerWeek: 3, availability: ofDay(6) } },
        },
        shapes: { startsEveryMinutes: 60, lengthsHours: [3, 4], breakMinutes: 0, breakAfterHours: 24 },
        limits: { neighbourhoods: 40, boundSteps: 300 },
      },
    })
    expect(covered / scale).toBeCloseTo(55.6869904438, 9)
    expect(picks!.map(([sunday]) => sunday!.option.startMinute / 60).toSorted((one, other) => one - other)).toEqual([
      2, 5, 8,
    ])
    expect(bound).toBeGreaterThanOrEqual(covered)
    expect(bound! / scale).toBeLessThan(55.6869904438 + 0.01)
  })

  it('lies above every schedule of small cases that can all be tried, and the search is among the best of them', () => {
    const shortfalls: number[] = []
    for (let seed = 1; seed <= some(12, 1000); seed += 1) {
      const problem = smallProblem(seed)
      const { covered, bound } = solved(problem)
      const predictor = createPlanPredictor(problem.inputs)
      const allowed = hoursOf(problem.plan.shifts) + problem.options.addHours
      const agents = problem.plan.shifts.map(({ agentId }) => agentId!)
      const weeks = agents.map((agentId) => everyWeek(problem, agentId))
      let best = 0
      const visit = (shifts: readonly Shift[], agent: number): void => {
        if (agent === agents.length) {
          if (hoursOf(shifts) > allowed + 1e-9) return
          best = Math.max(
            best,
            predictor.predict(intervalsInWeek(planWith(problem.plan, shifts), problem.inputs)).totals.covered,
          )
          return
        }
        for (const week of weeks[agent]!) visit([...shifts, ...week], agent + 1)
      }
      visit([], 0)
      expect(best).toBeGreaterThan(0)
      expect(bound! - best, `seed ${seed}`).toBeGreaterThanOrEqual(-1e-7)
      expect(covered - best, `seed ${seed}`).toBeLessThanOrEqual(1e-7)
      shortfalls.push((best - covered) / best)
    }
    expect(shortfalls.filter((shortfall) => shortfall > 1e-6).length / shortfalls.length).toBeLessThan(0.2)
    expect(Math.max(...shortfalls)).toBeLessThan(0.02)
  }, 300_000)

  it('lies above random schedules of large cases that keep the rules', () => {
    const moves: readonly AllowedMoves[] = ['breaks', 'starts', 'days', 'all']
    let tried = 0
    let made = 0
    for (let seed = 1; seed <= some(4, 40); seed += 1) {
      const site = { agents: 10 + seed, pools: 1 + (seed % 3), hasHistory: seed % 2 === 0 }
      const problem = drawnProblem(seed, site, {
        moves: moves[seed % 4]!,
        limits: { neighbourhoods: 0, boundSteps: 40 },
      })
      const { suggestion, bound } = solved(problem)
      const predictor = createPlanPredictor(problem.inputs)
      const { random } = problem
      for (let draw = 0; draw < some(40, 250); draw += 1) {
        const shifts = suggestion.people.flatMap((person) => {
          const picks = person.programme.choices.days.map(({ options, mayBeOff }, day) => {
            if (random.uniform() < 0.4 || options.length === 0) return person.planned[day] ?? null
            if (mayBeOff && random.uniform() < 0.3) return null
            const option = options[Math.floor(random.uniform() * options.length)]!
            const room = option.breaks === null ? -1 : option.breaks.to - option.breaks.from + 1
            return {
              option,
              breakAt:
                room < 0 || option.planned !== null ? -1 : option.breaks!.from + Math.floor(random.uniform() * room),
            }
          })
          const drawn = shiftsOfPicks(person, picks, { clock: suggestion.clock, newId: () => `new-${(made += 1)}` })
          return isWeekOf(problem, { person, week: drawn }) ? drawn : person.shifts
        })
        if (hoursOf(shifts) > suggestion.allowedUnits / 4 + 1e-9) continue
        tried += 1
        const { covered } = predictor.predict(intervalsInWeek(planWith(problem.plan, shifts), problem.inputs)).totals
        expect(bound! - covered).toBeGreaterThan(-1e-6)
      }
    }
    expect(tried).toBeGreaterThan(50)
  }, 300_000)
})
