import { dayOfWeekOf } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { dateOfColumn, type BoardWeek } from './board-week.ts'

const COLUMNS = [0, 1, 2, 3, 4, 5, 6]
/** Pixels that a letter of a title takes at most, on average; and those at its left. */
const LETTER_WIDTH = 8
const TITLE_PADDING = 7
const NOTE_WIDTH = 44

/** What the days of a week are called, by column. */
export function dayNames(week: BoardWeek, format: Formatter) {
  const all = COLUMNS.map((column) => dateOfColumn(week, column))
  const shortWeekdays = all.map((date) => format.dayName(dayOfWeekOf(date), 'short'))
  return {
    weekdays: all.map((date) => format.dayName(dayOfWeekOf(date))),
    shortWeekdays,
    /** "Mon 23 Nov", "Mon 23", "23". */
    titles: all.map((date, column) => [
      format.date(date, 'weekday'),
      `${shortWeekdays[column]} ${Number(date.slice(8))}`,
      String(Number(date.slice(8))),
    ]),
  }
}

interface TitleRoom {
  /** Pixels of a day's column. */
  readonly dayWidth: number
  /** What stands beside each title, by column; null: nothing. */
  readonly notes: readonly (string | null)[]
}

/** The longest titles that stand in their columns whole: a date that is cut off would be another date. All of one form but where a note takes the room. */
export function dayTitles(titles: readonly (readonly string[])[], { dayWidth, notes }: TitleRoom): readonly string[] {
  const widths = [0, 1, 2].map(
    (form) => Math.max(...titles.map((forms) => forms[form]!.length)) * LETTER_WIDTH + TITLE_PADDING,
  )
  return titles.map((forms, column) => {
    const room = dayWidth - (notes[column] === null ? 0 : NOTE_WIDTH)
    return forms[
      Math.max(
        0,
        widths.findIndex((width, form) => width <= room || form === 2),
      )
    ]!
  })
}
