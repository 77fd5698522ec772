import { hourOfWeek, HOURS_PER_DAY, HOURS_PER_WEEK } from '../foundation/hour-of-week.ts'
import { callRule } from './call-rule.ts'
import { coveredWithExtra, fewestExtra, greatestUpTo } from './extra-agents.ts'
import { cellsOf, hourBlocks, type HourBlock, type ProblemCell } from './hour-blocks.ts'
import { blockReason, type BlockLook } from './describe-reason.ts'
import { steadyRates } from './steady-rates.ts'
import type { CallFacts, PoolEvidence, Priority, PriorityThresholds, StaffingBlock } from './types.ts'

/** Days to which missed visitors are brought, so that a longer range does not make everything critical. */
const PRIORITY_DAYS = 30

export const USUAL_THRESHOLDS: PriorityThresholds = { critical: 50, high: 20, medium: 10 }

export interface RecommendOptions {
  /** Coverage to reach, 0-1. */
  readonly target: number
  readonly thresholds: PriorityThresholds
  /** How much time of the range is known, in days. */
  readonly days: number
  /** How often each hour cell of the week was known in the range, in hours. */
  readonly hours: ArrayLike<number>
  readonly calls: CallFacts
  /** What a visitor of a pool is worth at an hour cell; absent: every visitor counts 1. */
  readonly worthAt?: ((poolId: string | null, cell: number) => number) | undefined
}

/** Visitors a week that an agent's hour has to win, else it is not recommended. */
const LEAST_WON = 1

/**
 * Blocks of hours in which pools together miss more than the target allows: the most missed first. None: staffing looks good, or no hour
 * is worth an agent (`notWorthwhile`). With values of visitors, what is missed and won weighs by them: in which hours a block is cut, what
 * is worth an agent, the priority and the order. How many agents reach the target is a matter of visitors.
 */
export function recommend(pools: readonly PoolEvidence[], options: RecommendOptions): readonly StaffingBlock[] {
  const scope = scopeOf(pools, options)
  const problems = new Map(
    problemCells(scope, options).flatMap((cell) => {
      const most = worthwhileIn(scope, cell, options)
      return most === 0
        ? []
        : [
            [
              cell,
              { cell, missed: scope.missedValue[cell]!, needed: Math.min(neededIn(scope, cell, options), most), most },
            ],
          ]
    }),
  )
  return worthwhileBlocks(scope, problems, options)
    .map((block) => describe(scope, block, options))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.dayIndices[0]! - b.dayIndices[0]! || a.startHour - b.startHour)
}

/** What a block misses: by what visitors are worth, where that is known. */
export function weightOf({ weighted, missedVisitors }: Pick<StaffingBlock, 'weighted' | 'missedVisitors'>): number {
  return weighted?.missedVisitors ?? missedVisitors
}

/** What stays under the target beside the blocks: hours of the week in which no further agent would win a visitor. */
export interface NotWorthwhile {
  readonly hours: number
  readonly missedVisitors: number
}

/** What `blocks`, which were recommended for these pools, leave out. */
export function notWorthwhile(
  pools: readonly PoolEvidence[],
  blocks: readonly HourBlock[],
  options: RecommendOptions,
): NotWorthwhile {
  const scope = scopeOf(pools, options)
  const recommended = new Set(blocks.flatMap(cellsOf))
  const left = problemCells(scope, options).filter((cell) => !recommended.has(cell))
  return { hours: left.length, missedVisitors: total(left.map((cell) => scope.missed[cell]!)) }
}

function problemCells(scope: Scope, { target }: RecommendOptions): readonly number[] {
  return Array.from({ length: HOURS_PER_WEEK }, (_, cell) => cell).filter(
    (cell) => scope.missed[cell]! > 0 && scope.rates[cell]! < target,
  )
}

interface SizedBlock extends HourBlock {
  readonly agents: number
}

/** A block that hours without visitors make too dear is cut up at them. */
function worthwhileBlocks(
  scope: Scope,
  problems: ReadonlyMap<number, ProblemCell>,
  options: RecommendOptions,
): readonly SizedBlock[] {
  const sized = (block: HourBlock): SizedBlock => ({
    ...block,
    agents: Math.max(...cellsOf(block).map((cell) => problems.get(cell)?.needed ?? 0)),
  })
  return hourBlocks([...problems.values()], (cell) => scope.visitors[cell] === 0)
    .map(sized)
    .flatMap((block) => {
      const cells = cellsOf(block)
      const won = total(cells.map((cell) => wonBy(scope, cell, { agents: block.agents, options })))
      return isWorth(won, block.agents * cells.length)
        ? [block]
        : hourBlocks(cells.flatMap((cell) => problems.get(cell) ?? [])).map(sized)
    })
}

/** Pools looked at together, by hour cell. */
interface Scope {
  readonly pools: readonly PoolEvidence[]
  readonly visitors: Float64Array
  readonly missed: Float64Array
  /** The missed by what they are worth. */
  readonly missedValue: Float64Array
  /** The same of all who came. */
  readonly value: Float64Array
  /** Steadied coverage, 0-1. */
  readonly rates: Float64Array
  readonly isThin: boolean
}

function scopeOf(pools: readonly PoolEvidence[], { worthAt = () => 1 }: Pick<RecommendOptions, 'worthAt'>): Scope {
  const visitors = new Float64Array(HOURS_PER_WEEK)
  const missed = new Float64Array(HOURS_PER_WEEK)
  const missedValue = new Float64Array(HOURS_PER_WEEK)
  const value = new Float64Array(HOURS_PER_WEEK)
  const covered = new Float64Array(HOURS_PER_WEEK)
  let thinVisitors = 0
  for (const pool of pools) {
    const rates = steadyRates(pool)
    pool.cells.forEach((cell, index) => {
      if (cell.visitors === 0) return
      visitors[index]! += cell.visitors
      missed[index]! += cell.visitors - cell.covered
      const worth = worthAt(pool.poolId, index)
      missedValue[index]! += (cell.visitors - cell.covered) * worth
      value[index]! += cell.visitors * worth
      covered[index]! += cell.visitors * rates[index]!
      if (pool.isThin) thinVisitors += cell.visitors
    })
  }
  return {
    pools,
    visitors,
    missed,
    missedValue,
    value,
    rates: covered.map((sum, cell) => sum / visitors[cell]!),
    isThin: 2 * thinVisitors > total(visitors),
  }
}

function describe(
  scope: Scope,
  { agents: suggestedAgents, ...block }: SizedBlock,
  options: RecommendOptions,
): StaffingBlock {
  const cells = cellsOf(block)
  const missedVisitors = total(cells.map((cell) => scope.missed[cell]!))
  const missedValue = total(cells.map((cell) => scope.missedValue[cell]!))
  const totalVisitors = total(cells.map((cell) => scope.visitors[cell]!))
  const look = lookOf(scope, block, options)
  const rule = scope.isThin ? callRule(options.calls) : null
  const isEnough = problemCells(scope, options).every(
    (cell) => !cells.includes(cell) || neededIn(scope, cell, options) <= suggestedAgents,
  )
  const gains = cells.map((cell) =>
    gainOf(scope, cell, { extra: rule === null ? suggestedAgents : null, target: options.target }),
  )
  const won = cells.map((cell, index) => gains[index]! * perHour(scope.visitors, cell, options))
  const steadied =
    total(cells.map((cell) => (scope.visitors[cell] === 0 ? 0 : scope.visitors[cell]! * scope.rates[cell]!))) /
    totalVisitors
  return {
    poolId: scope.pools.length === 1 ? scope.pools[0]!.poolId : null,
    ...block,
    missedVisitors,
    totalVisitors,
    coverageRate: 1 - missedVisitors / totalVisitors,
    priority: priorityOf(missedValue, options.days, options.thresholds),
    suggestedAgents,
    expectedRecoveredPerWeek: total(won),
    expectedRate: Math.min(
      1,
      steadied + total(cells.map((cell, index) => gains[index]! * scope.visitors[cell]!)) / totalVisitors,
    ),
    basis: rule === null ? 'model' : 'rule',
    reason: blockReason(look, { calls: options.calls, rule, isCapped: !isEnough }),
    ...(options.worthAt === undefined
      ? {}
      : {
          weighted: {
            missedVisitors: missedValue,
            totalVisitors: total(cells.map((cell) => scope.value[cell]!)),
            expectedRecoveredPerWeek: total(cells.map((cell, index) => won[index]! * valueOfMissed(scope, cell))),
          },
        }),
  }
}

/** Further agents with whom a cell is well staffed; at least 1. */
function neededIn(scope: Scope, cell: number, options: RecommendOptions): number {
  return scope.isThin
    ? callRule(options.calls).agentsFor(perHour(scope.missed, cell, options))
    : fewestExtra(scope.pools, [cell], options.target)
}

/** The most further agents of whom each wins a visitor a week in a cell on average, and no more than visitors (by value) come in the hour. */
function worthwhileIn(scope: Scope, cell: number, options: RecommendOptions): number {
  const worth = perHour(scope.visitors, cell, options) * valueOfMissed(scope, cell)
  const visitors = Math.floor(Number(worth.toFixed(9)))
  return greatestUpTo(visitors, (agents) => isWorth(wonBy(scope, cell, { agents, options }), agents))
}

/**
 * Visitors a week, by what they are worth, whom further agents win in a cell, of those who were really missed: few visitors are steadied by
 * what is usual elsewhere.
 */
function wonBy(
  scope: Scope,
  cell: number,
  { agents, options }: { readonly agents: number; readonly options: RecommendOptions },
): number {
  const gained =
    gainOf(scope, cell, { extra: scope.isThin ? null : agents, target: options.target }) *
    perHour(scope.visitors, cell, options)
  return Math.min(gained, perHour(scope.missed, cell, options)) * valueOfMissed(scope, cell)
}

/** What one of the missed of a cell is worth on average: whoever is won is one of them. */
function valueOfMissed({ missed, missedValue }: Scope, cell: number): number {
  return missed[cell]! > 0 ? missedValue[cell]! / missed[cell]! : 1
}

/** Rounded: what is exactly enough is no hair less. */
function isWorth(won: number, agentHours: number): boolean {
  return Number(won.toFixed(9)) >= LEAST_WON * agentHours
}

/** Share of a cell's visitors who would find somebody and do not now. Nobody is won who was not missed. Without a model (`extra` null) the target is taken to be reached. */
function gainOf(
  { pools, visitors, rates }: Scope,
  cell: number,
  { extra, target }: { readonly extra: number | null; readonly target: number },
): number {
  if (visitors[cell] === 0) return 0
  const more =
    extra === null
      ? target - rates[cell]!
      : (coveredWithExtra(pools, cell, extra) - coveredWithExtra(pools, cell, 0)) / visitors[cell]!
  return Math.max(0, Math.min(more, 1 - rates[cell]!))
}

function perHour(column: Float64Array, cell: number, { hours }: RecommendOptions): number {
  const known = hours[cell]!
  return column[cell]! / (known > 0 ? known : 1)
}

function lookOf(scope: Scope, block: HourBlock, options: RecommendOptions): BlockLook {
  const cells = cellsOf(block)
  const { startHour, endHour, dayIndices } = block
  const staffed = Array.from({ length: HOURS_PER_WEEK }, (_, cell) => cell).filter(
    (cell) => agentsMet(scope, [cell]) > 0,
  )
  const around = dayIndices.flatMap((day) =>
    [startHour - 1, endHour].filter((hour) => hour >= 0 && hour < HOURS_PER_DAY).map((hour) => hourOfWeek(day, hour)),
  )
  const offline = total(scope.pools.flatMap((pool) => cells.map((cell) => pool.cells[cell]!.missedOffline)))
  const usualHours = total(staffed.map((cell) => Math.max(options.hours[cell]!, 0)))
  return {
    startHour,
    endHour,
    hasSessions: scope.pools.some(({ hasSessions }) => hasSessions),
    missedOffline: offline / total(cells.map((cell) => scope.missed[cell]!)),
    agents: agentsMet(scope, cells) / visitorsOf(scope, cells),
    agentsAround: visitorsOf(scope, around) > 0 ? agentsMet(scope, around) / visitorsOf(scope, around) : null,
    visitorsPerHour: visitorsOf(scope, cells) / Math.max(total(cells.map((cell) => options.hours[cell]!)), 1),
    usualVisitorsPerHour: visitorsOf(scope, staffed) / Math.max(usualHours, 1),
    usualAgents: staffed.length > 0 ? agentsMet(scope, staffed) / visitorsOf(scope, staffed) : 0,
  }
}

function agentsMet({ pools }: Scope, cells: readonly number[]): number {
  return total(pools.flatMap((pool) => cells.map((cell) => pool.cells[cell]!.agentsMet)))
}

function visitorsOf({ visitors }: Scope, cells: readonly number[]): number {
  return total(cells.map((cell) => visitors[cell]!))
}

function total(values: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index]!
  return sum
}

/** How much a block matters: by the visitors it misses in 30 days. `days` is how much time of the range is known. */
export function priorityOf(missed: number, days: number, thresholds: PriorityThresholds): Priority {
  // A few hours say little of a month.
  const inMonth = (missed * PRIORITY_DAYS) / Math.max(1, days)
  if (inMonth >= thresholds.critical) return 'critical'
  if (inMonth >= thresholds.high) return 'high'
  return inMonth >= thresholds.medium ? 'medium' : 'low'
}
