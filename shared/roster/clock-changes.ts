import { DAY_MINUTES, DAY_MS } from '../foundation/minutes.ts'
import { instantOfWallTime } from '../plan/week-clock.ts'
import { offsetAt } from '../time/zone.ts'
import type { WhyChanged } from './roster.ts'
import { wallAt, type WallTime } from './wall-clock.ts'

/** What is to be listed of a time that the clock of a zone does not show once; null: it shows it once. */
export type ClockReader = (wall: WallTime, end?: 'end') => WhyChanged | null

/** Reads wall times of a zone, of which few are near a change of its clock. What ends as the clock skips an hour ends as it says. */
export function clockReader(timeZone: string): ClockReader {
  const changes = new Map<number, boolean>()
  const mayChange = (day: number): boolean => {
    let known = changes.get(day)
    if (known === undefined) {
      known = offsetAt((day - 1) * DAY_MS, timeZone) !== offsetAt((day + 2) * DAY_MS, timeZone)
      changes.set(day, known)
    }
    return known
  }
  return (wall, end) => {
    const day = wall.day + Math.floor(wall.minute / DAY_MINUTES)
    const minute = wall.minute - (day - wall.day) * DAY_MINUTES
    if (!mayChange(day)) return null
    const instant = instantOfWallTime(timeZone, day, minute)
    const isShown = isAt(wallAt(instant, timeZone), { day, minute })
    if (!isShown) {
      const isAsItSkips = end === 'end' && offsetAt(instant - 1, timeZone) !== offsetAt(instant, timeZone)
      return isAsItSkips ? null : 'skipped-hour'
    }
    const back = offsetAt(instant, timeZone) - offsetAt((day + 2) * DAY_MS, timeZone)
    return back > 0 && isAt(wallAt(instant + back, timeZone), { day, minute }) ? 'repeated-hour' : null
  }
}

function isAt(one: WallTime, other: WallTime): boolean {
  return one.day === other.day && one.minute === other.minute
}
