import { addDays, dayOfWeekOf, localDateOf } from '../../../shared/time/local.ts'

const MONDAY = 1

/** The first Monday after an instant's local date. */
export function nextMonday(now: number, timeZone: string): string {
  const today = localDateOf(now, timeZone)
  return addDays(today, ((MONDAY - dayOfWeekOf(today) + 6) % 7) + 1)
}
