import { clip, intersect, isWithinOne, subtract, total, totalWithin, type Interval } from '../foundation/interval.ts'
import { beginsIn } from '../plan/planned-intervals.ts'
import type { PlannedBlock } from '../predict/attendance/blocks.ts'
import { SLOT_MS, slotOf } from '../time/slots.ts'
import {
  ON_TIME_MS,
  shiftAdherence,
  timesOf,
  workingTime,
  type AdherenceInput,
  type OwnTimes,
  type ShiftAdherence,
} from './adherence.ts'

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
      const slots = [...plannedSlots(times, input), ...unplannedSlots(times, input)].toSorted(
        (one, other) => one.start - other.start,
      )
      return slots.length === 0 ? [] : [[times.agentId, slots] as const]
    }),
  )
}

function plannedSlots(times: OwnTimes, { week, now }: AdherenceInput): readonly SlotAdherence[] {
  return times.blocks
    .filter((block) => beginsIn(block, week))
    .flatMap((block) => {
      const judged = shiftAdherence(block, times, now)
      const onlineInside = clip(times.online, block)
      return slotsOver(workingTime(block)).map(({ start, intervals, ms: plannedMs }): SlotAdherence => {
        const onlineMs = intervals.reduce(
          (sum, interval) => sum + totalWithin(times.online, interval.start, interval.end),
          0,
        )
        if (start + SLOT_MS > now) return { start, plannedMs, onlineMs, state: 'ahead' }
        if (!isWithinOne({ start, end: start + SLOT_MS }, times.known))
          return { start, plannedMs, onlineMs: 0, state: 'unknown' }
        return {
          start,
          plannedMs,
          onlineMs,
          state: plannedMs - onlineMs <= ON_TIME_MS ? 'on-time' : missingState(start, judged, onlineInside),
        }
      })
    })
}

/** Why somebody was not there in a quarter-hour of a shift. */
function missingState(start: number, { state }: ShiftAdherence, onlineInside: readonly Interval[]): SlotState {
  switch (state) {
    case 'absent':
      return 'absent'
    case 'unknown':
      // When the agent came and went may lie in what is not known.
      return 'away'
    case 'ahead':
    case 'running':
    case 'worked': {
      const came = onlineInside[0]?.start ?? Number.POSITIVE_INFINITY
      const left = onlineInside.at(-1)?.end ?? Number.POSITIVE_INFINITY
      if (start < came) return 'late'
      // Who is gone while the shift goes on may come back.
      return state === 'worked' && start + SLOT_MS > left ? 'early' : 'away'
    }
  }
}

/** Time about and between shifts, where it is more than what counts as on time. */
function unplannedSlots({ blocks, online, known }: OwnTimes, { week }: AdherenceInput): readonly SlotAdherence[] {
  const free = subtract(intersect(clip(known, week), online), blocks)
  return slotsOver(free).flatMap(({ start, ms }): readonly SlotAdherence[] =>
    ms > ON_TIME_MS && !blocks.some((block) => isIn(block, start))
      ? [{ start, state: 'unplanned', plannedMs: 0, onlineMs: ms }]
      : [],
  )
}

/** Whether a quarter-hour touches planned time: what is online beside it is reported with that. */
function isIn(block: PlannedBlock, start: number): boolean {
  return clip([block], { start, end: start + SLOT_MS }).length > 0
}

interface CutSlot {
  readonly start: number
  readonly intervals: readonly Interval[]
  readonly ms: number
}

/** Spans cut into quarter-hours, in order. */
function slotsOver(intervals: readonly Interval[]): readonly CutSlot[] {
  const bySlot = new Map<number, Interval[]>()
  for (const { start, end } of intervals) {
    for (let slot = slotOf(start); slot * SLOT_MS < end; slot += 1) {
      const cut = { start: Math.max(start, slot * SLOT_MS), end: Math.min(end, (slot + 1) * SLOT_MS) }
      const own = bySlot.get(slot)
      if (own) own.push(cut)
      else bySlot.set(slot, [cut])
    }
  }
  return [...bySlot].map(([slot, own]) => ({ start: slot * SLOT_MS, intervals: own, ms: total(own) }))
}
