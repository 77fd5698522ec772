import type { CallCount } from '../coverage/types.ts'
import type { Interval } from '../foundation/interval.ts'
import { DAY_MS } from '../foundation/minutes.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { trafficByPool } from '../predict/assemble/pool-traffic.ts'
import { SLOTS_PER_DAY } from '../time/slots.ts'
import type { CallFacts, CallFigure } from './types.ts'

export interface CallsInput {
  /** Calls of whole UTC days, and the clock up to which they are known; null: none are. */
  readonly calls: {
    readonly counts: readonly CallCount[]
    readonly through: number
    readonly counting?: 'visitors' | 'attempts'
  } | null
  readonly facts: Pick<PredictionFacts, 'batches' | 'countryRule'>
  /** UTC days of which visits are known, and the clock up to which. */
  readonly days: Iterable<{ readonly day: number; readonly syncedThrough: number }>
  readonly range: Interval
  /** Nothing later counts, epoch milliseconds. */
  readonly until: number
}

/** Figures of a pool; of all pools together where `poolId` is undefined. */
export type CallFactsOf = (poolId: string | null | undefined) => CallFacts

interface Sums {
  calls: number
  completed: number
  seconds: number
  covered: number
}

/**
 * How many of the visitors who found an agent rang, and how long calls took, on the UTC days that a range touches. Only days count of
 * which calls and visits are both known: none before the first call ever logged.
 */
export function gatherCalls({ calls, facts, days, range, until }: CallsInput): CallFactsOf {
  const known = calls === null ? new Set<number>() : commonDays({ calls, days, range, until })
  if (calls === null || known.size === 0) return () => ({ ringRate: null, averageCallSeconds: null })
  const all = noCalls()
  const byPool = new Map<string | null, Sums>()
  const sumsOf = (poolId: string | null): Sums => {
    const sums = byPool.get(poolId) ?? noCalls()
    byPool.set(poolId, sums)
    return sums
  }
  for (const count of calls.counts) {
    if (!known.has(count.day)) continue
    for (const sums of [all, sumsOf(count.poolId)]) {
      sums.calls += count.calls
      sums.completed += count.completed
      sums.seconds += count.seconds
    }
  }
  const [fromSlot, toSlot] = [Math.min(...known) * SLOTS_PER_DAY, (Math.max(...known) + 1) * SLOTS_PER_DAY]
  for (const { poolId, cells } of trafficByPool(facts.batches, { countryRule: facts.countryRule, fromSlot, toSlot })) {
    for (const [row, slot] of cells.slot.entries()) {
      if (!known.has(Math.floor(slot / SLOTS_PER_DAY))) continue
      for (const sums of [all, sumsOf(poolId)]) sums.covered += cells.covered[row]!
    }
  }
  // Where no call names a pool, the source does not say whose they are: they are no calls of "No pool".
  const arePoolsKnown = calls.counts.some(({ poolId }) => poolId !== null)
  return (poolId) => {
    const own = poolId === undefined ? all : arePoolsKnown ? byPool.get(poolId) : undefined
    return {
      ringRate: figure(ringRate, own, all),
      averageCallSeconds: figure(averageSeconds, own, all),
      ...(calls.counting === 'attempts' ? { isOverstated: true } : {}),
    }
  }
}

function commonDays({
  calls: { counts, through },
  days,
  range,
  until,
}: Omit<CallsInput, 'facts' | 'calls'> & { readonly calls: NonNullable<CallsInput['calls']> }): ReadonlySet<number> {
  const firstCalls = counts.reduce((first, { day }) => Math.min(first, day), Number.POSITIVE_INFINITY)
  const found = [...days].filter(({ day, syncedThrough }) => {
    const [start, end] = [day * DAY_MS, (day + 1) * DAY_MS]
    return (
      day >= firstCalls &&
      start < range.end &&
      end > range.start &&
      Math.min(end, syncedThrough) <= Math.min(through, until)
    )
  })
  return new Set(found.map(({ day }) => day))
}

function noCalls(): Sums {
  return { calls: 0, completed: 0, seconds: 0, covered: 0 }
}

function figure(measure: (sums: Sums) => number | null, own: Sums | undefined, all: Sums): CallFigure | null {
  const counted = own === undefined ? null : measure(own)
  if (counted !== null) return { value: counted, of: 'own' }
  const value = measure(all)
  return value === null ? null : { value, of: 'all-pools' }
}

/** More calls than visitors who found an agent: people ring without the page too, but no more than all would have. */
function ringRate({ calls, covered }: Sums): number | null {
  return calls > 0 && covered > 0 ? Math.min(1, calls / covered) : null
}

function averageSeconds({ completed, seconds }: Sums): number | null {
  return completed > 0 && seconds > 0 ? seconds / completed : null
}
