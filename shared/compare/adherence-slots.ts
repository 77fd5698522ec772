import type { Span } from '../coverage/session-span.ts'
import { overlapMs } from '../plan/instant-spans.ts'
import type { PlannedBlock } from '../predict/attendance/blocks.ts'
import { timeWithin } from '../predict/attendance/work-spells.ts'
import { SLOT_MS, slotOf } from '../time/slots.ts'
import { beginsIn, ON_TIME_MS, shiftAdherence, timesOf, within, without, workingTime, type AdherenceInput, type OwnTimes, type ShiftAdherence } from './adherence.ts'

/**
 * `on-time`: online as planned; `late`: not there yet; `early`: gone already; `away`: gone in between; `absent`: of a shift that was not
 * worked; `unplanned`: online where nothing was planned; `ahead`: not passed yet; `unknown`: not, or not wholly, synced.
 */
export type SlotState = 'on-time' | 'late' | 'early' | 'away' | 'absent' | 'unplanned' | 'ahead' | 'unknown'

/** A quarter-hour of an agent in which something was planned, or who was online in it. */
export interface SlotAdherence {
  /** Epoch milliseconds. */
  readonly start: number
  readonly state: SlotState
  /** Planned time in it, without breaks. */
  readonly plannedMs: number
  /** Time online: of the planned time, or where nothing was planned. */
  readonly onlineMs: number
}

/** Planned against online by agent and quarter-hour, in order. Agents without any such quarter-hour are left out; breaks that the plan draws are too. */
export function adherenceSlots(input: AdherenceInput): ReadonlyMap<string, readonly SlotAdherence[]> {
  return new Map(
    timesOf(input).flatMap((times) => {
      const slots = [...plannedSlots(times, input), ...unplannedSlots(times, input)].toSorted((one, other) => one.start - other.start)
      return slots.length === 0 ? [] : [[times.agentId, slots] as const]
    }),
  )
}

function plannedSlots(times: OwnTimes, { week, now }: AdherenceInput): readonly SlotAdherence[] {
  return times.blocks
    .filter((block) => beginsIn(block, week))
    .flatMap((block) => {
      const judged = shiftAdherence(block, times, now)
      const there = within(times.online, block)
      return slotsOver(workingTime(block)).map(({ start, spans, ms: plannedMs }): SlotAdherence => {
        const onlineMs = spans.reduce((sum, span) => sum + timeWithin(times.online, span.start, span.end), 0)
        if (start + SLOT_MS > now) return { start, plannedMs, onlineMs, state: 'ahead' }
        if (!isKnown(times.known, start)) return { start, plannedMs, onlineMs: 0, state: 'unknown' }
        return { start, plannedMs, onlineMs, state: plannedMs - onlineMs <= ON_TIME_MS ? 'on-time' : missingState(start, judged, there) }
      })
    })
}

/** Why somebody was not there in a quarter-hour of a shift. */
function missingState(start: number, { state }: ShiftAdherence, there: readonly Span[]): SlotState {
  switch (state) {
    case 'absent':
      return 'absent'
    case 'unknown':
      // When the agent came and went may lie in what is not known.
      return 'away'
    case 'ahead':
    case 'running':
    case 'worked': {
      const came = there[0]?.start ?? Number.POSITIVE_INFINITY
      const left = there.at(-1)?.end ?? Number.POSITIVE_INFINITY
      if (start < came) return 'late'
      // Who is gone while the shift goes on may come back.
      return state === 'worked' && start + SLOT_MS > left ? 'early' : 'away'
    }
  }
}

/** Time about and between shifts, where it is more than what counts as on time. */
function unplannedSlots({ blocks, online, known }: OwnTimes, { week }: AdherenceInput): readonly SlotAdherence[] {
  const free = within(known, week).flatMap((span) => within(online, span)).flatMap((stretch) => without(stretch, blocks))
  return slotsOver(free).flatMap(({ start, ms }): readonly SlotAdherence[] => (ms > ON_TIME_MS && !blocks.some((block) => isIn(block, start)) ? [{ start, state: 'unplanned', plannedMs: 0, onlineMs: ms }] : []))
}

/** Whether a quarter-hour touches planned time: what is online beside it is told with that. */
function isIn(block: PlannedBlock, start: number): boolean {
  return overlapMs({ start, end: start + SLOT_MS }, [block]) > 0
}

interface CutSlot {
  readonly start: number
  readonly spans: readonly Span[]
  readonly ms: number
}

/** Spans cut into quarter-hours, in order. */
function slotsOver(spans: readonly Span[]): readonly CutSlot[] {
  const bySlot = new Map<number, Span[]>()
  for (const { start, end } of spans) {
    for (let slot = slotOf(start); slot * SLOT_MS < end; slot += 1) {
      const cut = { start: Math.max(start, slot * SLOT_MS), end: Math.min(end, (slot + 1) * SLOT_MS) }
      const own = bySlot.get(slot)
      if (own) own.push(cut)
      else bySlot.set(slot, [cut])
    }
  }
  return [...bySlot].map(([slot, own]) => ({ start: slot * SLOT_MS, spans: own, ms: own.reduce((sum, { start, end }) => sum + end - start, 0) }))
}

function isKnown(known: readonly Span[], start: number): boolean {
  return known.some((span) => span.start <= start && start + SLOT_MS <= span.end)
}
