import { DAY_MINUTES } from '../foundation/minutes.ts'

const TIME_PATTERN = /^(\d{2}):(\d{2})$/

/** Minutes after midnight of "HH:MM", 00:00 to 24:00; null for anything else. */
export function parseWallTime(text: string): number | null {
  const match = TIME_PATTERN.exec(text)
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  const minute = hours * 60 + minutes
  return minutes < 60 && minute <= DAY_MINUTES ? minute : null
}

/** "HH:MM" of a minute after midnight; past 1440 it is the time of the next day. */
export function formatWallTime(minute: number): string {
  const ofDay = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
