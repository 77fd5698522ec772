import { profileFor, visitShares } from '../predict/attendance/expected-presence.ts'
import { OUTSIDE_QUARTERS } from '../predict/attendance/shift-place.ts'
import type { AttendanceModel, AttendanceProfile } from '../predict/types.ts'
import { SLOT_MS } from '../time/slots.ts'

/** The chances of being online that one person can have at a slot, each once. A level is an index into them. */
export interface PresenceLevels {
  readonly levelOf: (presence: number) => number
  readonly values: () => Float64Array
  /** Levels of a shift of so many slots without its breaks, from `OUTSIDE_QUARTERS` before its start to as many after its end. */
  readonly ofShift: (slots: number, drawsBreaks: boolean) => Uint16Array
  /** In drawn breaks. */
  readonly duringBreaks: number
}

/** The levels of an agent (null: of open shifts), as the plan predictor has them. */
export function presenceLevels(attendance: AttendanceModel, agentId: string | null): PresenceLevels {
  const profile = profileFor(attendance, agentId)
  const known = new Map<number, number>()
  const values: number[] = []
  const levelOf = (presence: number): number => {
    const found = known.get(presence)
    if (found !== undefined) return found
    known.set(presence, values.length)
    return values.push(presence) - 1
  }
  levelOf(0)
  const shifts = new Map<number, Uint16Array>()
  return {
    levelOf,
    values: () => Float64Array.from(values),
    ofShift(slots, drawsBreaks) {
      const key = drawsBreaks ? -slots : slots
      const found = shifts.get(key)
      if (found !== undefined) return found
      const made = Uint16Array.from(shiftPresence(profile, slots, drawsBreaks), levelOf)
      shifts.set(key, made)
      return made
    },
    duringBreaks: levelOf(Math.min(1, profile.shows * profile.duringBreaks)),
  }
}

function shiftPresence(profile: AttendanceProfile, slots: number, drawsBreaks: boolean): Float64Array {
  const presence = new Float64Array(slots + 2 * OUTSIDE_QUARTERS)
  visitShares({ start: 0, end: slots * SLOT_MS, breaks: [], drawsBreaks }, profile, (start, _end, share) => {
    presence[start / SLOT_MS + OUTSIDE_QUARTERS] = Math.min(1, profile.shows * share)
  })
  return presence
}
