import {
  dayOfHourOfWeek,
  DAYS_PER_WEEK,
  hourOfDay,
  HOURS_PER_DAY,
  HOURS_PER_WEEK,
} from '../../foundation/hour-of-week.ts'
import { intervalsWhileActive } from '../../plan/inactive-agents.ts'
import { createRandom, type Random } from '../random.ts'
import type { Band, PredictionInputs, WeekBands, WeekPrediction } from '../types.ts'
import { assumedInputs, type AssumedWorld } from './assumed-inputs.ts'
import { bandClasses, type BandClass } from './band-classes.ts'
import { coverageSurface, type Surface } from './coverage-surface.ts'
import { drawFactors, type PoolDraw } from './draw-factors.ts'
import { drawArrivals, drawCovered, drawMisfit } from './draw-visitors.ts'
import { withoutUnusualWeeks } from './load-nodes.ts'
import { createPlanPredictor, type PlanPredictor, type PlanPredictorOptions } from './plan-predictor.ts'
import {
  partsOf,
  predictParts,
  predictSchedule,
  scheduleOfPart,
  type MixedSchedule,
  type Schedule,
} from './schedule.ts'
import { servingTest, type ServingClass } from './serving-classes.ts'
import { addValues } from './surface-places.ts'
import { withoutCoveredAlone } from './own-history.ts'
import { weekCells, type WeekCell } from './week-cells.ts'
import { planScenarios, typicalScenarios, type OnlineScenarios, type SlotRange } from './attendance-draw.ts'

/** Where nothing is known. */
const WHOLE_RANGE: Band = { lower80: 0, upper80: 1, lower95: 0, upper95: 1 }

export interface WeekBandsOptions {
  readonly schedule: Schedule | MixedSchedule
  /** What to compare with, on the same draws; null: nothing. */
  readonly baseline: Schedule | null
  /** The plan's pool; null or absent: all. */
  readonly poolId?: string | null | undefined
  /** Absent: 1000. */
  readonly draws?: number
  /** Absent: the inputs' own. */
  readonly seed?: number
  /** The world that the schedule is predicted in; what it is compared with stays in the inputs' own. Absent: that one too. */
  readonly world?: AssumedWorld | undefined
  /** The part of the week that is asked for, as slots [from, to); absent: all of it. What comes outside of it is in no band. */
  readonly slots?: SlotRange | undefined
  /** Whether bands of days and of hours of the day are wanted too. */
  readonly sums?: boolean
  /** Whether the draws themselves are wanted, to add weeks up. */
  readonly rates?: boolean
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
  const assumed = options.world === undefined ? inputs : assumedInputs(inputs, options.world)
  const random = createRandom(seed, 1)
  const slots = options.slots ?? { from: 0, to: inputs.starts.length }
  const parts = partsOf(options.schedule, options.poolId)
  const world = bandWorld(assumed, { parts, factors: drawFactors(assumed, draws, random) })
  const misfits = Float64Array.from({ length: draws }, () => drawMisfit(random))
  const side = sideOf(world, options.schedule, { seed, slots })
  // Another world has the same unusual weeks and days.
  const comparedWorld =
    options.baseline === null || assumed === inputs
      ? world
      : bandWorld(inputs, { parts, factors: drawFactors(inputs, draws, createRandom(seed, 1)) })
  const compared = options.baseline === null ? null : sideOf(comparedWorld, options.baseline, { seed, slots })
  const totals = {
    visitors: new Float64Array(draws),
    comparedVisitors: new Float64Array(draws),
    schedule: new Float64Array(draws),
    baseline: new Float64Array(draws),
  }
  const columns = drawColumns(draws)
  const comparedColumns = comparedWorld === world ? columns : drawColumns(draws)
  const cells = weekCells(inputs)
    .map((cell) => ({ ...cell, from: Math.max(cell.from, slots.from), to: Math.min(cell.to, slots.to) }))
    .filter(({ from, to }) => from < to)
  const byCell = new Map<number, CellTotals>()

  for (const cell of cells) {
    const correction = fillSide(side, cell, world.classes)
    const comparedCorrection = compared === null ? correction : fillSide(compared, cell, comparedWorld.classes)
    const seen = byCell.get(cell.dayHour) ?? { covered: new Float64Array(draws), visitors: new Float64Array(draws) }
    byCell.set(cell.dayHour, seen)
    if (comparedWorld === world) fillDraws(columns, world, { cell, schedule: side, baseline: compared })
    else {
      fillDraws(columns, world, { cell, schedule: side, baseline: null })
      fillDraws(comparedColumns, comparedWorld, { cell, schedule: null, baseline: compared })
    }
    for (let draw = 0; draw < draws; draw += 1) {
      const visitors = columns.visitors[draw]!
      const comparedVisitors = comparedColumns.visitors[draw]!
      const least = Math.min(visitors, comparedVisitors)
      if (visitors <= 0 && comparedVisitors <= 0) continue
      const rate = visitors > 0 ? rateOf(columns.schedule[draw]! / visitors, correction) : 0
      const rates = {
        schedule: rate,
        baseline:
          compared === null || comparedVisitors <= 0
            ? rate
            : rateOf(comparedColumns.baseline[draw]! / comparedVisitors, comparedCorrection),
      }
      const context = { random, misfit: misfits[draw]! }
      const isFewer = visitors <= comparedVisitors
      const arrivals =
        least > 0 ? drawArrivals(least, (isFewer ? columns : comparedColumns).variance[draw]!, random) : 0
      // Whoever comes to both worlds is the same visitor in both; the busier one has more.
      const more = visitors === comparedVisitors ? 0 : moreArrivals([columns, comparedColumns], draw, random)
      if (arrivals === 0 && more === 0) continue
      const covered = arrivals > 0 ? drawCovered(arrivals, rates, context) : { schedule: 0, baseline: 0 }
      const ofMore = more === 0 ? 0 : drawCoveredOf(more, isFewer ? rates.baseline : rates.schedule, context)
      const came = arrivals + (isFewer ? 0 : more)
      const ofSchedule = covered.schedule + (isFewer ? 0 : ofMore)
      totals.visitors[draw]! += came
      totals.comparedVisitors[draw]! += arrivals + (isFewer ? more : 0)
      totals.schedule[draw]! += ofSchedule
      totals.baseline[draw]! += covered.baseline + (isFewer ? ofMore : 0)
      seen.visitors[draw]! += came
      seen.covered[draw]! += ofSchedule
    }
  }
  return {
    coverageRate: rateBand(totals.schedule, totals.visitors),
    covered: bandOfDraws(totals.schedule.slice()),
    difference:
      options.baseline === null
        ? null
        : {
            covered:
              predictSchedule(assumed, options.schedule, options.poolId).totals.covered -
              predictSchedule(inputs, options.baseline, options.poolId).totals.covered,
            ...bandOfDraws(totals.schedule.map((value, draw) => value - totals.baseline[draw]!)),
          },
    baseline:
      options.baseline === null
        ? null
        : {
            coverageRate: rateBand(totals.baseline, totals.comparedVisitors),
            covered: bandOfDraws(totals.baseline.slice()),
          },
    byDayHour: Array.from({ length: HOURS_PER_WEEK }, (_, dayHour) => {
      const seen = byCell.get(dayHour)
      return seen ? rateBand(seen.covered, seen.visitors) : WHOLE_RANGE
    }),
    sums: options.sums === true ? sumBands(byCell, draws) : null,
    ...(options.rates === true
      ? { rates: totals.schedule.map((covered, draw) => covered / Math.max(1, totals.visitors[draw]!)) }
      : {}),
  }
}

/** The inputs of the draws of one world. */
interface BandWorld {
  readonly inputs: PredictionInputs
  /** Classes of pools that follow one schedule. */
  readonly parts: readonly (readonly BandClass[])[]
  /** Of all parts, one after the other. */
  readonly classes: readonly BandClass[]
  /** A predictor each part. */
  readonly asExpected: readonly PlanPredictor[]
  /** Without whom nobody signed on covers. */
  readonly byAgents: readonly PlanPredictor[]
}

function bandWorld(
  inputs: PredictionInputs,
  options: {
    readonly parts: readonly PlanPredictorOptions[]
    readonly factors: readonly (readonly PoolDraw[])[]
  },
): BandWorld {
  const parts = options.parts.map((part) => bandClasses(inputs, options.factors, part))
  const predictors = (from: PredictionInputs) => options.parts.map((part) => createPlanPredictor(from, part))
  // Draws bring busy and quiet weeks themselves.
  const asExpected = predictors(withoutUnusualWeeks(inputs))
  return {
    inputs,
    parts,
    classes: parts.flat(),
    asExpected,
    byAgents: inputs.pools.some(({ coveredAlone }) => coveredAlone !== undefined)
      ? predictors(withoutCoveredAlone(withoutUnusualWeeks(inputs)))
      : asExpected,
  }
}

/** How many come to the busier of two worlds only, in one draw. */
function moreArrivals(worlds: readonly [DrawColumns, DrawColumns], draw: number, random: Random): number {
  const [one, other] = worlds
  const visitors = Math.abs(one.visitors[draw]! - other.visitors[draw]!)
  const variance = Math.abs(one.variance[draw]! - other.variance[draw]!)
  return drawArrivals(visitors, Math.max(variance, visitors), random)
}

function drawCoveredOf(
  arrivals: number,
  rate: number,
  context: { readonly random: Random; readonly misfit: number },
): number {
  return drawCovered(arrivals, { schedule: rate, baseline: rate }, context).schedule
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

/** Over the draws in which anybody came; 0-1 where nobody ever did. */
function rateBand(covered: Float64Array, visitors: Float64Array): Band {
  const rates = covered.map((value, draw) => value / visitors[draw]!).filter((rate) => !Number.isNaN(rate))
  return rates.length === 0 ? WHOLE_RANGE : bandOfDraws(rates)
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

function sideOf(
  { inputs, parts, classes, asExpected, byAgents: agentsOnly }: BandWorld,
  schedule: Schedule | MixedSchedule,
  drawn: { readonly seed: number; readonly slots: SlotRange },
): Side {
  const prediction = predictParts(asExpected, schedule)
  const byAgents = agentsOnly === asExpected ? prediction : predictParts(agentsOnly, schedule)
  const grid = { start: inputs.starts[0] ?? 0, count: inputs.starts.length }
  const options = { grid, scenarios: SCENARIOS, ...drawn }
  const online = parts.flatMap((part, index): OnlineScenarios => {
    const own = scheduleOfPart(schedule, index)
    const serving = part.map((one) => one.serving)
    return own === 'typical'
      ? typicalScenarios(
          serving.map(({ pools }) => inputs.pools[pools[0]!]!.typical),
          options,
        )
      : planScenarios(intervalsWhileActive(own, inputs.inactive), {
          ...options,
          attendance: inputs.attendance,
          serves: servingTest(inputs, serving),
        })
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

function drawColumns(draws: number): DrawColumns {
  return {
    visitors: new Float64Array(draws),
    variance: new Float64Array(draws),
    schedule: new Float64Array(draws),
    baseline: new Float64Array(draws),
  }
}

interface CellDraws {
  readonly cell: WeekCell
  /** null: only the other is wanted. */
  readonly schedule: Side | null
  readonly baseline: Side | null
}

function fillDraws(columns: DrawColumns, { inputs, classes }: BandWorld, { cell, ...sides }: CellDraws): void {
  const { visitors, variance, schedule, baseline } = columns
  for (const column of [visitors, variance, schedule, baseline]) column.fill(0)
  classes.forEach(({ serving, places, dayFactors: factors }, index) => {
    const { mean, dispersed, squared } = cellSums(inputs, serving, cell)
    for (let draw = 0; draw < visitors.length; draw += 1) {
      const factor = factors[draw * 7 + cell.day]!
      visitors[draw]! += factor * mean
      variance[draw]! += factor * dispersed + factor * factor * squared
    }
    const where = { places, factors, day: cell.day, scenarios: SCENARIOS }
    if (sides.schedule) addValues(schedule, sides.schedule.values[index]!, where)
    if (sides.baseline) addValues(baseline, sides.baseline.values[index]!, where)
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
export function bandOfDraws(draws: Float64Array): Band {
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
