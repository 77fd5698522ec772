/** The hours of a week on a local clock, numbered from Sunday's midnight: 0 to 167. */
export const HOURS_PER_DAY = 24
export const DAYS_PER_WEEK = 7
export const HOURS_PER_WEEK = 168

/** By day of week, 0 = Sunday. */
export const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** The hour of the week (0-167) of a day of week (0 = Sunday) and an hour of the day (0-23). */
export function hourOfWeek(dayOfWeek: number, hour: number): number {
  return dayOfWeek * HOURS_PER_DAY + hour
}

/** The day of week (0 = Sunday) of an hour of the week. */
export function dayOfHourOfWeek(hourOfWeek: number): number {
  return Math.floor(hourOfWeek / HOURS_PER_DAY)
}

/** The hour of the day (0-23) of an hour of the week. */
export function hourOfDay(hourOfWeek: number): number {
  return hourOfWeek % HOURS_PER_DAY
}
