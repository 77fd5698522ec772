import { type Interval, merge, subtract } from '../../foundation/interval.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import { workedIntervals } from '../../plan/planned-intervals.ts'

/** Planned time of one agent without seams: shifts that touch or overlap are one, since one person is there once. */
export interface PlannedBlock extends Interval {
  /** Whether the plan says when breaks are; where it does, people take no others. */
  readonly drawsBreaks: boolean
  readonly breaks: readonly Interval[]
  /** When its agent is assumed to be away, apart and in order; absent: never. */
  readonly away?: readonly Interval[] | undefined
  /** Share (0-1) of a full agent; absent: 1. */
  readonly share?: number | undefined
}

/** The planned intervals of one agent as blocks, in order. A break during which another of the agent's shifts goes on is none. */
export function blocksOf(intervals: readonly PlannedInterval[]): readonly PlannedBlock[] {
  if (intervals.length === 1) return [blockOf(intervals[0]!)]
  const ordered = intervals.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const groups: PlannedInterval[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const interval of ordered) {
    if (interval.end <= interval.start) continue
    if (interval.start > reach) groups.push([interval])
    else groups.at(-1)!.push(interval)
    reach = Math.max(reach, interval.end)
  }
  return groups.map((group) => (group.length === 1 ? blockOf(group[0]!) : joined(group)))
}

function blockOf({ start, end, breaks, away, share }: PlannedInterval): PlannedBlock {
  return { start, end, breaks, drawsBreaks: breaks.length > 0, away, share }
}

function joined(group: readonly PlannedInterval[]): PlannedBlock {
  const working = merge(workedIntervals(group))
  const start = group[0]!.start
  const end = Math.max(...group.map((interval) => interval.end))
  return {
    start,
    end,
    breaks: subtract([{ start, end }], working),
    drawsBreaks: group.some((interval) => interval.breaks.length > 0),
    away: group.some(({ away }) => away !== undefined) ? merge(group.flatMap(({ away = [] }) => away)) : undefined,
    share: Math.max(...group.map((interval) => interval.share ?? 1)),
  }
}
