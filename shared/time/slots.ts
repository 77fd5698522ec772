/** A slot is a UTC quarter-hour, numbered from the epoch: slot = floor(instant / SLOT_MS). A UTC day is numbered the same way. */
export const SLOT_MS = 900_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const SLOTS_PER_DAY = 96

/** The slot an instant (epoch milliseconds) falls in. */
export function slotOf(instant: number): number {
  return Math.floor(instant / SLOT_MS)
}

/** The UTC day number an instant (epoch milliseconds) falls in. */
export function utcDayOf(instant: number): number {
  return Math.floor(instant / DAY_MS)
}

/** `YYYY-MM-DD` of a UTC day number. */
export function formatUtcDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
