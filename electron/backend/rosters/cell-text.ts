// Its smallest build, which knows the formats of numbers.
import xlsx from '@e965/xlsx/dist/xlsx.mini.min.js'
import { DAY_MINUTES } from '../../../shared/foundation/minutes.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'

/** The day 0 of a spreadsheet, as a day number. */
export const EPOCH_SERIAL = 25_569
/** The text of a formula without a value: something is there, and nobody knows what. */
export const FORMULA = '#formula'
/** Days from 1900 to 1904, from which some workbooks count. */
const LATER_EPOCH = 1462
/** A sheet has few formats and, of dates and times, few values. */
const MOST_KEPT = 100_000

/** A function that gives numbers of a workbook as text: dates and times in one form, whatever their format. */
export function numberTexts(is1904: boolean): (value: number, format: string) => string {
  const offset = is1904 ? LATER_EPOCH : 0
  const isDate = new Map<string, boolean>()
  const texts = new Map<string, Map<number, string>>()
  return (value, format) => {
    let dated = isDate.get(format)
    if (dated === undefined) isDate.set(format, (dated = xlsx.SSF.is_date(format)))
    if (!dated) return String(value)
    let known = texts.get(format)
    if (known === undefined || known.size > MOST_KEPT) texts.set(format, (known = new Map()))
    let text = known.get(value)
    if (text === undefined) known.set(value, (text = momentText(value + (value >= 1 ? offset : 0), format)))
    return text
  }
}

/** A date, a time, or both, as its format shows it. */
export function momentText(serial: number, format: string): string {
  const shape = format.replaceAll(/"[^"]*"|\\.|\[[^\]hms]*\]/giu, '').toLowerCase()
  const minutes = Math.round((serial % 1) * DAY_MINUTES)
  const day = Math.floor(serial) + (minutes === DAY_MINUTES ? 1 : 0)
  const time = formatWallTime(minutes % DAY_MINUTES)
  // "[h]:mm" is a length; a date shown by its time alone is still a date.
  if (/\[h+\]/u.test(shape) || (serial < 2 && !/[dy]/u.test(shape)))
    return `${String(Math.floor(Math.round(serial * DAY_MINUTES) / 60)).padStart(2, '0')}:${time.slice(3)}`
  const date = formatLocalDate(day - EPOCH_SERIAL)
  return minutes % DAY_MINUTES === 0 && !/[hs]/u.test(shape)
    ? date
    : minutes === 0 && /[dy]/u.test(shape) && !/h/u.test(shape)
      ? date
      : `${date} ${time}`
}
