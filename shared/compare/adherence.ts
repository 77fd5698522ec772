import type { SessionSpell, Span } from '../coverage/session-span.ts'
import { totalMs, workedSpans } from '../plan/instant-spans.ts'
import type { PlannedSpell } from '../plan/plan.ts'
import { blocksOf, type PlannedBlock } from '../predict/attendance/blocks.ts'
import { onlineByAgent, timeWithin, workSpells } from '../predict/attendance/work-spells.ts'
import { DAY_MS } from '../time/slots.ts'

/** `ahead`: not begun; `running`: not over; `unknown`: not, or not wholly, synced. */
export type ShiftState = 'ahead' | 'running' | 'worked' | 'absent' | 'unknown'

/** One planned shift and what became of it. Shifts of one agent that touch are one. */
export interface ShiftAdherence extends Span {
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
  readonly unplanned: readonly Span[]
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
  readonly spells: readonly PlannedSpell[]
  readonly sessions: readonly SessionSpell[]
  /** Instants of the week. A shift belongs whole to the week in which it begins. */
  readonly week: Span
  readonly known: readonly Span[]
  /** Epoch milliseconds; nothing at or after it is known. */
  readonly now: number
  /** Whose work without a plan counts; null: everybody's. */
  readonly members: ReadonlySet<string> | null
}

/** Less is on time. */
export const ON_TIME_MS = 5 * 60_000
/** Somebody who was online for less of a shift only looked in. */
const LOOKED_IN_MS = 15 * 60_000

/** Planned against actual time online, agent by agent, in order of id; open shifts are nobody's. One person is online once, however many sessions. */
export function adherenceOf(input: AdherenceInput): readonly AgentAdherence[] {
  const { spells, sessions, week, now, members } = input
  const online = onlineByAgent(sessions, { from: week.start - DAY_MS, origin: now })
  const planned = Map.groupBy(spells.filter(({ agentId }) => agentId !== null), ({ agentId }) => agentId!)
  const agents = new Set([...planned.keys(), ...[...online.keys()].filter((agent) => members === null || members.has(agent))])
  return [...agents]
    .toSorted()
    .map((agentId) => agentAdherence(agentId, { blocks: blocksOf(planned.get(agentId) ?? []), online: online.get(agentId) ?? [] }, input))
    .filter(({ shifts, unplannedMs }) => shifts.length > 0 || unplannedMs > 0)
}

interface OwnTime {
  readonly blocks: readonly PlannedBlock[]
  /** Apart and in order. */
  readonly online: readonly Span[]
}

function agentAdherence(agentId: string, { blocks, online }: OwnTime, { week, known, now }: AdherenceInput): AgentAdherence {
  const shifts = blocks.filter(({ start }) => start >= week.start && start < week.end).map((block) => shiftAdherence(block, online, { known, now }))
  const inWeek = within(online, week)
  const free = inWeek.flatMap((stretch) => without(stretch, blocks))
  const unplanned = workSpells(inWeek).filter((spell) => blocks.every((block) => spell.end <= block.start || spell.start >= block.end))
  const unplannedMs = totalMs(free)
  const sum = (valueOf: (shift: ShiftAdherence) => number): number => shifts.reduce((total, shift) => total + valueOf(shift), 0)
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

function shiftAdherence(block: PlannedBlock, online: readonly Span[], { known, now }: Pick<AdherenceInput, 'known' | 'now'>): ShiftAdherence {
  const { start, end } = block
  const nothing = { start, end, plannedMs: 0, onlineMs: 0, lateMs: null, earlyMs: null }
  if (start >= now) return { ...nothing, state: 'ahead' }
  const passed = Math.min(end, now)
  if (!isKnown(known, start, passed)) return { ...nothing, state: 'unknown' }
  const working = within(workedSpans([{ ...block, shiftId: '', agentId: null, localDay: 0 }]), { start, end: passed })
  const plannedMs = totalMs(working)
  const onlineMs = working.reduce((total, span) => total + timeWithin(online, span.start, span.end), 0)
  const isOver = end <= now
  const begin = working[0]?.start ?? start
  const there = within(online, { start: begin, end: passed })
  const looked = timeWithin(online, start, passed)
  if (isOver && looked < Math.min(LOOKED_IN_MS, plannedMs / 2)) return { ...nothing, plannedMs, onlineMs, state: 'absent' }
  const finish = working.at(-1)?.end ?? end
  return {
    start,
    end,
    state: isOver ? 'worked' : 'running',
    plannedMs,
    onlineMs,
    // Who has not come yet is late by now.
    lateMs: (there[0]?.start ?? passed) - begin,
    earlyMs: isOver ? Math.max(0, finish - (there.at(-1)?.end ?? finish)) : null,
  }
}

/** What of stretches lies in a span. */
function within(stretches: readonly Span[], { start, end }: Span): readonly Span[] {
  return stretches.flatMap((stretch) => {
    const cut = { start: Math.max(stretch.start, start), end: Math.min(stretch.end, end) }
    return cut.end > cut.start ? [cut] : []
  })
}

/** What of a stretch lies in no block. Blocks are apart and in order. */
function without(stretch: Span, blocks: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let from = stretch.start
  for (const { start, end } of blocks) {
    if (end <= from) continue
    if (start >= stretch.end) break
    if (start > from) left.push({ start: from, end: start })
    from = Math.max(from, end)
  }
  if (from < stretch.end) left.push({ start: from, end: stretch.end })
  return left
}

/** Whether all of [from, to) is known. */
function isKnown(known: readonly Span[], from: number, to: number): boolean {
  let reach = from
  for (const { start, end } of known.toSorted((one, other) => one.start - other.start)) {
    if (start > reach) break
    reach = Math.max(reach, end)
    if (reach >= to) return true
  }
  return reach >= to
}
