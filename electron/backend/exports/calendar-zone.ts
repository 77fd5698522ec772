import { tzlib_get_ical_block, tzlib_get_offset, tzlib_get_timezones } from 'timezones-ical-library'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import { addDays } from '../../../shared/time/local.ts'
import { offsetIntervals, type OffsetInterval } from '../../../shared/time/zone.ts'

/** A shift may begin before the first date and end after the last one. */
const REACH_MS = 3 * DAY_MS

/** Local dates, both inside. */
interface DateRange {
  readonly from: string
  readonly to: string
}

const zonesOfLibrary = new Set(tzlib_get_timezones())

/**
 * A VTIMEZONE that gives the offsets of the app's own clock on some dates: by the usual yearly rules, which every calendar program reads,
 * where these agree with it, else change by change (a country that has just decided otherwise, or decides anew each year).
 */
export function calendarZone(timeZone: string, range: DateRange): string {
  const from = Date.parse(`${range.from}T00:00Z`) - REACH_MS
  const to = Date.parse(`${addDays(range.to, 1)}T00:00Z`) + REACH_MS
  const intervals = offsetIntervals(timeZone, from, to)
  const byRules = ruledZone(timeZone)
  return byRules !== null && intervals.every((interval) => agrees(timeZone, interval))
    ? byRules
    : zoneByChanges(timeZone, intervals)
}

/** null: the library does not know the zone. */
function ruledZone(timeZone: string): string | null {
  if (!zonesOfLibrary.has(timeZone)) return null
  const [block] = tzlib_get_ical_block(timeZone)
  // Of a zone with several names it gives the first.
  return block?.replace(/^TZID:.*$/mu, `TZID:${timeZone}`).replace(/^X-LIC-LOCATION:.*\r?\n/mu, '') ?? null
}

/** Whether the library has the same offset, soon after a change and just before the next. */
function agrees(timeZone: string, { start, end, offsetMs }: OffsetInterval): boolean {
  return [start + 6 * HOUR_MS, end - 6 * HOUR_MS].every((instant) => {
    const [date = '', time = ''] = new Date(instant + offsetMs).toISOString().slice(0, 16).split('T')
    return tzlib_get_offset(timeZone, date, time) === offsetText(offsetMs)
  })
}

function zoneByChanges(timeZone: string, intervals: readonly OffsetInterval[]): string {
  const usual = Math.min(...intervals.map(({ offsetMs }) => offsetMs))
  const changes = intervals.map(({ start, offsetMs }, index) => {
    const before = intervals[index - 1]?.offsetMs ?? offsetMs
    const kind = offsetMs === usual ? 'STANDARD' : 'DAYLIGHT'
    return [
      `BEGIN:${kind}`,
      // By the clock as it was before the change.
      `DTSTART:${new Date(start + before).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(offsetMs)}`,
      `END:${kind}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...changes.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS)
  return `${offsetMs < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}
