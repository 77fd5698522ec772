import { type AgentSteps, agentSteps, type OnlineWindow } from '../../../shared/coverage/agents-online.ts'
import { SLOT_MS, slotOf } from '../../../shared/time/slots.ts'
import type { SourceSession } from '../source.ts'

/**
 * A window cut at every quarter-hour and at every instant at which an agent came or went. Within a bucket nothing changes, so
 * counting visits by bucket and looking the agents up afterwards is exact.
 */
export interface AgentBuckets {
  /** First instant of each bucket, ascending. */
  readonly starts: readonly number[]
  /** The buckets' cells as a pool sees them; null: "No pool". */
  cellsOf(poolId: string | null): BucketCells
}

/** Which (slot, agents) a bucket belongs to; several buckets may share one. */
export interface BucketCells {
  /** Entry i: index of bucket i's cell. */
  readonly cellOfBucket: Uint32Array
  readonly slots: readonly number[]
  readonly agents: readonly number[]
}

/** Cuts [from, min(to, now)) by the sessions that overlap it. */
export function agentBuckets(sessions: readonly SourceSession[], window: OnlineWindow): AgentBuckets {
  const steps = agentSteps(sessions, window)
  const instants = new Set(steps.points)
  for (let instant = (slotOf(steps.from) + 1) * SLOT_MS; instant < steps.to; instant += SLOT_MS) instants.add(instant)
  const starts = [...instants].toSorted((a, b) => a - b)
  const stepOfBucket = stepsOfBuckets(starts, steps)
  const known = new Map<readonly number[], BucketCells>()
  return {
    starts,
    cellsOf(poolId) {
      const counts = (poolId === null ? undefined : steps.byPool.get(poolId)) ?? steps.all
      const cells = known.get(counts) ?? bucketCells({ starts, stepOfBucket, counts })
      known.set(counts, cells)
      return cells
    },
  }
}

function stepsOfBuckets(starts: readonly number[], { points }: AgentSteps): Uint32Array {
  const steps = new Uint32Array(starts.length)
  let step = 0
  for (const [bucket, start] of starts.entries()) {
    while (step + 1 < points.length && points[step + 1]! <= start) step += 1
    steps[bucket] = step
  }
  return steps
}

interface BucketInput {
  readonly starts: readonly number[]
  readonly stepOfBucket: Uint32Array
  readonly counts: readonly number[]
}

function bucketCells({ starts, stepOfBucket, counts }: BucketInput): BucketCells {
  const cellOfBucket = new Uint32Array(starts.length)
  const slots: number[] = []
  const agents: number[] = []
  // Numbers of agents recur within a quarter-hour (somebody leaves and is back): those buckets are one cell.
  let cellOfAgents = new Map<number, number>()
  for (const [bucket, start] of starts.entries()) {
    const slot = slotOf(start)
    if (slot !== slots.at(-1)) cellOfAgents = new Map()
    const online = counts[stepOfBucket[bucket]!] ?? 0
    let cell = cellOfAgents.get(online)
    if (cell === undefined) {
      cell = slots.push(slot) - 1
      agents.push(online)
      cellOfAgents.set(online, cell)
    }
    cellOfBucket[bucket] = cell
  }
  return { cellOfBucket, slots, agents }
}
