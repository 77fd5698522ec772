import { learnAttendance } from '../attendance/learn-attendance.ts'
import type { KnownDay } from '../forecast/known-days.ts'
import { smoothedDemand } from '../forecast/smoothed.ts'
import { fitCoverageModel } from '../model/fit-coverage-model.ts'
import { fitInputOf } from '../model/fit-input-of.ts'
import type { FitInput } from '../model/fit-input.ts'
import type { AttendanceModel, CoverageModel, DemandHistory } from '../types.ts'
import { historyOf } from './demand.ts'
import type { PredictionFacts } from './facts.ts'
import { membersAt } from './members.ts'
import type { LearningPast } from './past.ts'
import type { PoolCells } from './pool-traffic.ts'
import { publishedIntervals } from './published-intervals.ts'
import type { PublishedPlan } from '../../plan/published-plans.ts'

export interface LearnOptions {
  readonly timeZone: string
  /** Local date of the week to predict: only its day of week matters here. */
  readonly firstDate: string
  readonly knownDays: readonly KnownDay[]
  /** 1-5; null or absent: what the history says. */
  readonly visitorsPerAgent?: number | null | undefined
  /** Plans that were published for past weeks. */
  readonly published?: readonly PublishedPlan[] | null | undefined
  readonly seed: number
  /** Draws of the day bootstrap (default 200). */
  readonly draws?: number | undefined
}

/** One pool's past, and who serves it. */
export interface LearnedPool {
  readonly poolId: string | null
  /** null: everybody. */
  readonly members: readonly string[] | null
  readonly history: DemandHistory
}

/** The coverage model of each pool, and the demand it was fitted to. */
export interface FittedPools {
  readonly pools: readonly LearnedPool[]
  readonly model: CoverageModel
  /** What the model was fitted to. */
  readonly input: FitInput
}

/** What the past teaches, good for every week from the origin on that begins on the same day of week. */
export interface Learned extends FittedPools {
  readonly attendance: AttendanceModel
}

const NO_CELLS: PoolCells = {
  slot: new Int32Array(),
  agents: new Int32Array(),
  visitors: new Float64Array(),
  covered: new Float64Array(),
}

/** Learns all that a prediction rests on. */
export function learn(past: LearningPast, options: LearnOptions): Learned {
  const fitted = fitPools(past, options)
  return { ...fitted, attendance: attendanceOf(past, fitted, options) }
}

/** Fits the coverage model of each pool. `fitted` may give what the same fit gave before: it takes by far the longest. */
export function fitPools(
  past: LearningPast,
  options: Omit<LearnOptions, 'published'>,
  fitted: (fit: () => CoverageModel) => CoverageModel = (fit) => fit(),
): FittedPools {
  const { facts } = past
  const pools = poolIds(past).map((poolId) => ({
    poolId,
    members: membersAt(facts, poolId, past.origin),
    history: historyOf(past, { ...options, poolId }),
  }))
  const input = fitInputOfPools(past, pools, options.timeZone)
  const { seed, draws } = options
  const visitorsPerAgent = options.visitorsPerAgent ?? undefined
  const model = fitted(() => fitCoverageModel(input, { seed, draws, visitorsPerAgent }))
  return { pools, input, model: withoutNeedlessWarnings(model, facts) }
}

/** What the model of pools is fitted to. */
export function fitInputOfPools(
  { origin, traffic }: LearningPast,
  pools: readonly LearnedPool[],
  timeZone: string,
): FitInput {
  const histories = pools.map((pool) => ({
    ...pool,
    cells: traffic.find(({ poolId }) => poolId === pool.poolId)?.cells ?? NO_CELLS,
    expected: smoothedDemand(pool.history),
  }))
  return fitInputOf(histories, { timeZone, origin })
}

/** A catch-all pool that lists nobody is known to be served by everybody. */
function withoutNeedlessWarnings(
  model: CoverageModel,
  { pools, members }: Pick<PredictionFacts, 'pools' | 'members'>,
): CoverageModel {
  if (members === null) return model
  const isCatchAll = (poolId: string | null): boolean =>
    pools?.some(({ id, isCatchAll }) => id === poolId && isCatchAll) === true
  return {
    ...model,
    pools: model.pools.map((pool) =>
      isCatchAll(pool.poolId)
        ? { ...pool, warnings: pool.warnings.filter(({ kind }) => kind !== 'membership-unknown') }
        : pool,
    ),
  }
}

/** Learns how people keep to their shifts. */
export function attendanceOf(
  { sessions, origin }: LearningPast,
  { pools }: Pick<FittedPools, 'pools'>,
  { timeZone, published }: Pick<LearnOptions, 'timeZone' | 'published'>,
): AttendanceModel {
  return learnAttendance({ sessions, planned: publishedIntervals(published ?? [], origin), timeZone, origin, pools })
}

/** Pools with visitors, and those that the source names; by id, visits without a pool last. With none at all, one for everything. */
function poolIds({ facts: { pools }, traffic }: LearningPast): readonly (string | null)[] {
  const ids = new Set<string | null>(traffic.map(({ poolId }) => poolId))
  for (const pool of pools ?? []) if (pool.present) ids.add(pool.id)
  if (ids.size === 0) return [null]
  const named = [...ids].filter((id) => id !== null).toSorted()
  return ids.has(null) ? [...named, null] : named
}
