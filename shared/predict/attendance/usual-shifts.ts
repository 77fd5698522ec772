import { totalWithin } from '../../foundation/interval.ts'
import { DAY_MINUTES, MINUTE_MS, WEEK_MINUTES } from '../../foundation/minutes.ts'
import { snapMinute } from '../../plan/grid.ts'
import { GRID_MINUTES, type TimeRange } from '../../plan/plan.ts'
import { instantInWeek, localMinuteOf, sundayOf } from './local-time.ts'
import { quantile } from './quantile.ts'
import type { WorkInterval } from './work-intervals.ts'

/** A break so near an edge is a late start or an early end. */
const EDGE_MINUTES = 30
/** Taken in at least so much of the shifts at the same time. */
const USUAL_SHARE = 0.5

/** One time that a usual shift was worked. */
export interface Occurrence {
  /** Number of the week: weeks back from the origin, 0 the last. */
  readonly week: number
  /** Sunday from which the shift's minutes count, as a day number of the calendar. */
  readonly sunday: number
  readonly work: WorkInterval
}

/** When an agent usually works: minutes of the week (Sunday's midnight is 0), on the quarter-hour grid. */
export interface UsualShift extends TimeRange {
  readonly agentId: string
  readonly breaks: readonly TimeRange[]
  /** One a week at most. */
  readonly occurrences: readonly Occurrence[]
}

export interface UsualShiftOptions {
  readonly agentId: string
  readonly timeZone: string
  /** Local day of the origin: whole weeks count back from it. */
  readonly originDay: number
}

/** Two intervals of work are the same shift if they begin, or end, within this of one another. */
const SAME_EDGE_MINUTES = 75
/** The first quarter of people come a little after a shift's planned start, and the last quarter leave at about its end. */
const START_LEAN_MINUTES = 2
const END_LEAN_MINUTES = 0.5
/** Shifts of one agent on several days that differ by less are evidently the same on the clock, and their quartiles rest on all of them. */
const SAME_CLOCK_MINUTES = 10

interface Placed {
  readonly startMinute: number
  readonly endMinute: number
  readonly occurrence: Occurrence
}

/** An agent's intervals of work as shifts that come back on the same day of week: usual start and end are the quartiles over the weeks. */
export function usualShifts(works: readonly WorkInterval[], options: UsualShiftOptions): readonly UsualShift[] {
  const clusters: Placed[][] = []
  for (const work of works) {
    const placed = place(work, options)
    const home = clusters
      .map((cluster) => ({ cluster, aligned: alignTo(placed, cluster[0]!) }))
      .filter(({ cluster, aligned }) => isSameShift(aligned, cluster))
      .toSorted((a, b) => distance(a.aligned, a.cluster) - distance(b.aligned, b.cluster))[0]
    if (home) home.cluster.push(home.aligned)
    else clusters.push([placed])
  }
  return clusters.map((cluster) => usualShiftOf(cluster, clusters, options))
}

function place(work: WorkInterval, { timeZone, originDay }: UsualShiftOptions): Placed {
  const from = localMinuteOf(work.start, timeZone)
  const sunday = sundayOf(from.day)
  const startMinute = (from.day - sunday) * DAY_MINUTES + from.minute
  // Wall time at the end, so that a night on which the clock changes is no other shift.
  const to = localMinuteOf(work.end, timeZone)
  const endMinute = Math.max(startMinute + 1, (to.day - sunday) * DAY_MINUTES + to.minute)
  return { startMinute, endMinute, occurrence: { week: Math.floor((originDay - 1 - from.day) / 7), sunday, work } }
}

/** A shift about Saturday's midnight may begin in one week or in the next: both are counted from the same Sunday. */
function alignTo(placed: Placed, reference: Placed): Placed {
  const turns = Math.round((reference.startMinute - placed.startMinute) / WEEK_MINUTES)
  if (turns === 0) return placed
  const { occurrence } = placed
  return {
    startMinute: placed.startMinute + turns * WEEK_MINUTES,
    endMinute: placed.endMinute + turns * WEEK_MINUTES,
    occurrence: { ...occurrence, sunday: occurrence.sunday - turns * 7 },
  }
}

function isSameShift(placed: Placed, cluster: readonly Placed[]): boolean {
  if (cluster.some(({ occurrence }) => occurrence.sunday === placed.occurrence.sunday)) return false
  const start = quantile(
    cluster.map(({ startMinute }) => startMinute),
    0.5,
  )
  const end = quantile(
    cluster.map(({ endMinute }) => endMinute),
    0.5,
  )
  const overlap = Math.min(end, placed.endMinute) - Math.max(start, placed.startMinute)
  const shorter = Math.min(end - start, placed.endMinute - placed.startMinute)
  if (overlap < shorter / 2) return false
  return Math.min(Math.abs(start - placed.startMinute), Math.abs(end - placed.endMinute)) <= SAME_EDGE_MINUTES
}

function distance(placed: Placed, cluster: readonly Placed[]): number {
  const first = cluster[0]!
  return Math.abs(first.startMinute - placed.startMinute) + Math.abs(first.endMinute - placed.endMinute)
}

function usualShiftOf(
  cluster: readonly Placed[],
  all: readonly (readonly Placed[])[],
  { agentId, timeZone }: UsualShiftOptions,
): UsualShift {
  const placed = onSameClock(cluster, all)
  const start = snapMinute(
    quantile(
      placed.map(({ startMinute }) => startMinute),
      0.25,
    ) - START_LEAN_MINUTES,
  )
  const end = snapMinute(
    quantile(
      placed.map(({ endMinute }) => endMinute),
      0.75,
    ) + END_LEAN_MINUTES,
  )
  const turn = start < 0 ? 7 : start >= WEEK_MINUTES ? -7 : 0
  const startMinute = start + turn * DAY_MINUTES
  const endMinute = Math.min(Math.max(startMinute + GRID_MINUTES, end + turn * DAY_MINUTES), startMinute + DAY_MINUTES)
  const occurrences = cluster.map(({ occurrence }) => ({ ...occurrence, sunday: occurrence.sunday - turn }))
  const offline = (from: number, to: number): readonly number[] =>
    occurrences.map(({ sunday, work }) =>
      offlineShare(work, instantInWeek(sunday, from, timeZone), instantInWeek(sunday, to, timeZone)),
    )
  return { agentId, startMinute, endMinute, breaks: usualBreaks({ startMinute, endMinute }, offline), occurrences }
}

/** The times of a shift and of the agent's others at the same times of other days, as if they were all on its day. */
function onSameClock(
  cluster: readonly Placed[],
  all: readonly (readonly Placed[])[],
): readonly Pick<Placed, 'startMinute' | 'endMinute'>[] {
  const [start, end] = mediansOf(cluster)
  return all.flatMap((other) => {
    const [otherStart, otherEnd] = mediansOf(other)
    const days = Math.round((otherStart - start) / DAY_MINUTES) * DAY_MINUTES
    if (
      Math.abs(otherStart - days - start) > SAME_CLOCK_MINUTES ||
      Math.abs(otherEnd - days - end) > SAME_CLOCK_MINUTES
    )
      return []
    return other.map(({ startMinute, endMinute }) => ({ startMinute: startMinute - days, endMinute: endMinute - days }))
  })
}

function mediansOf(cluster: readonly Placed[]): readonly [start: number, end: number] {
  return [
    quantile(
      cluster.map(({ startMinute }) => startMinute),
      0.5,
    ),
    quantile(
      cluster.map(({ endMinute }) => endMinute),
      0.5,
    ),
  ]
}

/** Share of [from, to) away between first sign-on and last sign-off; NaN where none of it lies in between. */
function offlineShare(work: WorkInterval, from: number, to: number): number {
  const start = Math.max(from, work.start)
  const end = Math.min(to, work.end)
  if (end - start < MINUTE_MS) return Number.NaN
  return 1 - totalWithin(work.online, start, end) / (end - start)
}

/**
 * Breaks that come at the same time of most shifts, on the grid. `offline` gives, for wall minutes [from, to), the share of that time away
 * in each past shift; NaN where a shift did not reach it.
 */
function usualBreaks(shift: TimeRange, offline: (from: number, to: number) => readonly number[]): readonly TimeRange[] {
  const breaks: { startMinute: number; endMinute: number }[] = []
  for (
    let from = shift.startMinute + EDGE_MINUTES;
    from + GRID_MINUTES <= shift.endMinute - EDGE_MINUTES;
    from += GRID_MINUTES
  ) {
    const shares = offline(from, from + GRID_MINUTES).filter((share) => !Number.isNaN(share))
    if (shares.length === 0) continue
    const share = shares.reduce((sum, value) => sum + value, 0) / shares.length
    if (share < USUAL_SHARE) continue
    const last = breaks.at(-1)
    if (last?.endMinute === from) last.endMinute = from + GRID_MINUTES
    else breaks.push({ startMinute: from, endMinute: from + GRID_MINUTES })
  }
  return breaks
}
