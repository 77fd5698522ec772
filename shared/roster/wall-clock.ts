import { DAY_MS, MINUTE_MS } from '../foundation/minutes.ts'
import { instantOfWallTime } from '../plan/week-clock.ts'
import { isTimeZone, offsetAt } from '../time/zone.ts'

/** What a clock on the wall shows: a day number of the calendar, and minutes after its midnight. */
export interface WallTime {
  readonly day: number
  readonly minute: number
}

/** What the clock of a zone shows at an instant, epoch milliseconds. */
export function wallAt(instant: number, timeZone: string): WallTime {
  const local = instant + offsetAt(instant, timeZone)
  const day = Math.floor(local / DAY_MS)
  return { day, minute: Math.round((local - day * DAY_MS) / MINUTE_MS) }
}

/** A wall time of one zone as the clock of another shows it. */
export function movedTo(wall: WallTime, from: string, to: string): WallTime {
  return from === to ? wall : wallAt(instantOfWallTime(from, wall.day, wall.minute), to)
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(z|utc|gmt|[+-]\d{2}:?\d{2})$/iu
const SECONDS = /^1\d{9}$/u
const MILLISECONDS = /^1\d{12}$/u

/** The instant that a text says whatever the zone: ISO 8601 with its offset, or seconds or milliseconds since 1970; null: none. */
export function instantText(text: string): number | null {
  if (SECONDS.test(text)) return Number(text) * 1000
  if (MILLISECONDS.test(text)) return Number(text)
  const match = INSTANT.exec(text)
  if (match === null) return null
  const offset = /^[zug]/iu.test(match[3]!) ? 'Z' : match[3]!.replace(/^(...)(\d\d)$/u, '$1:$2')
  const instant = Date.parse(`${match[1]}T${match[2]}${offset}`)
  return Number.isNaN(instant) ? null : instant
}

/** Whether a text names a zone known here. */
export function isZone(text: string): boolean {
  return /^(?:utc|[a-z_]+\/[a-z_+\-/0-9]+)$/iu.test(text) && isTimeZone(text)
}
