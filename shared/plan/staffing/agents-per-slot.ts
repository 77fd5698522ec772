import { type Interval, merge } from '../../foundation/interval.ts'
import { SLOT_MS } from '../../time/slots.ts'
import type { PlannedInterval } from '../plan.ts'
import { workedIntervals } from '../planned-intervals.ts'
import type { WeekClock } from '../week-clock.ts'

/** Agents planned over the real quarter-hours of a week. */
export interface PlannedAgents {
  /** Everybody, open shifts included: one agent counts once at any instant, each open shift is one more. */
  readonly agents: Float64Array
  /** Of which on open shifts. */
  readonly open: Float64Array
}

interface SlotOptions {
  /** Whether somebody on a drawn break counts. Left out: no. */
  readonly onBreak?: boolean
}

/** Agents planned in each quarter-hour of a week, averaged over it where a clock change cuts it. Intervals may reach beyond the week. */
export function agentsPerSlot(
  intervals: readonly PlannedInterval[],
  clock: WeekClock,
  { onBreak = false }: SlotOptions = {},
): PlannedAgents {
  const agents = new Float64Array(clock.slotCount)
  const open = new Float64Array(clock.slotCount)
  for (const [agentId, own] of intervalsByAgent(intervals)) {
    const intervals = onBreak ? own : workedIntervals(own)
    for (const interval of agentId === null ? intervals : merge(intervals)) {
      addInterval(agents, interval, clock.start)
      if (agentId === null) addInterval(open, interval, clock.start)
    }
  }
  return { agents, open }
}

/** Intervals by whose they are; null: open shifts. */
export function intervalsByAgent(
  intervals: readonly PlannedInterval[],
): ReadonlyMap<string | null, readonly PlannedInterval[]> {
  const byAgent = new Map<string | null, PlannedInterval[]>()
  for (const interval of intervals) {
    const known = byAgent.get(interval.agentId)
    if (known) known.push(interval)
    else byAgent.set(interval.agentId, [interval])
  }
  return byAgent
}

function addInterval(slots: Float64Array, interval: Interval, weekStart: number): void {
  const from = Math.max(0, (interval.start - weekStart) / SLOT_MS)
  const to = Math.min(slots.length, (interval.end - weekStart) / SLOT_MS)
  for (let slot = Math.floor(from); slot < to; slot++) {
    slots[slot]! += Math.min(to, slot + 1) - Math.max(from, slot)
  }
}
