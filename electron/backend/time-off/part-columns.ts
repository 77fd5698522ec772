import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { isPartOfDay, saysHalfDay, saysPartOfDay } from '../../../shared/roster/part-of-day.ts'
import { lengthMinutes } from '../../../shared/roster/time-text.ts'
import { tidy } from '../../../shared/roster/words.ts'
import type { TimeOffColumns } from './time-off-columns.ts'

const IN_DAYS = /^(\d{1,4}(?:[.,]\d{1,4})?)\s?(?:d|days?|tage?n?|jours?|d[ií]as?|giorn[oi]|dag(?:e|en)?)\.?$/iu
const NUMBER = /^\d{1,4}(?:[.,]\d{1,4})?$/u

type Row = readonly string[]

/** The column that says that a time off is a part of a day, or of one of its days; undefined: none does. */
export function columnOfPart(row: Row, columns: TimeOffColumns, days: number): number | undefined {
  const text = (column: number): string => tidy(row[column] ?? '')
  const isPart = ({ column, unit }: TimeOffColumns['lengths'][number]): boolean => {
    const count = daysIn(text(column), unit, days)
    if (count !== null) return !Number.isInteger(count)
    const minutes = hoursIn(text(column), unit)
    return saysPartOfDay(text(column)) || (minutes !== null && isPartOfDay(minutes))
  }
  return (
    columns.lengths.find(isPart)?.column ??
    [...columns.kinds, ...columns.statuses].find((column) => saysPartOfDay(text(column))) ??
    (columns.isOwn ? undefined : columns.notes.find((column) => saysHalfDay(text(column))))
  )
}

/** How long the time off of a row is in minutes of the clock; null: the row does not say. */
export function minutesOf(row: Row, { lengths }: TimeOffColumns, days: number): number | null {
  for (const { column, unit } of lengths) {
    const text = tidy(row[column] ?? '')
    const minutes = daysIn(text, unit, days) === null ? hoursIn(text, unit) : null
    if (minutes !== null && minutes > 0 && minutes < DAY_MINUTES) return minutes
  }
  return null
}

/** A number without a unit is of days where it is no more than there are, or is no whole one. */
function daysIn(text: string, unit: 'hours' | 'days' | null, days: number): number | null {
  const match = IN_DAYS.exec(text)
  if (match !== null) return Number(match[1]!.replace(',', '.'))
  if (unit === 'hours' || !NUMBER.test(text)) return null
  const value = Number(text.replace(',', '.'))
  return unit === 'days' || value <= days ? value : null
}

function hoursIn(text: string, unit: 'hours' | 'days' | null): number | null {
  return text === '' || (unit === 'days' && NUMBER.test(text)) ? null : lengthMinutes(text, 'hours')
}
