import { HOUR_MS } from '../../foundation/minutes.ts'
import { profileFor, visitShares } from '../attendance/expected-presence.ts'
import type { AttendanceProfile, PredictionInputs } from '../types.ts'

/** A usual shift, for one figure of attendance. */
const SHIFT_MS = 8 * HOUR_MS

/** Share of an eight-hour shift without drawn breaks that the agents of a pool (null: all) who are still active are expected to be online, 0-1. */
export function attendanceShare(
  { attendance, inactive = {} }: Pick<PredictionInputs, 'attendance' | 'inactive'>,
  members: readonly string[] | null,
): number {
  const agents = (members ?? Object.keys(attendance.agents)).filter((agentId) => !Object.hasOwn(inactive, agentId))
  const profiles =
    agents.length === 0 ? [attendance.everybody] : agents.map((agentId) => profileFor(attendance, agentId))
  return profiles.reduce((sum, profile) => sum + shareOfShift(profile), 0) / profiles.length
}

function shareOfShift(profile: AttendanceProfile): number {
  let onlineMs = 0
  visitShares({ start: 0, end: SHIFT_MS, breaks: [], drawsBreaks: false }, profile, (start, end, share) => {
    onlineMs += share * Math.max(0, Math.min(end, SHIFT_MS) - Math.max(start, 0))
  })
  return Math.min(1, (profile.shows * onlineMs) / SHIFT_MS)
}
