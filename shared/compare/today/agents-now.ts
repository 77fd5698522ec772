import type { SessionInterval } from '../../coverage/session-interval.ts'
import type { Interval } from '../../foundation/interval.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import { blocksOf, type PlannedBlock } from '../../predict/attendance/blocks.ts'
import { onlineByAgent } from '../../predict/attendance/work-intervals.ts'
import { ON_TIME_MS } from '../adherence.ts'

/**
 * `here`: planned and online; `break`: in a planned break; `missing`: planned and not online; `extra`: online and not planned;
 * `later`: a shift is still to come; `over`: the day's shifts are; `absent`: known not to come, or not to come back.
 */
export type PresenceState = 'here' | 'break' | 'missing' | 'extra' | 'later' | 'over' | 'absent'

export interface Presence {
  readonly agentId: string
  readonly state: PresenceState
  /** The shift that goes on, else the next one today, else the last; null: none was planned. */
  readonly shift: Interval | null
  /** Online without a gap since; null: not online. */
  readonly onlineSince: number | null
  /** Whether an agent who is missing was there on this shift already. */
  readonly wasHere: boolean
}

export interface PresenceInput {
  readonly intervals: readonly PlannedInterval[]
  readonly sessions: readonly SessionInterval[]
  /** Instants of the day. */
  readonly day: Interval
  /** The clock of the last sync, epoch milliseconds: who is online is who was then. */
  readonly now: number
  /** Whose being online without a shift counts; null: everybody's. */
  readonly members: ReadonlySet<string> | null
}

/** Who is planned today and who is online, as of the last sync, in order of id. Open shifts are nobody's. */
export function agentsNow({ intervals, sessions, day, now, members }: PresenceInput): readonly Presence[] {
  const online = onlineByAgent(sessions, { from: day.start, origin: now })
  const planned = Map.groupBy(
    intervals.filter(({ agentId, start, end }) => agentId !== null && end > day.start && start < day.end),
    ({ agentId }) => agentId!,
  )
  const agents = new Set([
    ...planned.keys(),
    ...[...online]
      .filter(([agent, own]) => isOnlineAt(own, now) && (members === null || members.has(agent)))
      .map(([agent]) => agent),
  ])
  return [...agents]
    .toSorted()
    .map((agentId) =>
      presenceOf(agentId, { blocks: blocksOf(planned.get(agentId) ?? []), online: online.get(agentId) ?? [] }, now),
    )
}

function presenceOf(
  agentId: string,
  { blocks, online }: { readonly blocks: readonly PlannedBlock[]; readonly online: readonly Interval[] },
  now: number,
): Presence {
  const isOnline = isOnlineAt(online, now)
  const onlineSince = isOnline ? online.at(-1)!.start : null
  const current = blocks.find(({ start, end }) => start <= now && now < end)
  const wasHere = current !== undefined && online.some(({ start, end }) => end > current.start && start < now)
  const wentHome = wasHere && !isOnline && current.end - now <= ON_TIME_MS
  if (current !== undefined && !wentHome) {
    const shift = { start: current.start, end: current.end }
    if (isOnline) return { agentId, state: 'here', shift, onlineSince, wasHere }
    return { agentId, state: awayState(current, { now, wasHere }), shift, onlineSince, wasHere }
  }
  const next = blocks.find(({ start }) => start > now)
  const chosen = next ?? blocks.at(-1)
  const shift = chosen === undefined ? null : { start: chosen.start, end: chosen.end }
  return {
    agentId,
    state: isOnline ? 'extra' : next !== undefined ? 'later' : 'over',
    shift,
    onlineSince,
    wasHere: false,
  }
}

/** Of somebody who is not online on a shift that goes on. A few minutes early or late, about breaks too, is nothing to remark. */
function awayState(
  { start, breaks }: PlannedBlock,
  { now, wasHere }: { readonly now: number; readonly wasHere: boolean },
): PresenceState {
  // Who never came is on no break.
  if (!wasHere) return now - start < ON_TIME_MS ? 'later' : 'missing'
  return breaks.some((shiftBreak) => shiftBreak.start - ON_TIME_MS <= now && now < shiftBreak.end + ON_TIME_MS)
    ? 'break'
    : 'missing'
}

/** An open session reaches to the clock of the sync, and no further. */
export function isOnlineAt(intervals: readonly Interval[], now: number): boolean {
  return (intervals.at(-1)?.end ?? Number.NEGATIVE_INFINITY) >= now
}
