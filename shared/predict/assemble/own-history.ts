import { HOURS_PER_WEEK } from '../../foundation/hour-of-week.ts'
import { SLOT_MS, SLOTS_PER_WEEK } from '../../time/slots.ts'
import type { TypicalStaffings } from '../attendance/typical-staffing.ts'
import type { FitInput } from '../model/fit-input.ts'
import { likeliestKappa, shrunkRate, type RateCell } from '../model/shrink.ts'
import { slotCalendar } from '../model/slot-calendar.ts'
import { differenceFor, withoutCoveredAlone } from '../plan-prediction/own-history.ts'
import { typicalByClass } from '../plan-prediction/plan-predictor.ts'
import type { PredictionInputs } from '../types.ts'
import { seriesOf, type LearningPast } from './past.ts'

/** What was covered with nobody signed on is looked for in so many weeks, as long as attendance. */
const ALONE_WEEKS = 8
/** Fewer of a pool's covered visits, or a smaller share of them, are clocks that differ and sessions that broke off. */
const ALONE = { least: 5, share: 0.02 }

/**
 * By pool and hour cell of the week, the share (0-1) of visitors who were covered while nobody who serves the pool was signed on; null: too few
 * to matter, or nobody ever was signed on, so that it is not known who was there.
 */
export function coveredAlone(input: FitInput): readonly (Float64Array | null)[] {
  const { hourCell } = slotCalendar(input)
  const from = input.slots - ALONE_WEEKS * SLOTS_PER_WEEK
  return input.pools.map(({ cells }) => {
    const visitors = new Float64Array(HOURS_PER_WEEK)
    const covered = new Float64Array(HOURS_PER_WEEK)
    const sums = { visitors: 0, covered: 0, online: 0, coveredOnline: 0 }
    for (let cell = 0; cell < cells.slot.length; cell += 1) {
      const slot = cells.slot[cell]! - input.firstSlot
      if (slot < from || slot >= input.slots) continue
      if (cells.agents[cell]! > 0) {
        sums.online += cells.visitors[cell]!
        sums.coveredOnline += cells.covered[cell]!
        continue
      }
      visitors[hourCell[slot]!]! += cells.visitors[cell]!
      covered[hourCell[slot]!]! += cells.covered[cell]!
      sums.visitors += cells.visitors[cell]!
      sums.covered += cells.covered[cell]!
    }
    if (
      sums.online === 0 ||
      sums.covered < ALONE.least ||
      sums.covered <= ALONE.share * (sums.covered + sums.coveredOnline)
    )
      return null
    const usual = sums.covered / sums.visitors
    const rates = Array.from(visitors, (count, cell): RateCell => ({
      visitors: count,
      covered: covered[cell]!,
      expected: usual,
    }))
    const kappa = likeliestKappa(rates)
    return Float64Array.from(rates, (cell) => shrunkRate(cell, kappa))
  })
}

/** How far models are from what sites really cover in a typical week (deviation of a rate): what is known before the history is looked at. */
const MODEL_DEVIATION = 0.025
/** Visits of one hour share their luck: so much more than binomially, at least, a cell's count varies. */
const LEAST_DISPERSION = 1.5
/** So many deviations more than chance cells have to differ from each other before one is believed more than the week. */
const CLEARLY = 2
/** One week alone says nothing of how weeks differ: so far (deviation of a rate) it may be off. */
const SINGLE_WEEK_DEVIATION = 0.03

export interface OwnHistoryFacts {
  readonly past: LearningPast
  readonly input: FitInput
  /** Of everybody who was online, whether still active or not. */
  readonly staffing: TypicalStaffings
  /** Hour cell of each slot of the inputs. */
  readonly cells: readonly number[]
}

/**
 * By pool and hour cell, how past coverage differed from what the model makes of the same weeks, their traffic and staffing, as
 * `PoolPredictionInput.ownHistory`: drawn towards the difference of the whole week, and that towards none.
 */
export function ownHistory(
  inputs: PredictionInputs,
  { past, input, staffing, cells }: OwnHistoryFacts,
): readonly (Float64Array | null)[] {
  const found: (Float64Array | null)[] = inputs.pools.map(() => null)
  const { weeks } = staffing
  const weight = weeks.reduce((sum, week) => sum + week.weight, 0)
  if (!(weight > 0)) return found
  const observed = inputs.pools.map(({ poolId }) => seriesOf(past, poolId))
  const typical = {
    ...inputs,
    pools: inputs.pools.map((pool, index) => ({
      ...pool,
      typical: staffing.pools[index]!,
      visitors: inputs.starts.map((_, slot) => {
        const demand = weeks.reduce(
          (sum, week) =>
            sum + week.weight * (input.pools[index]!.demand[week.starts[slot]! / SLOT_MS - input.firstSlot] || 0),
          0,
        )
        return demand / weight
      }),
    })),
  }
  const together = typicalByClass(typical)
  const isAnyAlone = typical.pools.some((pool) => pool.coveredAlone !== undefined)
  const byAgents = isAnyAlone ? typicalByClass(withoutCoveredAlone(typical)) : together
  together.forEach(({ pools, rates }, index) => {
    const sums = weeks.map(({ starts, weight: ofWeek }) =>
      cellSums(
        { rates, byAgents: byAgents[index]!.rates, starts, cells, series: pools.map((pool) => observed[pool]!) },
        ofWeek,
      ),
    )
    const differences = shrunkDifferences(sums)
    if (differences !== null) for (const pool of pools) found[pool] = differences
  })
  return found
}

/** Of one week, by hour cell. */
interface CellSums {
  readonly weight: number
  readonly visitors: Float64Array
  readonly covered: Float64Array
  /** Covered as the model has it, and of that by agents who were signed on. */
  readonly expected: Float64Array
  readonly byAgents: Float64Array
}

interface WeekColumns {
  readonly rates: Float64Array
  readonly byAgents: Float64Array
  readonly starts: Float64Array
  readonly cells: readonly number[]
  readonly series: readonly ReturnType<typeof seriesOf>[]
}

function cellSums({ rates, byAgents, starts, cells, series }: WeekColumns, weight: number): CellSums {
  const column = (): Float64Array => new Float64Array(HOURS_PER_WEEK)
  const sums = { weight, visitors: column(), covered: column(), expected: column(), byAgents: column() }
  cells.forEach((cell, slot) => {
    for (const { firstSlot, visitors, covered } of series) {
      const place = starts[slot]! / SLOT_MS - firstSlot
      const count = visitors[place] ?? 0
      sums.visitors[cell]! += count
      sums.covered[cell]! += covered[place] ?? 0
      sums.expected[cell]! += count * rates[slot]!
      sums.byAgents[cell]! += count * byAgents[slot]!
    }
  })
  return sums
}

/** null: the history says nothing, or just what the model says. */
function shrunkDifferences(weeks: readonly CellSums[]): Float64Array | null {
  const total = (name: 'visitors' | 'covered' | 'expected' | 'byAgents', cell: number): number =>
    weeks.reduce((sum, week) => sum + week.weight * week[name][cell]!, 0)
  const columns = Array.from({ length: HOURS_PER_WEEK }, (_, cell) => ({
    visitors: total('visitors', cell),
    covered: total('covered', cell),
    expected: total('expected', cell),
    byAgents: total('byAgents', cell),
  }))
  const visitors = columns.reduce((sum, cell) => sum + cell.visitors, 0)
  if (!(visitors > 0)) return null
  const missed = (cell: (typeof columns)[number]): number => cell.covered - cell.expected
  const raw = columns.reduce((sum, cell) => sum + missed(cell), 0) / visitors
  const common = (raw * MODEL_DEVIATION ** 2) / (MODEL_DEVIATION ** 2 + commonVariance(weeks, raw))
  const dispersion = dispersionOf(
    weeks,
    columns.map((cell) =>
      cell.visitors > 0 ? { rate: cell.covered / cell.visitors, difference: missed(cell) / cell.visitors } : null,
    ),
  )
  const varianceOf = (cell: (typeof columns)[number]): number => {
    const rate = Math.min(0.99, Math.max(0.01, cell.covered / cell.visitors))
    return (dispersion * rate * (1 - rate)) / cell.visitors
  }
  const known = columns.filter((cell) => cell.visitors > 0)
  const squares = known.reduce((sum, cell) => sum + (missed(cell) / cell.visitors - raw) ** 2 / varianceOf(cell), 0)
  const isClear = squares > known.length + CLEARLY * Math.sqrt(2 * known.length)
  const between = isClear
    ? Math.max(
        0,
        known.reduce(
          (sum, cell) => sum + cell.visitors * ((missed(cell) / cell.visitors - raw) ** 2 - varianceOf(cell)),
          0,
        ) / visitors,
      )
    : 0
  return Float64Array.from(columns, (cell) => {
    if (cell.visitors === 0) return 0
    const own = missed(cell) / cell.visitors - raw
    const difference = common + (between > 0 ? (own * between) / (between + varianceOf(cell)) : 0)
    const rate = cell.byAgents / cell.visitors
    return differenceFor(rate, Math.max(0, rate + difference))
  })
}

/** How much more than binomially a cell's count varies from week to week. */
function dispersionOf(
  weeks: readonly CellSums[],
  cells: readonly ({ readonly rate: number; readonly difference: number } | null)[],
): number {
  if (weeks.length < 2) return 2 * LEAST_DISPERSION
  let squares = 0
  let variance = 0
  for (const { visitors, covered, expected } of weeks) {
    cells.forEach((cell, index) => {
      if (cell === null) return
      squares += (covered[index]! - expected[index]! - visitors[index]! * cell.difference) ** 2
      variance += visitors[index]! * cell.rate * (1 - cell.rate)
    })
  }
  return variance > 0
    ? Math.max(LEAST_DISPERSION, (squares / variance) * (weeks.length / (weeks.length - 1)))
    : LEAST_DISPERSION
}

/** Variance of the weeks' mean difference. */
function commonVariance(weeks: readonly CellSums[], mean: number): number {
  const sumOf = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0)
  const own = weeks.flatMap(({ weight, visitors, covered, expected }) => {
    const count = sumOf(visitors)
    return count > 0 ? [{ weight, count, difference: (sumOf(covered) - sumOf(expected)) / count }] : []
  })
  if (own.length < 2) return SINGLE_WEEK_DEVIATION ** 2
  const weights = own.reduce((sum, { weight }) => sum + weight, 0)
  const squares = own.reduce(
    (sum, { weight, difference }) => sum + (weight / weights) ** 2 * (difference - mean) ** 2,
    0,
  )
  const visitors = own.reduce((sum, { count }) => sum + count, 0)
  return Math.max((squares * own.length) / (own.length - 1), (LEAST_DISPERSION * 0.1) / visitors)
}
