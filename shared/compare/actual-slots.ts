import { agentSteps, type AgentSteps } from '../coverage/agents-online.ts'
import { type Interval, isWithinOne } from '../foundation/interval.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { membersAt } from '../predict/assemble/members.ts'
import { trafficByPool } from '../predict/assemble/pool-traffic.ts'
import { countedAs, factsTogether, loadsOf } from '../predict/assemble/starved/pools-together.ts'
import { meanStaffing } from '../predict/attendance/typical-staffing.ts'
import type { PredictionInputs, TypicalStaffing } from '../predict/types.ts'
import { SLOT_MS, slotOf } from '../time/slots.ts'

export interface ActualOptions {
  /** The plan's pool; null: all. */
  readonly poolId: string | null
  /** Epoch milliseconds; nothing at or after it is known. */
  readonly now: number
}

/** What happened in a week that was predicted: columns over the inputs' slots. */
export interface ActualSlots {
  /** 1 where it is known what happened in the whole quarter-hour. Columns mean nothing elsewhere. */
  readonly known: Uint8Array
  /** Of the plan's pools together, also of pools that are newer than the prediction. */
  readonly visitors: Float64Array
  readonly covered: Float64Array
  /** Mean number of the plan's agents online; one person counts once. */
  readonly agents: Float64Array
  /** In the order of the inputs' pools. */
  readonly pools: readonly {
    readonly visitors: Float64Array
    readonly covered: Float64Array
    readonly staffing: TypicalStaffing
  }[]
  /** Visitors of pools that the prediction does not know. */
  readonly unknownPoolVisitors: number
}

/** What the facts say of a predicted week. Quarter-hours that were not synced, or have not passed, are unknown and never zero. */
export function actualSlots(
  inputs: PredictionInputs,
  recorded: PredictionFacts,
  { poolId: asked, now }: ActualOptions,
): ActualSlots {
  const { starts } = inputs
  const from = starts[0]!
  const to = starts.at(-1)! + SLOT_MS
  const at = Math.max(from, Math.min(now, to) - 1)
  const loads = loadsOf(inputs)
  const facts = factsTogether(recorded, loads, at)
  const poolId = asked === null ? null : countedAs(loads, asked)
  const known = knownSlots(starts, facts.known, now)
  const series = new Map(
    trafficByPool(facts.batches, { countryRule: facts.countryRule, fromSlot: slotOf(from), toSlot: slotOf(to) }).map(
      (one) => [one.poolId, one.series],
    ),
  )
  const members = inputs.pools.map((pool) => membersAt(facts, pool.poolId, at))
  const ofPlan = poolId === null ? null : membersAt(facts, poolId, at)
  const membership = new Map(
    [...members, ofPlan].map((agents, index) => [String(index), agents === null ? ('all' as const) : new Set(agents)]),
  )
  const steps = agentSteps(facts.sessions, { from, to, now, membership })
  const columnOf = (pool: string | null, kind: 'visitors' | 'covered'): Float64Array =>
    Float64Array.from(starts, (start, slot) =>
      known[slot] === 1 ? (series.get(pool)?.[kind][slotOf(start) - slotOf(from)] ?? 0) : 0,
    )

  const shown =
    poolId === null ? [...new Set([...inputs.pools.map((pool) => pool.poolId), ...series.keys()])] : [poolId]
  const foreseen = new Set(inputs.pools.map((pool) => pool.poolId))
  return {
    known,
    visitors: sumOf(
      shown.map((pool) => columnOf(pool, 'visitors')),
      starts.length,
    ),
    covered: sumOf(
      shown.map((pool) => columnOf(pool, 'covered')),
      starts.length,
    ),
    agents: meanStaffing(staffingOver(starts, steps, steps.byPool.get(String(members.length))!)),
    pools: inputs.pools.map((pool, index) => ({
      visitors: columnOf(pool.poolId, 'visitors'),
      covered: columnOf(pool.poolId, 'covered'),
      staffing: staffingOver(starts, steps, steps.byPool.get(String(index))!),
    })),
    unknownPoolVisitors: shown
      .filter((pool) => !foreseen.has(pool))
      .reduce((sum, pool) => sum + total(columnOf(pool, 'visitors')), 0),
  }
}

/** 1 for each quarter-hour that lies wholly in a known span and has passed. */
function knownSlots(starts: readonly number[], known: readonly Interval[], now: number): Uint8Array {
  const near = known.filter(({ start, end }) => end > starts[0]! && start < starts.at(-1)! + SLOT_MS)
  return Uint8Array.from(starts, (start) =>
    Number(start + SLOT_MS <= now && isWithinOne({ start, end: start + SLOT_MS }, near)),
  )
}

/** Numbers online in each quarter-hour, with their share of its time. */
function staffingOver(starts: readonly number[], { points }: AgentSteps, counts: readonly number[]): TypicalStaffing {
  const offsets = [0]
  const agents: number[] = []
  const shares: number[] = []
  let step = 0
  for (const start of starts) {
    while (step + 1 < points.length && points[step + 1]! <= start) step += 1
    for (let from = start, at = step; from < start + SLOT_MS; at += 1) {
      const to = Math.min(start + SLOT_MS, points[at + 1] ?? Number.POSITIVE_INFINITY)
      agents.push(counts[at] ?? 0)
      shares.push((to - from) / SLOT_MS)
      from = to
    }
    offsets.push(agents.length)
  }
  return { offsets, agents, shares, weeks: 1 }
}

function sumOf(columns: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length)
  for (const column of columns) for (let slot = 0; slot < length; slot += 1) sum[slot]! += column[slot]!
  return sum
}

function total(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0)
}
