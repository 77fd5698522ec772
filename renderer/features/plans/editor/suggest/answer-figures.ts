import { applyMoves, type Move } from '../../../../../shared/optimise/moves.ts'
import type { Plan, PlannedInterval } from '../../../../../shared/plan/plan.ts'
import { isSameShift } from '../../../../../shared/plan/apply-step.ts'
import { checkRules, type RuleReport } from '../../../../../shared/plan/rules/check-rules.ts'
import type { Violation } from '../../../../../shared/plan/rules/violation.ts'
import { hoursOfIntervals } from '../../../../../shared/plan/staffing/week-hours.ts'
import type { EditorState } from '../store/editor-state.ts'
import { createLivePrediction } from '../store/live-prediction.ts'
import type { WeekTotals } from '../panel/panel-figures.ts'
import type { SuggestQuestion } from './question.ts'

/** What an answer was computed from: the plan as it was, with the week, the rules and the history it was looked at with. */
export interface AnswerBasis extends Pick<EditorState, 'inputs' | 'week' | 'rules'> {
  readonly plan: Plan
  readonly ruleReport: RuleReport
  readonly question: SuggestQuestion
}

/** What a search of the plan on the screen starts from. */
export function basisOf(
  { inputs, week, rules, history, planned }: EditorState,
  question: SuggestQuestion,
): AnswerBasis {
  return { inputs, week, rules, plan: history.plan, ruleReport: planned.ruleReport, question }
}

interface PlanFigures {
  readonly totals: WeekTotals
  /** Worked hours of the week. */
  readonly hours: number
  /** null: no pay is known. */
  readonly cost: number | null
  readonly intervals: readonly PlannedInterval[]
}

export interface AnswerFigures {
  readonly before: PlanFigures
  readonly after: PlanFigures
  /** Violations that the plan does not have without these changes. */
  readonly newViolations: readonly Violation[]
}

/** Figures of a plan with any of some moves made: predicted as one schedule each time, because gains do not add up. */
export function createAnswerFigures({
  week,
  rules,
  plan,
  ruleReport,
}: AnswerBasis): (moves: readonly Move[]) => AnswerFigures {
  const live = createLivePrediction({
    predictor: week.world.predictor,
    clock: week.clock,
    plan,
    staff: week.world.staff,
  })
  const figuresOf = (one: Plan): PlanFigures => {
    const { week: predicted, intervals } = live.follow(one)
    const { workedMinutes, cost } = hoursOfIntervals(intervals, { rules, clock: week.clock })
    return { totals: predicted.totals, hours: workedMinutes / 60, cost, intervals }
  }
  const before = figuresOf(plan)
  const known = new Set(ruleReport.violations.map(violationKey))
  return (moves) => {
    const changed = applyMoves(plan, moves)
    const { violations } = checkRules(changed, { rules, firstDate: week.firstDate, previous: ruleReport })
    return {
      before,
      after: figuresOf(changed),
      newViolations: violations.filter((violation) => !known.has(violationKey(violation))),
    }
  }
}

function violationKey({ kind, agentId, shiftIds, by }: Violation): string {
  return `${kind} ${agentId} ${by} ${shiftIds.join(' ')}`
}

/** How an answer fits the plan as it is now: it was taken, or something else was changed meanwhile. */
export type AnswerFit = 'fits' | 'taken' | 'stale'

/** `taken`: the plan's shifts after moves of the answer were taken; null: none were. */
export function answerFit(
  { inputs, week, rules, plan: { shifts } }: AnswerBasis,
  taken: readonly Plan['shifts'][number][] | null,
  now: EditorState,
): AnswerFit {
  const current = now.history.plan.shifts
  // Whoever is deactivated, what is assumed, and what was learned since, are parts of the inputs.
  if (inputs.predictor !== now.inputs.predictor || week.world !== now.week.world || rules !== now.rules) return 'stale'
  if (areSame(shifts, current)) return 'fits'
  return taken !== null && areSame(taken, current) ? 'taken' : 'stale'
}

function areSame(some: Plan['shifts'], others: Plan['shifts']): boolean {
  return (
    some === others ||
    (some.length === others.length && some.every((shift, index) => isSameShift(shift, others[index]!)))
  )
}
