import { SLOT_MS } from '../../time/slots.ts'
import type { PlannedSpell } from '../plan.ts'
import { mergedSpans, workedSpans, type InstantSpan } from '../instant-spans.ts'
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

/** Agents planned in each quarter-hour of a week, averaged over it where a clock change cuts it. Spells may reach beyond the week. */
export function agentsPerSlot(spells: readonly PlannedSpell[], clock: WeekClock, { onBreak = false }: SlotOptions = {}): PlannedAgents {
  const agents = new Float64Array(clock.slotCount)
  const open = new Float64Array(clock.slotCount)
  for (const [agentId, own] of spellsByAgent(spells)) {
    const spans = onBreak ? own : workedSpans(own)
    for (const span of agentId === null ? spans : mergedSpans(spans)) {
      addSpan(agents, span, clock.start)
      if (agentId === null) addSpan(open, span, clock.start)
    }
  }
  return { agents, open }
}

/** Spells by whose they are; null: open shifts. */
export function spellsByAgent(spells: readonly PlannedSpell[]): ReadonlyMap<string | null, readonly PlannedSpell[]> {
  const byAgent = new Map<string | null, PlannedSpell[]>()
  for (const spell of spells) {
    const known = byAgent.get(spell.agentId)
    if (known) known.push(spell)
    else byAgent.set(spell.agentId, [spell])
  }
  return byAgent
}

function addSpan(slots: Float64Array, span: InstantSpan, weekStart: number): void {
  const from = Math.max(0, (span.start - weekStart) / SLOT_MS)
  const to = Math.min(slots.length, (span.end - weekStart) / SLOT_MS)
  for (let slot = Math.floor(from); slot < to; slot++) {
    slots[slot]! += Math.min(to, slot + 1) - Math.max(from, slot)
  }
}
