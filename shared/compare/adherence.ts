import type { SessionInterval } from '../coverage/session-interval.ts'
import { clip, intersect, type Interval, merge, subtract, total, totalWithin } from '../foundation/interval.ts'
import { DAY_MS, MINUTE_MS } from '../foundation/minutes.ts'
import type { PlannedInterval } from '../plan/plan.ts'
import { beginsIn } from '../plan/planned-intervals.ts'
import { blocksOf, type PlannedBlock } from '../predict/attendance/blocks.ts'
import { onlineByAgent, workIntervals } from '../predict/attendance/work-intervals.ts'

/** `ahead`: not begun; `running`: not over; `unknown`: not, or not wholly, synced. */
export type ShiftState = 'ahead' | 'running' | 'worked' | 'absent' | 'unknown'

/** One planned shift and what became of it. Shifts of one agent that touch are one. */
export interface ShiftAdherence extends Interval {
  readonly state: ShiftState
  /** Planned time that has passed and is known, without breaks. */
  readonly plannedMs: number
  /** Of that online. */
  readonly onlineMs: number
  /** After the planned begin; null: not begun, absent or not known. */
  readonly lateMs: number | null
  /** Before the planned end; null as above, or not over yet. */
  readonly earlyMs: number | null
}

/** How an agent kept to a week's plan. Only what has passed and is known counts. */
export interface AgentAdherence {
  readonly agentId: string
  readonly shifts: readonly ShiftAdherence[]
  /** Work of half an hour and more on no planned shift. */
  readonly unplanned: readonly Interval[]
  readonly plannedMs: number
  /** Online on shifts outside of breaks, and where nothing was planned. */
  readonly actualMs: number
  /** Of that where nothing was planned: more time before and after shifts, and unplanned work. */
  readonly unplannedMs: number
  readonly lateMs: number
  readonly earlyMs: number
  readonly lateShifts: number
  readonly earlyShifts: number
  readonly absentShifts: number
  /** Shifts that are over and known. */
  readonly judgedShifts: number
}

export interface AdherenceInput {
  /** The plan's, that touch the week. */
  readonly intervals: readonly PlannedInterval[]
  readonly sessions: readonly SessionInterval[]
  /** Instants of the week. A shift belongs whole to the week in which it begins. */
  readonly week: Interval
  readonly known: readonly Interval[]
  /** Epoch milliseconds; nothing at or after it is known. */
  readonly now: number
  /** Whose work without a plan counts; null: everybody's. */
  readonly members: ReadonlySet<string> | null
}

/** Less is on time. */
export const ON_TIME_MS = 5 * MINUTE_MS
/** Somebody who was online for less of a shift only looked in. */
const LOOKED_IN_MS = 15 * MINUTE_MS

/** Planned against actual time online, agent by agent, in order of id; open shifts are nobody's. One person is online once, however many sessions. */
export function adherenceOf(input: AdherenceInput): readonly AgentAdherence[] {
  return timesOf(input)
    .map((times) => agentAdherence(times, input))
    .filter(({ shifts, unplannedMs }) => shifts.length > 0 || unplannedMs > 0)
}

/** One agent's time, planned and online, and what of the week is known. Spans are apart and in order. */
export interface OwnTimes {
  readonly agentId: string
  readonly blocks: readonly PlannedBlock[]
  readonly online: readonly Interval[]
  /** Up to now. */
  readonly known: readonly Interval[]
}

/** Of everybody who is planned, or was online and counts, in order of id. */
export function timesOf({ intervals, sessions, week, known, now, members }: AdherenceInput): readonly OwnTimes[] {
  const online = onlineByAgent(sessions, { from: week.start - DAY_MS, origin: now })
  const planned = Map.groupBy(
    intervals.filter(({ agentId }) => agentId !== null),
    ({ agentId }) => agentId!,
  )
  const agents = new Set([
    ...planned.keys(),
    ...[...online.keys()].filter((agent) => members === null || members.has(agent)),
  ])
  const passed = clip(merge(known), { start: Number.NEGATIVE_INFINITY, end: now })
  return [...agents].toSorted().map((agentId) => ({
    agentId,
    blocks: blocksOf(planned.get(agentId) ?? []),
    online: online.get(agentId) ?? [],
    known: passed,
  }))
}

function agentAdherence({ agentId, blocks, online, known }: OwnTimes, { week, now }: AdherenceInput): AgentAdherence {
  const shifts = blocks
    .filter((block) => beginsIn(block, week))
    .map((block) => shiftAdherence(block, { online, known }, now))
  const inWeek = intersect(clip(known, week), online)
  const free = subtract(inWeek, blocks)
  const unplanned = workIntervals(inWeek).filter((interval) =>
    blocks.every((block) => interval.end <= block.start || interval.start >= block.end),
  )
  const unplannedMs = total(free)
  const sum = (valueOf: (shift: ShiftAdherence) => number): number =>
    shifts.reduce((total, shift) => total + valueOf(shift), 0)
  return {
    agentId,
    shifts,
    unplanned: unplanned.map(({ start, end }) => ({ start, end })),
    plannedMs: sum(({ plannedMs }) => plannedMs),
    actualMs: sum(({ onlineMs }) => onlineMs) + unplannedMs,
    unplannedMs,
    lateMs: sum(({ lateMs }) => lateMs ?? 0),
    earlyMs: sum(({ earlyMs }) => earlyMs ?? 0),
    lateShifts: sum(({ lateMs }) => Number((lateMs ?? 0) > ON_TIME_MS)),
    earlyShifts: sum(({ earlyMs }) => Number((earlyMs ?? 0) > ON_TIME_MS)),
    absentShifts: sum(({ state }) => Number(state === 'absent')),
    judgedShifts: sum(({ state }) => Number(state === 'worked' || state === 'absent')),
  }
}

/** Planned time of a shift without its breaks. */
export function workingTime(block: PlannedBlock): readonly Interval[] {
  return subtract([block], block.breaks)
}

/** What became of one shift, as far as it is known; of a shift that is over and not wholly known nothing is judged. */
export function shiftAdherence(
  block: PlannedBlock,
  { online, known }: Pick<OwnTimes, 'online' | 'known'>,
  now: number,
): ShiftAdherence {
  const { start, end } = block
  const working = workingTime(block)
  const seen = intersect(known, working)
  const plannedMs = total(seen)
  const onlineMs = seen.reduce((total, interval) => total + totalWithin(online, interval.start, interval.end), 0)
  const nothing = { start, end, plannedMs, onlineMs, lateMs: null, earlyMs: null }
  if (start >= now) return { ...nothing, state: 'ahead' }
  const isOver = end <= now
  // Of a shift that goes on all is known up to the last sync, which may be before now.
  const reach = clip(known, block).find((interval) => interval.start === start)?.end ?? start
  if (reach === start || (isOver && reach < end)) return { ...nothing, state: 'unknown' }
  const begin = working[0]?.start ?? start
  const onlineInside = clip(online, { start: begin, end: reach })
  const looked = totalWithin(online, start, reach)
  if (isOver && looked < Math.min(LOOKED_IN_MS, plannedMs / 2)) return { ...nothing, state: 'absent' }
  const finish = working.at(-1)?.end ?? end
  return {
    ...nothing,
    state: isOver ? 'worked' : 'running',
    // Who has not come yet is late already.
    lateMs: Math.max(0, (onlineInside[0]?.start ?? reach) - begin),
    earlyMs: isOver ? Math.max(0, finish - (onlineInside.at(-1)?.end ?? finish)) : null,
  }
}
