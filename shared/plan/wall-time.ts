import { DAY_MINUTES } from '../foundation/minutes.ts'
import type { TimeRange } from './plan.ts'

const TIME_PATTERN = /^(\d{2}):(\d{2})$/

/** Minutes after midnight of "HH:MM", 00:00 to 24:00; null for anything else. */
export function parseWallTime(text: string): number | null {
  const match = TIME_PATTERN.exec(text)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  const minute = hours * 60 + minutes
  return minutes < 60 && minute <= DAY_MINUTES ? minute : null
}

/** The range of a day between two texts "HH:MM"; an end that is not after its start is on the next day. null: one of them is no time. */
export function parseWallRange(startText: string, endText: string): TimeRange | null {
  const [start, end] = [parseWallTime(startText), parseWallTime(endText)]
  if (start === null || end === null) return null
  const startMinute = start % DAY_MINUTES
  return { startMinute, endMinute: end > startMinute ? end : end + DAY_MINUTES }
}

/** "HH:MM" of a minute after midnight; past 1440 it is the time of the next day. */
export function formatWallTime(minute: number): string {
  const ofDay = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
