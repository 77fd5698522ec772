import { localHourSegments } from '../time/hour-segments.ts'
import { SLOT_MS } from '../time/slots.ts'
import { emptyCounts, figuresFromCounts } from './figures.ts'
import { toInstant } from './instant.ts'
import type { SlotSeries } from './slot-series.ts'
import type { CoverageFigures, CoverageRange } from './types.ts'

/**
 * Every coverage figure of a range from quarter-hours: `agentTime` holds agent-milliseconds of the series' own slots. Outside the
 * series nothing counts. Where a local hour begins inside a slot (no zone does since 2023), the slot counts where it begins.
 * Throws AppError 'invalid-input' for nonsense dates, an unknown zone or an unreadable now.
 */
export function figuresFromSeries(series: SlotSeries, agentTime: Float64Array, range: CoverageRange): CoverageFigures {
  const now = toInstant(range.now)
  const counts = emptyCounts(localHourSegments(range))
  const { firstSlot } = series
  const slotLimit = Math.min(series.visitors.length, slotAtOrAfter(now) - firstSlot)
  for (let index = 0; index < counts.segments.length; index++) {
    const segment = counts.segments[index]!
    const first = Math.max(slotAtOrAfter(segment.start) - firstSlot, 0)
    const end = Math.min(slotAtOrAfter(segment.end) - firstSlot, slotLimit)
    let visitors = 0
    let covered = 0
    let agentMs = 0
    for (let slot = first; slot < end; slot++) {
      visitors += series.visitors[slot]!
      covered += series.covered[slot]!
      agentMs += agentTime[slot]!
    }
    counts.visitors[index] = visitors
    counts.covered[index] = covered
    counts.agentMs[index] = agentMs
  }
  return figuresFromCounts({ from: range.from, to: range.to, now }, counts)
}

function slotAtOrAfter(instant: number): number {
  return Math.ceil(instant / SLOT_MS)
}
