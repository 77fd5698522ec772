import { plannedInactive } from '../../../shared/plan/inactive-agents.ts'
import { inputsOfWeek } from '../../../shared/predict/assemble/assemble-inputs.ts'
import { attendanceShare } from '../../../shared/predict/assemble/attendance-share.ts'
import { forecastOfWeek, historyOf, weeksObserved } from '../../../shared/predict/assemble/demand.ts'
import type { FrozenPrediction } from '../../../shared/predict/assemble/frozen-prediction.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { attendanceOf, fitInputOfPools, fitPools, type FittedPools } from '../../../shared/predict/assemble/learn.ts'
import { spellsInWeek } from '../../../shared/predict/assemble/plan-spells.ts'
import { originOf, pastOf, type Past } from '../../../shared/predict/assemble/past.ts'
import { measuredWork, type MeasuredInput, type MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import { pastForecasts } from '../../../shared/predict/forecast/past-forecasts.ts'
import { suggestMarks } from '../../../shared/predict/forecast/suggest-marks.ts'
import type { AttendanceModel, PredictionInputs } from '../../../shared/predict/types.ts'
import { dayOfWeekOf, parseLocalDate } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { backtestedWeek } from './backtest-query.ts'
import { chosenPool, refuseOtherOrganization } from './chosen-facts.ts'
import { evaluatePlan, freezePlan } from './plan-evaluation.ts'
import { predictionFacts } from './prediction-facts.ts'
import type {
  ComputeApi,
  FreezeQuery,
  ForecastQuery,
  ForecastReport,
  InputsReport,
  PastForecastsQuery,
  PastForecastsReport,
  PlanQuery,
  PlanReport,
  PoolReport,
  PredictionQuery,
  StartingQuery,
  SuggestedMarks,
  WeekBasis,
  WeekQuery,
} from './prediction-queries.ts'
import { createRecent } from './recent.ts'
import { recommendations } from './recommendations.ts'
import { nameOfLoad, starvedReport, withStarvedWarnings } from './starved-report.ts'
import type { BacktestReport, ModelReport, RecommendQuery, RecommendReport } from './recommend-queries.ts'
import { startingShifts } from './starting-shifts.ts'
import { refuseUnknownPast } from './refuse-unknown-past.ts'
import { unknownPast } from './unknown-past.ts'

/** Answers what takes long from snapshots of one cache; keeps at hand what it learned from the newest. */
export interface PredictionCalculator {
  forecast(snapshot: CacheSnapshot, query: ForecastQuery): ForecastReport
  pastForecasts(snapshot: CacheSnapshot, query: PastForecastsQuery): PastForecastsReport
  suggestMarks(snapshot: CacheSnapshot, query: WeekQuery): SuggestedMarks
  predictionInputs(snapshot: CacheSnapshot, query: PredictionQuery): InputsReport
  predict(snapshot: CacheSnapshot, query: PlanQuery): PlanReport
  frozenWeek(snapshot: CacheSnapshot, query: FreezeQuery): FrozenPrediction
  startingShifts(snapshot: CacheSnapshot, query: StartingQuery): Awaited<ReturnType<ComputeApi['startingShifts']>>
  recommend(snapshot: CacheSnapshot, query: RecommendQuery): RecommendReport
  modelReport(snapshot: CacheSnapshot, query: PredictionQuery): ModelReport
  backtestWeek(snapshot: CacheSnapshot, query: PredictionQuery): BacktestReport
}

/** Results that stay at hand, by what they are: some weeks, pools and lengths of slots. A past is large. */
function createShelves() {
  return { pasts: createRecent<Past>(3), fits: createRecent<FittedPools>(4), attendances: createRecent<AttendanceModel>(4), inputs: createRecent<PredictionInputs>(16), forecasts: createRecent<ForecastReport>(16), recommendations: createRecent<RecommendReport>(16), pastForecasts: createRecent<PastForecastsReport>(6) }
}

interface Prepared {
  readonly facts: PredictionFacts
  readonly past: Past
  readonly basis: WeekBasis
  /** Of all pools. */
  readonly starvedPools: WeekBasis['starvedPools']
}

export function createPredictionCalculator(): PredictionCalculator {
  let of: { readonly snapshot: CacheSnapshot; readonly facts: PredictionFacts } | null = null
  let shelves = createShelves()

  const prepare = (snapshot: CacheSnapshot, query: WeekQuery): Prepared => {
    if (of?.snapshot !== snapshot) {
      of = { snapshot, facts: predictionFacts(snapshot) }
      shelves = createShelves()
    }
    refuseOtherOrganization(snapshot, query.organizationId)
    const { facts } = of
    const pool = chosenPool(snapshot, query.poolId)
    const origin = originOf(facts, { timeZone: query.timeZone, firstDate: query.week, until: query.until })
    const past = shelves.pasts([origin], () => pastOf(facts, origin))
    const basis = {
      organization: snapshot.directory?.organizationName ?? null,
      pool,
      origin,
      unknownPast: unknownPast(facts, past, query.timeZone),
      starvedPools: starvedReport(snapshot, past.starved, query.poolId),
      revision: snapshot.revision,
    }
    return { facts, past, basis, starvedPools: starvedReport(snapshot, past.starved, undefined) }
  }

  const fittedTo = ({ past }: Prepared, { timeZone, week, marks, visitorsPerAgent }: Omit<PredictionQuery, 'published'>): readonly unknown[] =>
    [past.origin, timeZone, dayOfWeekOf(week), marks, visitorsPerAgent]
  const fittedOf = (prepared: Prepared, query: Omit<PredictionQuery, 'published'>): FittedPools =>
    shelves.fits(fittedTo(prepared, query), () => fitPools(prepared.past, { ...query, firstDate: query.week, seed: SEED }))

  const inputsOf = (prepared: Prepared, query: PredictionQuery): PredictionInputs => {
    const { past } = prepared
    const { timeZone, week: firstDate, marks, visitorsPerAgent, published } = query
    const options = { timeZone, firstDate, marks, visitorsPerAgent, published, seed: seedOf(firstDate) }
    // One that was withdrawn ends earlier than it did.
    const plans = published.map(({ id, to }) => [id, to])
    return shelves.inputs([firstDate, fittedTo(prepared, query), plans], () => {
      const fitted = fittedOf(prepared, query)
      const attendance = shelves.attendances([past.origin, timeZone, plans], () => attendanceOf(past, fitted, options))
      return withStarvedWarnings(inputsOfWeek(past, { ...fitted, attendance }, options), prepared.starvedPools)
    })
  }

  return {
    forecast(snapshot, query) {
      const { past, basis } = prepare(snapshot, query)
      const { timeZone, week: firstDate, slotMinutes, poolId, marks } = query
      const options = { timeZone, firstDate, poolId, marks }
      return shelves.forecasts([past.origin, poolId === undefined ? 'all' : { poolId }, options, slotMinutes], () => {
        const history = historyOf(past, options)
        return { ...basis, forecast: forecastOfWeek(history, options, slotMinutes), weeksObserved: weeksObserved(history) }
      })
    },
    pastForecasts(snapshot, query) {
      const { past, basis } = prepare(snapshot, query)
      const { timeZone, week: firstDate, slotMinutes, poolId, marks, weeks } = query
      const options = { timeZone, firstDate, poolId, marks }
      return shelves.pastForecasts([past.origin, poolId === undefined ? 'all' : { poolId }, options, slotMinutes, weeks], () => ({
        ...basis,
        past: pastForecasts(historyOf(past, options), { slotMinutes, weeks }),
      }))
    },
    suggestMarks(snapshot, query) {
      const { past } = prepare(snapshot, query)
      const { timeZone, week: firstDate, poolId, marks } = query
      const marked = new Set(marks.map(({ date }) => date))
      return suggestMarks(historyOf(past, { timeZone, firstDate, poolId, marks })).filter(({ date }) => !marked.has(date))
    },
    predictionInputs(snapshot, query) {
      const prepared = prepare(snapshot, query)
      return { ...prepared.basis, inputs: inputsOf(prepared, query) }
    },
    predict(snapshot, query) {
      const prepared = prepare(snapshot, query)
      const inputs = inputsOf(prepared, query)
      return {
        ...prepared.basis,
        ...evaluatePlan(inputs, query),
        starts: inputs.starts,
        pools: poolReports(snapshot, prepared.past, inputs),
        forecastAccuracy: inputs.forecastAccuracy,
        unknownAgents: unknownAgents(snapshot, query),
        inactiveAgents: plannedInactive(spellsInWeek(query.plan, inputs), inputs.inactive),
      }
    },
    frozenWeek(snapshot, query) {
      const prepared = prepare(snapshot, query)
      // Zeros would be kept for good.
      refuseUnknownPast(prepared.basis, query.week)
      return freezePlan(inputsOf(prepared, query), query)
    },
    startingShifts(snapshot, query) {
      const prepared = prepare(snapshot, query)
      return { shifts: startingShifts(prepared, query), revision: snapshot.revision }
    },
    recommend(snapshot, query) {
      const prepared = prepare(snapshot, query)
      const { timeZone, marks, poolId, from, to, target, thresholds } = query
      return shelves.recommendations([prepared.past.origin, timeZone, marks, poolId === undefined ? 'all' : { poolId }, from, to, target, thresholds], () => {
        const { pools, model } = fittedOf(prepared, { ...query, visitorsPerAgent: null })
        const fit = { input: fitInputOfPools(prepared.past, pools, timeZone), model }
        const measured = measuredOf(snapshot, prepared.past, { pools, models: model.pools, groups: model.groups })
        return { ...prepared.basis, measured, ...recommendations({ snapshot, past: prepared.past, fit }, query) }
      })
    },
    modelReport(snapshot, query) {
      const prepared = prepare(snapshot, query)
      const inputs = inputsOf(prepared, query)
      return { ...prepared.basis, pools: poolReports(snapshot, prepared.past, inputs), forecastAccuracy: inputs.forecastAccuracy }
    },
    backtestWeek(snapshot, query) {
      const prepared = prepare(snapshot, query)
      return { ...backtestedWeek(prepared.facts, inputsOf(prepared, query), query.published), revision: snapshot.revision }
    },
  }
}

function measuredOf(snapshot: CacheSnapshot, past: Past, { pools, models, groups }: Pick<MeasuredInput, 'pools' | 'models' | 'groups'>): readonly MeasuredWork[] {
  const active = (snapshot.directory?.agents ?? []).filter(({ present, inactiveSince }) => present && inactiveSince === null)
  const stated = new Map(active.flatMap(({ id, maxSimultaneous }) => (maxSimultaneous === null ? [] : [[id, maxSimultaneous] as const])))
  return measuredWork({ pools, models, groups, past, presence: snapshot.presence, stated })
}

function poolReports(snapshot: CacheSnapshot, past: Past, inputs: PredictionInputs): readonly PoolReport[] {
  const measured = measuredOf(snapshot, past, { pools: inputs.pools, models: inputs.pools.map(({ model }) => model), groups: inputs.groups })
  return inputs.pools.map(({ poolId, includes = [], members, model }, index) => ({
    measured: measured[index]!,
    poolId,
    ...(includes.length === 0 ? {} : { includes }),
    name: nameOfLoad(snapshot, [{ poolId, others: includes }], poolId),
    attendance: attendanceShare(inputs, members),
    holdingMinutes: model.holdingMinutes,
    availability: model.availability,
    visitorsPerAgent: model.visitorsPerAgent,
    weeks: model.weeks,
    warnings: model.warnings,
  }))
}

/** Of the fit's draws, which serve many weeks. */
const SEED = 1

/** One for each week, so that plans of the same week are compared on the same draws. */
function seedOf(firstDate: string): number {
  return parseLocalDate(firstDate)
}

/** In order, each once. An agent of whom only sessions are known is known. */
function unknownAgents({ directory, sessions }: CacheSnapshot, { plan }: PlanQuery): readonly string[] {
  const unknown = new Set(plan.shifts.flatMap(({ agentId }) => agentId ?? []))
  for (const { id } of directory?.agents ?? []) unknown.delete(id)
  if (unknown.size > 0) for (const { agentId } of sessions) unknown.delete(agentId)
  return [...unknown].toSorted()
}
