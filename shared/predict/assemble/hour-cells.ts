import { dayOfWeekOfDay } from '../../time/local.ts'
import { DAY_MS, HOUR_MS } from '../../time/slots.ts'
import { offsetIntervals } from '../../time/zone.ts'

/** Where each slot falls in a week of 7 x 24 hours, Sunday first. */
export function hourCellsOf(starts: readonly number[], timeZone: string): readonly number[] {
  const intervals = offsetIntervals(timeZone, starts[0]!, starts.at(-1)! + 1)
  return starts.map((start) => {
    const local = start + intervals.find((interval) => start < interval.end)!.offsetMs
    const day = Math.floor(local / DAY_MS)
    return dayOfWeekOfDay(day) * 24 + Math.floor((local - day * DAY_MS) / HOUR_MS)
  })
}
