import { contains, totalWithin, type Interval } from '../../foundation/interval.ts'
import { HOUR_MINUTES } from '../../foundation/minutes.ts'
import { type Assumption, isWithoutEffect, WITHOUT_POOL } from '../../plan/assumptions/assumption.ts'
import { assumedIntervals } from '../../plan/assumptions/assumed-time.ts'
import { instantOfWallTime } from '../../plan/week-clock.ts'
import { localRange, parseLocalDate } from '../../time/local.ts'
import { SLOT_MS } from '../../time/slots.ts'
import { hasVisitsWithoutPool, isPool } from '../is-pool.ts'
import type { HoldingAndAvailability, PoolPredictionInput, PredictionInputs } from '../types.ts'

/** What a plan takes to be otherwise, and the zone in whose wall time it says so. */
export interface AssumedWorld {
  readonly assumptions?: readonly Assumption[] | undefined
  readonly timeZone: string
}

type Visitors = Extract<Assumption, { kind: 'visitors' }>
type Demand = Extract<Assumption, { kind: 'demand' }>

/**
 * A week's inputs as a plan assumes them: visitors, handle time and availability. Who works is `assumedStaff`'s. The same inputs where
 * nothing of them is assumed to be otherwise.
 */
export function assumedInputs(
  inputs: PredictionInputs,
  { assumptions: all = [], timeZone }: AssumedWorld,
): PredictionInputs {
  const assumptions = all.filter((one) => !isWithoutEffect(one))
  const typed = assumptions.filter((one) => one.kind === 'visitors')
  const demands = assumptions.filter((one) => one.kind === 'demand')
  const slower = assumptions.filter((one) => one.kind === 'handling')
  const available = assumptions.filter((one) => one.kind === 'availability')
  if (typed.length + demands.length + slower.length + available.length === 0) return inputs
  const week: AssumedWeek = { starts: inputs.starts, timeZone }
  let pools = typed.length + demands.length === 0 ? inputs.pools : withVisitors(inputs.pools, { typed, demands }, week)
  const handling = slower.reduce((factor, { percent }) => factor * (1 + percent / 100), 1)
  const points = available.reduce((sum, one) => sum + one.points / 100, 0)
  if (slower.length + available.length > 0) pools = pools.map((pool) => withService(pool, handling, points))
  return { ...inputs, pools }
}

interface AssumedWeek {
  readonly starts: readonly number[]
  readonly timeZone: string
}

function withVisitors(
  pools: readonly PoolPredictionInput[],
  { typed, demands }: { readonly typed: readonly Visitors[]; readonly demands: readonly Demand[] },
  week: AssumedWeek,
): readonly PoolPredictionInput[] {
  const isOfAll = [...typed, ...demands].every(({ poolId }) => poolId === null)
  const asKnown = pools.map((pool) => (isOfAll ? [pool] : demandOf(pool)))
  let assumed: readonly PoolDemand[] = asKnown.flat()
  // What is typed takes the forecast's place; percentages are of what is there then.
  for (const one of typed) assumed = withTyped(assumed, one, week)
  for (const one of demands) assumed = withDemand(assumed, one, week)
  let first = 0
  return pools.map((pool, index) => {
    const before = asKnown[index]!
    const after = assumed.slice(first, (first += before.length))
    return after.every((one, part) => one === before[part])
      ? pool
      : { ...pool, visitors: visitorsOf(pool, before, after) }
  })
}

/** The visitors of a pool, or of one of several that count as one. */
type PoolDemand = Pick<PoolPredictionInput, 'poolId' | 'includes' | 'visitors'>

/** Each of the pools that count as one by itself, where it is known what is whose. */
function demandOf(pool: PoolPredictionInput): readonly PoolDemand[] {
  return (
    pool.parts?.map(({ poolId, shares }) => ({
      poolId,
      visitors: pool.visitors.map((value, slot) => value * shares[slot]!),
    })) ?? [pool]
  )
}

/** All of a pool's visitors: where nothing changed, to the bit as before. */
function visitorsOf(
  { visitors }: PoolDemand,
  before: readonly PoolDemand[],
  after: readonly PoolDemand[],
): readonly number[] {
  if (after.length === 1) return after[0]!.visitors
  return visitors.map((value, slot) =>
    Math.max(
      0,
      after.reduce((sum, part, index) => sum + (part.visitors[slot]! - before[index]!.visitors[slot]!), value),
    ),
  )
}

function withDemand(
  pools: readonly PoolDemand[],
  { percent, poolId, time }: Demand,
  { starts, timeZone }: AssumedWeek,
): readonly PoolDemand[] {
  const intervals = assumedIntervals(time, {
    timeZone,
    start: starts[0] ?? 0,
    end: (starts.at(-1) ?? 0) + SLOT_MS,
  })
  const factors = starts.map(
    (start) => 1 + (percent / 100) * (totalWithin(intervals, start, start + SLOT_MS) / SLOT_MS),
  )
  return pools.map((pool) =>
    isMeant(pool, poolId) ? { ...pool, visitors: pool.visitors.map((value, slot) => value * factors[slot]!) } : pool,
  )
}

function withTyped(
  pools: readonly PoolDemand[],
  { date, visitors, poolId }: Visitors,
  { starts, timeZone }: AssumedWeek,
): readonly PoolDemand[] {
  const columns = new Map<PoolDemand, number[]>()
  for (const pool of pools) if (isMeant(pool, poolId)) columns.set(pool, [...pool.visitors])
  const meant = [...columns.values()]
  for (const [interval, value] of typedParts({ date, visitors }, timeZone)) {
    const slots = starts.flatMap((start, slot) => (contains(interval, start) ? [slot] : []))
    const expected = meant.reduce((sum, column) => slots.reduce((part, slot) => part + column[slot]!, sum), 0)
    for (const column of meant)
      for (const slot of slots)
        column[slot] = expected > 0 ? column[slot]! * (value / expected) : value / (slots.length * meant.length)
  }
  return pools.map((pool) => {
    const column = columns.get(pool)
    return column === undefined ? pool : { ...pool, visitors: column }
  })
}

/** A typed day as a whole, or hour by hour: an hour that the clock skips is left out, one that it repeats is two hours long. */
function typedParts(
  { date, visitors }: Pick<Visitors, 'date' | 'visitors'>,
  timeZone: string,
): readonly (readonly [Interval, number])[] {
  if (visitors.length === 1) return [[localRange(date, date, timeZone), visitors[0]!]]
  const day = parseLocalDate(date)
  const at = (hour: number): number => instantOfWallTime(timeZone, day, hour * HOUR_MINUTES)
  return visitors.map((value, hour) => [{ start: at(hour), end: at(hour + 1) }, value])
}

function isMeant(pool: PoolDemand, poolId: string | null): boolean {
  return poolId === null || (poolId === WITHOUT_POOL ? hasVisitsWithoutPool(pool) : isPool(pool, poolId))
}

function withService(pool: PoolPredictionInput, handling: number, points: number): PoolPredictionInput {
  const served = <One extends HoldingAndAvailability>(one: One): One => ({
    ...one,
    holdingMinutes: one.holdingMinutes * handling,
    availability: Math.min(1, Math.max(0, one.availability + points)),
  })
  return { ...pool, model: { ...served(pool.model), draws: pool.model.draws.map(served) } }
}
