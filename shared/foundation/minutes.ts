/** Lengths of time in milliseconds. A local day may last 23 or 25 hours: count those with time/local.ts. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** Lengths of time in minutes of the wall clock. */
export const HOUR_MINUTES = 60
export const DAY_MINUTES = 1440
export const WEEK_MINUTES = 10_080
