import { DAY_MINUTES, HOUR_MINUTES } from '../../shared/foundation/minutes.ts'

/** A wall time, given in minutes after midnight: "09:00" or "9:00 AM". Past 1440 it is a time of the next day. */
export function wallTime(minute: number, hour12: boolean): string {
  const { hour, rest } = hourAndMinute(minute)
  if (!hour12) return `${twoDigits(hour)}:${twoDigits(rest)}`
  return `${hour % 12 || 12}:${twoDigits(rest)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** As short as it can be read: "9:00" or "9a", "5:30p". */
export function shortWallTime(minute: number, hour12: boolean): string {
  const { hour, rest } = hourAndMinute(minute)
  if (!hour12) return `${hour}:${twoDigits(rest)}`
  return `${hour % 12 || 12}${rest === 0 ? '' : `:${twoDigits(rest)}`}${hour < 12 ? 'a' : 'p'}`
}

function hourAndMinute(minute: number): { readonly hour: number; readonly rest: number } {
  const ofDay = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
  return { hour: Math.floor(ofDay / HOUR_MINUTES), rest: ofDay % HOUR_MINUTES }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
