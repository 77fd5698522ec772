import { HOURS_PER_WEEK } from '../../../shared/foundation/hour-of-week.ts'
import { type FairShares, shareFairly } from '../../../shared/optimise/fair-shares.ts'
import type { PastShare } from '../../../shared/optimise/shares.ts'
import { movesBetween } from '../../../shared/optimise/moves.ts'
import { mustGive } from '../../../shared/optimise/must-give.ts'
import { worthOfOneMore } from '../../../shared/optimise/next-hour.ts'
import type { SuggestOptions, SuggestProblem } from '../../../shared/optimise/problem.ts'
import { standsInTheWay } from '../../../shared/optimise/stands-in-the-way.ts'
import { suggestedPlan, valuedMoves } from '../../../shared/optimise/suggested-plan.ts'
import { createSuggestion, type Suggestion } from '../../../shared/optimise/suggestion.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { findViolations } from '../../../shared/plan/rules/check-rules.ts'
import { FAIRNESS_DAYS, fairnessOf } from '../../../shared/plan/staffing/fairness.ts'
import { weekHours } from '../../../shared/plan/staffing/week-hours.ts'
import {
  withAssumptions,
  withoutAssumptions,
  withStaffAlone,
} from '../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { expectedIntervals } from '../../../shared/predict/assemble/plan-intervals.ts'
import { assumedInputs } from '../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { createPlanPredictor } from '../../../shared/predict/plan-prediction/plan-predictor.ts'
import {
  type VisitorValues,
  withoutVisitorValues,
  withVisitorValues,
} from '../../../shared/predict/assemble/visitor-values.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import { addDays } from '../../../shared/time/local.ts'
import { hoursOfWeek } from '../../../shared/time/hours-of-week.ts'
import type { PageWeights } from '../coverage/page-values.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { workedIn } from '../compare/compute-fairness.ts'
import { evaluatePlan, inputsForPool } from '../plans/plan-evaluation.ts'
import type { PredictionCalculator } from '../prediction/compute.ts'
import type { PlanWeekQuery } from '../prediction/queries.ts'

export interface SuggestQuery extends PlanWeekQuery {
  readonly options: SuggestOptions
  /** Share of the covered visitors that sharing nights and weekends more evenly may cost; null: they are not looked at. */
  readonly fairLoss: number | null
  /** Of pages, where visitors are to weigh by what they are worth; null: all weigh alike. */
  readonly pageValues: PageWeights | null
}

/** Where a suggestion stands, with the plan where it has become better. */
export interface SuggestStep {
  readonly covered: number
  readonly bound: number | null
  readonly units: number
  readonly boundUnits: number | null
  readonly isDone: boolean
  /** null: as it was at the step before. */
  readonly plan: Plan | null
}

export type SuggestAnswer = ReturnType<typeof answerOf>

/** What moves give together, in visitors a week, or by their value. */
export interface SuggestGain {
  readonly moves: number
  readonly covered: number
  /** By hour of the week, 0 = Sunday's first. */
  readonly byHour: readonly number[]
}

interface Asked {
  /** By value its visitors weigh what they are worth: all of the search does. */
  readonly problem: SuggestProblem
  readonly query: SuggestQuery
  /** null: all visitors weigh alike. */
  readonly values: VisitorValues | null
}

interface Running extends Asked {
  readonly suggestion: Suggestion
  /** What agents worked before the week. */
  readonly past: ReadonlyMap<string, PastShare>
  shown: number
}

/**
 * What the compute thread does of suggestions: a step at a time, so that predictions are answered in between, and so that whoever asked may stop
 * whenever they like. `open` gives the newest snapshot of a workspace's cache.
 */
export function suggestFunctions(
  open: (workspaceId: string) => { readonly snapshot: CacheSnapshot; readonly calculator: PredictionCalculator },
) {
  const running = new Map<number, Running>()
  let last = 0
  const named = (id: number): Running => {
    const found = running.get(id)
    if (found !== undefined) return found
    throw new AppError({
      code: 'not-found',
      message: 'The suggestion is no longer being worked on.',
      next: 'Start it again.',
    })
  }
  const inputsOf = (query: SuggestQuery) => {
    const { snapshot, calculator } = open(query.workspaceId)
    const { pageValues } = query
    return {
      snapshot,
      ...calculator.predictionInputs(snapshot, query),
      values: pageValues === null ? null : calculator.visitorValues(snapshot, query, pageValues),
    }
  }
  return {
    /** Prepares a suggestion; the answer names it. */
    suggestBegin(query: SuggestQuery) {
      const { snapshot, inputs, values, unknownPast, origin } = inputsOf(query)
      if (unknownPast !== null) return { id: null, unknownPast, origin }
      const problem = problemOf(inputs, values, query)
      last += 1
      const past = pastShares(snapshot, query)
      running.set(last, { problem, suggestion: createSuggestion(problem), query, values, past, shown: Number.NaN })
      return { id: last, unknownPast, origin }
    },
    /** Works on it for about so many milliseconds. */
    suggestStep(id: number, ms: number): SuggestStep {
      const one = named(id)
      const until = performance.now() + ms
      let progress = one.suggestion.step()
      while (!progress.isDone && performance.now() < until) progress = one.suggestion.step()
      const { picks } = one.suggestion.best()
      const isNews = picks !== null && progress.covered !== one.shown
      one.shown = progress.covered
      return { ...progress, plan: isNews ? suggestedPlan(one.problem.plan, one.suggestion, picks) : null }
    },
    /** Ends it; the best so far, explained. */
    suggestEnd(id: number): SuggestAnswer {
      const one = named(id)
      running.delete(id)
      return answerOf(one)
    },
    /** Ends it; what the moves of the best so far give, by hour of the week. */
    suggestGain(id: number): SuggestGain {
      const one = named(id)
      running.delete(id)
      return gainOf(one)
    },
    /** Ends it without an answer. */
    suggestDrop: (id: number) => running.delete(id),
    /** A plan as the answer of a suggestion that was lost on its way. */
    suggestKept(query: SuggestQuery, plan: Plan) {
      const { inputs, values } = inputsOf(query)
      const problem = problemOf(inputs, values, query)
      return { ...answerAbout({ problem, query, values }, plan), bound: null, isDone: false }
    },
  }
}

/** What is searched: the plan's shifts, in the world that it assumes. */
function problemOf(
  inputs: PredictionInputs,
  values: VisitorValues | null,
  { plan, poolId, options }: SuggestQuery,
): SuggestProblem {
  const valued = values === null ? inputs : withVisitorValues(inputs, values)
  return { ...inputsForPool(assumedInputs(valued, plan), poolId), plan: withStaffAlone(plan), options }
}

/** Nights and weekends of the weeks before the suggested one. */
function pastShares(
  snapshot: CacheSnapshot,
  { fairLoss, plan, week, until }: SuggestQuery,
): ReadonlyMap<string, PastShare> {
  if (fairLoss === null) return new Map()
  const range = { from: addDays(week, -FAIRNESS_DAYS), to: addDays(week, -1), timeZone: plan.timeZone }
  return new Map(
    fairnessOf(workedIn(snapshot, { range, until: until ?? null }), range).agents.map((one) => [one.agentId, one]),
  )
}

function answerOf({ problem, suggestion, query, values, past }: Running) {
  const { picks, bound, boundUnits, isDone } = suggestion.best()
  if (picks === null) {
    return {
      ...answerAbout({ problem, query, values }, problem.plan),
      bound: null,
      isDone,
      isFeasible: !isDone,
      isFound: false,
      mustGive: isDone ? mustGive(problem, suggestion) : [],
    }
  }
  const best = suggestedPlan(problem.plan, suggestion, picks)
  const fair = query.fairLoss === null ? null : shareFairly(problem, { plan: best, past, mostLost: query.fairLoss })
  return {
    ...answerAbout({ problem, query, values }, fair?.plan ?? best),
    fairness: fair === null ? null : fairnessFigures(fair),
    bound,
    boundHours: boundUnits === null ? null : boundUnits / 4,
    isDone,
    standsInTheWay: standsInTheWay(problem, suggestion),
    nextHour: nextHour(problem, worthOfOneMore(suggestion, picks)),
  }
}

function fairnessFigures({ spreadBefore, spreadAfter, coveredLost, exchanges, wishes }: FairShares) {
  return { spreadBefore, spreadAfter, coveredLost, exchanges, wishes }
}

function gainOf({ problem, suggestion }: Running): SuggestGain {
  const { inputs, poolId, plan } = problem
  const { picks } = suggestion.best()
  const better = picks === null ? plan : suggestedPlan(plan, suggestion, picks)
  const predictor = createPlanPredictor(inputs, { poolId })
  const [before, after] = [plan, better].map((one) => predictor.predict(expectedIntervals(one, inputs)))
  const byHour = Array.from({ length: HOURS_PER_WEEK }, () => 0)
  hoursOfWeek(inputs.starts, inputs.timeZone).forEach((hour, slot) => {
    byHour[hour]! += after!.covered[slot]! - before!.covered[slot]!
  })
  return {
    moves: movesBetween(plan, better).length,
    covered: after!.totals.covered - before!.totals.covered,
    byHour,
  }
}

/** A plan described as a suggestion. */
function answerAbout({ problem, query, values }: Asked, found: Plan) {
  const { inputs, options, poolId } = problem
  const plan = withoutAssumptions(found)
  const staffed = withAssumptions(plan, problem.plan.assumptions ?? [])
  const asVisitors = withoutVisitorValues(inputs)
  const evaluated = evaluatePlan(asVisitors, { plan: staffed, baseline: problem.plan, poolId, isOneWorld: true })
  const week = { rules: options.rules, firstDate: inputs.firstDate }
  const figures = (one: Plan, { totals }: (typeof evaluated)['plan']) => {
    const { workedMinutes, cost } = weekHours(one, week)
    return { ...totals, agentHours: workedMinutes / 60, cost }
  }
  const { lower80, upper80 } = evaluated.bands.difference
  return {
    plan,
    before: figures(problem.plan, evaluated.baseline),
    after: figures(plan, evaluated.plan),
    difference: { covered: evaluated.plan.totals.covered - evaluated.baseline.totals.covered, lower80, upper80 },
    moves: valuedMoves(problem, staffed),
    violations: findViolations(plan, options.rules, { firstDate: query.week }),
    /** Both plans by what visitors are worth, as the search saw them; null: it took them as alike. */
    weighted: values === null ? null : { ...weightedTotals(problem, staffed), countedShare: values.countedShare },
    values,
    isFeasible: true,
    /** Whether there is a schedule that does what was asked, be it the plan as it was. */
    isFound: true,
    boundHours: null as number | null,
    /** null: nights and weekends were not to be shared, or nothing was found. */
    fairness: null as ReturnType<typeof fairnessFigures> | null,
    mustGive: [] as ReturnType<typeof mustGive>,
    standsInTheWay: [] as ReturnType<typeof standsInTheWay>,
    nextHour: [] as ReturnType<typeof nextHour>,
  }
}

function weightedTotals({ inputs, poolId, plan }: SuggestProblem, staffed: Plan) {
  const predictor = createPlanPredictor(inputs, { poolId })
  const totalsOf = (one: Plan) => predictor.predict(expectedIntervals(one, inputs)).totals
  return { before: totalsOf(plan), after: totalsOf(staffed) }
}

function nextHour({ inputs }: SuggestProblem, gains: Float64Array) {
  return inputs.starts.map((start, slot) => ({ start, coveredGain: Math.max(0, gains[slot]!) }))
}
