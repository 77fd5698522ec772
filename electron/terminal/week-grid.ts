import { localHourOf } from '../../shared/time/hours-of-week.ts'
import { datesBetween, dayOfWeekOf, localDateOf } from '../../shared/time/local.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

/** A week as people read it: hours down, days across, from the week's first day on. `cell` is given the slots of an hour. */
export function renderWeek<Slot extends { readonly start: string }>(
  week: { readonly from: string; readonly to: string; readonly timeZone: string; readonly slots: readonly Slot[] },
  format: Formatter,
  cell: (slots: readonly Slot[]) => string,
): string {
  const dates = datesBetween(week.from, week.to)
  const byCell = Map.groupBy(week.slots, ({ start }) => cellKey(Date.parse(start), week.timeZone))
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  return renderTable(
    [
      { title: format.texts.week.hour },
      ...dates.map((date) => ({ title: format.dayName(dayOfWeekOf(date), 'short'), align: 'right' as const })),
    ],
    hours.map((hour) => [format.hour(hour), ...dates.map((date) => cell(byCell.get(`${date} ${hour}`) ?? []))]),
  )
}

/** The slots of each date of a week, in order. */
export function slotsByDate<Slot extends { readonly start: string }>(
  slots: readonly Slot[],
  timeZone: string,
): ReadonlyMap<string, readonly Slot[]> {
  return Map.groupBy(slots, ({ start }) => localDateOf(Date.parse(start), timeZone))
}

function cellKey(instant: number, timeZone: string): string {
  return `${localDateOf(instant, timeZone)} ${localHourOf(instant, timeZone)}`
}
