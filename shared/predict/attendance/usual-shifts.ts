import type { WallSpell } from '../../plan/plan.ts'
import { sundayOf, instantInWeek, localMinuteOf, MINUTE_MS, WEEK_MINUTES } from './local-time.ts'
import { quantile } from './quantile.ts'
import { usualBreaks } from './usual-breaks.ts'
import type { WorkSpell } from './work-spells.ts'

/** One time that a usual shift was worked. */
export interface Occurrence {
  /** Number of the week: weeks back from the origin, 0 the last. */
  readonly week: number
  /** Sunday from which the shift's minutes count, as a day number of the calendar. */
  readonly sunday: number
  readonly work: WorkSpell
}

/** When an agent usually works: minutes of the week (Sunday's midnight is 0), on the quarter-hour grid. */
export interface UsualShift extends WallSpell {
  readonly agentId: string
  readonly breaks: readonly WallSpell[]
  /** One a week at most. */
  readonly occurrences: readonly Occurrence[]
}

export interface UsualShiftOptions {
  readonly agentId: string
  readonly timeZone: string
  /** Local day of the origin: whole weeks count back from it. */
  readonly originDay: number
}

/** Two spells are the same shift if they begin, or end, within this of one another. */
const SAME_EDGE_MINUTES = 75
const GRID = 15
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

/** An agent's spells of work as shifts that come back on the same day of week: usual start and end are the quartiles over the weeks. */
export function usualShifts(works: readonly WorkSpell[], options: UsualShiftOptions): readonly UsualShift[] {
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

function place(work: WorkSpell, { timeZone, originDay }: UsualShiftOptions): Placed {
  const from = localMinuteOf(work.start, timeZone)
  const sunday = sundayOf(from.day)
  const startMinute = (from.day - sunday) * 1440 + from.minute
  // Wall time at the end, so that a night on which the clock changes is no other shift.
  const to = localMinuteOf(work.end, timeZone)
  const endMinute = Math.max(startMinute + 1, (to.day - sunday) * 1440 + to.minute)
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
  const start = quantile(cluster.map(({ startMinute }) => startMinute), 0.5)
  const end = quantile(cluster.map(({ endMinute }) => endMinute), 0.5)
  const overlap = Math.min(end, placed.endMinute) - Math.max(start, placed.startMinute)
  const shorter = Math.min(end - start, placed.endMinute - placed.startMinute)
  if (overlap < shorter / 2) return false
  return Math.min(Math.abs(start - placed.startMinute), Math.abs(end - placed.endMinute)) <= SAME_EDGE_MINUTES
}

function distance(placed: Placed, cluster: readonly Placed[]): number {
  const first = cluster[0]!
  return Math.abs(first.startMinute - placed.startMinute) + Math.abs(first.endMinute - placed.endMinute)
}

function usualShiftOf(cluster: readonly Placed[], all: readonly (readonly Placed[])[], { agentId, timeZone }: UsualShiftOptions): UsualShift {
  const placed = onSameClock(cluster, all)
  const start = snapped(quantile(placed.map(({ startMinute }) => startMinute), 0.25) - START_LEAN_MINUTES)
  const end = snapped(quantile(placed.map(({ endMinute }) => endMinute), 0.75) + END_LEAN_MINUTES)
  const turn = start < 0 ? 7 : start >= WEEK_MINUTES ? -7 : 0
  const startMinute = start + turn * 1440
  const endMinute = Math.min(Math.max(startMinute + GRID, end + turn * 1440), startMinute + 1440)
  const occurrences = cluster.map(({ occurrence }) => ({ ...occurrence, sunday: occurrence.sunday - turn }))
  const offline = (from: number, to: number): readonly number[] =>
    occurrences.map(({ sunday, work }) => offlineShare(work, instantInWeek(sunday, from, timeZone), instantInWeek(sunday, to, timeZone)))
  return { agentId, startMinute, endMinute, breaks: usualBreaks({ startMinute, endMinute }, offline), occurrences }
}

/** The times of a shift and of the agent's others at the same times of other days, as if they were all on its day. */
function onSameClock(cluster: readonly Placed[], all: readonly (readonly Placed[])[]): readonly Pick<Placed, 'startMinute' | 'endMinute'>[] {
  const [start, end] = mediansOf(cluster)
  return all.flatMap((other) => {
    const [otherStart, otherEnd] = mediansOf(other)
    const days = Math.round((otherStart - start) / 1440) * 1440
    if (Math.abs(otherStart - days - start) > SAME_CLOCK_MINUTES || Math.abs(otherEnd - days - end) > SAME_CLOCK_MINUTES) return []
    return other.map(({ startMinute, endMinute }) => ({ startMinute: startMinute - days, endMinute: endMinute - days }))
  })
}

function mediansOf(cluster: readonly Placed[]): readonly [start: number, end: number] {
  return [quantile(cluster.map(({ startMinute }) => startMinute), 0.5), quantile(cluster.map(({ endMinute }) => endMinute), 0.5)]
}

function snapped(minute: number): number {
  return Math.round(minute / GRID) * GRID
}

/** Share of [from, to) away between first sign-on and last sign-off; NaN where none of it lies in between. */
function offlineShare(work: WorkSpell, from: number, to: number): number {
  const start = Math.max(from, work.start)
  const end = Math.min(to, work.end)
  if (end - start < MINUTE_MS) return Number.NaN
  let online = 0
  for (const span of work.online) online += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start))
  return 1 - online / (end - start)
}
