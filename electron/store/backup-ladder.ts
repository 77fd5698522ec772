import { HOUR_MS } from '../../shared/foundation/minutes.ts'

/** A backup as the ladder sees it. */
export interface Rung {
  /** How many changes the work had seen: the order of backups, whatever the clock said. */
  readonly changes: number
  /** When it was taken by a clock that may have been wrong, epoch milliseconds. */
  readonly takenAt: number
}

/** Always kept, the newest first. */
export const NEWEST_KEPT = 3
const AGES_MS = [HOUR_MS, 24 * HOUR_MS, 7 * 24 * HOUR_MS] as const
/** Each step of the ladder reaches this many times as far back as the one before. */
const STEP = 4

/**
 * Which backups can go, so that those that stay reach back in ever longer steps: the newest three; of each distance in changes (1-3, 4-15,
 * 16-63, ...) the newest and the oldest; and by the clock the newest that is an hour, a day and a week older than the newest of all. The
 * clock can only make more of them stay. What `isWhole` says no to holds no place; where a distance has nothing whole, all of it stays.
 */
export function rungsToDrop<R extends Rung>(newestFirst: readonly R[], isWhole: (rung: R) => boolean): readonly R[] {
  const [newest] = newestFirst
  if (newest === undefined) return []
  const kept = new Set<R>(newestFirst.slice(0, NEWEST_KEPT))
  for (const age of AGES_MS) {
    const rung = newestFirst.find(({ takenAt }) => newest.takenAt - takenAt >= age)
    if (rung !== undefined) kept.add(rung)
  }
  const distances = Map.groupBy(newestFirst, ({ changes }) => distanceStep(newest.changes - changes))
  for (const rungs of distances.values()) {
    // Where nothing is to go, nothing need be looked at.
    if (rungs.every((rung, index) => kept.has(rung) || index === 0 || index === rungs.length - 1)) {
      for (const rung of rungs) kept.add(rung)
      continue
    }
    const first = rungs.find(isWhole)
    const last = rungs.findLast(isWhole)
    if (first === undefined || last === undefined) for (const rung of rungs) kept.add(rung)
    else kept.add(first).add(last)
  }
  return newestFirst.filter((rung) => !kept.has(rung))
}

/** 0 for the newest state itself, then 1 for up to three changes before it, 2 for up to fifteen, ... */
function distanceStep(changes: number): number {
  return changes <= 0 ? 0 : 1 + Math.floor(Math.log(changes + 0.5) / Math.log(STEP))
}
