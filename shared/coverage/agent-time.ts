import { SLOT_MS } from '../time/slots.ts'
import {
  visitMergedIntervals,
  visitRecordedIntervals,
  type Sessions,
  type SessionSelection,
  type IntervalVisitor,
} from './session-columns.ts'
import type { SlotRange } from './slot-series.ts'

/** The slots to fill, and which sessions fill them. */
export interface AgentTimeOptions extends SlotRange, SessionSelection {}

/** Agent-milliseconds per UTC slot, sessions as recorded: an agent's overlapping sessions are added up. This is what coverage figures use. */
export function agentTimePerSlot(sessions: Sessions, options: AgentTimeOptions): Float64Array {
  return sweepSlots(options, (visit) => visitRecordedIntervals(sessions, options, visit))
}

/** Agent-milliseconds per UTC slot with overlapping sessions of one agent merged: an agent is one person. Fastest over columns. */
export function mergedAgentTimePerSlot(sessions: Sessions, options: AgentTimeOptions): Float64Array {
  return sweepSlots(options, (visit) => visitMergedIntervals(sessions, options, visit))
}

/** Adds spans up by slot: what fills slots whole is noted where it begins and stops, and carried along once at the end. */
function sweepSlots({ firstSlot, length }: SlotRange, visitAll: (visit: IntervalVisitor) => void): Float64Array {
  const agentMs = new Float64Array(length)
  const wholeChanges = new Float64Array(length + 1)
  const startMs = firstSlot * SLOT_MS
  const lengthMs = length * SLOT_MS
  visitAll((start, end) => {
    const from = Math.max(start - startMs, 0)
    const to = Math.min(end - startMs, lengthMs)
    if (to <= from) return
    const first = Math.floor(from / SLOT_MS)
    const last = Math.floor(to / SLOT_MS)
    if (first === last) {
      agentMs[first]! += to - from
      return
    }
    agentMs[first]! += (first + 1) * SLOT_MS - from
    wholeChanges[first + 1]! += 1
    wholeChanges[last]! -= 1
    if (last < length) agentMs[last]! += to - last * SLOT_MS
  })
  let whole = 0
  for (let slot = 0; slot < length; slot++) {
    whole += wholeChanges[slot]!
    agentMs[slot]! += whole * SLOT_MS
  }
  return agentMs
}
