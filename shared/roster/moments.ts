import { DAY_MINUTES } from '../foundation/minutes.ts'
import { dateText, type DateText } from './date-text.ts'
import { clockTime, type TimeStyle } from './time-text.ts'
import { instantText } from './wall-clock.ts'
import { tidy } from './words.ts'

/** What a cell says of when: a date, a time of day in minutes, both, or an instant whatever the zone. */
export interface Moment {
  readonly date: DateText | null
  readonly minute: number | null
  readonly instant: number | null
}

const NOTHING: Moment = { date: null, minute: null, instant: null }
const EPOCH_SERIAL = 25_569
const WITH_TIME =
  /^(.{4,40}?)(?:,? |t)(\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\.?|[ap]|uhr|h)?|\d{1,2}\s?(?:[ap]\.?m\.?|uhr|h))$/iu
const TIME_FIRST = /^(\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?),? (.{5,40})$/iu

/**
 * Reads moments of one column, remembering what it has read. In a column of times "13.04" is a time; in one of dates (`isOfDates`) it is a
 * date.
 */
export function momentReader(style: TimeStyle, isOfDates = false): (text: string) => Moment {
  const remembered = new Map<string, Moment>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const read = readMoment(tidy(text), style, isOfDates)
    remembered.set(text, read)
    return read
  }
}

function readMoment(text: string, style: TimeStyle, isOfDates: boolean): Moment {
  if (text === '') return NOTHING
  const ownDate = isOfDates ? dateText(text) : null
  if (ownDate !== null) return { ...NOTHING, date: ownDate }
  const instant = instantText(text)
  if (instant !== null) return { ...NOTHING, instant }
  const minute = clockTime(text, style)
  if (minute !== null) return { ...NOTHING, minute }
  const serial = /^(\d{5})([.,]\d+)$/u.exec(text)
  if (serial !== null) {
    const minutes = Math.round(Number(serial[2]!.replace(',', '.')) * DAY_MINUTES)
    const day = Number(serial[1]) - EPOCH_SERIAL + (minutes === DAY_MINUTES ? 1 : 0)
    return { ...NOTHING, date: { kind: 'day', day }, minute: minutes % DAY_MINUTES }
  }
  for (const [pattern, dateAt, timeAt] of [
    [WITH_TIME, 1, 2],
    [TIME_FIRST, 2, 1],
  ] as const) {
    const match = pattern.exec(text)
    if (match === null) continue
    const date = dateText(match[dateAt]!.replace(/,$/u, ''))
    const time = clockTime(match[timeAt]!.replace(/(:\d{2}):\d{2}\.\d+/u, '$1'), style)
    if (date !== null && time !== null) return { ...NOTHING, date, minute: time }
  }
  return { ...NOTHING, date: dateText(text) }
}
