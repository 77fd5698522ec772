import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { plannedInactive } from '../../../shared/plan/inactive-agents.ts'
import { type AssembledWeek, inputsOfWeek, weekAssembler } from '../../../shared/predict/assemble/assemble-inputs.ts'
import { attendanceShare } from '../../../shared/predict/assemble/attendance-share.ts'
import { forecastOfWeek, historyOf, weeksObserved } from '../../../shared/predict/assemble/demand.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import {
  attendanceOf,
  fitInputOfPools,
  fitPools,
  type FittedPools,
  type Learned,
} from '../../../shared/predict/assemble/learn.ts'
import { assumedPools } from '../../../shared/plan/assumptions/with-assumptions.ts'
import { expectedIntervals, intervalsInWeek } from '../../../shared/predict/assemble/plan-intervals.ts'
import { assumedInputs } from '../../../shared/predict/plan-prediction/assumed-inputs.ts'
import { sensitivity } from '../../../shared/predict/plan-prediction/sensitivity.ts'
import { originOf, pastOf, type Past } from '../../../shared/predict/assemble/past.ts'
import { measuredWork, type MeasuredInput, type MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import type { VisitorValues } from '../../../shared/predict/assemble/visitor-values.ts'
import type { KnownDay } from '../../../shared/predict/forecast/known-days.ts'
import { datesEffects } from '../../../shared/predict/forecast/dates-effects.ts'
import { markOutcomes } from '../../../shared/predict/forecast/mark-outcomes.ts'
import { pastForecasts, type PastForecasts } from '../../../shared/predict/forecast/past-forecasts.ts'
import type { DateRange } from '../../../shared/predict/forecast/mark-days.ts'
import { suggestMarks } from '../../../shared/predict/forecast/suggest-marks.ts'
import type { AttendanceModel, PredictionInputs } from '../../../shared/predict/types.ts'
import { addDays, dayOfWeekOf, parseLocalDate } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { backtestedWeek } from '../staffing/backtested-week.ts'
import { type PageWeights, valuesOf } from '../coverage/page-values.ts'
import { chosenPool, refuseOtherOrganization } from '../coverage/chosen-facts.ts'
import { evaluatePlan, inputsForPool, snapshotPlan } from '../plans/plan-evaluation.ts'
import { knownBefore, knownDaysFor } from './dates-known.ts'
import type { KeepLearned } from './kept-learning.ts'
import { predictionFacts } from './prediction-facts.ts'
import type {
  ForecastQuery,
  ForecastReport,
  PlanWeekQuery,
  PastForecastsQuery,
  PastForecastsReport,
  PlanQuery,
  PoolReport,
  PredictionQuery,
  StartingQuery,
  WeekBasis,
  WeekQuery,
} from './queries.ts'
import { createRecent } from '../threads/recent.ts'
import { type RecommendQuery, type Recommendations, recommendations } from '../staffing/recommendations.ts'
import { nameOfLoad, starvedReport, withStarvedWarnings } from '../coverage/starved-report.ts'
import { startingShifts } from '../plans/starting-shifts.ts'
import { refuseUnknownPast, unknownPast } from './unknown-past.ts'

/** Which hours to staff better, on what that rests, and what the source measured of every pool's agents beside the fit. */
export type RecommendReport = WeekBasis & Recommendations & { readonly measured: readonly MeasuredWork[] }

export type PredictionCalculator = ReturnType<typeof createPredictionCalculator>
export type PlanReport = ReturnType<PredictionCalculator['predict']>

/** Results that stay at hand, by what they are: some weeks, pools and lengths of slots. A past is large. */
function createCaches() {
  return {
    pasts: createRecent<Past>(3),
    knownDays: createRecent<readonly KnownDay[]>(8),
    fits: createRecent<FittedPools>(4),
    attendances: createRecent<AttendanceModel>(4),
    inputs: createRecent<PredictionInputs>(16),
    /** Two or three a month of a year, and then some: who tries other numbers for them waits for none. */
    weeksAhead: createRecent<AssembledWeek>(40),
    values: createRecent<VisitorValues>(4),
    typicalShifts: createRecent<readonly Shift[]>(4),
    forecasts: createRecent<Pick<ForecastReport, 'forecast' | 'weeksObserved'>>(16),
    recommendations: createRecent<RecommendReport>(16),
    pastForecasts: createRecent<PastForecasts>(6),
  }
}

interface Prepared {
  readonly facts: PredictionFacts
  readonly past: Past
  /** From the first day that is known to the end of the week. */
  readonly knownDays: readonly KnownDay[]
  readonly basis: WeekBasis
  readonly nameOf: (poolId: string) => string
}

/** Answers what takes long from snapshots of one cache; keeps at hand what it learned from the newest, and with `keep` for later runs. */
export function createPredictionCalculator(keep: KeepLearned) {
  let current: { readonly snapshot: CacheSnapshot; readonly facts: PredictionFacts } | null = null
  let caches = createCaches()

  const factsOf = (snapshot: CacheSnapshot): PredictionFacts => {
    if (current?.snapshot !== snapshot) {
      current = { snapshot, facts: predictionFacts(snapshot) }
      caches = createCaches()
    }
    return current.facts
  }
  const prepare = (snapshot: CacheSnapshot, query: WeekQuery): Prepared => {
    const facts = factsOf(snapshot)
    refuseOtherOrganization(snapshot, query.organizationId)
    const pool = chosenPool(snapshot, query.poolId)
    const origin = originOf(facts, { timeZone: query.timeZone, firstDate: query.week, until: query.until })
    const past = caches.pasts([origin], () => pastOf(facts, origin))
    const basis = {
      organization: snapshot.directory?.organizationName ?? null,
      pool,
      origin,
      unknownPast: unknownPast(facts, past, query.timeZone),
      starvedPools: starvedReport(snapshot, past.starved, query.poolId),
      revision: snapshot.revision,
    }
    const knownDays = caches.knownDays([query.datesKnown, origin, query.timeZone, query.week], () =>
      knownDaysFor(query.datesKnown, { facts, past }, { timeZone: query.timeZone, to: addDays(query.week, 6) }),
    )
    return { facts, past, knownDays, basis, nameOf: (id) => chosenPool(snapshot, id)! }
  }

  const fittedTo = (
    { past, knownDays }: Prepared,
    { timeZone, week, visitorsPerAgent }: Omit<PredictionQuery, 'published'>,
  ): readonly unknown[] => [
    past.origin,
    timeZone,
    dayOfWeekOf(week),
    knownBefore(knownDays, past.origin, timeZone),
    visitorsPerAgent,
  ]
  const fittedOf = (prepared: Prepared, query: Omit<PredictionQuery, 'published'>): FittedPools =>
    caches.fits(fittedTo(prepared, query), () => {
      const { timeZone, week: firstDate, visitorsPerAgent } = query
      const { past } = prepared
      const knownDays = knownBefore(prepared.knownDays, past.origin, timeZone)
      const options = { timeZone, firstDate, knownDays, visitorsPerAgent, seed: SEED }
      // Weeks that begin on the same day have the same fit.
      const from = { past, options: { ...options, firstDate: dayOfWeekOf(firstDate) }, isOfRecent: true }
      return fitPools(past, options, (fit) => keep('fit', from, fit))
    })

  const learnedOf = (prepared: Prepared, query: PredictionQuery): Learned => {
    const { past } = prepared
    const fitted = fittedOf(prepared, query)
    const key = [past.origin, query.timeZone, publishedKey(query)]
    const attendance = caches.attendances(key, () => attendanceOf(past, fitted, query))
    return { ...fitted, attendance }
  }

  const inputsOf = (prepared: Prepared, query: PredictionQuery): PredictionInputs => {
    const { past, knownDays } = prepared
    const { timeZone, week: firstDate, visitorsPerAgent, published } = query
    const options = { timeZone, firstDate, knownDays, visitorsPerAgent, published, seed: seedOf(firstDate) }
    return caches.inputs([firstDate, fittedTo(prepared, query), knownDays, publishedKey(query)], () => {
      const inputs = keep('inputs', { past, options }, () => {
        return inputsOfWeek(past, learnedOf(prepared, query), options)
      })
      return withStarvedWarnings(inputs, past.starved, prepared.nameOf)
    })
  }

  const valuesFrom = (
    snapshot: CacheSnapshot,
    { past }: Prepared,
    weights: PageWeights & { readonly timeZone: string },
  ): VisitorValues =>
    caches.values([past.origin, weights.timeZone, weights.pageClassing, [...weights.pageWeights]], () =>
      valuesOf(snapshot, past, weights),
    )

  return {
    factsOf,
    forecast(snapshot: CacheSnapshot, query: ForecastQuery): ForecastReport {
      const { past, knownDays, basis } = prepare(snapshot, query)
      const { timeZone, week: firstDate, slotMinutes, poolId } = query
      const options = { timeZone, firstDate, poolId, knownDays }
      const pool = poolId === undefined ? 'all' : { poolId }
      const forecast = caches.forecasts([past.origin, pool, options, slotMinutes], () =>
        keep('forecast', { past, options: { ...options, pool, slotMinutes } }, () => {
          const history = historyOf(past, options)
          return { forecast: forecastOfWeek(history, options, slotMinutes), weeksObserved: weeksObserved(history) }
        }),
      )
      return { ...basis, ...forecast }
    },
    pastForecasts(snapshot: CacheSnapshot, query: PastForecastsQuery): PastForecastsReport {
      const { past, knownDays, basis } = prepare(snapshot, query)
      const { timeZone, week: firstDate, slotMinutes, poolId, weeks } = query
      const options = { timeZone, firstDate, poolId, knownDays }
      const pool = poolId === undefined ? 'all' : { poolId }
      const forecasts = caches.pastForecasts([past.origin, pool, options, slotMinutes, weeks], () =>
        keep('past-forecasts', { past, options: { ...options, pool, slotMinutes, weeks } }, () =>
          pastForecasts(historyOf(past, options), { slotMinutes, weeks }),
        ),
      )
      return { ...basis, past: forecasts }
    },
    /** What is known of the dates of a range, before or after the week, and what each does. */
    datesEffects(snapshot: CacheSnapshot, { from, to, ...query }: WeekQuery & DateRange) {
      const { facts, past } = prepare(snapshot, query)
      const { timeZone, week: firstDate, poolId, datesKnown } = query
      const knownDays = knownDaysFor(datesKnown, { facts, past }, { timeZone, to })
      return datesEffects(historyOf(past, { timeZone, firstDate, poolId, knownDays }), { from, to })
    },
    /** What past events did for which the user said what to expect. */
    markOutcomes(snapshot: CacheSnapshot, query: WeekQuery) {
      const { past, knownDays } = prepare(snapshot, query)
      const { timeZone, week: firstDate, poolId, datesKnown } = query
      return markOutcomes(historyOf(past, { timeZone, firstDate, poolId, knownDays }), datesKnown.marks)
    },
    suggestMarks(snapshot: CacheSnapshot, query: WeekQuery) {
      const { past, knownDays } = prepare(snapshot, query)
      const { timeZone, week: firstDate, poolId } = query
      const known = new Set(knownDays.map(({ date }) => date))
      return suggestMarks(historyOf(past, { timeZone, firstDate, poolId, knownDays })).filter(
        ({ date }) => !known.has(date),
      )
    },
    /** What the visitors of a week are worth, by pool and hour of the week. */
    visitorValues(snapshot: CacheSnapshot, query: WeekQuery, weights: PageWeights) {
      return valuesFrom(snapshot, prepare(snapshot, query), { ...weights, timeZone: query.timeZone })
    },
    predictionInputs(snapshot: CacheSnapshot, query: PredictionQuery) {
      const prepared = prepare(snapshot, query)
      return { ...prepared.basis, inputs: inputsOf(prepared, query) }
    },
    predict(snapshot: CacheSnapshot, query: PlanQuery) {
      const prepared = prepare(snapshot, query)
      for (const poolId of assumedPools(query.plan)) chosenPool(snapshot, poolId)
      const inputs = inputsOf(prepared, query)
      return {
        ...prepared.basis,
        ...evaluatePlan(inputs, query),
        starts: inputs.starts,
        pools: poolReports(snapshot, prepared.past, inputs),
        forecastAccuracy: inputs.forecastAccuracy,
        /** Agents of the plan whom the source does not know. */
        unknownAgents: unknownAgents(snapshot, query),
        /** Of the plan's agents those who are deactivated before a shift of theirs in the week ends: from then on they count as nobody. */
        inactiveAgents: plannedInactive(intervalsInWeek(query.plan, inputs), inputs.inactive),
      }
    },
    /** What is left of a plan's coverage when more visitors come and agents are absent. */
    sensitivity(snapshot: CacheSnapshot, query: PlanWeekQuery) {
      const prepared = prepare(snapshot, query)
      refuseUnknownPast(prepared.basis, query.week)
      const { plan } = query
      const inputs = inputsOf(prepared, query)
      const { inputs: named, poolId } = inputsForPool(assumedInputs(inputs, plan), query.poolId)
      const agents = new Set(plan.shifts.map(({ agentId }) => agentId))
      const schedule = expectedIntervals(plan, inputs)
      return sensitivity(named, { schedule, poolId, canBeAbsent: (id) => agents.has(id) })
    },
    /** A plan's week, with all that it was predicted from. */
    snapshotWeek(snapshot: CacheSnapshot, query: PlanWeekQuery) {
      const prepared = prepare(snapshot, query)
      // Zeros would be kept for good.
      refuseUnknownPast(prepared.basis, query.week)
      return snapshotPlan(inputsOf(prepared, query), query)
    },
    startingShifts(snapshot: CacheSnapshot, query: StartingQuery) {
      const prepared = prepare(snapshot, query)
      return { shifts: startingShifts(prepared, query), revision: snapshot.revision }
    },
    recommend(snapshot: CacheSnapshot, query: RecommendQuery): RecommendReport {
      const prepared = prepare(snapshot, query)
      const { timeZone, poolId, from, to, target, thresholds, pageValues = null } = query
      return caches.recommendations(
        [
          prepared.past.origin,
          timeZone,
          prepared.knownDays,
          poolId === undefined ? 'all' : { poolId },
          from,
          to,
          target,
          thresholds,
          pageValues === null ? null : [pageValues.pageClassing, [...pageValues.pageWeights]],
        ],
        () => {
          const { pools, model } = fittedOf(prepared, { ...query, visitorsPerAgent: null })
          const fit = { input: fitInputOfPools(prepared.past, pools, timeZone), model }
          const measured = measuredOf(snapshot, prepared.past, { pools, models: model.pools, groups: model.groups })
          const values = pageValues === null ? null : valuesFrom(snapshot, prepared, { ...pageValues, timeZone })
          return {
            ...prepared.basis,
            measured,
            ...recommendations({ snapshot, past: prepared.past, fit, values }, query),
          }
        },
      )
    },
    modelReport(snapshot: CacheSnapshot, query: PredictionQuery) {
      const prepared = prepare(snapshot, query)
      const inputs = inputsOf(prepared, query)
      return {
        ...prepared.basis,
        pools: poolReports(snapshot, prepared.past, inputs),
        forecastAccuracy: inputs.forecastAccuracy,
      }
    },
    /** Weeks to come that begin like the query's, which is the last of them, all from what is learned once. */
    weeksAhead(snapshot: CacheSnapshot, query: PredictionQuery) {
      const prepared = prepare(snapshot, query)
      const { past, knownDays } = prepared
      const { timeZone, week: firstDate, visitorsPerAgent, published } = query
      const options = { timeZone, firstDate, knownDays, visitorsPerAgent, published, seed: seedOf(firstDate) }
      let assemble: ReturnType<typeof weekAssembler> | null = null
      return {
        ...prepared.basis,
        knownDays,
        weekOf: (week: string) =>
          caches.weeksAhead([week, fittedTo(prepared, query), knownDays, publishedKey(query)], () => {
            assemble ??= weekAssembler(past, learnedOf(prepared, query), options)
            return assemble({ firstDate: week, seed: seedOf(week) })
          }),
        typicalShifts: () =>
          caches.typicalShifts(
            [past.origin, timeZone, firstDate, query.poolId === undefined ? 'all' : query.poolId],
            () => startingShifts(prepared, { ...query, from: 'typical', kind: 'weekly' }),
          ),
        unknownAgents: (plan: Plan) => unknownAgents(snapshot, { plan }),
      }
    },
    /** A past week as it was known before it. */
    replayInputs(snapshot: CacheSnapshot, query: PlanWeekQuery) {
      const prepared = prepare(snapshot, query)
      return {
        ...prepared.basis,
        inputs: inputsOf(prepared, query),
        unknownAgents: unknownAgents(snapshot, query),
      }
    },
    backtestWeek(snapshot: CacheSnapshot, query: PredictionQuery) {
      const prepared = prepare(snapshot, query)
      return {
        ...backtestedWeek(prepared.facts, inputsOf(prepared, query), query.published),
        revision: snapshot.revision,
      }
    },
  }
}

function measuredOf(
  snapshot: CacheSnapshot,
  past: Past,
  { pools, models, groups }: Pick<MeasuredInput, 'pools' | 'models' | 'groups'>,
): readonly MeasuredWork[] {
  const active = (snapshot.directory?.agents ?? []).filter(
    ({ present, inactiveSince }) => present && inactiveSince === null,
  )
  const stated = new Map(
    active.flatMap(({ id, maxSimultaneous }) => (maxSimultaneous === null ? [] : [[id, maxSimultaneous] as const])),
  )
  return measuredWork({ pools, models, groups, past, presence: snapshot.presence, stated })
}

function poolReports(snapshot: CacheSnapshot, past: Past, inputs: PredictionInputs): readonly PoolReport[] {
  const measured = measuredOf(snapshot, past, {
    pools: inputs.pools,
    models: inputs.pools.map(({ model }) => model),
    groups: inputs.groups,
  })
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

/** Which plans were published; one that was withdrawn ends earlier than it did. */
function publishedKey({ published }: Pick<PredictionQuery, 'published'>): readonly unknown[] {
  return published.map(({ id, to }) => [id, to])
}

/** One for each week, so that plans of the same week are compared on the same draws. */
function seedOf(firstDate: string): number {
  return parseLocalDate(firstDate)
}

/** In order, each once. An agent of whom only sessions are known is known. */
function unknownAgents({ directory, sessions }: CacheSnapshot, { plan }: Pick<PlanQuery, 'plan'>): readonly string[] {
  const unknown = new Set(plan.shifts.flatMap(({ agentId }) => agentId ?? []))
  for (const { id } of directory?.agents ?? []) unknown.delete(id)
  if (unknown.size > 0) for (const { agentId } of sessions) unknown.delete(agentId)
  return [...unknown].toSorted()
}
