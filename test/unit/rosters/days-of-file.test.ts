import { describe, expect, it } from 'vitest'
import { replaceDays } from '../../../shared/plan/edits/replace-days.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { daysOfFile } from '../../../shared/roster/days-of-file.ts'
import { formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { readText } from '../../support/rosters/describe-roster.ts'

const daysIn = async (text: string, name = 'roster.csv') => {
  const { found } = await readText(text, { name })
  return found.days === null ? null : [found.days.first, found.days.last].map(formatLocalDate)
}

describe('the days that a file is about', () => {
  it('are those of its shifts, and the weeks beside them in which somebody is only away', async () => {
    expect(await daysIn('Name,Date,Start,End\nAnn,2026-12-07,10:00,18:00\nAnn,2026-12-14,Vacation,')).toEqual([
      '2026-12-07',
      '2026-12-14',
    ])
    const away = (day: string): string =>
      `BEGIN:VEVENT\nUID:${day}\nSUMMARY:Ann - vacation\nDTSTART;VALUE=DATE:${day}\nEND:VEVENT`
    const calendar = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT\nUID:1\nSUMMARY:Ann\nDTSTART:20261207T100000\nDTEND:20261207T180000\nEND:VEVENT',
      away('20261130'),
      away('20261215'),
      'END:VCALENDAR',
    ].join('\n')
    expect(await daysIn(calendar, 'roster.ics')).toEqual(['2026-11-30', '2026-12-15'])
  })

  it('do not reach to absences that are long, or far off', () => {
    const day = parseLocalDate('2026-12-07')
    const away = (firstDay: number, lastDay: number) => daysOfFile([{ day }], [{ firstDay, lastDay }])
    expect(away(day + 7, day + 60)).toEqual({ first: day, last: day })
    expect(away(day + 21, day + 21)).toEqual({ first: day, last: day })
    expect(away(day - 60, day - 60)).toEqual({ first: day, last: day })
    expect(daysOfFile([], [{ firstDay: day, lastDay: day }])).toBeNull()
  })

  it('hold a shift of the last night that begins behind them only once', () => {
    const shift: Shift = { id: 'a', agentId: 'ann', day: 14, startMinute: 0, endMinute: 480, breaks: [], note: '' }
    const plan: Plan = { name: 'P', timeZone: 'UTC', poolId: null, kind: 'dated', shifts: [shift] }
    const days = { first: 7, last: 13, label: 'Import roster', newId: () => 'new' }
    expect(replaceDays(plan, { ...days, shifts: [{ ...shift, id: 'shift-1' }] })).toBeNull()
    // Two of them in the file are two.
    expect(replaceDays(plan, { ...days, shifts: [shift, shift] })?.added).toHaveLength(1)
  })
})
