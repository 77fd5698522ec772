import {
  dayOfHourOfWeek,
  DAYS_PER_WEEK,
  hourOfDay,
  HOURS_PER_DAY,
  HOURS_PER_WEEK,
} from '../../foundation/hour-of-week.ts'
import { intervalsWhileActive } from '../../plan/inactive-agents.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import { createRandom } from '../random.ts'
import type { Band, PredictionInputs, WeekBands, WeekPrediction } from '../types.ts'
import { coverageSurface, surfaceGrid, type Surface, type SurfaceGrid } from './coverage-surface.ts'
import { drawFactors, type PoolDraw } from './draw-factors.ts'
import { drawArrivals, drawCovered, drawMisfit } from './draw-visitors.ts'
import { groupLoads } from './group-loads.ts'
import { withoutUnusualWeeks } from './load-nodes.ts'
import { createPlanPredictor, type PlanPredictor } from './plan-predictor.ts'
import { servingClasses, servingTest, type ServingClass } from './serving-classes.ts'
import { addValues, surfacePlaces, type SurfacePlaces } from './surface-places.ts'
import { withoutCoveredAlone } from './own-history.ts'
import { weekCells, type WeekCell } from './week-cells.ts'
import { planScenarios, typicalScenarios, type OnlineScenarios } from './attendance-draw.ts'

/** Where nothing is known. */
const WHOLE_RANGE: Band = { lower80: 0, upper80: 1, lower95: 0, upper95: 1 }

/** A plan's intervals, or the numbers online in past weeks. */
export type Schedule = readonly PlannedInterval[] | 'typical'

export interface WeekBandsOptions {
  readonly schedule: Schedule
  /** What to compare with, on the same draws; null: nothing. */
  readonly baseline: Schedule | null
  /** The plan's pool; null or absent: all. */
  readonly poolId?: string | null | undefined
  /** Absent: 1000. */
  readonly draws?: number
  /** Absent: the inputs' own. */
  readonly seed?: number
  /** Whether bands of days and of hours of the day are wanted too. */
  readonly sums?: boolean
}

const DEFAULT_DRAWS = 1000
/** Weeks of people turning up or not; each serves some of the draws. */
const SCENARIOS = 80
/** Scenarios are few, so their mean is a little off; where it is further off than this there is another reason. */
const LARGEST_CORRECTION = 1.5

/** How far one week may stray from its prediction: seeded draws of traffic, model, who turns up and chance. Some 0.1 s: for a worker. */
export function weekBands(inputs: PredictionInputs, options: WeekBandsOptions): WeekBands {
  const seed = options.seed ?? inputs.seed
  const draws = options.draws ?? DEFAULT_DRAWS
  const schedules = [options.schedule, ...(options.baseline === null ? [] : [options.baseline])]
  // Draws bring busy and quiet weeks themselves.
  const asExpected = createPlanPredictor(withoutUnusualWeeks(inputs), { poolId: options.poolId })
  const random = createRandom(seed, 1)
  const factors = drawFactors(inputs, draws, random)
  const misfits = Float64Array.from({ length: draws }, () => drawMisfit(random))
  const classes = bandClasses(inputs, factors, options.poolId)
  const byAgents = inputs.pools.some(({ coveredAlone }) => coveredAlone !== undefined)
    ? createPlanPredictor(withoutCoveredAlone(withoutUnusualWeeks(inputs)), { poolId: options.poolId })
    : asExpected
  const sides = schedules.map((schedule) => {
    const prediction = predictedBy(asExpected, schedule)
    return sideOf(inputs, {
      schedule,
      prediction,
      byAgents: byAgents === asExpected ? prediction : predictedBy(byAgents, schedule),
      classes,
      seed,
    })
  })
  const totals = {
    visitors: new Float64Array(draws),
    schedule: new Float64Array(draws),
    baseline: new Float64Array(draws),
  }
  const columns = {
    visitors: new Float64Array(draws),
    variance: new Float64Array(draws),
    schedule: new Float64Array(draws),
    baseline: new Float64Array(draws),
  }
  const cells = weekCells(inputs)
  const byCell = new Map<number, CellTotals>()

  for (const cell of cells) {
    const corrections = sides.map((side) => fillSide(side, cell, classes))
    const seen = byCell.get(cell.dayHour) ?? { covered: new Float64Array(draws), visitors: new Float64Array(draws) }
    byCell.set(cell.dayHour, seen)
    fillDraws(columns, inputs, { cell, classes, sides })
    for (let draw = 0; draw < draws; draw += 1) {
      const visitors = columns.visitors[draw]!
      if (visitors <= 0) continue
      const arrivals = drawArrivals(visitors, columns.variance[draw]!, random)
      if (arrivals === 0) continue
      const rate = rateOf(columns.schedule[draw]! / visitors, corrections[0]!)
      const rates = {
        schedule: rate,
        baseline: sides[1] ? rateOf(columns.baseline[draw]! / visitors, corrections[1]!) : rate,
      }
      const covered = drawCovered(arrivals, rates, { random, misfit: misfits[draw]! })
      totals.visitors[draw]! += arrivals
      totals.schedule[draw]! += covered.schedule
      totals.baseline[draw]! += covered.baseline
      seen.visitors[draw]! += arrivals
      seen.covered[draw]! += covered.schedule
    }
  }
  return {
    coverageRate: rateBand(totals.schedule, totals.visitors),
    covered: bandOf(totals.schedule.slice()),
    difference:
      options.baseline === null
        ? null
        : {
            covered: expectedDifference(inputs, options),
            ...bandOf(totals.schedule.map((value, draw) => value - totals.baseline[draw]!)),
          },
    baseline:
      options.baseline === null
        ? null
        : { coverageRate: rateBand(totals.baseline, totals.visitors), covered: bandOf(totals.baseline.slice()) },
    byDayHour: Array.from({ length: HOURS_PER_WEEK }, (_, dayHour) => {
      const seen = byCell.get(dayHour)
      return seen ? rateBand(seen.covered, seen.visitors) : WHOLE_RANGE
    }),
    sums: options.sums === true ? sumBands(byCell, draws) : null,
  }
}

/** Draw by draw, of an hour of the week. */
interface CellTotals {
  readonly covered: Float64Array
  readonly visitors: Float64Array
}

/** Bands of days and of hours of the day: of each draw what its hours have together. */
function sumBands(byCell: ReadonlyMap<number, CellTotals>, draws: number): NonNullable<WeekBands['sums']> {
  const bandWhere = (isIn: (dayHour: number) => boolean): Band => {
    const sum: CellTotals = { covered: new Float64Array(draws), visitors: new Float64Array(draws) }
    for (const [dayHour, seen] of byCell) {
      if (!isIn(dayHour)) continue
      for (let draw = 0; draw < draws; draw += 1) {
        sum.covered[draw]! += seen.covered[draw]!
        sum.visitors[draw]! += seen.visitors[draw]!
      }
    }
    return rateBand(sum.covered, sum.visitors)
  }
  return {
    byDay: Array.from({ length: DAYS_PER_WEEK }, (_, day) => bandWhere((dayHour) => dayOfHourOfWeek(dayHour) === day)),
    byHour: Array.from({ length: HOURS_PER_DAY }, (_, hour) => bandWhere((dayHour) => hourOfDay(dayHour) === hour)),
  }
}

function predictedBy(predictor: PlanPredictor, schedule: Schedule): WeekPrediction {
  return schedule === 'typical' ? predictor.typicalWeek() : predictor.predict(schedule)
}

function expectedDifference(inputs: PredictionInputs, { schedule, baseline, poolId }: WeekBandsOptions): number {
  const predictor = createPlanPredictor(inputs, { poolId })
  return predictedBy(predictor, schedule).totals.covered - predictedBy(predictor, baseline!).totals.covered
}

/** Over the draws in which anybody came; 0-1 where nobody ever did. */
function rateBand(covered: Float64Array, visitors: Float64Array): Band {
  const rates = covered.map((value, draw) => value / visitors[draw]!).filter((rate) => !Number.isNaN(rate))
  return rates.length === 0 ? WHOLE_RANGE : bandOf(rates)
}

interface BandClass {
  readonly serving: ServingClass
  readonly visitors: Float64Array
  readonly loads: Float64Array
  readonly grid: SurfaceGrid
  /** Where each draw stands on the grid. */
  readonly places: SurfacePlaces
  /** Factor on the visitors: [draw * 7 + day]. */
  readonly dayFactors: Float64Array
}

function bandClasses(
  inputs: PredictionInputs,
  factors: readonly (readonly PoolDraw[])[],
  poolId: string | null | undefined,
): readonly BandClass[] {
  const loads = groupLoads(inputs)
  const weights = inputs.pools.map(
    ({ visitors, model }) => visitors.reduce((sum, value) => sum + value, 0) * model.holdingMinutes,
  )
  return servingClasses(inputs, poolId).map((serving): BandClass => {
    const members = inputs.groups[serving.group]!
    const load = members.reduce((sum, pool) => sum + weights[pool]!, 0)
    const shifts = new Float64Array(factors.length * 7)
    const dayFactors = new Float64Array(factors.length * 7)
    const visitors = serving.pools.map((pool) => inputs.pools[pool]!.visitors.reduce((sum, value) => sum + value, 0))
    const all = visitors.reduce((sum, value) => sum + value, 0)
    const weighted = (valueOf: (pool: number) => number): number =>
      members.reduce((sum, pool) => sum + weights[pool]! * valueOf(pool), 0) / load
    const holding = centred(
      factors.map((pools) =>
        load > 0
          ? Math.log(weighted((pool) => pools[pool]!.holding.holdingMinutes / inputs.pools[pool]!.model.holdingMinutes))
          : 0,
      ),
    )
    factors.forEach((pools, draw) => {
      for (let day = 0; day < 7; day += 1) {
        const at = draw * 7 + day
        shifts[at] = load > 0 ? holding[draw]! + Math.log(weighted((pool) => pools[pool]!.days[day]!)) : 0
        dayFactors[at] =
          all > 0
            ? serving.pools.reduce((sum, pool, index) => sum + visitors[index]! * pools[pool]!.days[day]!, 0) / all
            : 1
      }
    })
    const drawn = centred(factors.map((pools) => pools[serving.pools[0]!]!.holding.availability))
    const availabilities = drawn.map((difference) => Math.min(1, Math.max(0, serving.availability + difference)))
    const grid = surfaceGrid(shifts, availabilities, serving.availability)
    const columns = serving.pools.map((pool) => inputs.pools[pool]!.visitors)
    return {
      serving,
      visitors: Float64Array.from(inputs.starts, (_, slot) => columns.reduce((sum, column) => sum + column[slot]!, 0)),
      loads: loads[serving.group]!,
      grid,
      places: surfacePlaces(grid, shifts, availabilities),
      dayFactors,
    }
  })
}

/** A bootstrap's draws may lie about another value than the fit: only how they scatter is wanted. */
function centred(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return values.map((value) => value - mean)
}

/** One of the schedules that are compared. */
interface Side {
  readonly online: OnlineScenarios
  readonly surfaces: readonly Surface[]
  /** By class: [scenario][availability][shift], for the cell at hand. */
  readonly values: readonly Float64Array[]
  readonly prediction: WeekPrediction
  /** Without whom nobody signed on covers. */
  readonly byAgents: WeekPrediction
}

interface SideOptions {
  readonly schedule: Schedule
  readonly prediction: WeekPrediction
  readonly byAgents: WeekPrediction
  readonly classes: readonly BandClass[]
  readonly seed: number
}

function sideOf(inputs: PredictionInputs, { schedule, prediction, byAgents, classes, seed }: SideOptions): Side {
  const grid = { start: inputs.starts[0] ?? 0, count: inputs.starts.length }
  const options = { grid, scenarios: SCENARIOS, seed }
  const online =
    schedule === 'typical'
      ? typicalScenarios(
          classes.map(({ serving }) => inputs.pools[serving.pools[0]!]!.typical),
          options,
        )
      : planScenarios(intervalsWhileActive(schedule, inputs.inactive), {
          ...options,
          attendance: inputs.attendance,
          serves: servingTest(
            inputs,
            classes.map(({ serving }) => serving),
          ),
        })
  const surfaces = classes.map(({ serving, visitors, loads, grid: points }, index) =>
    coverageSurface({
      visitors,
      loads,
      visitorsPerAgent: serving.visitorsPerAgent,
      maxAgents: online[index]!.reduce((most, value) => Math.max(most, value), 0),
      grid: points,
    }),
  )
  const values = surfaces.map(({ points }) => new Float64Array(SCENARIOS * points))
  return { online, surfaces, values, prediction, byAgents }
}

/** What is exactly expected of a cell, against the mean of its scenarios. */
interface CellCorrection {
  /** On what agents cover. */
  readonly factor: number
  /** Share (0-1) of all others that is covered with nobody signed on. */
  readonly alone: number
}

function rateOf(rate: number, { factor, alone }: CellCorrection): number {
  const byAgents = Math.min(1, rate * factor)
  return byAgents + alone * (1 - byAgents)
}

/** Makes a cell's surfaces. Returns what brings their mean over the scenarios to what is exactly expected. */
function fillSide(
  { surfaces, values, online, prediction, byAgents }: Side,
  cell: WeekCell,
  classes: readonly BandClass[],
): CellCorrection {
  let mean = 0
  for (let index = 0; index < classes.length; index += 1) {
    const { grid, serving } = classes[index]!
    surfaces[index]!.fill(values[index]!, cell, online[index]!)
    const asFitted =
      grid.availabilities.indexOf(serving.availability) * grid.shifts.length + (grid.shifts.length - 1) / 2
    for (let at = asFitted; at < values[index]!.length; at += surfaces[index]!.points)
      mean += values[index]![at]! / SCENARIOS
  }
  let expected = 0
  let alone = 0
  let missed = 0
  for (let slot = cell.from; slot < cell.to; slot += 1) {
    expected += byAgents.covered[slot]!
    alone += prediction.covered[slot]! - byAgents.covered[slot]!
    missed += prediction.visitors[slot]! - byAgents.covered[slot]!
  }
  return {
    factor: mean > 0 ? Math.min(LARGEST_CORRECTION, Math.max(1 / LARGEST_CORRECTION, expected / mean)) : 1,
    alone: missed > 0 ? Math.min(1, Math.max(0, alone / missed)) : 0,
  }
}

/** A cell's expected visitors, their variance and the covered ones, draw by draw. */
interface DrawColumns {
  readonly visitors: Float64Array
  readonly variance: Float64Array
  readonly schedule: Float64Array
  readonly baseline: Float64Array
}

interface CellDraws {
  readonly cell: WeekCell
  readonly classes: readonly BandClass[]
  readonly sides: readonly Side[]
}

function fillDraws(
  { visitors, variance, schedule, baseline }: DrawColumns,
  inputs: PredictionInputs,
  { cell, classes, sides }: CellDraws,
): void {
  for (const column of [visitors, variance, schedule, baseline]) column.fill(0)
  classes.forEach(({ serving, places, dayFactors: factors }, index) => {
    const { mean, dispersed, squared } = cellSums(inputs, serving, cell)
    for (let draw = 0; draw < visitors.length; draw += 1) {
      const factor = factors[draw * 7 + cell.day]!
      visitors[draw]! += factor * mean
      variance[draw]! += factor * dispersed + factor * factor * squared
    }
    const where = { places, factors, day: cell.day, scenarios: SCENARIOS }
    addValues(schedule, sides[0]!.values[index]!, where)
    if (sides[1]) addValues(baseline, sides[1].values[index]!, where)
  })
}

/** Expected visitors of a class in a cell, and what their variance is made of. */
function cellSums(
  { pools }: PredictionInputs,
  serving: ServingClass,
  { from, to }: WeekCell,
): { readonly mean: number; readonly dispersed: number; readonly squared: number } {
  let mean = 0
  let dispersed = 0
  let squared = 0
  for (const pool of serving.pools) {
    const { visitors, noise } = pools[pool]!
    for (let slot = from; slot < to; slot += 1) {
      mean += visitors[slot]!
      dispersed += Math.max(1, noise.dispersion) * visitors[slot]!
      squared += (noise.slotCv * visitors[slot]!) ** 2
    }
  }
  return { mean, dispersed, squared }
}

/** The band that draws span. Sorts them in place. */
function bandOf(draws: Float64Array): Band {
  draws.sort()
  return {
    lower80: sortedQuantile(draws, 0.1),
    upper80: sortedQuantile(draws, 0.9),
    lower95: sortedQuantile(draws, 0.025),
    upper95: sortedQuantile(draws, 0.975),
  }
}

function sortedQuantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const lower = sorted[below] ?? 0
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower)
}
