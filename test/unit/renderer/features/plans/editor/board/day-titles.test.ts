import { describe, expect, it } from 'vitest'
import { boardWeek } from '../../../../../../../renderer/features/plans/editor/board/board-week.ts'
import { dayNames, dayTitles } from '../../../../../../../renderer/features/plans/editor/board/day-titles.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'

const NO_NOTES = Array.from({ length: 7 }, () => null)
const american = dayNames(
  boardWeek('weekly', '2026-11-29'),
  createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 }),
).titles
const titlesIn = (dayWidth: number, notes: readonly (string | null)[] = NO_NOTES): readonly string[] =>
  dayTitles(american, { dayWidth, notes })

describe('the titles of days', () => {
  it('lose the month, then the weekday, never a figure of their date', () => {
    expect([140, 93, 60, 50].map((width) => titlesIn(width)[1])).toEqual(['Mon, Nov 30', 'Mon 30', 'Mon 30', '30'])
  })

  it('are of one form all the week', () => {
    expect(titlesIn(93)).toEqual(['Sun 29', 'Mon 30', 'Tue 1', 'Wed 2', 'Thu 3', 'Fri 4', 'Sat 5'])
  })

  it('leave room for what is special about a day', () => {
    expect(titlesIn(100, ['25 h', ...NO_NOTES.slice(1)]).slice(0, 2)).toEqual(['Sun 29', 'Mon, Nov 30'])
  })
})
