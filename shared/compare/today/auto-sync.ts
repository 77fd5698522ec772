import { MINUTE_MS } from '../../foundation/minutes.ts'

/** However often it failed, it is tried again this often. */
const LONGEST_WAIT_MS = 60 * MINUTE_MS

export interface AutoSyncInput {
  /** The workspace's setting; null: off. */
  readonly minutes: number | null
  /** When the last sync ended, whoever asked for it; null: there was none. Epoch milliseconds. */
  readonly lastEndedAt: number | null
  /** How many have failed in a row. */
  readonly failures: number
  /** Epoch milliseconds. */
  readonly now: number
}

/**
 * When the next automatic sync is due, epoch milliseconds; null: never. After failures it waits twice as long each time, up to an
 * hour. Where the last one ended in the future, by a clock that was set back since, it is due at once.
 */
export function nextAutoSync({ minutes, lastEndedAt, failures, now }: AutoSyncInput): number | null {
  if (minutes === null) return null
  if (lastEndedAt === null || lastEndedAt > now) return 0
  const wait = minutes * MINUTE_MS
  return lastEndedAt + Math.max(wait, Math.min(LONGEST_WAIT_MS, wait * 2 ** Math.min(failures, 10)))
}
